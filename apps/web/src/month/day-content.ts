/** What a calendar holds of one day: pure, so that the month and the week say the same of it. */
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { findPublicHoliday } from '#domain/kernel/public-holidays.js';
import type { MyCalendarQuery } from '../graphql/generated/month/graphql.js';
import { calendarDay } from '../time/moment.js';

type Calendar = MyCalendarQuery['myCalendar'];

export interface DayContent {
  readonly meetings: Calendar['meetings'];
  readonly deadlines: Calendar['deadlines'];
  /** Catalogue key of the holiday, or `closed`. */
  readonly off: string | undefined;
  /** The school break that the day is in. */
  readonly schoolBreak: string | undefined;
}

export const contentOf = (day: string, calendar: Calendar | undefined): DayContent => ({
  meetings: calendar?.meetings.filter(({ startsAt }) => calendarDay(startsAt) === day) ?? [],
  deadlines: calendar?.deadlines.filter(({ dueAt }) => dayOfDue(dueAt) === day) ?? [],
  off: offOf(day, calendar?.closedDays ?? []),
  schoolBreak: calendar?.schoolBreaks.find(({ from, until }) => from <= day && day <= until)?.name,
});

/** What is due when a day ends stands on that day, not on the one that begins then. */
export const dayOfDue = (dueAt: string): string => calendarDay(Date.parse(dueAt) - 1);

function offOf(day: string, closedDays: readonly string[]): string | undefined {
  const civil = parseCivilDay(day);
  const holiday = civil === undefined ? undefined : findPublicHoliday(civil);
  return holiday ?? (closedDays.includes(day) ? 'closed' : undefined);
}
