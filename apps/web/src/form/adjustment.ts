/** From a form to the fields that change it, and from the fields to what the api is told; empty is as the form has it. */
import type { FormDocument, Requirement } from '#domain/form/form.js';
import type { FormPreviewQueryVariables, ShownFormFragment } from '../graphql/generated/form/graphql.js';

type Input = FormPreviewQueryVariables['input'];
type Named = ShownFormFragment['name'];
type ShownStep = ShownFormFragment['steps'][number];

export interface TimeValue {
  readonly count: string;
  readonly unit: string;
}

export interface AgendaValue {
  readonly point: Named;
  readonly minutes: string;
  readonly with: string;
}

export interface MeetingValue {
  readonly meeting: string;
  readonly name: Named;
  readonly online: boolean;
  readonly agenda: readonly AgendaValue[];
}

export interface StepValue {
  readonly step: string;
  readonly does: string;
  readonly name: Named;
  readonly requires: readonly string[];
  readonly within: TimeValue;
  /** The municipality's own time limit counts, and is changed where those are. */
  readonly fromReport: boolean;
  readonly document: string;
  readonly optional: boolean;
  readonly taken: boolean;
}

export interface DocumentValue {
  readonly document: string;
  readonly name: Named;
}

export interface FormValues {
  readonly name: Named;
  readonly agesFrom: string;
  readonly agesTo: string;
  readonly room: string;
  readonly every: TimeValue;
  readonly limit: TimeValue;
  readonly slotWeekday: string;
  readonly slotStarts: string;
  readonly slotEveryWeeks: string;
  readonly slotFirstOn: string;
  readonly monthsFrom: string;
  readonly monthsTo: string;
  readonly must: readonly (readonly string[])[];
  readonly may: readonly string[];
  readonly meetings: readonly MeetingValue[];
  readonly steps: readonly StepValue[];
  readonly documents: readonly DocumentValue[];
}

export const NO_SLOT = 'none';
const written = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const timeValue = (time: { unit: string; count: number } | null | undefined): TimeValue => ({
  count: written(time?.count),
  unit: time?.unit ?? 'weeks',
});

/** All steps of the form in its order, also those that the town leaves out. */
export function valuesOf(form: ShownFormFragment, plain: ShownFormFragment): FormValues {
  const { cadence } = form;
  return {
    name: form.name,
    agesFrom: written(form.ages?.from),
    agesTo: written(form.ages?.to),
    room: written(form.capacity),
    every: timeValue(cadence?.every),
    limit: timeValue(cadence?.limit),
    slotWeekday: written(cadence?.slot?.weekday) || NO_SLOT,
    slotStarts: cadence?.slot?.startsLocal ?? '',
    slotEveryWeeks: written(cadence?.slot?.everyWeeks) || '1',
    slotFirstOn: cadence?.slot?.firstOn ?? '',
    monthsFrom: written(form.months?.from),
    monthsTo: written(form.months?.to),
    must: form.must.map(({ kinds }) => kinds),
    may: form.may,
    meetings: form.meetings.map(({ meeting, name, online, agenda }) => ({
      meeting,
      name,
      online,
      agenda: agenda.map((part) => ({ point: part.point, minutes: String(part.minutes), with: part.with })),
    })),
    steps: plain.steps.map((one) => {
      const own = form.steps.find(({ step }) => step === one.step);
      return stepValue(own ?? one, own !== undefined);
    }),
    documents: form.documents.map(({ document, name }) => ({ document, name })),
  };
}

const stepValue = (step: ShownStep, taken: boolean): StepValue => ({
  step: step.step,
  does: step.does,
  name: step.name,
  requires: step.requires,
  within: step.fromReport ? timeValue(null) : timeValue(step.within),
  fromReport: step.fromReport,
  document: step.leaves ?? '',
  optional: step.optional,
  taken,
});

/** What can be seen to be wrong without asking: the field and a word for what is wrong. */
export interface OwnFault {
  readonly field: string;
  readonly fault: 'number' | 'clock' | 'words';
}

const isCount = (value: string): boolean => /^[1-9]\d{0,2}$/.test(value.trim());
const isNumber = (value: string): boolean => /^\d{0,3}$/.test(value.trim());

