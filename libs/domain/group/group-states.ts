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
  /** To another municipality; the hand-over runs, and what comes of it is not known yet. */
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
  moved: { queue: 'queued', motivate: 'motivation', resume: 'active', close: 'closed' },
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

export interface GroupToMove {
  readonly standing: GroupStanding;
  readonly level: FormLevel;
  /** It has met, or could: null before it is formed. */
  readonly formedAt: Date | null;
}

/** A family that stays after all finds the group where it was: one that was formed goes on, another waits or is won over. */
const BACK_FROM_MOVED: Readonly<Partial<Record<GroupMove, boolean>>> = { resume: true, queue: false, motivate: false };

/** What can be done with a group as it stands; `level` is its form's. */
export const possibleMoves = ({ standing, level, formedAt }: GroupToMove): readonly GroupMove[] =>
  (Object.keys(GROUP_TRANSITIONS[standing]) as GroupMove[]).filter(
    (move) =>
      (level === 'persons' || !OF_A_PERSON.includes(move)) &&
      (standing !== 'moved' || (BACK_FROM_MOVED[move] ?? formedAt !== null) === (formedAt !== null)),
  );

/** Takes up one of the places that there are. */
export const takesRoom = (standing: GroupStanding): boolean =>
  standing === 'active' || standing === 'paused' || standing === 'placed';

const WAITING: readonly GroupStanding[] = ['queued', 'motivation', 'paused', 'placed', 'moved'];

/** Nothing moves it on by itself: somebody has to look at it again, or it is forgotten. */
export const waits = (standing: GroupStanding): boolean => WAITING.includes(standing);

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
  resume: ['back-again', 'stays', 'not-taken-over'],
  close: ['goals-met', 'consent-gone', 'own-wish', 'other-help', 'moved', 'not-the-target-group', 'agreement-lapsed'],
  /** Only by turning into another form; nobody closes a group so by hand. */
  turn: ['turned'],
  'out-of-order': ['urgent', 'done-elsewhere', 'agreed-by-all'],
} as const;

export type ReasonedMove = keyof typeof GROUP_REASONS;

/** What can be done beside the steps; each with its reason. */
export const FREE_MOVES = ['queue', 'motivate', 'pause', 'place', 'resume', 'move'] as const satisfies ReasonedMove[];

/** The family stays, or nobody takes over, only where somebody was to move. */
const OF_MOVED: readonly string[] = ['stays', 'not-taken-over'];

/** Why, of a group that stands so. */
export const reasonsFrom = (standing: GroupStanding, move: ReasonedMove): readonly string[] =>
  GROUP_REASONS[move].filter((word) => standing === 'moved' || !OF_MOVED.includes(word));

export const isReasonFor = (move: ReasonedMove, word: string): boolean =>
  (GROUP_REASONS[move] as readonly string[]).includes(word);
