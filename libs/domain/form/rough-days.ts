/** About how many days a rule is, to compare two of different units; a deadline is never counted by it. */
import type { DeadlineRule } from '../deadline/deadline-rule.js';

const DAYS: Readonly<Partial<Record<string, number>>> = { days: 1, workdays: 1.4, weeks: 7, months: 30.4, years: 365 };

export const roughDays = (rule: DeadlineRule): number =>
  'count' in rule ? rule.count * (DAYS[rule.unit] ?? 0) : (rule.hours ?? 0) / 24;
