/**
 * A group goes through the steps of its form in their order. A step passed over needs a recorded reason, and no reason
 * replaces what the law asks for: agreement, ground, parties (SIG:RBM's eleven steps [S1 Örebro]; OSL 10:1), nor a condition,
 * a signature or a threat's level where lives depend on it ([S4]).
 */
import { BINDING_REQUIREMENTS, isBinding } from '../form/binding-step.js';
import { findStep, type CollaborationForm, type FormStep, type Requirement } from '../form/form.js';
import { decideGroupMove, hasEnded, meets, type GroupMove, type GroupStanding } from './group-states.js';

export interface GroupFacts {
  readonly standing: GroupStanding;
  /** Steps already taken, oldest first; a repeated one stands as often as it was taken. */
  readonly taken: readonly string[];
}

export interface StepGiven {
  /** Which of the requirements are met now. */
  readonly met: ReadonlySet<Requirement>;
  /** Why an earlier step is passed over; null when nobody has said. */
  readonly reason: string | null;
}

export type StepDecision =
  | {
      readonly outcome: 'taken';
      readonly standing: GroupStanding;
      /** Earlier steps that were not taken; they may still be. */
      readonly passed: readonly string[];
    }
  | {
      readonly outcome: 'refused';
      /** `must-come-first`: a step before it that nobody passes over. */
      readonly code:
        'unknown-step' | 'ended' | 'taken-already' | 'not-from-here' | 'must-come-first' | 'reason-missing' | 'lacks';
      /** The steps before it that are not taken, or what it still lacks. */
      readonly passed: readonly string[];
      readonly lacks: readonly Requirement[];
    };

/** The deeds that move the whole group; the others leave it where it stands. */
const MOVES: Readonly<Partial<Record<FormStep['does'], GroupMove>>> = {
  form: 'form',
  close: 'close',
  'follow-up': 'follow-up',
};

const refused = (
  code: Extract<StepDecision, { outcome: 'refused' }>['code'],
  more: { readonly passed?: readonly string[]; readonly lacks?: readonly Requirement[] } = {},
): StepDecision => ({ outcome: 'refused', code, passed: more.passed ?? [], lacks: more.lacks ?? [] });

export function decideStep(
  form: Pick<CollaborationForm, 'steps'>,
  group: GroupFacts,
  wanted: string,
  { met, reason }: StepGiven,
): StepDecision {
  const step = findStep(form, wanted);
  if (!step) return refused('unknown-step');
  if (hasEnded(group.standing) && step.does !== 'follow-up') return refused('ended');
  if (group.taken.includes(wanted) && !step.repeats) return refused('taken-already');
  const move = MOVES[step.does];
  const moved = move && decideGroupMove(group.standing, move);
  if (moved?.outcome === 'refused') return refused('not-from-here');
  if (step.does === 'meet' && !meets(group.standing)) return refused('not-from-here');
  const lacks = step.requires.filter((requirement) => !met.has(requirement));
  if (lacks.length > 0) return refused('lacks', { lacks });
  const passed = passedOver(form, group, step);
  const first = bindingOf(form, step, passed);
  if (first.length > 0) return refused('must-come-first', { passed: first });
  if (passed.length > 0 && !isReason(reason)) return refused('reason-missing', { passed });
  return { outcome: 'taken', standing: moved?.outcome === 'moved' ? moved.standing : group.standing, passed };
}

const isReason = (reason: string | null): boolean => reason !== null && reason.trim() !== '';

/**
 * Whoever closes early does so with the reason for closing, which stands for what was not reached as well; a follow-up comes
 * after that, when everything has been said.
 */
function passedOver(form: Pick<CollaborationForm, 'steps'>, group: GroupFacts, step: FormStep): readonly string[] {
  if (step.does === 'follow-up') return [];
  return form.steps
    .slice(0, form.steps.indexOf(step))
    .filter((one) => !one.optional && !group.taken.includes(one.step))
    .map((one) => one.step);
}

/** What was passed over and never may be; a group can be closed at any time, whatever was not reached. */
const bindingOf = (
  form: Pick<CollaborationForm, 'steps'>,
  { does }: FormStep,
  passed: readonly string[],
): readonly string[] =>
  does === 'close'
    ? []
    : form.steps.filter((one) => isBinding(one) && passed.includes(one.step)).map((one) => one.step);

/** What comes next, or null when the form's road is walked: a meeting comes again until something after it is done. */
export function nextStep(form: Pick<CollaborationForm, 'steps'>, group: GroupFacts): FormStep | null {
  const { steps } = form;
  const open = hasEnded(group.standing)
    ? steps.filter(({ does }) => does === 'follow-up')
    : steps.filter(({ optional }) => !optional);
  const furthest = [...steps].reverse().find(({ step }) => group.taken.includes(step));
  if (furthest?.repeats && !hasEnded(group.standing)) return furthest;
  return open.find(({ step }) => !group.taken.includes(step)) ?? null;
}

/** Written as the step is taken. */
const WITH_THE_STEP: readonly Requirement[] = ['reasons', 'preparatory-group', ...BINDING_REQUIREMENTS];

/** What a step would still lack before anybody writes anything. */
export const requirementsLacking = (step: FormStep, met: ReadonlySet<Requirement>): Requirement[] =>
  step.requires.filter((requirement) => !WITH_THE_STEP.includes(requirement) && !met.has(requirement));
