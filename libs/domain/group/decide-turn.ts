/**
 * Joint work that becomes another form's: who and what goes along is what the other form's own ground reaches, and it
 * begins as though the group had been formed in it (MASH step 4 turns into SIG or SSPF by consent [S0]; OSL 10:1).
 */
import type { CollaborationForm, FormStep, Requirement, StepDeed } from '../form/form.js';
import { decideStep } from './decide-step.js';
import { meets, type GroupStanding } from './group-states.js';

export interface TurnGiven {
  readonly standing: GroupStanding;
  /** What the other form asks for and has, counted with those who go along. */
  readonly met: ReadonlySet<Requirement>;
}

export type TurnDecision =
  | {
      readonly outcome: 'turned';
      readonly standing: GroupStanding;
      /** Steps of the other form that the work so far stands for, in their order; the last one forms the group. */
      readonly taken: readonly FormStep[];
      /** Steps before the forming that nobody has taken; they may still be. */
      readonly passed: readonly string[];
    }
  | {
      readonly outcome: 'refused';
      readonly code: 'no-way' | 'not-from-here' | 'lacks';
      readonly lacks: readonly Requirement[];
    };

/** What has been done already when a group works: it was nominated, decided on, and the yes of the other form is there. */
const STANDS_FOR: readonly StepDeed[] = ['nominate', 'decide', 'consent'];

type Turning = Pick<CollaborationForm, 'kind' | 'becomes' | 'steps'>;

export function decideTurn(from: Turning, into: Turning, { standing, met }: TurnGiven): TurnDecision {
  if (!from.becomes?.includes(into.kind)) return { outcome: 'refused', code: 'no-way', lacks: [] };
  const forming = into.steps.find(({ does }) => does === 'form');
  if (!meets(standing) || !forming) return { outcome: 'refused', code: 'not-from-here', lacks: [] };
  const before = into.steps.slice(0, into.steps.indexOf(forming)).filter(({ does }) => STANDS_FOR.includes(does));
  const lacks = [...new Set([...before, forming].flatMap(({ requires }) => requires))].filter((one) => !met.has(one));
  if (lacks.length > 0) return { outcome: 'refused', code: 'lacks', lacks };
  const decision = decideStep(
    into,
    { standing: 'preparing', taken: before.map(({ step }) => step) },
    forming.step,
    // What the other form has before its forming was done in this one.
    { met, reason: 'done-elsewhere' },
  );
  if (decision.outcome === 'refused') return { outcome: 'refused', code: 'lacks', lacks: decision.lacks };
  return { outcome: 'turned', standing: decision.standing, taken: [...before, forming], passed: decision.passed };
}

export interface SeatToCarry {
  readonly id: string;
  readonly deputyFor: string | null;
}

/** Who goes along and who stays; whoever stands in for somebody who stays has a seat of their own. */
export function carrySeats<T extends SeatToCarry>(
  seats: readonly T[],
  mayFollow: (seat: T) => boolean,
): { readonly follow: readonly T[]; readonly stay: readonly T[] } {
  const follow = seats.filter(mayFollow);
  const there = new Set(follow.map(({ id }) => id));
  return {
    follow: follow.map((one) => ({
      ...one,
      deputyFor: one.deputyFor !== null && there.has(one.deputyFor) ? one.deputyFor : null,
    })),
    stay: seats.filter((one) => !there.has(one.id)),
  };
}
