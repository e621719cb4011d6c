/**
 * A group that ends takes its seats along, and no agency's own record: whoever of another house sat at a meeting that is held
 * reads on until its minutes are fixed and registered, as long as the ground of the seat holds (OSL 5:1, 10:1).
 */
import { recordUntil } from '#domain/minutes/record-time.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { GroupMeetingStore } from './group-meeting.port.js';
import type { GroupMemberRow, GroupRow } from './group.port.js';

export interface SeatToEnd extends Pick<GroupMemberRow, 'id' | 'staffId' | 'branchId'> {
  /** Until when they read what was held while they sat there; absent where the seat ends at once. */
  readonly until?: Date;
}

/** Nothing is read on where it was the consent that went. */
export async function withRecords(
  tx: CallerTransaction,
  group: GroupRow,
  seats: readonly GroupMemberRow[],
  reason: string | null,
): Promise<readonly SeatToEnd[]> {
  if (group.caseId === null || reason === 'consent-gone') return seats;
  const sat = await tx.of(GroupMeetingStore).findSatUntilFixed(group.id);
  return seats.map((seat) => {
    const held = sat.find(({ staffId, branchId }) => staffId === seat.staffId && branchId === seat.branchId);
    const until = held && recordUntil(held.fixesAt.getTime(), tx.now.getTime());
    return until && seat.branchId !== group.branchId && !seat.hasLeft ? { ...seat, until: new Date(until) } : seat;
  });
}
