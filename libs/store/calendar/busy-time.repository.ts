import type { Stretch } from '#domain/calendar/stretch.js';
import type { TownCalendar } from '#domain/calendar/town-calendar.js';
import { BusyTimeStore } from '#use-cases/calendar/busy-time.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { KEPT_CALENDAR, readKeptCalendar, type KeptCalendar } from './kept-calendar.js';

export class BusyTimeRepository extends BusyTimeStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findInGroup(groupId: string, from: Date, until: Date): Promise<ReadonlyMap<string, readonly Stretch[]>> {
    const rows: { staffId: string; startsAt: Date; endsAt: Date }[] = await this.context.manager.query(
      `select staff_id as "staffId", starts_at as "startsAt", ends_at as "endsAt" from caller.busy_in_group($1, $2, $3)`,
      [groupId, from, until],
    );
    const found = new Map<string, Stretch[]>();
    for (const { staffId, startsAt, endsAt } of rows) {
      const stretches = found.get(staffId) ?? [];
      stretches.push({ from: startsAt.getTime(), until: endsAt.getTime() });
      found.set(staffId, stretches);
    }
    return found;
  }

  async findTownCalendar(municipalityId: string): Promise<TownCalendar> {
    const rows: KeptCalendar[] = await this.context.manager.query(
      `select ${KEPT_CALENDAR} from municipality where id = $1`,
      [municipalityId],
    );
    return readKeptCalendar(rows[0]);
  }
}
