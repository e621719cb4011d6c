/**
 * Reads a rule as configurations write it. A rule that is not understood to the last word is refused: a limit that
 * silently counts something else than was meant is worse than none.
 */
import { type CivilDay, parseCivilDay, WEEKDAYS, type Weekday } from '../kernel/civil-day.js';
import { fault, ok, type Result } from '../kernel/result.js';
import {
  type CalendarRule,
  type DeadlineRule,
  type DutyHoursRule,
  type ElapsedRule,
  type OpeningHours,
  RULE_UNITS,
  type WorkdaysRule,
} from './deadline-rule.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0;

/** `path` is where the rule stands, so that a fault in a long configuration is found. */
export function parseDeadlineRule(value: unknown, path = 'rule'): Result<DeadlineRule> {
  if (!isFields(value)) return fault(path, 'no-rule', 'a rule is an object with one unit');
  const units = RULE_UNITS.filter((unit) => Object.hasOwn(value, unit));
  const [unit] = units;
  if (unit === undefined || units.length > 1) {
    return fault(path, 'one-unit', `a rule has exactly one unit of ${RULE_UNITS.join(', ')}`);
  }
  const known: readonly string[] = unit === 'dutyHours' ? [unit, 'open', 'closed'] : [unit];
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined) {
    return fault(`${path}.${stranger}`, 'unknown-field', `a rule in ${unit} has no such field`);
  }
  if (unit === 'elapsed') return parseElapsed(value[unit], `${path}.${unit}`);
  if (unit === 'dutyHours') return parseDutyHours(value, path);
  return parseCount(unit, value[unit], `${path}.${unit}`);
}

function parseCount(
  unit: (CalendarRule | WorkdaysRule)['unit'],
  count: unknown,
  path: string,
): Result<CalendarRule | WorkdaysRule> {
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) {
    return fault(path, 'no-whole-number', 'the number is a whole number from 1');
  }
  return ok({ unit, count });
}

function parseElapsed(value: unknown, path: string): Result<ElapsedRule> {
  if (!isFields(value)) return fault(path, 'no-duration', 'elapsed time is an object with hours, minutes or both');
  const keys = Object.keys(value);
  const stranger = keys.find((key) => key !== 'hours' && key !== 'minutes');
  if (stranger !== undefined) {
    return fault(`${path}.${stranger}`, 'unknown-field', 'elapsed time is written in hours and minutes');
  }
  if (keys.length === 0) return fault(path, 'no-duration', 'elapsed time has hours, minutes or both');
  const wrong = keys.find((key) => !isAmount(value[key]));
  if (wrong !== undefined) return fault(`${path}.${wrong}`, 'no-amount', 'the number is above 0 and finite');
  return ok({ unit: 'elapsed', ...(value as { hours?: number; minutes?: number }) });
}

function parseDutyHours(value: Fields, path: string): Result<DutyHoursRule> {
  const hours = value['dutyHours'];
  if (!isAmount(hours)) return fault(`${path}.dutyHours`, 'no-amount', 'the number is above 0 and finite');
  const open = parseOpen(value['open'], `${path}.open`);
  if (!open.ok) return open;
  const closed = Object.hasOwn(value, 'closed')
    ? parseClosed(value['closed'], `${path}.closed`)
    : ok(new Set<number>());
  if (!closed.ok) return closed;
  return ok({ unit: 'dutyHours', hours, open: open.value, closed: closed.value });
}

function parseOpen(value: unknown, path: string): Result<DutyHoursRule['open']> {
  if (!isFields(value)) return fault(path, 'no-opening-hours', 'opening hours are an object with weekdays');
  const open: Partial<Record<Weekday, OpeningHours>> = {};
  for (const [key, written] of Object.entries(value)) {
    const weekday = WEEKDAYS.find((known) => known === key);
    if (weekday === undefined) {
      return fault(`${path}.${key}`, 'unknown-weekday', `a weekday is one of ${WEEKDAYS.join(', ')}`);
    }
    const hours = parseOpeningHours(written, `${path}.${key}`);
    if (!hours.ok) return hours;
    open[weekday] = hours.value;
  }
  if (Object.keys(open).length === 0) return fault(path, 'never-open', 'the rule is never open');
  return ok(open);
}

function parseOpeningHours(value: unknown, path: string): Result<OpeningHours> {
  if (!Array.isArray(value) || value.length !== 2) {
    return fault(path, 'no-opening-hours', 'opening hours are two times, such as ["08:00", "16:30"]');
  }
  const opens = parseMinuteOfDay(value[0], `${path}[0]`);
  if (!opens.ok) return opens;
  const closes = parseMinuteOfDay(value[1], `${path}[1]`);
  if (!closes.ok) return closes;
  if (opens.value >= closes.value) return fault(path, 'closes-before-opening', 'opening comes before closing');
  return ok({ opens: opens.value, closes: closes.value });
}

/** 24:00 is a closing time, for whoever is there around the clock. */
function parseMinuteOfDay(value: unknown, path: string): Result<number> {
  const match = typeof value === 'string' ? /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(value) : null;
  if (match === null) return fault(path, 'no-time-of-day', 'a time is written like "08:00"');
  return ok(match[1] === undefined ? 24 * 60 : Number(match[1]) * 60 + Number(match[2]));
}

function parseClosed(value: unknown, path: string): Result<ReadonlySet<CivilDay>> {
  if (!Array.isArray(value)) return fault(path, 'no-dates', 'closed days are a list of dates');
  const closed = new Set<CivilDay>();
  for (const [index, written] of value.entries()) {
    const day = typeof written === 'string' ? parseCivilDay(written) : undefined;
    if (day === undefined) return fault(`${path}[${index}]`, 'no-date', 'a closed day is a date like "2026-12-24"');
    closed.add(day);
  }
  return ok(closed);
}
