/** As what one acts now, and the switch to one's other posts: one at a time, since each house has rules of its own. */
import { Check, ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { useViewer, type ActingRole } from '../shell/viewer.js';
import { useSwitch } from './use-switch.js';
import './sign-in.css';

function Words({ acting }: { readonly acting: ActingRole }) {
  const { t } = useTranslation('shell');
  return (
    <>
      <span className="acting-unit">{acting.unit}</span>
      <span className="acting-rest">
        {t(`role.${acting.role}`)} · {acting.organisation}
      </span>
    </>
  );
}

export function ActingRoleSwitch() {
  const viewer = useViewer();
  const { t } = useTranslation('sign-in');
  const switchTo = useSwitch();
  if (!viewer) return null;
  if (viewer.others.length === 0)
    return (
      <p className="acting">
        <Words acting={viewer.acting} />
      </p>
    );
  const onChoose = async (id: string) => {
    if (id !== viewer.acting.id) await switchTo(id);
  };
  return (
    <MenuTrigger>
      <AriaButton className="acting acting-switch" aria-label={t('switch', { unit: viewer.acting.unit })}>
        <span className="acting-words">
          <Words acting={viewer.acting} />
        </span>
        <Icon of={ChevronDown} />
      </AriaButton>
      <Popover className="menu" placement="bottom start">
        <Menu className="menu-list" aria-label={t('posts')} onAction={(id) => void onChoose(String(id))}>
          {[viewer.acting, ...viewer.others].map((post) => (
            <MenuItem key={post.id} id={post.id} className="menu-item acting-choice" textValue={post.unit}>
              <span className="acting-words">
                <Words acting={post} />
              </span>
              {post.id === viewer.acting.id && <Icon of={Check} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
