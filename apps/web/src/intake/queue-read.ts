/** What one asks of the queue stands in the page's address, so that one comes back to the same place in it. */

/** Whoever writes an address of their own reads no more than this. */
const MOST_PAGES = 40;

export const FILTERS = ['all', 'ungraded', 'red', 'orange', 'green'] as const;
export type Filter = (typeof FILTERS)[number];

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
