/** A room for a meeting: one of the town's, free for the whole of it. */
import type { Instant } from '../kernel/instant.js';
import type { Stretch } from './stretch.js';

/** A room as the town has it: whoever waits at one site waits together. */
export interface TownRoom {
  readonly slug: string;
  readonly name: string;
  readonly site: string;
  /** The room's own link, for those who are not in it. */
  readonly videoUrl: string | null;
  /** `authority/branch` whose room it is; null: everyone's. */
  readonly house: string | null;
}

export interface RoomTaken extends Stretch {
  readonly room: string;
  /** The meeting, where it is of the asking house. */
  readonly hubId: string | null;
}

export type RoomDecision =
  | { readonly outcome: 'room'; readonly room: TownRoom }
  | { readonly outcome: 'refused'; readonly code: 'no-such-room' | 'taken' };

export function chooseRoom(
  wanted: string,
  of: {
    readonly rooms: readonly TownRoom[];
    readonly taken: readonly RoomTaken[];
    readonly from: Instant;
    readonly until: Instant;
    /** The meeting that is moved stands not in its own way. */
    readonly hubId: string | null;
  },
): RoomDecision {
  const room = of.rooms.find(({ slug }) => slug === wanted);
  if (!room) return { outcome: 'refused', code: 'no-such-room' };
  return isRoomTaken(wanted, of) ? { outcome: 'refused', code: 'taken' } : { outcome: 'room', room };
}

export const isRoomTaken = (
  room: string,
  of: Pick<Parameters<typeof chooseRoom>[1], 'taken' | 'from' | 'until' | 'hubId'>,
): boolean =>
  of.taken.some(
    (one) =>
      one.room === room && (one.hubId === null || one.hubId !== of.hubId) && one.from < of.until && of.from < one.until,
  );
