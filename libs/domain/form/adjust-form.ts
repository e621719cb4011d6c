/**
 * A municipality's own way of running a form: other ages, another cadence, its own slot, meetings and agendas, parties,
 * documents, and what each step asks for; never less ground than the form has, never another order of its steps, and never
 * another level (the seven towns of [S1] differ by this alone).
 */
import type { DeadlineRule } from '../deadline/deadline-rule.js';
import type { HouseKind, PersonKind } from '../disclosure/vocabulary.js';
import { roughDays } from './rough-days.js';
import type { CollaborationForm, FormDocument, FormStep, MeetingKind, Named, Requirement, Slot, Span } from './form.js';

/** What a town has otherwise in one step; what is absent is as the form has it. */
export interface StepAdjustment {
  readonly requires?: readonly Requirement[];
  /** Null: without a time. */
  readonly within?: DeadlineRule | null;
  /** Null: it leaves nothing behind. */
  readonly document?: FormDocument | null;
  readonly optional?: boolean;
}

export interface FormAdjustment {
  readonly kind: string;
  readonly name?: Named;
  readonly ages?: Span;
  /** How many at once: the higher number is the room there is. */
  readonly atOnce?: Span;
  readonly months?: Span;
  readonly meetings?: {
    /** How often it meets when nothing is in the way; a slot says it by itself. */
    readonly every?: DeadlineRule;
    /** The longest that may pass between two meetings. */
    readonly limit?: DeadlineRule;
    /** The same in whole weeks, as a town's file says it. */
    readonly atMostWeeksApart?: number;
    readonly slot?: Slot;
    readonly preMeetingMinutes?: number;
    /** All its kinds of meeting, the group's own first, each with its agenda. */
    readonly kinds?: readonly MeetingKind[];
  };
  readonly parties?: {
    readonly must?: readonly (readonly HouseKind[])[];
    readonly may?: readonly (HouseKind | PersonKind)[];
  };
  readonly steps?: {
    /** What the town calls its steps. */
    readonly names?: Readonly<Record<string, Named>>;
    /** Steps that the town does not take. */
    readonly without?: readonly string[];
    readonly changed?: Readonly<Record<string, StepAdjustment>>;
  };
  readonly documents?: CollaborationForm['documents'];
}

/** The form as the town runs it. What the adjustment leaves out stays as the form has it. */
export function adjustForm(form: CollaborationForm, adjustment: FormAdjustment | undefined): CollaborationForm {
  if (adjustment === undefined) return form;
  const { ages, atOnce, months, meetings, parties, steps, documents } = adjustment;
  return {
    ...form,
    name: adjustment.name ?? form.name,
    ages: ages ?? form.ages,
    capacity: atOnce?.to ?? form.capacity,
    months: months ?? form.months,
    cadence: adjustedCadence(form.cadence, meetings),
    meetings: meetings?.kinds ?? withPreMeeting(form.meetings, meetings?.preMeetingMinutes),
    parties: { must: parties?.must ?? form.parties.must, may: parties?.may ?? form.parties.may },
    steps: form.steps
      .filter(({ step }) => !steps?.without?.includes(step))
      .map((one) => adjustedStep({ ...one, name: steps?.names?.[one.step] ?? one.name }, steps?.changed?.[one.step])),
    documents: documents ?? form.documents,
  };
}

function adjustedStep(step: FormStep, change: StepAdjustment | undefined): FormStep {
  if (change === undefined) return step;
  const { within: _within, document: _document, ...kept } = step;
  const within = change.within === undefined ? step.within : change.within;
  const document = change.document === undefined ? step.document : change.document;
  return {
    ...kept,
    requires: change.requires ?? step.requires,
    ...(within ? { within } : {}),
    ...(document ? { document } : {}),
    ...(change.optional === undefined ? {} : { optional: change.optional }),
  };
}

/** A slot says how often; a limit that is set alone leaves how often as it was, unless that were more seldom than allowed. */
function adjustedCadence(
  cadence: CollaborationForm['cadence'],
  meetings: FormAdjustment['meetings'],
): CollaborationForm['cadence'] {
  const { atMostWeeksApart, slot } = meetings ?? {};
  const set =
    meetings?.limit ??
    (atMostWeeksApart === undefined ? undefined : { unit: 'weeks' as const, count: atMostWeeksApart });
  if (set === undefined && slot === undefined && meetings?.every === undefined) return cadence;
  const often = slot ? { unit: 'weeks' as const, count: slot.everyWeeks } : (meetings?.every ?? cadence?.every);
  const limit = set ?? cadence?.limit ?? often ?? { unit: 'weeks' as const, count: 4 };
  const every = often ?? limit;
  const isAsked = slot !== undefined || meetings?.every !== undefined;
  return {
    every: isAsked || roughDays(every) <= roughDays(limit) ? every : limit,
    limit,
    ...(slot ? { slot } : {}),
  };
}

const withPreMeeting = (meetings: readonly MeetingKind[], minutes: number | undefined): readonly MeetingKind[] =>
  minutes === undefined
    ? meetings
    : meetings.map((meeting) => ({
        ...meeting,
        agenda: meeting.agenda.map((part, at) =>
          at === 0 && part.with === 'professionals' ? { ...part, minutes } : part,
        ),
      }));
