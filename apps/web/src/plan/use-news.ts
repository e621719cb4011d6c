/** What has happened in a group since it last met, kept living: what is told comes in, and what a family takes back leaves. */
import { useQuery } from 'urql';
import { PlanNewsDocument, type PlanNewsQuery } from '../graphql/generated/plan/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useLive } from '../live/connection.js';
import { useEnds } from '../live/ends.js';
import { useSight } from '../live/sight.js';
import { concernsNews } from './concerns.js';

export type News = PlanNewsQuery['planNews'];

export interface ReadNews {
  readonly news: News | undefined;
  readonly refusal: Refusal | undefined;
  readonly reload: () => void;
}

export function useNews(groupId: string): ReadNews {
  const [reading, again] = useQuery({
    query: PlanNewsDocument,
    variables: { groupId },
    requestPolicy: 'cache-and-network',
  });
  const { data, error } = reading;
  const news = data?.planNews;
  const reload = () => again({ requestPolicy: 'network-only' });
  const house = news ? data.me?.acting?.branchId : undefined;
  useLive(news ? `news:${groupId}` : null, reload, reading);
  // What is begun, rested and ended in the plan has happened too.
  useLive(news ? `plan:${groupId}` : null, (event) => concernsNews(event) && reload(), reading);
  // That the whole group has left is for the page that it stands on to say.
  useSight({ address: house ? `sight:${house}` : null, about: groupId, again: reload, onLeft: reload, reading });
  useEnds(news?.happenings.map(({ said }) => said?.until) ?? [], reload);
  return { news, refusal: error && !news ? refusalOf(error) : undefined, reload };
}
