/** What other houses have shared with mine, on the cases that I work on; light until a case is opened. */
import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../elements/Button.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Page } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { SharedWithUsDocument, type SharedWithUsQuery } from '../graphql/generated/share/graphql.js';
import { useReadOn } from '../graphql/use-read-on.js';
import { useLive } from '../live/connection.js';
import { useEnds } from '../live/ends.js';
import { WhoseNumber } from './SharedScreen.js';
import { whomOf } from './whom.js';
import './share.css';

const casesOf = (data: SharedWithUsQuery): SharedWithUsQuery['sharedWithUs'] => data.sharedWithUs;

export default function ReceivedPage() {
  const { t } = useTranslation('share');
  const [pages, setPages] = useState(1);
  const { list, fetching, refusal, renew, again, reading } = useReadOn({
    document: SharedWithUsDocument,
    asked: {},
    pages,
    listOf: casesOf,
  });
  const cases = list?.edges.map(({ node }) => node) ?? [];
  const branchId = reading.data?.me?.acting?.branchId;
  useLive(branchId ? `sight:${branchId}` : null, renew, reading);
  useEnds(
    cases.map(({ nextEnd }) => nextEnd),
    renew,
  );
  return (
    <Page title={t('received.title')} lead={t('received.lead')} width="read">
      {refusal && !list && <Failing refusal={refusal} onRetry={again} />}
      {!list && fetching && <Waiting lines={4} />}
      {list && cases.length === 0 && (
        <EmptyState icon={Share2} title={t('received.empty')}>
          <p>{t('received.emptyWords')}</p>
        </EmptyState>
      )}
      {cases.length > 0 && (
        <ul className="told-cases">
          {cases.map((one) => (
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
      {list?.pageInfo.hasNextPage && (
        <div>
          <Button onPress={() => setPages((count) => count + 1)} isPending={fetching}>
            {t('received.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
