/**
 * As much of the queue as one has asked to see, read on by cursor beyond what one answer holds. What comes live is shown when
 * all of it has been read anew, so that nothing falls out between two pages and nobody loses their place.
 */
import { useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { IntakeQueueDocument } from '../graphql/generated/intake/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useLive } from '../live/connection.js';
import { MOST, PAGE, readOn, shownOf, type Filter, type ReadMore, type Wanted, type Whole } from './queue-read.js';

const asked = (filter: Filter) =>
  filter === 'all' || filter === 'ungraded' ? { stage: filter, grade: null } : { stage: 'graded', grade: filter };

export function useQueue({ filter, pages }: Wanted) {
  const client = useClient();
  const wanted = PAGE * pages;
  const [reading, again] = useQuery({
    query: IntakeQueueDocument,
    variables: { first: Math.min(MOST, wanted), after: null, ...asked(filter) },
  });
  const first = reading.data?.intakeQueue;
  useLive(first ? `intake-queue:${first.branchId}` : null, () => again(), reading);
  const [whole, setWhole] = useState<Whole | null>(null);
  const [attempt, setAttempt] = useState(0);
  const goesOn = first !== undefined && wanted > MOST && first.pageInfo.hasNextPage;
  useEffect(() => {
    if (!goesOn) return;
    let latest = true;
    const more: ReadMore = async (count, after) => {
      const { data, error } = await client
        .query(IntakeQueueDocument, { first: count, after, ...asked(filter) })
        .toPromise();
      return data ? { data: data.intakeQueue } : { refusal: refusalOf(error ?? {}) };
    };
    void readOn(first, wanted, more).then((read) => {
      if (latest) setWhole({ ...read, of: first, filter, wanted });
    });
    return () => {
      latest = false;
    };
  }, [client, first, filter, wanted, goesOn, attempt]);
  const read = whole?.of === first && whole?.filter === filter && whole.wanted === wanted ? whole : null;
  const refusal = reading.error ? refusalOf(reading.error) : goesOn ? read?.refusal : undefined;
  return {
    queue: goesOn ? shownOf(first, whole, filter) : first,
    fetching: reading.fetching || (goesOn && !read),
    refusal,
    again: () => {
      setWhole((before) => before && { ...before, wanted: 0 });
      setAttempt((count) => count + 1);
      again();
    },
  };
}
