/**
 * What somebody tells between two meetings: a short note, so that it is written in a minute from where one stands. Good news
 * counts as news, and is told first ([S1]); what worries somebody about a child at once is a concern report and no news.
 */
import type { PointKind } from '../meeting/meeting-point.js';

/** The same words as on a meeting's agenda, where they come up by themselves; the good first. */
export const NEWS_KINDS = ['good-news', 'news'] as const satisfies readonly PointKind[];
export type NewsKind = (typeof NEWS_KINDS)[number];

/** Signs; longer than this is minutes, a picture or a measure. */
export const LONGEST_NEWS = 500;

export const newsKindOf = (word: string): NewsKind | null => NEWS_KINDS.find((one) => one === word) ?? null;

/** As a meeting goes through them: the good first, and each kind in the order in which it came. */
export const goodFirst = <T extends { readonly kind: NewsKind }>(news: readonly T[]): readonly T[] =>
  NEWS_KINDS.flatMap((kind) => news.filter((one) => one.kind === kind));

/** Told after the meeting before, and not after the one that it comes up at has ended; both in ms. */
export const isForMeeting = (
  madeAt: number,
  { after, until }: { readonly after: number | null; readonly until: number | null },
): boolean => (after === null || madeAt >= after) && (until === null || madeAt <= until);
