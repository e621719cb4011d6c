/** A rule as configurations write it, so that a deadline keeps the very rule that it was counted by, readable to anyone. */
import { formatCivilDay } from '../kernel/civil-day.js';
import type { DeadlineRule, OpeningHours } from './deadline-rule.js';

const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const written = ({ opens, closes }: OpeningHours): readonly string[] => [timeOfDay(opens), timeOfDay(closes)];

/** What `parseDeadlineRule` reads back as the same rule. */
export function writeDeadlineRule(rule: DeadlineRule): Readonly<Record<string, unknown>> {
  switch (rule.unit) {
    case 'elapsed': {
      const { hours, minutes } = rule;
      return { elapsed: { ...(hours === undefined ? {} : { hours }), ...(minutes === undefined ? {} : { minutes }) } };
    }
    case 'dutyHours': {
      const open = Object.fromEntries(Object.entries(rule.open).map(([weekday, hours]) => [weekday, written(hours)]));
      const closed = [...rule.closed].sort((a, b) => a - b).map(formatCivilDay);
      return { dutyHours: rule.hours, open, ...(closed.length === 0 ? {} : { closed }) };
    }
    default:
      return { [rule.unit]: rule.count };
  }
}
