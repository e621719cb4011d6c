import { chooseRoom, type TownRoom } from '#domain/calendar/choose-room.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { InvalidInput } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { MeetingRoomStore } from './meeting-room.port.js';

const CODES = { 'no-such-room': 'CHOOSE_ONE', taken: 'ROOM_TAKEN' } as const;

/** The room, held until the transaction ends; null where none is wanted. Fails as CHOOSE_ONE or ROOM_TAKEN at `room`. */
export async function requireRoom(
  tx: CallerTransaction,
  wanted: {
    readonly room: string | null;
    readonly startsAt: Date;
    readonly minutes: number;
    /** The meeting that is moved. */
    readonly hubId?: string;
  },
): Promise<TownRoom | null> {
  if (wanted.room === null) return null;
  const store = tx.of(MeetingRoomStore);
  await store.hold(wanted.room);
  const until = new Date(wanted.startsAt.getTime() + wanted.minutes * MINUTE);
  const decision = chooseRoom(wanted.room, {
    rooms: await store.findRooms(),
    taken: await store.findTaken(wanted.startsAt, until),
    from: wanted.startsAt.getTime(),
    until: until.getTime(),
    hubId: wanted.hubId ?? null,
  });
  if (decision.outcome === 'refused') throw new InvalidInput([{ field: 'room', code: CODES[decision.code] }]);
  return decision.room;
}
