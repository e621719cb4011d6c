/** A time as it is typed, in Sweden's clock, and the instant that it means. */
import { parseDateTime, parseAbsolute, toZoned } from '@internationalized/date';
import { ZONE } from '../time/moment.js';

/** `2026-11-24T15:00` */
export const localOf = (instant: string): string => parseAbsolute(instant, ZONE).toString().slice(0, 16);

/** Undefined for what is no time, such as a half-typed one. */
export function momentOf(local: string): string | undefined {
  try {
    return toZoned(parseDateTime(local), ZONE).toAbsoluteString();
  } catch {
    return undefined;
  }
}
