/**
 * Whether an assessment that opened a ground may be lifted before its end, and by whom: whoever could have made it, since it
 * is no longer what they would find. What was decided in danger is lifted by whoever works there (OSL ch. 10; BrB 24:4).
 */
import { ASSESSED_GROUND_ROWS } from '../disclosure/assessed-grounds.js';
import { NECESSITY } from '../disclosure/rules/immediate-danger.js';
import type { Category, HouseKind } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';
import { hasCapability, type Role } from '../organisation/role.js';
import { isMet } from './assessment-form.js';
import { isLeadersToAssess, mayAssess } from './who-assesses.js';

export interface StandingAssessment {
  readonly ground: string;
  readonly categories: readonly Category[];
  readonly criteria: Readonly<Record<string, unknown>>;
  /** The first instant at which it holds no longer. */
  readonly until: Instant;
}

/** Of the house that made it. */
export interface Lifter {
  readonly role: Role;
  readonly kind: HouseKind;
}

export type LiftDecision =
  | { readonly outcome: 'may' }
  | {
      readonly outcome: 'refused';
      /** A no has opened nothing that could be shut; the others say whose it is. */
      readonly code: 'over-already' | 'opened-nothing' | 'not-theirs' | 'the-leaders' | 'the-managers';
    };

/** Grounds that are nothing but danger, and that nobody must wait for a manager to decide or to take back. */
export const isOfDanger = (ground: string): boolean =>
  ground === NECESSITY.ground ||
  ASSESSED_GROUND_ROWS.some(
    (row) => row.ground === ground && row.purposes.every((purpose) => purpose === 'immediate-danger'),
  );

export function decideLift(assessment: StandingAssessment, by: Lifter, asOf: Instant): LiftDecision {
  if (assessment.until <= asOf) return refused('over-already');
  if (!isMet(assessment)) return refused('opened-nothing');
  if (isOfDanger(assessment.ground))
    return hasCapability(by.role, 'share-item') ? { outcome: 'may' } : refused('not-theirs');
  if (!hasCapability(by.role, 'assess-ground')) return refused('not-theirs');
  const others = assessment.categories
    .map((category) => ({ category, from: by.kind }))
    .filter((thing) => !mayAssess(by.role, thing));
  if (others.length === 0) return { outcome: 'may' };
  return refused(others.some(isLeadersToAssess) ? 'the-leaders' : 'the-managers');
}

const refused = (code: Extract<LiftDecision, { outcome: 'refused' }>['code']): LiftDecision => ({
  outcome: 'refused',
  code,
});
