/** A municipality adjusts a form without any program: what is changed at the left, what it becomes at the right. */
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { useNamed } from '../group/named.js';
import { KeptFormsDocument } from '../graphql/generated/form/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { SettingsPlace } from '../organisation/SettingsPlace.js';
import { Adjusting } from './Adjusting.js';
import './form.css';

export default function FormPage() {
  const { t } = useTranslation('form');
  const named = useNamed();
  const { kind = '' } = useParams();
  const [{ data, error }, again] = useQuery({ query: KeptFormsDocument });
  const kept = data?.keptForms.find(({ form }) => form.kind === kind);
  return (
    <Page
      title={t('page.title')}
      heading={kept && named(kept.form.name)}
      lead={kept ? named(kept.form.about) : t('page.lead')}
      above={<SettingsPlace within={{ to: '/installningar/former', words: t('list.title') }} />}
    >
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={8} />}
      {kept && <Adjusting key={kind} kept={kept} onChanged={() => again({ requestPolicy: 'network-only' })} />}
    </Page>
  );
}
