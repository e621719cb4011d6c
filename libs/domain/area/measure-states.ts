/** A measure at a place: open from week to week until it is done or dropped, and what came of it is said. */

export const MEASURE_STATES = ['open', 'done', 'dropped'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

export const isMeasureState = (word: string): word is MeasureState =>
  (MEASURE_STATES as readonly string[]).includes(word);

/** Open measures follow into each week until they end; what has ended is shown in the week in which it did. */
export const standsInWeek = (
  measure: { readonly since: number; readonly endedWeek: number | null },
  monday: number,
): boolean => measure.since <= monday && (measure.endedWeek === null || measure.endedWeek >= monday);
