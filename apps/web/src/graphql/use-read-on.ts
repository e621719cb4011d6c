/**
 * As much of a list as one has asked to see, read on by cursor beyond what one answer holds. What comes live is shown when all of
 * it has been read anew, so that nothing falls out between two pages and nobody loses their place.
 */
import { useEffect, useState } from 'react';
import { useClient, useQuery, type TypedDocumentNode, type UseQueryState } from 'urql';
import { MOST, PAGE, readOn, shownOf, type Listed, type ReadMore, type Whole } from './read-on.js';
import { refusalOf, type Refusal } from './refusal.js';

interface Cursor {
  readonly first: number;
  readonly after?: string | null;
}

export interface ReadingOn<Data, Rest extends object, List> {
  readonly document: TypedDocumentNode<Data, Rest & Cursor>;
  /** What is asked for, beside how much of it. */
  readonly asked: Rest;
  readonly pages: number;
  /** The same function at every draw. */
  readonly listOf: (data: Data) => List;
}

export interface ReadList<Data, List> {
  readonly list: List | undefined;
  readonly fetching: boolean;
  readonly refusal: Refusal | undefined;
  /** Reads it anew, to where one has come. */
  readonly renew: () => void;
  /** The same, said by whoever was told that it could not be read on. */
  readonly again: () => void;
  /** The first answer, for what watches it. */
  readonly reading: UseQueryState<Data>;
}

export function useReadOn<Data, Rest extends object, List extends Listed>({
  document,
  asked,
  pages,
  listOf,
}: ReadingOn<Data, Rest, List>): ReadList<Data, List> {
  const client = useClient();
  const wanted = PAGE * pages;
  const question = JSON.stringify(asked);
  const [reading, ask] = useQuery<Data, Rest & Cursor>({
    query: document,
    variables: { ...asked, first: Math.min(MOST, wanted), after: null },
  });
  const first = reading.data === undefined ? undefined : listOf(reading.data);
  const [whole, setWhole] = useState<Whole<List> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const goesOn = first !== undefined && wanted > MOST && first.pageInfo.hasNextPage;
  useEffect(() => {
    if (!goesOn) return;
    let latest = true;
    const more: ReadMore<List> = async (count, after) => {
      const variables = { ...(JSON.parse(question) as Rest), first: count, after };
      const { data, error } = await client
        .query<Data, Rest & Cursor>(document, variables, { requestPolicy: 'network-only' })
        .toPromise();
      return data === undefined ? { refusal: refusalOf(error ?? {}) } : { data: listOf(data) };
    };
    void readOn(first, wanted, more).then((read) => {
      if (latest) setWhole({ ...read, of: first, asked: question, wanted });
    });
    return () => {
      latest = false;
    };
  }, [client, document, first, goesOn, listOf, question, wanted, attempt]);
  const read = whole?.of === first && whole?.asked === question && whole.wanted === wanted ? whole : null;
  const renew = () => ask({ requestPolicy: 'network-only' });
  return {
    list: goesOn ? shownOf(first, whole, question) : first,
    fetching: reading.fetching || (goesOn && !read),
    refusal: reading.error ? refusalOf(reading.error) : goesOn ? read?.refusal : undefined,
    renew,
    again: () => {
      setWhole((before) => before && { ...before, wanted: 0 });
      setAttempt((count) => count + 1);
      renew();
    },
    reading,
  };
}
