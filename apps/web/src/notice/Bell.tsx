/** How many notices are unread, wherever one is; it changes by itself and never interrupts. */
import { Bell as BellIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Icon } from '../elements/Icon.js';
import { UnreadNoticesDocument } from '../graphql/generated/notice/graphql.js';
import { useLive } from '../live/connection.js';
import { useViewer } from '../shell/viewer.js';
import './notice.css';

export function Bell() {
  const { t } = useTranslation('notice');
  const viewer = useViewer();
  const [reading, again] = useQuery({ query: UnreadNoticesDocument, pause: viewer === null });
  const mine = reading.data?.myNotices;
  useLive(viewer && mine ? `notices:${mine.staffId}` : null, () => again({ requestPolicy: 'network-only' }), reading);
  if (!viewer) return null;
  const unread = mine?.unread ?? 0;
  return (
    <Link to="/aviseringar" className="bell" aria-label={t('bell', { count: unread })}>
      <Icon of={BellIcon} />
      {unread > 0 && (
        <span className="bell-count" aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
