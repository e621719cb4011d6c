/** The unread ones, on the page Nu; nothing is said where there is nothing. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Section } from '../elements/Page.js';
import { MyNoticesDocument } from '../graphql/generated/notice/graphql.js';
import { useLive } from '../live/connection.js';
import { NoticeList } from './NoticeList.js';

const SHOWN = 5;

export function NowNotices() {
  const { t } = useTranslation('notice');
  const [reading, again] = useQuery({ query: MyNoticesDocument, variables: { first: 60 } });
  const mine = reading.data?.myNotices;
  useLive(mine ? `notices:${mine.staffId}` : null, () => again({ requestPolicy: 'network-only' }), reading);
  const unread = (mine?.edges ?? []).map(({ node }) => node).filter(({ readAt }) => readAt === null);
  if (unread.length === 0) return null;
  return (
    <Section
      title={t('title')}
      actions={
        <Link className="notice-open" to="/aviseringar">
          {t('seeAll')}
        </Link>
      }
    >
      <NoticeList notices={unread} label={t('unread')} most={SHOWN} />
    </Section>
  );
}
