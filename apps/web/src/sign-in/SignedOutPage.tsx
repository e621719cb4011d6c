/** The end of a working day: says that one is out, and how to come in again. */
import { LogIn } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';

export default function SignedOutPage() {
  const { t } = useTranslation('sign-in');
  useEffect(() => window.history.replaceState(null, '', '/utloggad'), []);
  return (
    <Page title={t('out.title')} lead={t('out.words')} width="ask">
      <div className="row">
        <a className="button" data-kind="primary" data-size="large" href="/">
          <Icon of={LogIn} />
          <span>{t('signIn')}</span>
        </a>
      </div>
    </Page>
  );
}
