/** The forms of joint work as the municipality runs them: which may run now, and who has adjusted them. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { useNamed } from '../group/named.js';
import { KeptFormsDocument } from '../graphql/generated/form/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { SettingsPlace } from '../organisation/SettingsPlace.js';
import './form.css';

export default function FormsPage() {
  const { t } = useTranslation('form');
  const named = useNamed();
  const [{ data, error }, again] = useQuery({ query: KeptFormsDocument });
  return (
    <Page title={t('list.title')} lead={t('list.lead')} above={<SettingsPlace />}>
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={8} />}
      <ul className="forms" role="list">
        {data?.keptForms.map(({ form, mayRun, adjustedBy }) => (
          <li key={form.kind} className="panel form-card">
            <Link className="form-name" to={`/installningar/former/${form.kind}`}>
              {named(form.name)}
            </Link>
            <p>{named(form.about)}</p>
            <p className="small muted">
              {t(`level.${form.level}` as never)} · {t(`ground.${form.groundKind}` as never)} ({form.groundSource}) ·{' '}
              {t(`adjustedBy.${adjustedBy}` as never)}
            </p>
            <p>
              <span className="form-run" data-run={mayRun}>
                {t(`mayRun.${mayRun}` as never)}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
