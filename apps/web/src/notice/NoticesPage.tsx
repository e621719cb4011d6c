/** Everything one has been told, newest first. */
import { BellOff, CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import { MarkAllNoticesReadDocument, MyNoticesDocument } from '../graphql/generated/notice/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useLive } from '../live/connection.js';
import { NoticeList } from './NoticeList.js';

const PAGE = 25;

export default function NoticesPage() {
  const { t } = useTranslation('notice');
  const [pages, setPages] = useState(1);
  const [reading, again] = useQuery({
    query: MyNoticesDocument,
    variables: { first: Math.min(100, PAGE * pages) },
  });
  const [markAll, { waiting }] = useAct(MarkAllNoticesReadDocument);
  const { data, error, fetching } = reading;
  const mine = data?.myNotices;
  useLive(mine ? `notices:${mine.staffId}` : null, () => again({ requestPolicy: 'network-only' }), reading);
  const readAll = async () => {
    const { refusal } = await markAll({});
    if (refusal) toast(refusal.sentence);
    else again({ requestPolicy: 'network-only' });
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="read"
      actions={
        mine &&
        mine.unread > 0 && (
          <Button icon={CheckCheck} isPending={waiting} onPress={() => void readAll()}>
            {t('markAll')}
          </Button>
        )
      }
    >
      {error && !mine && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!mine && fetching && <Waiting lines={6} />}
      {mine && mine.edges.length === 0 && (
        <EmptyState icon={BellOff} title={t('empty')}>
          <p>{t('emptyWords')}</p>
        </EmptyState>
      )}
      {mine && mine.edges.length > 0 && (
        <div className="stack">
          <NoticeList notices={mine.edges.map(({ node }) => node)} label={t('title')} />
          {mine.pageInfo.hasNextPage && pages * PAGE < 100 && (
            <div>
              <Button onPress={() => setPages((count) => count + 1)} isPending={fetching}>
                {t('more')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Page>
  );
}
