/** The first page for whoever is not signed in: the demonstration's people, or the way to the municipality's sign-in. */
import { LogIn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../elements/Icon.js';
import { Page } from '../elements/Page.js';
import { Waiting } from '../elements/states.js';
import { signInAddress } from '../sign-in/session.js';
import { PeopleAndStory } from './PeopleAndStory.js';
import { useDemonstration } from './use-demonstration.js';

export function FirstPage({ to }: { readonly to: string }) {
  const { t } = useTranslation('demonstration');
  const demonstration = useDemonstration();
  if (demonstration === undefined) return <Waiting />;
  if (demonstration) return <PeopleAndStory demonstration={demonstration} to={to} />;
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} width="ask">
      <div className="stack">
        <a className="button" data-kind="primary" data-size="large" href={signInAddress(to)}>
          <Icon of={LogIn} />
          <span>{t('signIn.act')}</span>
        </a>
        <p className="muted">{t('signIn.how')}</p>
      </div>
    </Page>
  );
}
