import type { RoomTaken, TownRoom } from '#domain/calendar/choose-room.js';
import { MeetingRoomStore } from '#use-cases/calendar/meeting-room.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { KEPT_CALENDAR, readKeptCalendar, type KeptCalendar } from './kept-calendar.js';

export class MeetingRoomRepository extends MeetingRoomStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findRooms(): Promise<readonly TownRoom[]> {
    const [row]: (KeptCalendar & { house: string })[] = await this.context.manager.query(
      `select m.calendar, m.closed, a.slug || '/' || b.slug as house
       from (select id, ${KEPT_CALENDAR} from municipality where id = caller.municipality()) m
         join branch b on b.id = caller.branch() join authority a on a.id = b.authority_id`,
    );
    return readKeptCalendar(row).rooms.filter(({ house }) => house === null || house === row?.house);
  }

  async findTaken(from: Date, until: Date): Promise<readonly RoomTaken[]> {
    const rows: { room: string; hubId: string | null; startsAt: Date; endsAt: Date }[] =
      await this.context.manager.query(
        `select room, hub_id as "hubId", starts_at as "startsAt", ends_at as "endsAt" from caller.rooms_taken($1, $2)`,
        [from, until],
      );
    return rows.map(({ room, hubId, startsAt, endsAt }) => ({
      room,
      hubId,
      from: startsAt.getTime(),
      until: endsAt.getTime(),
    }));
  }

  async hold(room: string): Promise<void> {
    await this.context.manager.query(
      `select pg_advisory_xact_lock(hashtextextended('room ' || caller.municipality()::text || ' ' || $1::text, 0))`,
      [room],
    );
  }
}
