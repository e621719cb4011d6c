/** A form as screens and their previews read it. */
import type { DeadlineRule } from '#domain/deadline/deadline-rule.js';
import { isBinding } from '#domain/form/binding-step.js';
import { leadsOthers } from '#domain/form/form.js';
import type * as domain from '#domain/form/form.js';
import type { KeptForm as Kept } from '#use-cases/form/keep-forms.js';
import type { CollaborationForm, FormStep, FormTime, KeptForm } from './form.model.js';

export function formShown(form: domain.CollaborationForm): CollaborationForm {
  const { cadence } = form;
  return {
    kind: form.kind,
    name: form.name,
    about: form.about,
    form: form.form,
    level: form.level,
    board: leadsOthers(form),
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
      slot: cadence.slot
        ? { ...cadence.slot, startsLocal: cadence.slot.startsLocal ?? null, firstOn: cadence.slot.firstOn ?? null }
        : null,
    },
    months: form.months,
    meetings: form.meetings.map((meeting) => ({
      ...meeting,
      agenda: meeting.agenda.map((part) => ({ ...part })),
    })),
    steps: form.steps.map((step) => stepShown(form, step)),
    documents: form.documents.map((one) => ({ ...one })),
    source: form.source,
  };
}

export const stepShown = (form: domain.CollaborationForm, step: domain.FormStep): FormStep => ({
  step: step.step,
  name: step.name,
  does: step.does,
  requires: [...step.requires],
  confirms: (step.confirms ?? []).map((one) => ({ ...one })),
  signers: [...(step.signers ?? [])],
  binding: isBinding(step),
  within: step.within ? timeShown(step.within) : null,
  fromReport: step.owed !== undefined,
  document: form.documents.find(({ document }) => document === step.document)?.name ?? null,
  leaves: step.document ?? null,
  optional: step.optional ?? false,
  repeats: step.repeats ?? false,
});

export function timeShown(rule: DeadlineRule): FormTime {
  if ('count' in rule) return { unit: rule.unit, count: rule.count };
  return { unit: 'hours', count: (rule.hours ?? 0) + ('minutes' in rule ? (rule.minutes ?? 0) / 60 : 0) };
}

export const keptShown = ({ form, plain, adjustedBy, version, mayRun, setting }: Kept): KeptForm => ({
  form: formShown(form),
  plain: formShown(plain),
  changedAt: setting?.changedAt ?? null,
  changedByName: setting?.changedByName ?? null,
  adjustedBy,
  version,
  mayRun,
  leftOut: plain.steps
    .filter(({ step }) => !form.steps.some((one) => one.step === step))
    .map((step) => stepShown(plain, step)),
});
