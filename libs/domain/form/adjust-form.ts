/**
 * A municipality's own way of running a form: other ages, another cadence, its own slot, more parties, steps it leaves
 * out; never less ground than the form has, and never another level (the seven towns of [S1] differ by this alone).
 */
import type { HouseKind, PersonKind } from '../disclosure/vocabulary.js';
import type { CollaborationForm, MeetingKind, Named, Slot, Span } from './form.js';

export interface FormAdjustment {
  readonly kind: string;
  readonly name?: Named;
  readonly ages?: Span;
  /** How many at once: the higher number is the room there is. */
  readonly atOnce?: Span;
  readonly months?: Span;
  readonly meetings?: {
    readonly atMostWeeksApart?: number;
    readonly slot?: Slot;
    readonly leadershipEveryWeeks?: number;
    readonly preMeetingMinutes?: number;
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
  };
}

const LEADERSHIP: MeetingKind = {
  meeting: 'leadership',
  name: { sv: 'Ledningsgruppens möte', en: 'Meeting of the leadership group' },
  online: false,
  agenda: [
    {
      point: {
        sv: 'Läget utan namn: hur många, vad som saknas',
        en: 'How it goes, without names: how many, what is missing',
      },
      minutes: 30,
      with: 'professionals',
    },
  ],
};

/** The form as the town runs it. What the adjustment leaves out stays as the form has it. */
export function adjustForm(form: CollaborationForm, adjustment: FormAdjustment | undefined): CollaborationForm {
  if (adjustment === undefined) return form;
  const { ages, atOnce, months, meetings, parties, steps } = adjustment;
  return {
    ...form,
    name: adjustment.name ?? form.name,
    ages: ages ?? form.ages,
    capacity: atOnce?.to ?? form.capacity,
    months: months ?? form.months,
    cadence: adjustedCadence(form.cadence, meetings),
    meetings: adjustedMeetings(form.meetings, meetings),
    parties: { must: parties?.must ?? form.parties.must, may: parties?.may ?? form.parties.may },
    steps: form.steps
      .filter(({ step }) => !steps?.without?.includes(step))
      .map((one) => ({ ...one, name: steps?.names?.[one.step] ?? one.name })),
  };
}

function adjustedCadence(
  cadence: CollaborationForm['cadence'],
  meetings: FormAdjustment['meetings'],
): CollaborationForm['cadence'] {
  const { atMostWeeksApart, slot } = meetings ?? {};
  if (atMostWeeksApart === undefined && slot === undefined) return cadence;
  const limit =
    atMostWeeksApart === undefined
      ? (cadence?.limit ?? { unit: 'weeks' as const, count: slot?.everyWeeks ?? 4 })
      : { unit: 'weeks' as const, count: atMostWeeksApart };
  const every = slot ? { unit: 'weeks' as const, count: slot.everyWeeks } : limit;
  return { every, limit, ...(slot ? { slot } : {}) };
}

function adjustedMeetings(
  meetings: readonly MeetingKind[],
  adjustment: FormAdjustment['meetings'],
): readonly MeetingKind[] {
  const { leadershipEveryWeeks, preMeetingMinutes } = adjustment ?? {};
  const own = meetings.map((meeting) => ({
    ...meeting,
    agenda: meeting.agenda.map((part, at) =>
      at === 0 && part.with === 'professionals' && preMeetingMinutes !== undefined
        ? { ...part, minutes: preMeetingMinutes }
        : part,
    ),
  }));
  return leadershipEveryWeeks === undefined ? own : [...own, { ...LEADERSHIP, everyWeeks: leadershipEveryWeeks }];
}

/** What an adjustment asks for that the form does not have; checked beside `formFaults` of the adjusted form. */
export function adjustmentFaults(
  form: CollaborationForm,
  { steps }: FormAdjustment,
): readonly { readonly path: string; readonly fault: string }[] {
  const known = (step: string): boolean => form.steps.some((one) => one.step === step);
  const named = [...(steps?.without ?? []), ...Object.keys(steps?.names ?? {})];
  return named
    .filter((step) => !known(step))
    .map((step) => ({ path: 'steps', fault: `the form ${form.kind} has no step ${step}` }));
}
