import type { SourceFault } from '#domain/calendar/busy-source.js';
import type { Stretch } from '#domain/calendar/stretch.js';

export type BusyRead =
  | { readonly outcome: 'read'; readonly busy: readonly Stretch[] }
  | { readonly outcome: 'fault'; readonly fault: Extract<SourceFault, 'not-a-calendar' | 'too-large'> };

/** Reads an iCalendar (RFC 5545) for when its owner is busy and drops everything else; hostile text costs no more than its limit. */
export abstract class BusyReader {
  abstract read(text: string, within: Stretch): BusyRead;
}

export type Fetched =
  { readonly outcome: 'text'; readonly text: string } | { readonly outcome: 'fault'; readonly fault: SourceFault };

/** Fetches a calendar from a public secure address, and from nowhere inside a network. */
export abstract class CalendarFetcher {
  abstract fetch(url: string): Promise<Fetched>;
}
