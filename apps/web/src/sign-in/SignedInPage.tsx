/** Where the tab beside ends after signing in anew: it tells the first tab, which uncovers its page, and may be closed. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Button } from '../elements/Button.js';
import { Page } from '../elements/Page.js';
import { tellTabs } from './session.js';

export default function SignedInPage() {
  const { t } = useTranslation('sign-in');
  const [{ size: asked }] = useSearchParams();
  useEffect(() => {
    tellTabs('signed-in');
    // Whoever only proved who they are has nothing to do here; a browser that keeps the tab shows the words instead.
    if (asked > 0) window.close();
  }, [asked]);
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
