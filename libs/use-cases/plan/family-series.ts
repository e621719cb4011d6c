/** A series as one of the family is told it: each figure that their gate gives them, where it has gone and what is left. */
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { readingOf, type Measured, type Reading } from '#domain/plan/plan-series.js';
import type { ReleasedItem } from '../gate/released.js';
import type { FamilySeriesRow, FamilyValueRow } from './family-plan.port.js';

export interface FamilySeries {
  readonly measured: Measured;
  /** In the order of their days. */
  readonly values: readonly { readonly id: string; readonly period: string; readonly value: number }[];
  readonly reading: Reading | null;
}

export function seriesOf(
  { series, values }: { readonly series: readonly FamilySeriesRow[]; readonly values: readonly FamilyValueRow[] },
  { items }: { readonly items: ReadonlyMap<string, ReleasedItem> },
  entryId: string,
): FamilySeries | null {
  const row = series.find(({ id }) => id === entryId);
  if (!row) return null;
  const { unit, better, cadence } = row;
  const told = values.flatMap(({ id, seriesId, period, itemId }) => {
    const value = seriesId === entryId ? items.get(itemId)?.content.data?.['value'] : undefined;
    return typeof value === 'number' ? [{ id, period, value }] : [];
  });
  const reading = readingOf(
    told.map(({ period, value }) => ({ period: parseCivilDay(period) ?? 0, value })),
    { unit, better },
  );
  return { measured: { unit, better, cadence }, values: told, reading };
}
