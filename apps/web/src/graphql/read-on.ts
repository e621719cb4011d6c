/** A list longer than one answer, read on by its cursor to where somebody has asked. */
import type { Refusal } from './refusal.js';

/** How much is shown at first, and more at each asking. */
export const PAGE = 25;
/** As many as the api answers at once. */
export const MOST = 100;

export interface Listed {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list that was read on, and what it was read on from. */
export interface Whole<List> {
  readonly list: List;
  readonly of: List;
  /** What was asked for, beside how much of it. */
  readonly asked: string;
  readonly wanted: number;
  /** Why it could not be read to where one asked. */
  readonly refusal?: Refusal;
}

/** Until the new whole is there the one before stands, so that nobody loses their place; but never that of another question. */
export const shownOf = <List>(first: List, whole: Whole<List> | null, asked: string): List =>
  whole?.asked === asked ? whole.list : first;

export type ReadMore<List> = (
  count: number,
  after: string | null,
) => Promise<
  { readonly data: List; readonly refusal?: undefined } | { readonly data?: undefined; readonly refusal: Refusal }
>;

/** Where the rest cannot be read, what was read stays with the reason, and may be asked on from. */
export async function readOn<List extends Listed>(
  first: List,
  wanted: number,
  more: ReadMore<List>,
): Promise<{ readonly list: List; readonly refusal?: Refusal }> {
  let list = first;
  while (list.pageInfo.hasNextPage && list.edges.length < wanted) {
    const { data, refusal } = await more(Math.min(MOST, wanted - list.edges.length), list.pageInfo.endCursor);
    if (refusal) return { list, refusal };
    const { edges, ...rest } = data;
    // One that was moved between two answers stands in both.
    const known = new Set(list.edges.map(({ node }) => node.id));
    list = { ...list, ...rest, edges: [...list.edges, ...edges.filter(({ node }) => !known.has(node.id))] };
  }
  return { list };
}
