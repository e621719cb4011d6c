/** Who is told that something has happened on a case: its own pages, and what else shows it, by its id alone. */
import type { OutboxMessage } from '../outbox/outbox.port.js';

export interface AlsoTold {
  /** The house on whose queue it stands. */
  readonly queue?: string;
  /** Houses whose sight of it has become more or less. */
  readonly sight?: readonly string[];
}

export const caseNews = (caseId: string, { queue, sight = [] }: AlsoTold): OutboxMessage[] => [
  { topic: `live:case:${caseId}`, payload: { caseId } },
  ...(queue === undefined ? [] : [{ topic: `live:intake-queue:${queue}` as const, payload: { caseId } }]),
  ...[...new Set(sight)].map((branchId) => ({ topic: `live:sight:${branchId}` as const, payload: { caseId } })),
];
