import type { RoomTaken, TownRoom } from '#domain/calendar/choose-room.js';

/** The rooms of the caller's town, and when they are taken: never what for. */
export abstract class MeetingRoomStore {
  /** Those that the caller's house may meet in, in the order of the town's file. */
  abstract findRooms(): Promise<readonly TownRoom[]>;
  abstract findTaken(from: Date, until: Date): Promise<readonly RoomTaken[]>;
  /** Keeps everyone else from booking this room until the transaction ends. */
  abstract hold(room: string): Promise<void>;
}
