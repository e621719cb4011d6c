/** What other houses have shared with mine, on the cases that I work on; light until a case is opened. */
import { Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Page } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { SharedWithUsDocument } from '../graphql/generated/share/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLive } from '../live/connection.js';
import { useEnds } from '../live/ends.js';
import { WhoseNumber } from './SharedScreen.js';
import { whomOf } from './whom.js';
import './share.css';

export default function ReceivedPage() {
  const { t } = useTranslation('share');
  const [reading, again] = useQuery({ query: SharedWithUsDocument });
  const { data, error } = reading;
  const branchId = data?.me?.acting?.branchId;
  const reload = () => again({ requestPolicy: 'network-only' });
  useLive(branchId ? `sight:${branchId}` : null, reload, reading);
  useEnds(
    (data?.sharedWithUs ?? []).map(({ nextEnd }) => nextEnd),
    reload,
  );
  return (
    <Page title={t('received.title')} lead={t('received.lead')} width="read">
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && !error && <Waiting lines={4} />}
      {data && data.sharedWithUs.length === 0 && (
        <EmptyState icon={Share2} title={t('received.empty')}>
          <p>{t('received.emptyWords')}</p>
        </EmptyState>
      )}
      {data && data.sharedWithUs.length > 0 && (
        <ul className="told-cases">
          {data.sharedWithUs.map((one) => (
            <li key={one.caseId} className="panel">
              <h2>
                <Link to={`/delat/${one.caseId}`}>
                  {one.name ? whomOf(one.name).name : t('received.unnamed', { name: one.caseName })}
                </Link>
              </h2>
              {one.name && <WhoseNumber told={one.name} />}
              <p className="small muted">
                {one.inForce > 0 ? t('received.count', { count: one.inForce }) : t('received.nothingNow')}
                {one.left > 0 && ` · ${t('received.leftCount', { count: one.left })}`}
                {' · '}
                {t('received.newest')} <Time at={one.newestAt} as="moment" />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
