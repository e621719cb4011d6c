import type { TownCalendar } from '#domain/calendar/town-calendar.js';
import type { Stretch } from '#domain/calendar/stretch.js';

/** When people are busy, and when a municipality works: never what for. */
export abstract class BusyTimeStore {
  /** By staff id, of those whom the caller may call to the group's meeting; nothing of anyone for another caller. */
  abstract findInGroup(groupId: string, from: Date, until: Date): Promise<ReadonlyMap<string, readonly Stretch[]>>;
  abstract findTownCalendar(municipalityId: string): Promise<TownCalendar>;
}
