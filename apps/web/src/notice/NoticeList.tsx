/** Notices as sentences: that something is to be looked at and until when, never about whom. */
import { Check } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../elements/Button.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { MarkNoticeReadDocument, type MyNoticesQuery } from '../graphql/generated/notice/graphql.js';
import { useAct } from '../graphql/use-act.js';
import './notice.css';

export type ShownNotice = MyNoticesQuery['myNotices']['edges'][number]['node'];

function Words({ notice }: { readonly notice: ShownNotice }) {
  const { t } = useTranslation('notice');
  const key = notice.dueAt ? `kind.${notice.kind}.until` : `kind.${notice.kind}.plain`;
  return (
    <p className="notice-words">
      <span className="notice-what">
        {notice.dueAt ? (
          <Trans t={t} i18nKey={key as never} components={{ due: <Time at={notice.dueAt} as="short" /> }} />
        ) : (
          t(key as never)
        )}
      </span>
      <span className="notice-when">
        {notice.readAt === null && <span className="vh">{t('unreadOne')} </span>}
        <Time at={notice.createdAt} as="short" />
        {notice.late && ` · ${t('late')}`}
      </span>
    </p>
  );
}

export function NoticeList({ notices, label }: { readonly notices: readonly ShownNotice[]; readonly label: string }) {
  const { t } = useTranslation('notice');
  const [markRead] = useAct(MarkNoticeReadDocument);
  const read = async (id: string) => {
    const { refusal } = await markRead({ id });
    if (refusal) toast(refusal.sentence);
  };
  return (
    <ul className="notice-list" aria-label={label}>
      {notices.map((notice) => (
        <li key={notice.id} className="notice" data-unread={notice.readAt === null || undefined}>
          <Words notice={notice} />
          {notice.caseId && (
            <Link className="notice-open" to={`/arende/${notice.caseId}`} onClick={() => void read(notice.id)}>
              {t('open')}
            </Link>
          )}
          {notice.readAt === null && (
            <Button size="small" kind="quiet" icon={Check} onPress={() => void read(notice.id)}>
              {t('markRead')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
