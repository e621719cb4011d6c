/** A municipality's calendar as its row keeps it: what its file says, and the single days that an older file listed. */
import { readTownCalendar, type TownCalendar, type WrittenCalendar } from '#domain/calendar/town-calendar.js';

export interface KeptCalendar {
  readonly calendar: WrittenCalendar | null;
  readonly closed: readonly string[] | null;
}

/** What `readKeptCalendar` reads, of a municipality. */
export const KEPT_CALENDAR = `settings->'calendar' as calendar, settings->'closedDays' as closed`;

export function readKeptCalendar(kept: KeptCalendar | undefined): TownCalendar {
  const { closed, ...written } = kept?.calendar ?? {};
  const days = (kept?.closed ?? []).map((one) => ({ from: one, to: one }));
  return readTownCalendar({ ...written, closed: [...(closed ?? []), ...days] });
}
