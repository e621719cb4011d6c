/** From a form to the fields that change it, and from the fields to what the api is told; empty is as the form has it. */
import type { FormPreviewQueryVariables, ShownFormFragment } from '../graphql/generated/form/graphql.js';

export interface FormValues {
  readonly nameSv: string;
  readonly agesFrom: string;
  readonly agesTo: string;
  readonly room: string;
  readonly weeksApart: string;
  readonly slotWeekday: string;
  readonly slotStarts: string;
  readonly slotEveryWeeks: string;
  readonly preMeetingMinutes: string;
  readonly leadershipEveryWeeks: string;
  readonly monthsFrom: string;
  readonly monthsTo: string;
  readonly without: readonly string[];
}

const NUMBERS = [
  'agesFrom',
  'agesTo',
  'room',
  'weeksApart',
  'slotEveryWeeks',
  'preMeetingMinutes',
  'leadershipEveryWeeks',
  'monthsFrom',
  'monthsTo',
] as const;

const written = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

export function valuesOf(form: ShownFormFragment, leftOut: readonly string[]): FormValues {
  const { cadence } = form;
  const [first] = form.meetings.flatMap(({ agenda }) => agenda);
  return {
    nameSv: form.name.sv,
    agesFrom: written(form.ages?.from),
    agesTo: written(form.ages?.to),
    room: written(form.capacity),
    weeksApart: cadence?.limit.unit === 'weeks' ? written(cadence.limit.count) : '',
    slotWeekday: written(cadence?.slot?.weekday) || 'none',
    slotStarts: cadence?.slot?.startsLocal ?? '',
    slotEveryWeeks: written(cadence?.slot?.everyWeeks),
    preMeetingMinutes: form.level === 'persons' && first?.with === 'professionals' ? written(first.minutes) : '',
    leadershipEveryWeeks: written(form.meetings.find(({ meeting }) => meeting === 'leadership')?.everyWeeks),
    monthsFrom: written(form.months?.from),
    monthsTo: written(form.months?.to),
    without: leftOut,
  };
}

/** Fields with something in them that is no whole number. */
export const notNumbers = (values: FormValues): (keyof FormValues)[] =>
  NUMBERS.filter((field) => !/^\d{0,4}$/.test(values[field].trim()));

export function adjustmentInput(
  { kind, name }: Pick<ShownFormFragment, 'kind' | 'name'>,
  version: number,
  values: FormValues,
): FormPreviewQueryVariables['input'] {
  const number = (field: (typeof NUMBERS)[number]): number | null =>
    values[field].trim() === '' ? null : Number(values[field]);
  const hasSlot = values.slotWeekday !== 'none';
  return {
    kind,
    version,
    nameSv: values.nameSv.trim() || null,
    // Its English name stays with it as long as the Swedish one does.
    nameEn: values.nameSv.trim() === name.sv ? name.en : null,
    agesFrom: number('agesFrom'),
    agesTo: number('agesTo'),
    room: number('room'),
    weeksApart: number('weeksApart'),
    slotWeekday: hasSlot ? Number(values.slotWeekday) : null,
    slotStarts: hasSlot && values.slotStarts.trim() ? values.slotStarts.trim() : null,
    slotEveryWeeks: hasSlot ? (number('slotEveryWeeks') ?? 1) : null,
    preMeetingMinutes: number('preMeetingMinutes'),
    leadershipEveryWeeks: number('leadershipEveryWeeks'),
    monthsFrom: number('monthsFrom'),
    monthsTo: number('monthsTo'),
    without: [...values.without],
  };
}
