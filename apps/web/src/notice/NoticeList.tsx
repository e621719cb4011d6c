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
import { isOfAnothersCase, placeOf, wordsOf } from './notice-place.js';
import './notice.css';

export type ShownNotice = MyNoticesQuery['myNotices']['edges'][number]['node'];

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
        {isOfAnothersCase(notice) && ` ${t('othersCase')}`}
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

/** Leads to where one does what the notice asks for. */
function Open({ notice, onOpen }: { readonly notice: ShownNotice; readonly onOpen: () => void }) {
  const { t } = useTranslation('notice');
  const place = placeOf(notice);
  if (place === undefined) return null;
  const words = wordsOf(place, notice);
  return (
    <Link className="notice-open" to={place} onClick={onOpen}>
      {notice.caseNumber && words !== 'place'
        ? t(`open.${words}Number`, { number: notice.caseNumber })
        : t(`open.${words}`)}
    </Link>
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
            <Open notice={first} onOpen={() => void read(unread)} />
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
