/** Between a form's fields and the way in which configurations write rules and alarms: one judge for both. */
import type { DeadlineRule as Rule } from '#domain/deadline/deadline-rule.js';
import { writeDeadlineRule } from '#domain/deadline/write-deadline-rule.js';
import { InvalidInput } from '#use-cases/failure.js';
import type { DeadlineKindSetting as Setting } from '#use-cases/deadline/set-deadline.js';
import type {
  DeadlineKindSetting,
  DeadlineRule,
  DeadlineRuleInput,
  SetDeadlineInput,
} from './deadline-setting.model.js';

export function writtenRule(input: DeadlineRuleInput): unknown {
  const { unit, hours, minutes, count } = input;
  if (unit === 'elapsed') {
    return { elapsed: { ...(hours == null ? {} : { hours }), ...(minutes == null ? {} : { minutes }) } };
  }
  if (unit === 'dutyHours') {
    const open = Object.fromEntries((input.open ?? []).map(({ weekday, opens, closes }) => [weekday, [opens, closes]]));
    return { dutyHours: hours, open, ...(input.closed?.length ? { closed: input.closed } : {}) };
  }
  return { [unit]: count };
}

export function writtenAlarms(input: SetDeadlineInput): unknown {
  const part = (percent: number): number => percent / 100;
  const steps = { unit: input.unit, leader: input.leader, manager: input.manager, 'duty-roster': input.dutyRoster };
  const escalations = Object.fromEntries(
    Object.entries(steps).flatMap(([step, percent]) => (percent == null ? [] : [[step, part(percent)]])),
  );
  return { warnings: input.warnings.map(part), escalations };
}

/** The form's own names of what the judge found at fault. */
export async function atTheFields<T>(deed: () => Promise<T>): Promise<T> {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.faults.map((fault) => ({ ...fault, field: fieldOf(fault.field) })));
  }
}

function fieldOf(path: string): string {
  if (path.startsWith('alarms.warnings')) return 'warnings';
  if (path === 'alarms.escalations') return 'unit';
  if (path.startsWith('alarms.escalations.'))
    return path.endsWith('duty-roster') ? 'dutyRoster' : (path.split('.').at(-1) ?? path);
  if (path === 'rule.elapsed' || path === 'rule.dutyHours' || path === 'rule.elapsed.hours') return 'rule.hours';
  if (path === 'rule.elapsed.minutes') return 'rule.minutes';
  const day = /^rule\.open\.(\w+)/.exec(path)?.[1];
  if (path.startsWith('rule.open')) return `rule.open.${day ?? 'mon'}`;
  if (path.startsWith('rule.closed')) return 'rule.closed';
  return 'rule.count';
}

export function shownRule(rule: Rule): DeadlineRule {
  const written = writeDeadlineRule(rule) as { open?: Record<string, [string, string]>; closed?: string[] };
  return {
    unit: rule.unit,
    hours: rule.unit === 'elapsed' || rule.unit === 'dutyHours' ? (rule.hours ?? null) : null,
    minutes: rule.unit === 'elapsed' ? (rule.minutes ?? null) : null,
    count: 'count' in rule ? rule.count : null,
    open: Object.entries(written.open ?? {}).map(([weekday, [opens, closes]]) => ({ weekday, opens, closes })),
    closed: written.closed ?? [],
  };
}

const percent = (fraction: number | undefined): number | null =>
  fraction === undefined ? null : Math.round(fraction * 100);

export function shownSetting({ alarms, rule, builtInRule, ...setting }: Setting): DeadlineKindSetting {
  return {
    ...setting,
    rule: shownRule(rule),
    builtInRule: shownRule(builtInRule),
    warnings: alarms.warnings.map((fraction) => Math.round(fraction * 100)),
    unit: percent(alarms.escalations.unit),
    leader: percent(alarms.escalations.leader),
    manager: percent(alarms.escalations.manager),
    dutyRoster: percent(alarms.escalations['duty-roster']),
  };
}
