/**
 * How a time limit is counted. A rule is data: a municipality sets its own without anybody changing the program, and a
 * deadline keeps the very rule that it was counted by.
 */
import type { CivilDay, Weekday } from '../kernel/civil-day.js';

/** Real time, whatever the clock on the wall does. Both parts add up; at least one is there. */
export interface ElapsedRule {
  readonly unit: 'elapsed';
  readonly hours?: number;
  readonly minutes?: number;
}

/** Ends with a calendar day in Stockholm. */
export interface CalendarRule {
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
  readonly count: number;
}

/** Minutes after midnight on the clock on the wall; closing may be 1440, which is 24:00. */
export interface OpeningHours {
  readonly opens: number;
  readonly closes: number;
}

/** Real time that is counted only while somebody is there. */
export interface DutyHoursRule {
  readonly unit: 'dutyHours';
  readonly hours: number;
  /** A weekday that is missing is shut. */
  readonly open: Readonly<Partial<Record<Weekday, OpeningHours>>>;
  readonly closed: ReadonlySet<CivilDay>;
}

/** Ends with a working day in Stockholm. */
export interface WorkdaysRule {
  readonly unit: 'workdays';
  readonly count: number;
}

export type DeadlineRule = ElapsedRule | CalendarRule | DutyHoursRule | WorkdaysRule;

export const RULE_UNITS = ['elapsed', 'days', 'weeks', 'months', 'years', 'dutyHours', 'workdays'] as const;
