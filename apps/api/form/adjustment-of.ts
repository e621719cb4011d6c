/** What an administrator has sent, as an adjustment of the form; what was not sent stays as the form has it. */
import type { DeadlineRule } from '#domain/deadline/deadline-rule.js';
import type { HouseKind, PersonKind } from '#domain/disclosure/vocabulary.js';
import type { FormAdjustment, StepAdjustment } from '#domain/form/adjust-form.js';
import type { Named, Slot, Span } from '#domain/form/form.js';
import type { AdjustFormInput, FormMeetingInput, FormStepInput, FormTimeInput } from './form.model.js';

type Meetings = NonNullable<FormAdjustment['meetings']>;

/** Without words of its own in English it is called the same. */
const named = (sv: string, en: string | null | undefined): Named => ({ sv: sv.trim(), en: en?.trim() || sv.trim() });

const span = (from: number | null | undefined, to: number | null | undefined): Span | undefined =>
  typeof from === 'number' && typeof to === 'number' ? { from, to } : undefined;

const ruleOf = ({ unit, count }: FormTimeInput): DeadlineRule =>
  unit === 'hours'
    ? { unit: 'elapsed', hours: count }
    : { unit: unit as Exclude<DeadlineRule['unit'], 'elapsed' | 'dutyHours'>, count };

function slotOf({ slotWeekday, slotEveryWeeks, slotStarts, slotFirstOn }: AdjustFormInput): Slot | undefined {
  if (!slotWeekday || !slotEveryWeeks) return undefined;
  return {
    weekday: slotWeekday,
    everyWeeks: slotEveryWeeks,
    ...(slotStarts ? { startsLocal: slotStarts } : {}),
    ...(slotFirstOn ? { firstOn: slotFirstOn } : {}),
  };
}

const kindOf = ({ meeting, nameSv, nameEn, online, agenda }: FormMeetingInput) => ({
  meeting,
  name: named(nameSv, nameEn),
  online,
  agenda: agenda.map((part) => ({
    point: named(part.pointSv, part.pointEn),
    minutes: part.minutes,
    with: part.with,
  })),
});

function meetingsOf(input: AdjustFormInput): Meetings {
  const slot = slotOf(input);
  return {
    ...(input.every ? { every: ruleOf(input.every) } : {}),
    ...(input.limit ? { limit: ruleOf(input.limit) } : {}),
    ...(slot ? { slot } : {}),
    ...(input.meetings ? { kinds: input.meetings.map(kindOf) } : {}),
  };
}

const changeOf = ({ requires, within, document, optional }: FormStepInput): StepAdjustment => ({
  requires,
  within: within ? ruleOf(within) : null,
  document: document ?? null,
  optional,
});

function stepsOf({ steps, without }: AdjustFormInput): FormAdjustment['steps'] {
  return {
    ...(without && without.length > 0 ? { without } : {}),
    ...(steps
      ? {
          names: Object.fromEntries(steps.map(({ step, nameSv, nameEn }) => [step, named(nameSv, nameEn)])),
          changed: Object.fromEntries(steps.map((one) => [one.step, changeOf(one)])),
        }
      : {}),
  };
}

export function adjustmentOf(input: AdjustFormInput): FormAdjustment {
  const ages = span(input.agesFrom, input.agesTo);
  const months = span(input.monthsFrom, input.monthsTo);
  const steps = stepsOf(input);
  return {
    kind: input.kind,
    ...(input.nameSv ? { name: named(input.nameSv, input.nameEn) } : {}),
    ...(ages ? { ages } : {}),
    ...(months ? { months } : {}),
    ...(input.room ? { atOnce: { from: 0, to: input.room } } : {}),
    meetings: meetingsOf(input),
    ...(input.must || input.may
      ? {
          parties: {
            ...(input.must ? { must: input.must.map(({ kinds }) => kinds as HouseKind[]) } : {}),
            ...(input.may ? { may: input.may as (HouseKind | PersonKind)[] } : {}),
          },
        }
      : {}),
    ...(steps && Object.keys(steps).length > 0 ? { steps } : {}),
    ...(input.documents
      ? {
          documents: input.documents.map(({ document, nameSv, nameEn }) => ({ document, name: named(nameSv, nameEn) })),
        }
      : {}),
  };
}
