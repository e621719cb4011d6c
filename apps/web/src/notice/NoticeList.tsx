/** Notices as sentences: that something is to be looked at and until when, never about whom. */
import { Check } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../elements/Button.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { MarkNoticeReadDocument, type MyNoticesQuery } from '../graphql/generated/notice/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { groupNotices } from './group-notices.js';
import './notice.css';

export type ShownNotice = MyNoticesQuery['myNotices']['edges'][number]['node'];

/** Where a notice leads, when it is not to the case's own page. */
const PLACES: Readonly<Record<string, string>> = {
  'joint-convened': '/mote',
  'meeting-moved': '/mote',
  'consent-changed': '/inte-langre',
  'consent-over': '/inte-langre',
};

/** Where a notice leads that names no case: whoever is asked knows only the question. */
const WITHOUT_CASE: Readonly<Record<string, string>> = { 'inquiry-asked': '/nu' };

const placeOf = ({ kind, caseId, ownCase }: ShownNotice): string | undefined =>
  caseId ? `${PLACES[kind] ?? (ownCase ? '/arende' : '/delat')}/${caseId}` : WITHOUT_CASE[kind];

function Words({ notice, earlier, unread }: { notice: ShownNotice; earlier: number; unread: boolean }) {
  const { t } = useTranslation('notice');
  const key = notice.dueAt ? `kind.${notice.kind}.until` : `kind.${notice.kind}.plain`;
  return (
    <p className="notice-words">
      <span className="notice-what">
        {notice.dueAt ? (
          <Trans t={t} i18nKey={key as never} components={{ due: <Time at={notice.dueAt} as="due" /> }} />
        ) : (
          t(key as never)
        )}
      </span>
      <span className="notice-when">
        {unread && <span className="vh">{t('unreadOne')} </span>}
        <Time at={notice.createdAt} as="short" />
        {notice.late && ` · ${t('late')}`}
        {earlier > 0 && ` · ${t('earlier', { count: earlier })}`}
      </span>
    </p>
  );
}

export function NoticeList({
  notices,
  label,
  most = Infinity,
}: {
  readonly notices: readonly ShownNotice[];
  readonly label: string;
  readonly most?: number;
}) {
  const { t } = useTranslation('notice');
  const [markRead] = useAct(MarkNoticeReadDocument);
  const read = async (unread: readonly ShownNotice[]) => {
    const answers = await Promise.all(unread.map(({ id }) => markRead({ id })));
    const refused = answers.find(({ refusal }) => refusal)?.refusal;
    if (refused) toast(refused.sentence);
  };
  return (
    <ul className="notice-list" aria-label={label}>
      {groupNotices(notices)
        .slice(0, most)
        .map(({ first, earlier, unread }) => (
          <li key={first.id} className="notice" data-unread={unread.length > 0 || undefined}>
            <Words notice={first} earlier={earlier.length} unread={unread.length > 0} />
            {placeOf(first) && (
              <Link className="notice-open" to={placeOf(first) ?? ''} onClick={() => void read(unread)}>
                {first.caseNumber ? t('openNumber', { number: first.caseNumber }) : t('open')}
              </Link>
            )}
            {unread.length > 0 && (
              <Button size="small" kind="quiet" icon={Check} onPress={() => void read(unread)}>
                {t('markRead')}
              </Button>
            )}
          </li>
        ))}
    </ul>
  );
}
