/** When something is due: the one place where a rule and a start become an instant. */
import { type Instant, isInstant } from '../kernel/instant.js';
import { fault, ok, type Result } from '../kernel/result.js';
import { countCalendar } from './count-calendar.js';
import { countDutyHours } from './count-duty-hours.js';
import { countElapsed } from './count-elapsed.js';
import { countWorkdays } from './count-workdays.js';
import type { DeadlineRule } from './deadline-rule.js';

function count(rule: DeadlineRule, from: Instant): Instant | undefined {
  switch (rule.unit) {
    case 'elapsed':
      return countElapsed(rule, from);
    case 'dutyHours':
      return countDutyHours(rule, from);
    case 'workdays':
      return countWorkdays(rule, from);
    default:
      return countCalendar(rule, from);
  }
}

/** The instant at which the time is up: what is done before it is in time. */
export function dueAt(rule: DeadlineRule, from: Instant): Result<Instant> {
  if (!isInstant(from)) return fault('from', 'no-instant', 'the start is not an instant');
  const due = count(rule, from);
  if (due === undefined) return fault('rule.open', 'never-open', 'the rule is never open within ten years');
  if (!isInstant(due)) return fault('rule', 'beyond-range', 'the time is not up before the year 10000');
  return ok(due);
}
