/**
 * Whether something told already may be told for longer when work goes on as another form's: by itself only what ran as long
 * as the old ground did, anything else by a person's choice, and what danger or a report opened never (OSL 10:1; BrB 24:4).
 */
import type { Purpose } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';
import { shareUntil } from './share-times.js';

/** Told in danger, for a few hours and for that alone. */
const DANGER_GROUNDS: readonly string[] = ['BrB 24:4', 'OSL 10:20'];
/** Each has an act and a time of its own. */
const APART: readonly Purpose[] = ['immediate-danger', 'report-concern', 'feedback'];

export interface RunningShare {
  readonly ground: string;
  readonly purpose: Purpose;
  readonly madeAt: Instant;
  /** Until when it was given, whatever has shortened it since; null without an end. */
  readonly givenUntil: Instant | null;
}

/** What the work stood on before it goes over. */
export interface WorkBefore {
  /** Null of a group that was never formed. */
  readonly formedAt: Instant | null;
  readonly purpose: Purpose;
  /** When each yes to the old form ends or would have. */
  readonly yesUntil: readonly Instant[];
}

export type Longer = 'by-itself' | 'by-choice' | 'never';

export function decideLonger(share: RunningShare, before: WorkBefore): Longer {
  if (DANGER_GROUNDS.includes(share.ground) || APART.includes(share.purpose)) return 'never';
  const ofTheGroup =
    share.ground === 'consent' &&
    share.purpose === before.purpose &&
    before.formedAt !== null &&
    share.madeAt >= before.formedAt;
  // Nobody chose this end: it is the one that the yes itself gave as the share was made.
  const endedByTheYes = before.yesUntil.some(
    (groundEnds) => shareUntil(share.madeAt, { chosen: null, groundEnds }) === share.givenUntil,
  );
  return ofTheGroup && endedByTheYes ? 'by-itself' : 'by-choice';
}
