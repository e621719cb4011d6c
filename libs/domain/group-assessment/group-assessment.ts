/**
 * An assessment ordered around a young person, by an instrument that somebody is licensed for: whose turn it is and until
 * when, and then its result, date, assessor and profile, never its questions ([S1]: SAVRY takes up to six weeks).
 */
import type { CollaborationForm, FormStep, Requirement } from '../form/form.js';
import { decideStep, type GroupFacts } from '../group/decide-step.js';
import { hasEnded, type GroupStanding } from '../group/group-states.js';
import type { CivilDay } from '../kernel/civil-day.js';

export const INSTRUMENTS = [
  'savry',
  'check-irk',
  'yls-cmi',
  'ls-cmi',
  'ester',
  'hcr-20',
  'rbm-b',
  'asi',
  'audit',
  'dudit',
  'other',
] as const;
export type AssessmentInstrument = (typeof INSTRUMENTS)[number];

/** What a person has come to, with reasons; a number never decides. */
export const LEVELS = ['low', 'medium', 'high', 'no-level'] as const;
export type AssessmentLevel = (typeof LEVELS)[number];

export interface Ordered {
  readonly instrument: string;
  readonly done: boolean;
  readonly withdrawn: boolean;
}

export type OrderDecision =
  | { readonly outcome: 'ordered'; readonly instrument: AssessmentInstrument }
  | { readonly outcome: 'refused'; readonly code: 'unknown-instrument' | 'ended' | 'ordered-already' };

/** One of an instrument at a time: a second one waits for the first, or for its being taken back. */
export function decideOrder(standing: GroupStanding, so: readonly Ordered[], instrument: string): OrderDecision {
  const known = INSTRUMENTS.find((one) => one === instrument);
  if (known === undefined) return { outcome: 'refused', code: 'unknown-instrument' };
  if (hasEnded(standing)) return { outcome: 'refused', code: 'ended' };
  return so.some((one) => one.instrument === known && !one.done && !one.withdrawn)
    ? { outcome: 'refused', code: 'ordered-already' }
    : { outcome: 'ordered', instrument: known };
}

export interface Result {
  readonly level: string;
  readonly assessedOn: CivilDay | undefined;
  readonly words: string;
}

export type ResultFault = {
  readonly field: 'level' | 'assessedOn' | 'words';
  readonly code: 'unknown' | 'missing' | 'ahead';
};

export type ResultDecision =
  | { readonly outcome: 'done'; readonly level: AssessmentLevel; readonly assessedOn: CivilDay }
  | {
      readonly outcome: 'refused';
      readonly code: 'done-already' | 'withdrawn' | 'faults';
      readonly faults: readonly ResultFault[];
    };

export function decideResult(order: Ordered, { level, assessedOn, words }: Result, today: CivilDay): ResultDecision {
  if (order.done) return { outcome: 'refused', code: 'done-already', faults: [] };
  if (order.withdrawn) return { outcome: 'refused', code: 'withdrawn', faults: [] };
  const faults: ResultFault[] = [];
  const known = LEVELS.find((one) => one === level);
  if (known === undefined) faults.push({ field: 'level', code: 'unknown' });
  if (assessedOn === undefined) faults.push({ field: 'assessedOn', code: 'missing' });
  else if (assessedOn > today) faults.push({ field: 'assessedOn', code: 'ahead' });
  if (words.trim() === '') faults.push({ field: 'words', code: 'missing' });
  return known === undefined || assessedOn === undefined || faults.length > 0
    ? { outcome: 'refused', code: 'faults', faults }
    : { outcome: 'done', level: known, assessedOn };
}

/** What a form's step asks for: at least one result, and nothing that is still waited for. */
export const isAssessed = (orders: readonly Ordered[]): boolean =>
  orders.some(({ done }) => done) && !orders.some(({ done, withdrawn }) => !done && !withdrawn);

/** The step that asks for an assessment and is not taken yet; its own time is the assessment's. */
export const stepAssessed = (
  form: Pick<CollaborationForm, 'steps'>,
  { taken }: Pick<GroupFacts, 'taken'>,
): FormStep | undefined =>
  form.steps.find(({ step, requires }) => requires.includes('assessment') && !taken.includes(step));

/** The step that a result takes by itself, its words being the reasons; out of its order somebody has to say why. */
export function stepOfResult(
  form: Pick<CollaborationForm, 'steps'>,
  group: GroupFacts,
  met: ReadonlySet<Requirement>,
): FormStep | undefined {
  const step = stepAssessed(form, group);
  return step && decideStep(form, group, step.step, { met, reason: null }).outcome === 'taken' ? step : undefined;
}
