/**
 * What the parties have agreed to follow in figures, day by day or week by week. A figure has two readings, and both are said:
 * attendance that has gone from 6 to 65 % is a success to one agency and 35 % absence to another ([S1]).
 */
import { type CivilDay, weekdayIndex } from '../kernel/civil-day.js';

export const SERIES_UNITS = ['percent', 'hours', 'count'] as const;
export type SeriesUnit = (typeof SERIES_UNITS)[number];

/** Which way is better: attendance more, absence less. */
export const SERIES_BETTER = ['more', 'less'] as const;
export type SeriesBetter = (typeof SERIES_BETTER)[number];

/** How often it is told. */
export const SERIES_CADENCES = ['day', 'week'] as const;
export type SeriesCadence = (typeof SERIES_CADENCES)[number];

export interface Measured {
  readonly unit: SeriesUnit;
  readonly better: SeriesBetter;
  readonly cadence: SeriesCadence;
}

export interface MeasuredWritten {
  readonly unit: string;
  readonly better: string;
  readonly cadence: string;
}

/** Null where one of the words is none of its own. */
export function measuredOf(written: MeasuredWritten): Measured | null {
  const unit = SERIES_UNITS.find((one) => one === written.unit);
  const better = SERIES_BETTER.find((one) => one === written.better);
  const cadence = SERIES_CADENCES.find((one) => one === written.cadence);
  return unit && better && cadence ? { unit, better, cadence } : null;
}

/** A day stands for itself, a week by its Monday. */
export const periodOf = (day: CivilDay, cadence: SeriesCadence): CivilDay =>
  cadence === 'day' ? day : day - weekdayIndex(day);

const LENGTH: Readonly<Record<SeriesCadence, number>> = { day: 1, week: 7 };

/** The most that a figure can be: a part of a whole, the hours that a day or a week has, a number that one counts. */
const MOST: Readonly<Record<SeriesUnit, Readonly<Record<SeriesCadence, number>>>> = {
  percent: { day: 100, week: 100 },
  hours: { day: 24, week: 168 },
  count: { day: 1_000, week: 1_000 },
};

export const mostOf = ({ unit, cadence }: Pick<Measured, 'unit' | 'cadence'>): number => MOST[unit][cadence];

export interface ValueWritten {
  /** Undefined where no day was written. */
  readonly on: CivilDay | undefined;
  /** As it was typed; a comma or a point before the decimal. */
  readonly value: string;
}

export interface ValueFault {
  readonly field: 'on' | 'value';
  readonly code: 'date-missing' | 'in-future' | 'required' | 'no-figure' | 'no-whole-figure' | 'too-much';
}

export type ValueDecision =
  | { readonly outcome: 'told'; readonly period: CivilDay; readonly value: number }
  | { readonly outcome: 'refused'; readonly faults: readonly ValueFault[] };

/** A week may be told from its first day on, since whoever knows it tells it when they can. */
export function decideValue(written: ValueWritten, measured: Measured, today: CivilDay): ValueDecision {
  const { on } = written;
  const value = figureOf(written.value);
  const faults: ValueFault[] = [];
  if (on === undefined) faults.push({ field: 'on', code: 'date-missing' });
  else if (periodOf(on, measured.cadence) > today) faults.push({ field: 'on', code: 'in-future' });
  if (typeof value === 'string') faults.push({ field: 'value', code: value });
  else if (measured.unit === 'count' && !Number.isInteger(value))
    faults.push({ field: 'value', code: 'no-whole-figure' });
  else if (value > mostOf(measured)) faults.push({ field: 'value', code: 'too-much' });
  if (faults.length > 0 || on === undefined || typeof value === 'string') return { outcome: 'refused', faults };
  return { outcome: 'told', period: periodOf(on, measured.cadence), value };
}

/** One decimal is as fine as anybody counts. */
function figureOf(written: string): number | 'required' | 'no-figure' {
  const text = written.trim().replace(/ ?(%|procent)$/, '');
  if (text === '') return 'required';
  return /^\d{1,4}([.,]\d)?$/.test(text) ? Number(text.replace(',', '.')) : 'no-figure';
}

export interface Told {
  readonly period: CivilDay;
  readonly value: number;
}

/** Both readings of a series: where it has gone, and what is left. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly way: 'up' | 'down' | 'same';
  /** Null where it stands still, or has been told once. */
  readonly isBetter: boolean | null;
  /** Of a whole, what is still missing, or still there; null where there is no whole. */
  readonly left: number | null;
}

/** By the first and the last of the periods, in whatever order they were told; null before the first. */
export function readingOf(told: readonly Told[], { unit, better }: Pick<Measured, 'unit' | 'better'>): Reading | null {
  const inOrder = [...told].sort((one, other) => one.period - other.period);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return null;
  const [from, to] = [first.value, last.value];
  const way = to > from ? 'up' : to < from ? 'down' : 'same';
  const left = better === 'more' ? Math.round((100 - to) * 10) / 10 : to;
  return {
    from,
    to,
    way,
    isBetter: way === 'same' ? null : (way === 'up') === (better === 'more'),
    left: unit === 'percent' ? left : null,
  };
}

/**
 * The last whole period that nobody has told, for a gentle line on the page and no deadline; null where nothing is waited for.
 * Days of rest are waited for by nobody.
 */
export function untoldPeriod(
  told: readonly Pick<Told, 'period'>[],
  { cadence }: Pick<Measured, 'cadence'>,
  of: { readonly agreedOn: CivilDay; readonly today: CivilDay; readonly isRest: (day: CivilDay) => boolean },
): CivilDay | null {
  let last = periodOf(of.today, cadence) - LENGTH[cadence];
  if (cadence === 'day') while (of.isRest(last)) last -= 1;
  if (last < periodOf(of.agreedOn, cadence)) return null;
  return told.some(({ period }) => period >= last) ? null : last;
}

/** A figure with its unit, in the signs that every language of the house reads. */
export const figureWords = (value: number, unit: SeriesUnit): string =>
  `${String(value).replace('.', ',')}${{ percent: ' %', hours: ' h', count: '' }[unit]}`;
