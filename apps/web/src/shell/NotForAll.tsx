/** Stands where a page about people would: who else looks at a shared screen is known in a meeting only. (OSL 26:1) */
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import '../elements/states.css';
import { shareScreen } from './shared-screen.js';

export function NotForAll() {
  const { t } = useTranslation('shell');
  return (
    <div className="page" data-width="ask">
      <div className="state">
        <span className="state-icon">
          <Icon of={Users} />
        </span>
        <h1 className="state-title">{t('screen.notForAll')}</h1>
        <div className="state-words">
          <p>{t('screen.notForAllWords')}</p>
        </div>
        <Button kind="primary" size="large" onPress={() => shareScreen(false)}>
          {t('screen.unshare')}
        </Button>
      </div>
    </div>
  );
}
