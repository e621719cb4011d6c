/** The settings form's values, and their judge: the very rule that counts deadlines, so that nothing passes here which fails there. */
import { z } from 'zod';
import { parseAlarmPlan } from '#domain/deadline/alarm-plan.js';
import { type DeadlineKind, BUILT_IN_RULES, dueOfKind } from '#domain/deadline/built-in-deadlines.js';
import { parseDeadlineRule } from '#domain/deadline/parse-deadline-rule.js';
import { WEEKDAYS } from '#domain/kernel/civil-day.js';
import type { Fault } from '#domain/kernel/result.js';
import type { ChosenDeadlineFragment, SetDeadlineInput } from '../graphql/generated/deadline/graphql.js';

const text = z.string();
const days = z.object({ mon: text, tue: text, wed: text, thu: text, fri: text, sat: text, sun: text });

const shape = z.object({
  rule: z.object({ unit: text, hours: text, minutes: text, count: text, open: days, closed: text }),
  warnings: text,
  unit: text,
  leader: text,
  manager: text,
  dutyRoster: text,
});
export type SettingValues = z.infer<typeof shape>;

/** Swedes write 1,5; an empty field is no number, and what is no number stays one for the judge to refuse. */
const number = (written: string): number | undefined =>
  written.trim() === '' ? undefined : Number(written.trim().replace(',', '.'));

const list = (written: string): string[] => written.split(/[\s,;]+/).filter((part) => part !== '');

const hoursOf = (written: string): string[] => written.split(/\s*[-–]\s*/).map((part) => part.trim());

function writtenRule({ rule }: SettingValues): unknown {
  if (rule.unit === 'elapsed') {
    const [hours, minutes] = [number(rule.hours), number(rule.minutes)];
    return { elapsed: { ...(hours === undefined ? {} : { hours }), ...(minutes === undefined ? {} : { minutes }) } };
  }
  if (rule.unit !== 'dutyHours') return { [rule.unit]: number(rule.count) };
  const open = WEEKDAYS.flatMap((day) => (rule.open[day].trim() === '' ? [] : [[day, hoursOf(rule.open[day])]]));
  const closed = list(rule.closed);
  return {
    dutyHours: number(rule.hours),
    open: Object.fromEntries(open) as unknown,
    ...(closed.length === 0 ? {} : { closed }),
  };
}

const part = (written: string): number | undefined => {
  const percent = number(written);
  return percent === undefined ? undefined : percent / 100;
};

function writtenAlarms({ warnings, ...values }: SettingValues): unknown {
  const steps = { unit: values.unit, leader: values.leader, manager: values.manager, 'duty-roster': values.dutyRoster };
  const escalations = Object.entries(steps).flatMap(([step, written]) => {
    const fraction = part(written);
    return fraction === undefined ? [] : [[step, fraction]];
  });
  return { warnings: list(warnings).map((one) => part(one)), escalations: Object.fromEntries(escalations) as unknown };
}

/** Where in the form the judge found fault. */
export function fieldOf(path: string): string {
  const day = /^rule\.open\.(\w+)/.exec(path)?.[1];
  if (day !== undefined) return `rule.open.${day}`;
  if (path.startsWith('rule.open')) return 'rule.open.mon';
  if (path.startsWith('rule.closed')) return 'rule.closed';
  if (path === 'rule.elapsed.minutes') return 'rule.minutes';
  if (path.startsWith('rule.elapsed') || path === 'rule.dutyHours') return 'rule.hours';
  if (path.startsWith('rule')) return 'rule.count';
  if (path.startsWith('alarms.warnings')) return 'warnings';
  if (path.endsWith('duty-roster')) return 'dutyRoster';
  return path.startsWith('alarms.escalations.') ? path.slice('alarms.escalations.'.length) : 'unit';
}

export function faultsOf(values: SettingValues): readonly Fault[] {
  const rule = parseDeadlineRule(writtenRule(values));
  const alarms = parseAlarmPlan(writtenAlarms(values));
  return [...(rule.ok ? [] : [rule.error]), ...(alarms.ok ? [] : [alarms.error])];
}

export const settingSchema = shape.superRefine((values, context) => {
  for (const { path, code } of faultsOf(values)) {
    context.addIssue({ code: 'custom', path: fieldOf(path).split('.'), message: `deadline:fault.${code}` });
  }
});

const shown = (value: number | null): string => (value === null ? '' : String(value));

export function valuesOf({ rule, ...setting }: ChosenDeadlineFragment): SettingValues {
  const day = (name: string): string => {
    const hours = rule.open.find(({ weekday }) => weekday === name);
    return hours ? `${hours.opens}–${hours.closes}` : '';
  };
  return {
    rule: {
      unit: rule.unit,
      hours: shown(rule.hours),
      minutes: shown(rule.minutes),
      count: shown(rule.count),
      open: Object.fromEntries(WEEKDAYS.map((name) => [name, day(name)])) as SettingValues['rule']['open'],
      closed: rule.closed.join('\n'),
    },
    warnings: setting.warnings.join(', '),
    unit: shown(setting.unit),
    leader: shown(setting.leader),
    manager: shown(setting.manager),
    dutyRoster: shown(setting.dutyRoster),
  };
}

/** Values that the judge has passed, as the api takes them. */
export function inputOf(kind: string, version: number, values: SettingValues): SetDeadlineInput {
  const { rule } = values;
  const duty = rule.unit === 'dutyHours';
  const open = WEEKDAYS.flatMap((weekday) => {
    const [opens, closes] = hoursOf(rule.open[weekday]);
    return opens && closes ? [{ weekday, opens, closes }] : [];
  });
  return {
    kind,
    version,
    rule: {
      unit: rule.unit,
      hours: rule.unit === 'elapsed' || duty ? (number(rule.hours) ?? null) : null,
      minutes: rule.unit === 'elapsed' ? (number(rule.minutes) ?? null) : null,
      count: rule.unit === 'elapsed' || duty ? null : (number(rule.count) ?? null),
      open: duty ? open : [],
      closed: duty ? list(rule.closed) : [],
    },
    warnings: list(values.warnings).map((one) => Math.round(number(one) ?? 0)),
    unit: number(values.unit) ?? null,
    leader: number(values.leader) ?? null,
    manager: number(values.manager) ?? null,
    dutyRoster: number(values.dutyRoster) ?? null,
  };
}

/** When it would be due if it began now, with the law's limit counted in; undefined while the values are at fault. */
export function dueIfNow(kind: string, values: SettingValues, now: number): number | undefined {
  const rule = parseDeadlineRule(writtenRule(values));
  if (!rule.ok || !Object.hasOwn(BUILT_IN_RULES, kind)) return undefined;
  const due = dueOfKind(kind as DeadlineKind, now, { ...BUILT_IN_RULES, [kind]: rule.value });
  return due.ok ? due.value : undefined;
}
