/** Where the tab beside ends after signing in anew: it tells the first tab, which uncovers its page, and may be closed. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../elements/Button.js';
import { Page } from '../elements/Page.js';
import { tellTabs } from './session.js';

export default function SignedInPage() {
  const { t } = useTranslation('sign-in');
  useEffect(() => tellTabs('signed-in'), []);
  return (
    <Page title={t('back.title')} lead={t('back.words')} width="ask">
      <div className="row">
        <Button kind="primary" size="large" onPress={() => window.close()}>
          {t('back.close')}
        </Button>
        <Link to="/">{t('back.stay')}</Link>
      </div>
    </Page>
  );
}
