/** As much of the queue as one has asked to see; it lives. */
import { IntakeQueueDocument, type IntakeQueueQuery } from '../graphql/generated/intake/graphql.js';
import { useReadOn } from '../graphql/use-read-on.js';
import { useLive } from '../live/connection.js';
import type { Filter, Wanted } from './queue-read.js';

const asked = (filter: Filter) =>
  filter === 'all' || filter === 'ungraded' ? { stage: filter, grade: null } : { stage: 'graded', grade: filter };
const queueOf = ({ intakeQueue }: IntakeQueueQuery) => intakeQueue;

export function useQueue({ filter, pages }: Wanted) {
  const { list, reading, renew, ...rest } = useReadOn({
    document: IntakeQueueDocument,
    asked: asked(filter),
    pages,
    listOf: queueOf,
  });
  useLive(list ? `intake-queue:${list.branchId}` : null, renew, reading);
  return { queue: list, ...rest };
}
