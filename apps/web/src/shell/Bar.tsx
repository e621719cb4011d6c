/** The strip at the top: where one is, as what one acts, the way to everything, and one's own settings. */
import { Contrast, EyeOff, Languages, Moon, Search, Settings2, Sun, Users } from 'lucide-react';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Header } from 'react-aria-components/Header';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { APPEARANCES, chooseAppearance, useAppearance, type Appearance } from '../design/appearance.js';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { isLanguage, LANGUAGES } from '../texts/language.js';
import { speak, useLanguage } from '../texts/start-texts.js';
import { Mark } from './Mark.js';
import { hideScreen, shareScreen, useSharedScreen } from './shared-screen.js';
import { slot } from './slots.js';
import { useViewer } from './viewer.js';
import '../elements/fields/pick.css';

const LIGHTS = { auto: Contrast, day: Sun, night: Moon } as const;
const roles = slot('role');
const ends = slot('end');

function Acting() {
  const viewer = useViewer();
  const { t } = useTranslation('shell');
  if (!viewer) return null;
  return (
    <p className="acting">
      <span className="acting-unit">{viewer.acting.unit}</span>
      <span className="acting-rest">
        {t(`role.${viewer.acting.role}`)} · {viewer.acting.organisation}
      </span>
    </p>
  );
}

function Settings() {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const appearance = useAppearance();
  const shared = useSharedScreen();
  return (
    <MenuTrigger>
      <Button kind="quiet" icon={Settings2} iconOnly>
        {t('settings')}
      </Button>
      <Popover className="menu" placement="bottom end">
        <Menu aria-label={t('settings')} className="menu-list">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[appearance]}
            onSelectionChange={(keys) => chooseAppearance([...keys][0] as Appearance)}
          >
            <Header className="menu-heading">{t('appearance.heading')}</Header>
            {APPEARANCES.map((one) => (
              <MenuItem key={one} id={one} className="menu-item" textValue={t(`appearance.${one}`)}>
                <Icon of={LIGHTS[one]} />
                {t(`appearance.${one}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[language]}
            onSelectionChange={(keys) => {
              const chosen = [...keys][0];
              if (isLanguage(chosen)) void speak(chosen);
            }}
          >
            <Header className="menu-heading">{t('language.heading')}</Header>
            {LANGUAGES.map((one) => (
              <MenuItem key={one} id={one} className="menu-item" textValue={t(`language.${one}`)}>
                <Icon of={Languages} />
                <span lang={one}>{t(`language.${one}`)}</span>
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="multiple"
            selectedKeys={shared.on ? ['shared'] : []}
            onSelectionChange={(keys) => shareScreen(keys !== 'all' && keys.has('shared'))}
          >
            <Header className="menu-heading">{t('screen.heading')}</Header>
            <MenuItem id="shared" className="menu-item" textValue={t('screen.share')}>
              <Icon of={Users} />
              <span>
                {t('screen.share')}
                <span className="menu-help">{t('screen.shareHelp')}</span>
              </span>
            </MenuItem>
          </MenuSection>
          <MenuSection>
            <MenuItem id="hide" className="menu-item" textValue={t('screen.hide')} onAction={() => hideScreen(true)}>
              <Icon of={EyeOff} />
              <span className="menu-words">{t('screen.hide')}</span>
              <kbd>F8</kbd>
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export function Bar({ onSearch, family }: { readonly onSearch: () => void; readonly family?: boolean }) {
  const { t } = useTranslation('shell');
  const { on: shared } = useSharedScreen();
  return (
    <header className="frame-bar">
      <Link to="/" className="wordmark" aria-label={t('home')}>
        <Mark />
        <span>Samnav</span>
      </Link>
      {!family && (roles.length > 0 ? roles.map((Role, index) => <Role key={index} />) : <Acting />)}
      <div className="frame-bar-end">
        {shared && (
          <span className="shared-tag">
            <Icon of={Users} />
            {t('screen.on')}
          </span>
        )}
        {!family && (
          <button type="button" className="seek" onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
            <Icon of={Search} />
            <span className="seek-words">{t('palette.open')}</span>
            <kbd>Ctrl K</kbd>
          </button>
        )}
        {ends.map((End, index) => (
          <End key={index} />
        ))}
        <Settings />
      </div>
    </header>
  );
}
