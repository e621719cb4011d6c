/** Covers all when the screen is hidden, until whoever hid it shows it again. (OSL 26:1) */
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Cover } from '../elements/Cover.js';
import { Mark } from './Mark.js';
import { hideScreen } from './shared-screen.js';
import './Curtain.css';

export function Curtain() {
  const { t } = useTranslation('shell');
  return (
    <Cover className="curtain" label={t('screen.hidden')}>
      <Mark />
      <p>{t('screen.hidden')}</p>
      <Button kind="primary" size="large" autoFocus onPress={() => hideScreen(false)}>
        {t('screen.show')}
      </Button>
      <p className="muted small">{t('screen.key')}</p>
    </Cover>
  );
}