export function ownFaults(values: FormValues): readonly OwnFault[] {
  const hasSlot = values.slotWeekday !== NO_SLOT;
  const number = (field: string, right: boolean): OwnFault[] => (right ? [] : [{ field, fault: 'number' }]);
  const words = (field: string, { sv }: Named): OwnFault[] => (sv.trim() ? [] : [{ field, fault: 'words' }]);
  return [
    ...words('nameSv', values.name),
    ...(['agesFrom', 'agesTo', 'room', 'monthsFrom', 'monthsTo'] as const).flatMap((field) =>
      number(field, isNumber(values[field])),
    ),
    ...(hasSlot ? [] : number('every', values.every.count === '' || isCount(values.every.count))),
    ...number('limit', values.limit.count === '' || isCount(values.limit.count)),
    ...(hasSlot ? number('slotEveryWeeks', isCount(values.slotEveryWeeks)) : []),
    ...(hasSlot && !/^(([01]\d|2[0-3]):[0-5]\d)?$/.test(values.slotStarts.trim())
      ? [{ field: 'slotStarts', fault: 'clock' as const }]
      : []),
    ...values.meetings.flatMap(({ name, agenda }, at) => [
      ...words(`meetings.${at}.name`, name),
      ...agenda.flatMap(({ point, minutes }, part) => [
        ...words(`meetings.${at}.agenda.${part}.pointSv`, point),
        ...number(`meetings.${at}.agenda.${part}.minutes`, isCount(minutes)),
      ]),
    ]),
    ...values.steps.flatMap(({ name, within, taken }, at) =>
      taken
        ? [
            ...words(`steps.${at}.nameSv`, name),
            ...number(`steps.${at}.within`, within.count.trim() === '' || isCount(within.count)),
          ]
        : [],
    ),
    ...values.documents.flatMap(({ name }, at) => words(`documents.${at}.nameSv`, name)),
  ];
}

/** Its English stays as long as the Swedish does. */
const names = ({ sv, en }: Named, before: readonly Named[]) => ({
  nameSv: sv.trim(),
  nameEn: before.some((one) => one.sv === sv.trim() && one.en === en) ? en : null,
});

const timeInput = ({ count, unit }: TimeValue) => (count.trim() === '' ? null : { unit, count: Number(count) });

/** `known` are the forms whose names in English are known: as it is now, and as it is before anyone adjusts it. */
export function adjustmentInput(
  kind: string,
  version: number,
  values: FormValues,
  known: readonly ShownFormFragment[],
): Input {
  const number = (value: string): number | null => (value.trim() === '' ? null : Number(value));
  const hasSlot = values.slotWeekday !== NO_SLOT;
  const of = <One>(pick: (form: ShownFormFragment) => readonly One[]): readonly One[] => known.flatMap(pick);
  const meetings = of((form) => form.meetings);
  return {
    kind,
    version,
    ...names(
      values.name,
      of((form) => [form.name]),
    ),
    agesFrom: number(values.agesFrom),
    agesTo: number(values.agesTo),
    room: number(values.room),
    every: hasSlot ? null : timeInput(values.every),
    limit: timeInput(values.limit),
    slotWeekday: hasSlot ? Number(values.slotWeekday) : null,
    slotStarts: hasSlot ? values.slotStarts.trim() || null : null,
    slotEveryWeeks: hasSlot ? Number(values.slotEveryWeeks) : null,
    slotFirstOn: hasSlot && values.slotEveryWeeks.trim() !== '1' ? values.slotFirstOn || null : null,
    monthsFrom: number(values.monthsFrom),
    monthsTo: number(values.monthsTo),
    must: values.must.map((kinds) => ({ kinds: [...kinds] })),
    may: [...values.may],
    without: values.steps.filter(({ taken }) => !taken).map(({ step }) => step),
    meetings: values.meetings.map(({ meeting, name, online, agenda }) => ({
      meeting,
      ...names(
        name,
        meetings.map((one) => one.name),
      ),
      online,
      agenda: agenda.map((part) => {
        const { nameSv, nameEn } = names(
          part.point,
          meetings.flatMap((one) => one.agenda.map(({ point }) => point)),
        );
        return { pointSv: nameSv, pointEn: nameEn, minutes: Number(part.minutes), with: part.with };
      }),
    })),
    steps: values.steps.map(({ step, name, requires, within, fromReport, document, optional }) => ({
      step,
      ...names(
        name,
        of((form) => form.steps.map((one) => one.name)),
      ),
      requires: requires as Requirement[],
      within: fromReport ? null : timeInput(within),
      document: document === '' ? null : (document as FormDocument),
      optional,
    })),
    documents: values.documents.map(({ document, name }) => ({
      document: document as FormDocument,
      ...names(
        name,
        of((form) => form.documents.map((one) => one.name)),
      ),
    })),
  };
}

/** A word for a new kind of meeting that none of the others has. */
export function newMeetingWord(meetings: readonly Pick<MeetingValue, 'meeting'>[]): string {
  for (let count = 1; ; count += 1) {
    const word = `own-${count}`;
    if (!meetings.some(({ meeting }) => meeting === word)) return word;
  }
}
