/** Whoever calls a young person to a meeting is told that a room or a time is not to be had, and never why: it looks like any other that is taken. */
import { APART_MINUTES, isKeptClear, keptClearOf } from '#domain/calendar/keep-apart.js';
import type { TownRoom } from '#domain/calendar/choose-room.js';
import type { KeptClear } from '#domain/calendar/slot-question.js';
import { type Instant, MINUTE } from '#domain/kernel/instant.js';
import { InvalidInput } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { KeptApartStore } from './kept-apart.port.js';

/** What is kept clear of the case's person between two instants, with its margin, beside a meeting that is moved; nothing where there is no case. */
export async function findKeptClear(
  tx: CallerTransaction,
  caseId: string | null,
  span: { readonly from: Instant; readonly until: Instant; readonly hubId?: string | null },
): Promise<readonly KeptClear[]> {
  if (caseId === null) return [];
  const margin = APART_MINUTES * MINUTE;
  return keptClearOf(
    await tx.of(KeptApartStore).findToKeepClearOf(caseId, {
      from: new Date(span.from - margin),
      until: new Date(span.until + margin),
      beside: span.hubId ?? null,
    }),
  );
}

/**
 * Fails as ROOM_TAKEN at `room` where a room is wanted, as any meeting in it would make it, and else as TIME_NOT_POSSIBLE at
 * `startsAt`, as another meeting of the same person or group does. Holds the time against the other's meetings until the transaction ends.
 */
export async function requireClearTime(
  tx: CallerTransaction,
  meeting: {
    readonly caseId: string;
    readonly startsAt: Date;
    readonly minutes: number;
    /** Null where it is not known where they meet. */
    readonly room: TownRoom | null;
    /** The meeting that is moved. */
    readonly hubId?: string;
  },
): Promise<void> {
  const from = meeting.startsAt.getTime();
  const until = from + meeting.minutes * MINUTE;
  await tx.of(KeptApartStore).hold(meeting.caseId);
  const clear = await findKeptClear(tx, meeting.caseId, { from, until, hubId: meeting.hubId ?? null });
  if (!isKeptClear({ from, until, site: meeting.room?.site ?? null }, clear)) return;
  throw new InvalidInput([
    meeting.room === null ? { field: 'startsAt', code: 'TIME_NOT_POSSIBLE' } : { field: 'room', code: 'ROOM_TAKEN' },
  ]);
}
