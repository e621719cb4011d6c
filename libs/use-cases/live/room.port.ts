import type { MeetingEvent } from '#domain/meeting/meeting-event.js';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { StaffCaller } from '../gate/caller.js';
import type { SealedItem } from '../gate/sealed.js';

/**
 * What a screen can show the change of: a row under policies of its own, or a case that one works on, or did, in any house;
 * and a case that one no longer works on.
 */
export type Watched =
  | 'hub'
  | 'case_file'
  | 'deadline'
  | 'meeting_row'
  | 'plan_entry'
  | 'plan_voice'
  | 'plan_news'
  | 'work-on-case'
  | 'left-case';

export interface RoomEvents {
  readonly kind: 'internal' | 'joint';
  /** What is said on this board is said for this. */
  readonly purpose: Purpose;
  readonly events: readonly MeetingEvent[];
}

/**
 * The same thing read by several people at once: in one message to the database, and yet each under their own identity, so
 * that the policies decide for each of them as if they had come alone. Answers stand in the order of the callers.
 */
export abstract class RoomStore {
  /** Who reaches this row. */
  abstract findSeeing(callers: readonly StaffCaller[], what: Watched, id: string): Promise<boolean[]>;
  /** What was each one's of a case and is no longer: it, its groups and its meetings, by a case or by one of these. */
  abstract findLeft(callers: readonly StaffCaller[], about: string): Promise<string[][]>;
  /** The board's events after one number up to another, without gaps; null for whom the hub is not there. */
  abstract findEvents(
    callers: readonly StaffCaller[],
    hubId: string,
    numbers: { readonly after: number; readonly upTo: number },
  ): Promise<(RoomEvents | null)[]>;
  /** Each one's sealed items with the facts that hold for that one; what they may not see is absent. */
  abstract findSealed(callers: readonly StaffCaller[], itemIds: readonly string[]): Promise<SealedItem[][]>;
}
