/** A month as whole weeks from Monday, with ISO week numbers: pure, so that it can be tested without a page. */
import { parseDate, type CalendarDate } from '@internationalized/date';

export interface MonthWeek {
  /** ISO 8601: the week that holds the year's first Thursday is the first. */
  readonly number: number;
  /** ISO days, Monday first. */
  readonly days: readonly string[];
}

const mondayOf = (day: CalendarDate): CalendarDate => day.subtract({ days: (day.toDate('UTC').getUTCDay() + 6) % 7 });

export function weekNumber(day: string): number {
  const thursday = mondayOf(parseDate(day)).add({ days: 3 });
  const first = thursday.set({ month: 1, day: 1 });
  return 1 + Math.floor(thursday.compare(first) / 7);
}

/** The week that holds a day. */
export function weekOf(day: string): MonthWeek {
  const monday = mondayOf(parseDate(day));
  return {
    number: weekNumber(day),
    days: Array.from({ length: 7 }, (_, at) => monday.add({ days: at }).toString()),
  };
}

/** The weeks that a month touches: four to six. */
export function monthWeeks(day: string): readonly MonthWeek[] {
  const first = parseDate(day).set({ day: 1 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  const monday = mondayOf(first);
  const count = Math.floor(last.compare(monday) / 7) + 1;
  return Array.from({ length: count }, (_, week) => weekOf(monday.add({ weeks: week }).toString()));
}

/** Where an arrow leads from a day; undefined for keys that are no way. */
export function dayByKey(day: string, key: string): string | undefined {
  const at = parseDate(day);
  switch (key) {
    case 'ArrowLeft':
      return at.subtract({ days: 1 }).toString();
    case 'ArrowRight':
      return at.add({ days: 1 }).toString();
    case 'ArrowUp':
      return at.subtract({ weeks: 1 }).toString();
    case 'ArrowDown':
      return at.add({ weeks: 1 }).toString();
    case 'PageUp':
      return at.subtract({ months: 1 }).toString();
    case 'PageDown':
      return at.add({ months: 1 }).toString();
    case 'Home':
      return mondayOf(at).toString();
    case 'End':
      return mondayOf(at).add({ days: 6 }).toString();
    default:
      return undefined;
  }
}
