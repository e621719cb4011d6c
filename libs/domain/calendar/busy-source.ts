/** A calendar of somebody's own that says when they are busy: how far ahead it is read, how often, and what can be wrong with it. */
import { DAY, type Instant, MINUTE } from '../kernel/instant.js';
import { mergeStretches, type Stretch } from './stretch.js';

/** Closed words: each has a sentence that says what to do. */
export const SOURCE_FAULTS = [
  /** Its server cannot be reached, or answers too slowly. */
  'unreachable',
  /** The address leads inside a network, or to what is no secure web address. */
  'not-allowed',
  'not-found',
  /** It wants somebody to sign in. */
  'refused',
  'not-secure',
  'not-a-calendar',
  'too-large',
] as const;
export type SourceFault = (typeof SOURCE_FAULTS)[number];

/** One for each of a person's calendars; more is a mistake. */
export const MOST_SOURCES = 5;

/** As far as anyone looks for a time, and a little more. */
const AHEAD = 190 * DAY;
const EVERY = 30 * MINUTE;
const LONGEST_PAUSE = DAY;

export const readingWindow = (now: Instant): Stretch => ({ from: now - DAY, until: now + AHEAD });

/** Half an hour after it was read; after faults later and later, at last once a day. `faults` counts those in a row. */
export const nextReading = (now: Instant, faults: number): Instant =>
  now + (faults === 0 ? EVERY : Math.min(LONGEST_PAUSE, EVERY * 2 ** Math.min(faults, 10)));

/** While it is being read nobody else does it; a reader that died is replaced after this. */
export const READING_TAKES = 2 * MINUTE;

/** Busy times within what is looked at, merged: how many there are says nothing of how many appointments there were. */
export const busyWithin = (busy: readonly Stretch[], window: Stretch): readonly Stretch[] =>
  mergeStretches(
    busy.map(({ from, until }) => ({ from: Math.max(from, window.from), until: Math.min(until, window.until) })),
  );

const LONGEST_ADDRESS = 2000;

export type AddressRead =
  | { readonly outcome: 'address'; readonly url: string; readonly host: string }
  | { readonly outcome: 'refused'; readonly code: 'ADDRESS_NOT_HTTPS' | 'CALENDAR_ADDRESS_WRONG' };

/** What somebody pasted: `webcal:` is a calendar program's word for a secure address. */
export function readSourceAddress(text: string): AddressRead {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST_ADDRESS) return { outcome: 'refused', code: 'CALENDAR_ADDRESS_WRONG' };
  const match = /^(https|http|webcals?):\/\/([^/?#\s@\\]+)([/?#]\S*)?$/i.exec(trimmed);
  if (match === null) return { outcome: 'refused', code: 'CALENDAR_ADDRESS_WRONG' };
  if (match[1]!.toLowerCase() === 'http') return { outcome: 'refused', code: 'ADDRESS_NOT_HTTPS' };
  const host = match[2]!.toLowerCase();
  return { outcome: 'address', url: `https://${host}${match[3] ?? '/'}`, host };
}
