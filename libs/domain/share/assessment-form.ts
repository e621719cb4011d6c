/**
 * What a form must ask before a ground opens anything: exactly the ground's own criteria, for one giver, one receiver,
 * named kinds of information and a time; in danger a few hours and no more (OSL ch. 10, 21:3, 25:12, 26:9; BrB 24:4).
 */
import { ASSESSED_GROUND_ROWS } from '../disclosure/assessed-grounds.js';
import type { RecordedGround } from '../disclosure/grounds.js';
import { NECESSITY } from '../disclosure/rules/immediate-danger.js';
import type { Category } from '../disclosure/vocabulary.js';
import { HOUR, type Instant } from '../kernel/instant.js';
import { longestShare } from './share-times.js';

/** A night of the social emergency service: whoever takes over in the morning decides anew. */
export const DANGER_HOURS = 12;

/** Grounds that concern what one house tells another; OSL 12:1 and 12:3 are about what a family member is told. */
export type HouseGround = Exclude<RecordedGround, 'OSL 12:1' | 'OSL 12:3'>;

/** The criteria of a ground, in its order; an unknown ground has none and is refused by that. */
export function criteriaOf(ground: string): readonly string[] {
  if (ground === 'OSL 21:3') return ['safeForThePerson'];
  if (ground === NECESSITY.ground) return NECESSITY.criteria;
  return ASSESSED_GROUND_ROWS.find((row) => row.ground === ground)?.criteria ?? [];
}

export interface AssessmentDraft {
  readonly ground: string;
  readonly categories: readonly Category[];
  /** The official's answers; every criterion must be answered, yes or no. */
  readonly criteria: Readonly<Record<string, boolean>>;
  readonly reasons: string;
  readonly until: Instant;
  /** Made because somebody is in danger now. */
  readonly inDanger: boolean;
}

export interface AssessmentFault {
  readonly field: string;
  readonly code: 'unknown-ground' | 'missing' | 'unanswered' | 'too-long' | 'over-already' | 'reasons-too-long';
}

export const LONGEST_REASONS = 5_000;

/** Everything that is wrong at once. */
export function assessmentFaults(draft: AssessmentDraft, asOf: Instant): readonly AssessmentFault[] {
  const criteria = criteriaOf(draft.ground);
  const faults: AssessmentFault[] = [];
  if (criteria.length === 0) faults.push({ field: 'ground', code: 'unknown-ground' });
  if (draft.categories.length === 0) faults.push({ field: 'categories', code: 'missing' });
  for (const criterion of criteria)
    if (!Object.hasOwn(draft.criteria, criterion)) faults.push({ field: `criteria.${criterion}`, code: 'unanswered' });
  if (draft.reasons.trim() === '') faults.push({ field: 'reasons', code: 'missing' });
  if (draft.reasons.length > LONGEST_REASONS) faults.push({ field: 'reasons', code: 'reasons-too-long' });
  const most = draft.inDanger ? asOf + DANGER_HOURS * HOUR : longestShare(asOf);
  if (draft.until <= asOf) faults.push({ field: 'until', code: 'over-already' });
  else if (draft.until > most) faults.push({ field: 'until', code: 'too-long' });
  return faults;
}

/** Whether the answers open the ground: every criterion met. A no is recorded too, and opens nothing. */
export const isMet = (draft: {
  readonly ground: string;
  readonly criteria: Readonly<Record<string, unknown>>;
}): boolean => {
  const criteria = criteriaOf(draft.ground);
  return criteria.length > 0 && criteria.every((one) => draft.criteria[one] === true);
};

/**
 * What a decision in danger comes to, as one line: the page shows it and sends it back, so that what is confirmed is
 * exactly what was shown. It guards against haste, not against anyone.
 */
export const confirmationOf = (draft: AssessmentDraft, to: string): string =>
  [draft.ground, to, [...draft.categories].sort().join(','), String(draft.until)].join('|');
