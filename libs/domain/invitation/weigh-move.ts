/**
 * What follows when a meeting gets another time, or is called off: shown before anyone does it, so that whoever moves it
 * knows who must be asked again, which time limit it breaks and who will be missing [S1].
 */
import { MINUTE, type Instant } from '../kernel/instant.js';
import type { AnswerState, CalledSpan } from './invitation.js';

export interface PersonOfMove {
  readonly staffId: string;
  readonly answer: AnswerState;
  /** Leads it, or decides for their house. */
  readonly isRequired: boolean;
  /** Called to something else in the new span. */
  readonly isBusy: boolean;
}

/** A time limit that the meeting keeps, such as the grade's, or how often the group meets. */
export interface MoveLimit {
  readonly kind: string;
  readonly dueAt: Instant;
  /** Another meeting keeps it too. */
  readonly isKeptByOther: boolean;
}

export interface MoveFacts {
  readonly now: CalledSpan;
  /** Null: it is called off. */
  readonly then: CalledSpan | null;
  readonly people: readonly PersonOfMove[];
  readonly limits: readonly MoveLimit[];
  /** The house already holds one of its standing meetings in the new span. */
  readonly isHouseTaken: boolean;
  /** A holiday, a weekend or a closed day of the municipality's. */
  readonly isOffDay: boolean;
}

export const CONSEQUENCES = [
  'limit-broken',
  'required-missing',
  'busy',
  'accepted-asked-again',
  'accepted-let-go',
  'house-taken',
  'off-day',
] as const;

export interface MoveConsequence {
  readonly code: (typeof CONSEQUENCES)[number];
  readonly staffIds: readonly string[];
  readonly limit: Pick<MoveLimit, 'kind' | 'dueAt'> | null;
}

const of = (code: MoveConsequence['code'], staffIds: readonly string[] = []): MoveConsequence => ({
  code,
  staffIds,
  limit: null,
});

/** The heaviest first. */
export function weighMove({
  now,
  then,
  people,
  limits,
  isHouseTaken,
  isOffDay,
}: MoveFacts): readonly MoveConsequence[] {
  const accepted = people.filter(({ answer }) => answer === 'accepted').map(({ staffId }) => staffId);
  const broken = limits
    .filter(({ dueAt, isKeptByOther }) => !isKeptByOther && now.startsAt <= dueAt && !keeps(then, dueAt))
    .map(({ kind, dueAt }): MoveConsequence => ({ code: 'limit-broken', staffIds: [], limit: { kind, dueAt } }));
  if (then === null) return [...broken, ...some('accepted-let-go', accepted)];
  const missing = people.filter(({ isRequired, isBusy }) => isRequired && isBusy).map(({ staffId }) => staffId);
  const busy = people.filter(({ isRequired, isBusy }) => !isRequired && isBusy).map(({ staffId }) => staffId);
  return [
    ...broken,
    ...some('required-missing', missing),
    ...some('busy', busy),
    ...some('accepted-asked-again', accepted),
    ...(isHouseTaken ? [of('house-taken')] : []),
    ...(isOffDay ? [of('off-day')] : []),
  ];
}

const keeps = (then: CalledSpan | null, dueAt: Instant): boolean => then !== null && then.startsAt <= dueAt;
const some = (code: MoveConsequence['code'], staffIds: readonly string[]): MoveConsequence[] =>
  staffIds.length > 0 ? [of(code, staffIds)] : [];

/** Whether two spans share any of their time. */
export const overlaps = (one: CalledSpan, other: CalledSpan): boolean =>
  one.startsAt < other.startsAt + other.minutes * MINUTE && other.startsAt < one.startsAt + one.minutes * MINUTE;
