/** Everything one has been told, newest first. */
import { BellOff, CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Page } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import {
  MarkAllNoticesReadDocument,
  MyNoticesDocument,
  type MyNoticesQuery,
} from '../graphql/generated/notice/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useReadOn } from '../graphql/use-read-on.js';
import { useLive } from '../live/connection.js';
import { NoticeList } from './NoticeList.js';

const noticesOf = ({ myNotices }: MyNoticesQuery) => myNotices;

export default function NoticesPage() {
  const { t } = useTranslation('notice');
  const [pages, setPages] = useState(1);
  const {
    list: mine,
    reading,
    fetching,
    refusal,
    renew,
    again,
  } = useReadOn({ document: MyNoticesDocument, asked: {}, pages, listOf: noticesOf });
  const [markAll, { waiting }] = useAct(MarkAllNoticesReadDocument);
  useLive(mine ? `notices:${mine.staffId}` : null, renew, reading);
  const readAll = async () => {
    const { refusal: refused } = await markAll({});
    if (refused) toast(refused.sentence);
    else renew();
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
      {refusal && !mine && <Failing refusal={refusal} onRetry={again} />}
      {!mine && fetching && <Waiting lines={6} />}
      {mine && mine.edges.length === 0 && (
        <EmptyState icon={BellOff} title={t('empty')}>
          <p>{t('emptyWords')}</p>
        </EmptyState>
      )}
      {mine && mine.edges.length > 0 && (
        <div className="stack">
          <NoticeList notices={mine.edges.map(({ node }) => node)} label={t('title')} />
          {refusal && !fetching && (
            <div className="row gap-2">
              <Refused refusal={refusal} />
              <Button size="small" onPress={again}>
                {t('elements:failing.retry')}
              </Button>
            </div>
          )}
          {mine.pageInfo.hasNextPage && (
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
