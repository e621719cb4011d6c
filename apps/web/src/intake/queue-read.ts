/** What one asks of the queue stands in the page's address, so that one comes back to the same place in it; and how it is read on. */
import type { IntakeQueueQuery } from '../graphql/generated/intake/graphql.js';
import type { Refusal } from '../graphql/refusal.js';

export const PAGE = 25;
/** As many as the api answers at once. */
export const MOST = 100;
/** Whoever writes an address of their own reads no more than this. */
const MOST_PAGES = 40;

export const FILTERS = ['all', 'ungraded', 'red', 'orange', 'green'] as const;
export type Filter = (typeof FILTERS)[number];
export type Queue = IntakeQueueQuery['intakeQueue'];

export interface Wanted {
  readonly filter: Filter;
  readonly pages: number;
}

export function wantedIn(search: URLSearchParams): Wanted {
  const filter = FILTERS.find((one) => one === search.get('visa')) ?? 'all';
  const pages = Number(search.get('sidor') ?? 1);
  return { filter, pages: Number.isInteger(pages) ? Math.min(MOST_PAGES, Math.max(1, pages)) : 1 };
}

/** What is as one finds it at first is not said. */
export const searchOf = ({ filter, pages }: Wanted): Record<string, string> => ({
  ...(filter === 'all' ? {} : { visa: filter }),
  ...(pages === 1 ? {} : { sidor: String(pages) }),
});

/** A queue that was read on, and what it was read on from. */
export interface Whole {
  readonly queue: Queue;
  readonly of: Queue;
  readonly filter: Filter;
  readonly wanted: number;
  /** Why it could not be read to where one asked. */
  readonly refusal?: Refusal;
}

/** Until the new whole is there the one before stands, so that nobody loses their place; but never that of another filter. */
export const shownOf = (first: Queue, whole: Whole | null, filter: Filter): Queue =>
  whole?.filter === filter ? whole.queue : first;

export type ReadMore = (
  count: number,
  after: string | null,
) => Promise<
  { readonly data: Queue; readonly refusal?: undefined } | { readonly data?: undefined; readonly refusal: Refusal }
>;

/** Where the rest cannot be read, what was read stays with the reason, and may be asked on from. */
export async function readOn(
  first: Queue,
  wanted: number,
  more: ReadMore,
): Promise<{ readonly queue: Queue; readonly refusal?: Refusal }> {
  let queue = first;
  while (queue.pageInfo.hasNextPage && queue.edges.length < wanted) {
    const { data, refusal } = await more(Math.min(MOST, wanted - queue.edges.length), queue.pageInfo.endCursor ?? null);
    if (refusal) return { queue, refusal };
    const { edges, ...rest } = data;
    // One whose time was moved between two answers stands in both.
    const known = new Set(queue.edges.map(({ node }) => node.id));
    queue = { ...rest, edges: [...queue.edges, ...edges.filter(({ node }) => !known.has(node.id))] };
  }
  return { queue };
}
