/** A group's plan as it was read, with what has been told since laid over it. */
import { useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { parseCursor } from '#domain/live/cursor.js';
import { PlanDocument } from '../graphql/generated/plan/graphql.js';
import { markOfReading, useLive } from '../live/connection.js';
import type { LiveEvent } from '../live/live-line.js';
import { serverNow } from '../live/server-clock.js';
import type { PlanTold } from './concerns.js';
import { knownUpTo, laidOn, lay, namesNobodyKnown, type Laid, type PlanRead } from './laid.js';

export function usePlan(groupId: string, onLeft: (at: string) => void) {
  const [reading, again] = useQuery({
    query: PlanDocument,
    variables: { groupId },
    requestPolicy: 'cache-and-network',
  });
  const { data } = reading;
  const reload = () => again({ requestPolicy: 'network-only' });
  const [laid, setLaid] = useState<readonly Laid[]>([]);
  const key = reading.operation?.key;
  const read = useMemo<PlanRead | undefined>(
    () => data && { plan: data.plan, mark: parseCursor(key === undefined ? null : markOfReading(key)) },
    [data, key],
  );
  // Until it has been read anew nobody can say how far it is known.
  const stale = useRef<PlanRead | undefined>(undefined);
  const onEvent = ({ kind, change: told, cursor: text, more = false }: LiveEvent): void => {
    const change = told as PlanTold | undefined;
    const cursor = parseCursor(text);
    if (kind === 'change' && change?.kind === 'revoked') onLeft(new Date(serverNow()).toISOString());
    else if (kind === 'change' && read && cursor && (change?.kind === 'entry' || change?.kind === 'entries')) {
      setLaid((before) => [...laidOn(read, before), { change, cursor, more, on: read.plan }]);
      if (namesNobodyKnown(read.plan, change)) reload();
    } else {
      stale.current = read;
      reload();
    }
  };
  const since = read && laidOn(read, laid);
  const mark = () => (read && since && stale.current !== read ? (knownUpTo(read, since)?.text ?? null) : null);
  // What somebody else writes comes in beside one's own words, and what a family takes back leaves.
  useLive(read ? `plan:${groupId}` : null, onEvent, { mark });
  const plan = useMemo(() => read && lay(read.plan, laidOn(read, laid)), [read, laid]);
  return { plan, me: data?.me, reading, reload };
}
