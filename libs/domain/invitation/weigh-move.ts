/**
 * What follows when a meeting gets another time, or is called off: shown before anyone does it, so that whoever moves it
 * knows who must be asked again, which time limit it breaks and who will be missing [S1].
 */
import { meetBy } from '../form/cadence.js';
import type { Cadence, Slot } from '../form/form.js';
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

/** The group's other meetings that lie ahead, and how often it has to meet. */
export interface GroupOfMove {
  readonly others: readonly (CalledSpan & { readonly keepsCadence: boolean })[];
  /** Null where the form has none, or the meeting is of another kind than the one that keeps it. */
  readonly cadence: {
    readonly limit: Cadence['limit'];
    readonly every: Cadence['every'];
    readonly slot?: Slot;
    readonly since: Instant;
  } | null;
}

export interface MoveFacts {
  readonly now: CalledSpan;
  /** Null: it is called off. */
  readonly then: CalledSpan | null;
  readonly people: readonly PersonOfMove[];
  readonly limits: readonly MoveLimit[];
  /** Null where it is no group's. */
  readonly group: GroupOfMove | null;
  /** The house already holds one of its standing meetings in the new span. */
  readonly isHouseTaken: boolean;
  /** Somebody else has the meeting's room in the new span. */
  readonly isRoomTaken: boolean;
  /** A holiday, a weekend or a closed day of the municipality's. */
  readonly isOffDay: boolean;
  /** Somebody interprets at it, who is told by nobody but the house that booked them. */
  readonly hasInterpreter: boolean;
}

export const CONSEQUENCES = [
  'group-meets-then',
  'limit-broken',
  'required-missing',
  'busy',
  'accepted-asked-again',
  'accepted-let-go',
  'house-taken',
  'room-taken',
  'off-day',
  'interpreter-booked',
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

/** Two meetings of one group at once: nobody can be at both. */
export const meetsThen = ({ others }: Pick<GroupOfMove, 'others'>, then: CalledSpan): boolean =>
  others.some((one) => one.startsAt < endOf(then) && then.startsAt < endOf(one));

/** The heaviest first. */
export function weighMove({
  now,
  then,
  people,
  limits,
  group,
  isHouseTaken,
  isRoomTaken,
  isOffDay,
  hasInterpreter,
}: MoveFacts): readonly MoveConsequence[] {
  const accepted = people.filter(({ answer }) => answer === 'accepted').map(({ staffId }) => staffId);
  const broken = limits
    .filter(({ dueAt, isKeptByOther }) => !isKeptByOther && now.startsAt <= dueAt && !keeps(then, dueAt))
    .map(({ kind, dueAt }): MoveConsequence => ({ code: 'limit-broken', staffIds: [], limit: { kind, dueAt } }));
  const gap = broken.length === 0 && group ? brokenCadence(group, now, then) : [];
  const interpreter = hasInterpreter && then?.startsAt !== now.startsAt ? [of('interpreter-booked')] : [];
  if (then === null) return [...broken, ...gap, ...interpreter, ...some('accepted-let-go', accepted)];
  const missing = people.filter(({ isRequired, isBusy }) => isRequired && isBusy).map(({ staffId }) => staffId);
  const busy = people.filter(({ isRequired, isBusy }) => !isRequired && isBusy).map(({ staffId }) => staffId);
  return [
    ...(group && meetsThen(group, then) ? [of('group-meets-then')] : []),
    ...broken,
    ...gap,
    ...some('required-missing', missing),
    ...some('busy', busy),
    ...interpreter,
    ...some('accepted-asked-again', accepted),
    ...(isHouseTaken ? [of('house-taken')] : []),
    ...(isRoomTaken ? [of('room-taken')] : []),
    ...(isOffDay ? [of('off-day')] : []),
  ];
}

/** Between which of the group's meetings too long a time would pass that does not now; the nearest of them. */
function brokenCadence({ others, cadence }: GroupOfMove, now: CalledSpan, then: CalledSpan | null): MoveConsequence[] {
  if (cadence === null) return [];
  const kept = others.filter(({ keepsCadence }) => keepsCadence).map(({ startsAt }) => startsAt);
  const broken = (starts: readonly Instant[]): readonly Instant[] => {
    const all = [cadence.since, ...[...starts].sort((a, b) => a - b)];
    return all.slice(1).flatMap((at, index) => {
      const by = meetBy(cadence, all[index] ?? cadence.since);
      return at > by ? [by] : [];
    });
  };
  const before = broken([...kept, now.startsAt]);
  const first = broken(then === null ? kept : [...kept, then.startsAt]).find((by) => !before.includes(by));
  return first === undefined
    ? []
    : [{ code: 'limit-broken', staffIds: [], limit: { kind: 'sig-meeting', dueAt: first } }];
}

const endOf = ({ startsAt, minutes }: CalledSpan): Instant => startsAt + minutes * MINUTE;
const keeps = (then: CalledSpan | null, dueAt: Instant): boolean => then !== null && then.startsAt <= dueAt;
const some = (code: MoveConsequence['code'], staffIds: readonly string[]): MoveConsequence[] =>
  staffIds.length > 0 ? [of(code, staffIds)] : [];
