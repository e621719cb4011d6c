/** One's meetings and what is due on these days, asked anew when a meeting of one's house changes. */
import { useQuery } from 'urql';
import { MyCalendarDocument } from '../graphql/generated/month/graphql.js';
import { useLive } from '../live/connection.js';

/** `days`: in order and without a gap, ISO; `day` where there is none. */
export function useMyDays(days: readonly string[], day: string) {
  const [reading, again] = useQuery({
    query: MyCalendarDocument,
    variables: { from: days[0] ?? day, days: days.length },
  });
  const house = reading.data?.me?.acting?.branchId;
  useLive(house ? `hubs:${house}` : null, () => again({ requestPolicy: 'network-only' }), reading);
  return [reading, again] as const;
}
