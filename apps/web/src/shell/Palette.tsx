/** The command palette: everything one can reach or do, a few letters away. Loaded the first time it is opened. */
import { CornerDownLeft, EyeOff, Languages, Moon, Search, Sun, Users } from 'lucide-react';
import { useMemo } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { chooseAppearance } from '../design/appearance.js';
import '../elements/Dialog.css';
import { Icon } from '../elements/Icon.js';
import { speak, useLanguage } from '../texts/start-texts.js';
import { useAllCommands, type Command } from './commands.js';
import { useNavPages } from './Navigation.js';
import { hideScreen, shareScreen, useSharedScreen } from './shared-screen.js';
import './Palette.css';

/** Letters of any order of words, without accents: "moda fall" and "Möda" both find. */
const plain = (text: string) => text.toLocaleLowerCase('sv').normalize('NFD').replace(/\p{M}/gu, '');
const matches = (text: string, typed: string) =>
  plain(typed)
    .split(/\s+/)
    .every((word) => plain(text).includes(word));

function useOwnCommands(): readonly Command[] {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const { on } = useSharedScreen();
  return useMemo(() => {
    const other = language === 'sv' ? 'en' : 'sv';
    return [
      {
        id: 'night',
        label: t('appearance.night'),
        words: t('appearance.heading'),
        icon: Moon,
        run: () => chooseAppearance('night'),
      },
      {
        id: 'day',
        label: t('appearance.day'),
        words: t('appearance.heading'),
        icon: Sun,
        run: () => chooseAppearance('day'),
      },
      {
        id: 'language',
        label: t(`language.${other}`),
        words: t('language.heading'),
        icon: Languages,
        run: () => void speak(other),
      },
      { id: 'share', label: t(on ? 'screen.unshare' : 'screen.share'), icon: Users, run: () => shareScreen(!on) },
      { id: 'hide', label: t('screen.hide'), words: 'F8', icon: EyeOff, run: () => hideScreen(true) },
    ];
  }, [t, language, on]);
}

export default function Palette({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const pages = useNavPages();
  const own = useOwnCommands();
  const others = useAllCommands();
  const ways = pages.map((page): Command => {
    const label = t((page.nav.label ?? page.title) as never) as string;
    return { id: page.path, label, words: t(page.title as never), icon: page.nav.icon, run: () => void go(page.path) };
  });
  const all = [...others.flat(), ...ways, ...own];
  return (
    <ModalOverlay className="veil palette-veil" isDismissable isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={t('shell:palette.title')}>
          <Autocomplete filter={matches}>
            <SearchField className="palette-field" aria-label={t('shell:palette.title')} autoFocus>
              <Icon of={Search} />
              <Input placeholder={t('shell:palette.placeholder')} />
            </SearchField>
            <Menu
              className="menu-list palette-list"
              aria-label={t('shell:palette.title')}
              items={all}
              renderEmptyState={() => <p className="pick-empty">{t('shell:palette.none')}</p>}
              onAction={(id) => {
                onOpenChange(false);
                all.find((command) => command.id === id)?.run();
              }}
            >
              {(command) => (
                <MenuItem id={command.id} className="menu-item" textValue={`${command.label} ${command.words ?? ''}`}>
                  <Icon of={command.icon} />
                  <span className="menu-words">{command.label}</span>
                  <span className="palette-enter" aria-hidden>
                    <Icon of={CornerDownLeft} mirror />
                  </span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
