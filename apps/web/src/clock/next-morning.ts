/** Eight o'clock in Sweden, today if it is yet to come: when the work of a day begins. */
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';

const EIGHT = 8 * 60;
const MINUTE = 60_000;

/** Whole minutes until the next 08:00, at least one. */
export function minutesToMorning(now: number): number {
  const today = civilDayOf(now);
  const morning = instantAt(today, EIGHT) > now ? instantAt(today, EIGHT) : instantAt(today + 1, EIGHT);
  return Math.max(1, Math.ceil((morning - now) / MINUTE));
}
