/** A form as screens and their previews read it. */
import type { FormAdjustment } from '#domain/form/adjust-form.js';
import type { DeadlineRule } from '#domain/deadline/deadline-rule.js';
import type { HouseKind, PersonKind } from '#domain/disclosure/vocabulary.js';
import type * as domain from '#domain/form/form.js';
import type { KeptForm as Kept } from '#use-cases/form/keep-forms.js';
import type { AdjustFormInput, CollaborationForm, FormStep, FormTime, KeptForm } from './form.model.js';

export function formShown(form: domain.CollaborationForm): CollaborationForm {
  const { cadence } = form;
  return {
    kind: form.kind,
    name: form.name,
    about: form.about,
    form: form.form,
    level: form.level,
    ages: form.ages,
    groundKind: form.ground.kind,
    groundSource: form.ground.source,
    phase: form.phase,
    agreement: form.agreement,
    must: form.parties.must.map((kinds) => ({ kinds: [...kinds] })),
    may: [...form.parties.may],
    size: form.size,
    capacity: form.capacity,
    cadence: cadence && {
      every: timeShown(cadence.every),
      limit: timeShown(cadence.limit),
      slot: cadence.slot ? { ...cadence.slot, startsLocal: cadence.slot.startsLocal ?? null } : null,
    },
    months: form.months,
    meetings: form.meetings.map((meeting) => ({
      ...meeting,
      everyWeeks: meeting.everyWeeks ?? null,
      agenda: meeting.agenda.map((part) => ({ ...part })),
    })),
    steps: form.steps.map((step) => stepShown(form, step)),
    documents: form.documents.map(({ name }) => name),
    source: form.source,
  };
}

export const stepShown = (form: domain.CollaborationForm, step: domain.FormStep): FormStep => ({
  step: step.step,
  name: step.name,
  does: step.does,
  requires: [...step.requires],
  within: step.within ? timeShown(step.within) : null,
  document: form.documents.find(({ document }) => document === step.document)?.name ?? null,
  optional: step.optional ?? false,
  repeats: step.repeats ?? false,
});

function timeShown(rule: DeadlineRule): FormTime {
  if ('count' in rule) return { unit: rule.unit, count: rule.count };
  return { unit: 'hours', count: (rule.hours ?? 0) + ('minutes' in rule ? (rule.minutes ?? 0) / 60 : 0) };
}

export const keptShown = ({ form, plain, adjustedBy, version, mayRun }: Kept): KeptForm => ({
  form: formShown(form),
  adjustedBy,
  version,
  mayRun,
  leftOut: plain.steps
    .filter(({ step }) => !form.steps.some((one) => one.step === step))
    .map((step) => stepShown(plain, step)),
});

export function adjustmentOf(input: AdjustFormInput): FormAdjustment {
  const span = (from?: number | null, to?: number | null) =>
    typeof from === 'number' && typeof to === 'number' ? { from, to } : undefined;
  const { weeksApart, slotWeekday, slotEveryWeeks, slotStarts, preMeetingMinutes, leadershipEveryWeeks } = input;
  const ages = span(input.agesFrom, input.agesTo);
  const months = span(input.monthsFrom, input.monthsTo);
  return {
    kind: input.kind,
    ...(input.nameSv ? { name: { sv: input.nameSv, en: input.nameEn || input.nameSv } } : {}),
    ...(ages ? { ages } : {}),
    ...(months ? { months } : {}),
    ...(input.room ? { atOnce: { from: 0, to: input.room } } : {}),
    meetings: {
      ...(weeksApart ? { atMostWeeksApart: weeksApart } : {}),
      ...(slotWeekday && slotEveryWeeks
        ? {
            slot: {
              weekday: slotWeekday,
              everyWeeks: slotEveryWeeks,
              ...(slotStarts ? { startsLocal: slotStarts } : {}),
            },
          }
        : {}),
      ...(typeof preMeetingMinutes === 'number' ? { preMeetingMinutes } : {}),
      ...(leadershipEveryWeeks ? { leadershipEveryWeeks } : {}),
    },
    ...(input.must || input.may
      ? {
          parties: {
            ...(input.must ? { must: input.must.map(({ kinds }) => kinds as HouseKind[]) } : {}),
            ...(input.may ? { may: input.may as (HouseKind | PersonKind)[] } : {}),
          },
        }
      : {}),
    ...(input.without && input.without.length > 0 ? { steps: { without: input.without } } : {}),
  };
}
