/** Whoever calls a young person to a meeting is told that a time is not to be had, and never why: it looks like any other that is taken. */
import { APART_MINUTES, isKeptClear, keptClearOf } from '#domain/calendar/keep-apart.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { InvalidInput } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { KeptApartStore } from './kept-apart.port.js';

/** Fails as TIME_NOT_POSSIBLE at `startsAt`. */
export async function requireClearTime(
  tx: CallerTransaction,
  meeting: { readonly caseId: string; readonly startsAt: Date; readonly minutes: number },
): Promise<void> {
  const from = meeting.startsAt.getTime();
  const until = from + meeting.minutes * MINUTE;
  const margin = APART_MINUTES * MINUTE;
  const others = await tx
    .of(KeptApartStore)
    .findToKeepClearOf(meeting.caseId, new Date(from - margin), new Date(until + margin));
  if (isKeptClear({ from, until }, keptClearOf(others)))
    throw new InvalidInput([{ field: 'startsAt', code: 'TIME_NOT_POSSIBLE' }]);
}
