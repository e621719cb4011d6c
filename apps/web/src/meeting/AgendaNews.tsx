/**
 * What has been told since the group last met, beside the agenda while the meeting goes through it: the good first, and by itself
 * as it comes. On a shared screen stands only what everyone present may see.
 */
import { Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { AgendaNewsDocument } from '../graphql/generated/meeting/graphql.js';
import { useLive } from '../live/connection.js';
import { useEnds } from '../live/ends.js';
import { useSight } from '../live/sight.js';

const nothing = () => undefined;

interface AgendaNewsProps {
  readonly hubId: string;
  readonly groupId: string;
  /** Items that everyone present may see; null where one looks alone. */
  readonly forAll: ReadonlySet<string> | null;
}

export function AgendaNews({ hubId, groupId, forAll }: AgendaNewsProps) {
  const { t } = useTranslation('meeting');
  const [reading, again] = useQuery({
    query: AgendaNewsDocument,
    variables: { hubId },
    requestPolicy: 'cache-and-network',
  });
  const { data } = reading;
  const reload = () => again({ requestPolicy: 'network-only' });
  useLive(`news:${groupId}`, reload, reading);
  // That the whole meeting has left is for the board to say.
  const house = data?.me?.acting?.branchId;
  useSight({ address: house ? `sight:${house}` : null, about: hubId, again: reload, onLeft: nothing, reading });
  useEnds(data?.agendaNews.map(({ said }) => said.until) ?? [], reload);
  const news = (data?.agendaNews ?? []).filter(({ said }) => forAll?.has(said.itemId) ?? true);
  if (news.length === 0) return null;
  return (
    <section aria-label={t('news')} className="agenda-news">
      <h2 className="board-heading">{t('news')}</h2>
      <ul role="list">
        {news.map(({ id, kind, said }) => (
          <li key={id} data-kind={kind}>
            {kind === 'good-news' && (
              <>
                <Icon of={Sun} />
                <span className="vh">{t('goodNews')} </span>
              </>
            )}
            <span className="agenda-news-words">{said.text}</span>
            <span className="row gap-2">
              <AgencyBadge kind={said.giverKind as PartyKind} letterOnly />
              <GroundTag ground={said.ground} {...(said.until ? { until: said.until } : {})} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
