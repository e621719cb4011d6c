/**
 * Where a group stands, as one table to read aloud: wished for, waiting for room, motivated, running, paused, its young
 * person placed or moved away, closed, followed up ([S1]: about twenty need a group and five have room).
 */
import type { FormLevel } from '../form/form.js';

export const GROUP_STANDINGS = [
  /** Nominated and taken up: the preparatory group weighs it. */
  'preparing',
  /** Needed, and no room yet. */
  'queued',
  /** The young person is being won for it. */
  'motivation',
  'active',
  'paused',
  /** The young person lives in care for a time. */
  'placed',
  /** To another municipality; the hand-over runs. */
  'moved',
  'closed',
  'followed-up',
] as const;
export type GroupStanding = (typeof GROUP_STANDINGS)[number];

export const GROUP_MOVES = [
  'queue',
  'motivate',
  'form',
  'pause',
  'place',
  'resume',
  'move',
  'close',
  'follow-up',
] as const;
export type GroupMove = (typeof GROUP_MOVES)[number];

/** What is not here cannot be done. */
export const GROUP_TRANSITIONS: Readonly<Record<GroupStanding, Readonly<Partial<Record<GroupMove, GroupStanding>>>>> = {
  preparing: { queue: 'queued', motivate: 'motivation', form: 'active', move: 'moved', close: 'closed' },
  queued: { motivate: 'motivation', form: 'active', move: 'moved', close: 'closed' },
  motivation: { queue: 'queued', form: 'active', place: 'placed', move: 'moved', close: 'closed' },
  active: { pause: 'paused', place: 'placed', move: 'moved', close: 'closed' },
  paused: { resume: 'active', place: 'placed', move: 'moved', close: 'closed' },
  placed: { resume: 'active', move: 'moved', close: 'closed' },
  moved: { close: 'closed' },
  closed: { 'follow-up': 'followed-up' },
  'followed-up': {},
};

export type GroupMoveDecision =
  | { readonly outcome: 'moved'; readonly standing: GroupStanding }
  | { readonly outcome: 'refused'; readonly code: 'not-from-here'; readonly possible: readonly GroupMove[] };

export const decideGroupMove = (standing: GroupStanding, move: GroupMove): GroupMoveDecision => {
  const next = GROUP_TRANSITIONS[standing][move];
  return next === undefined
    ? { outcome: 'refused', code: 'not-from-here', possible: Object.keys(GROUP_TRANSITIONS[standing]) as GroupMove[] }
    : { outcome: 'moved', standing: next };
};

/** What happens to one young person alone: a place or a leadership is not won over, placed in care or moved away. */
const OF_A_PERSON: readonly GroupMove[] = ['motivate', 'place', 'move'];

/** What can be done with a group as it stands; `level` is its form's. */
export const possibleMoves = (standing: GroupStanding, level: FormLevel): readonly GroupMove[] =>
  (Object.keys(GROUP_TRANSITIONS[standing]) as GroupMove[]).filter(
    (move) => level === 'persons' || !OF_A_PERSON.includes(move),
  );

/** Takes up one of the places that there are. */
export const takesRoom = (standing: GroupStanding): boolean =>
  standing === 'active' || standing === 'paused' || standing === 'placed';

/** Nothing moves it on by itself: somebody has to look at it again, or it is forgotten. */
export const waits = (standing: GroupStanding): boolean =>
  standing === 'queued' || standing === 'motivation' || standing === 'paused' || standing === 'placed';

/** Since when it stands as it does: the first of its last acts that left it so. */
export function standingSince<At>(
  acts: readonly { readonly standing: GroupStanding; readonly at: At }[],
  standing: GroupStanding,
  begun: At,
): At {
  const before = acts.findLastIndex((act) => act.standing !== standing);
  return acts[before + 1]?.at ?? begun;
}

/** Its members meet; only then does the cadence count. */
export const meets = (standing: GroupStanding): boolean => standing === 'active';

export const hasEnded = (standing: GroupStanding): boolean => standing === 'closed' || standing === 'followed-up';

/** Why a group waits, rests, ends or leaves its order: closed words, so that nothing is said about anyone by them. */
export const GROUP_REASONS = {
  queue: ['no-room', 'waits-for-assessment', 'waits-for-party'],
  motivate: ['not-ready-yet', 'family-not-ready-yet'],
  /** Of a nomination that no group comes of. */
  decline: ['not-the-target-group', 'other-help', 'own-wish'],
  pause: ['own-wish', 'in-custody', 'health', 'nobody-to-meet'],
  place: ['placed-in-care', 'sis', 'family-home'],
  move: ['other-municipality'],
  resume: ['back-again'],
  close: ['goals-met', 'consent-gone', 'own-wish', 'other-help', 'moved', 'not-the-target-group', 'agreement-lapsed'],
  /** Only by turning into another form; nobody closes a group so by hand. */
  turn: ['turned'],
  'out-of-order': ['urgent', 'done-elsewhere', 'agreed-by-all'],
} as const;

export type ReasonedMove = keyof typeof GROUP_REASONS;

/** What can be done beside the steps; each with its reason. */
export const FREE_MOVES = ['queue', 'motivate', 'pause', 'place', 'resume', 'move'] as const satisfies ReasonedMove[];

export const isReasonFor = (move: ReasonedMove, word: string): boolean =>
  (GROUP_REASONS[move] as readonly string[]).includes(word);
