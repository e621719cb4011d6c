/**
 * A seat whose holder has left the post stands empty: whoever leads the group is told, that minute where somebody ends the post
 * and when the time comes where its end was set ahead, so that a party is not missed first at the meeting ([S1]).
 */
import { Injectable } from '@nestjs/common';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { notifyAll } from '../notice/notify.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { GroupStore } from './group.port.js';

/** Told at once; the rest a minute later. */
const MOST = 200;

/** Of one post, or of every one; asked as the service `deadlines`. Answers how many were told now. Names no case and no group. */
export async function tellEmptySeats(tx: CallerTransaction, membershipId: string | null): Promise<number> {
  const empty = await tx.of(GroupStore).findEmptySeats(membershipId, MOST);
  await notifyAll(
    tx,
    empty.map(({ seatId, coordinatorId }) => ({
      staffIds: [coordinatorId],
      kind: 'seat-empty',
      effectKey: `seat-empty:${seatId}`,
    })),
  );
  return empty.length;
}

/** Asks again every minute: the end of a post that was set ahead comes by itself. */
@Injectable()
export class TellEmptySeats implements DueWorkKind {
  readonly name = 'empty-seats';
  readonly service = 'deadlines';

  constructor(private readonly asCaller: AsCaller) {}

  reconcile(caller: ServiceCaller): Promise<number> {
    return this.asCaller.run(caller, (tx) => tellEmptySeats(tx, null));
  }
}
