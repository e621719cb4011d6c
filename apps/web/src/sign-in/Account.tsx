/** One's own name, where one is signed in, and the way out. */
import { CalendarX2, CircleUserRound, LogOut, MonitorSmartphone } from 'lucide-react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { toast } from '../elements/toasts.js';
import { signOut, useSession } from './session.js';

export function Account() {
  const { t } = useTranslation(['sign-in', 'calendar']);
  const session = useSession();
  const go = useNavigate();
  if (session.state !== 'in') return null;
  const leave = () => signOut().catch(() => toast(t('signOutFailed')));
  return (
    <MenuTrigger>
      <Button kind="quiet" icon={CircleUserRound} iconOnly>
        {t('account', { name: session.me.name })}
      </Button>
      <Popover className="menu" placement="bottom end">
        <Menu className="menu-list" aria-label={session.me.name}>
          <MenuSection>
            <Header className="menu-heading">{session.me.name}</Header>
            <MenuItem
              id="sessions"
              className="menu-item"
              textValue={t('sessions.title')}
              onAction={() => void go('/mina-inloggningar')}
            >
              <Icon of={MonitorSmartphone} />
              {t('sessions.title')}
            </MenuItem>
            <MenuItem
              id="busy"
              className="menu-item"
              textValue={t('calendar:busy.title')}
              onAction={() => void go('/mina-upptagna-tider')}
            >
              <Icon of={CalendarX2} />
              {t('calendar:busy.title')}
            </MenuItem>
            <MenuItem id="out" className="menu-item" textValue={t('signOut')} onAction={() => void leave()}>
              <Icon of={LogOut} />
              {t('signOut')}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
