/** A group's meeting as its minutes need it: whoever does not see the hub finds nothing, and a hub of no group has none. */
import type { CallerTransaction } from '../gate/as-caller.js';
import { notFound } from '../failure.js';
import type { StaffCaller } from '../gate/caller.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { JointStore } from '../hub/joint.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';

export type MeetingHub = HubFacts & { readonly groupId: string };

export async function requireMeeting(tx: CallerTransaction, hubId: string): Promise<MeetingHub> {
  const hub = await tx.of(HubStore).findHub(hubId);
  if (!hub || hub.groupId === null) throw notFound();
  return { ...hub, groupId: hub.groupId };
}

/**
 * What was written, changed or taken away in the meeting: `rowIds` of points, lines and decisions, and the items of the reasons.
 * Pages of those who reach one of them look again, and their own systems are called; to the others nothing has happened, not even
 * that somebody has written (OSL 26:1). The meeting's own id stands for what everyone at the table may know of it.
 */
export async function tellMeeting(
  tx: CallerTransaction,
  { id, groupId }: Pick<MeetingHub, 'id' | 'groupId'>,
  rowIds: readonly string[] = [id],
): Promise<void> {
  const topic = `live:meetings:${groupId}` as const;
  await tx.of(OutboxStore).put([...new Set(rowIds)].map((rowId) => ({ topic, payload: { rowId, hubId: id } })));
}

/** When somebody is called to the meeting has changed: the calendars of these houses look again. */
export async function tellCalendars(
  tx: CallerTransaction,
  hub: Pick<MeetingHub, 'id'>,
  branchIds: readonly string[],
): Promise<void> {
  await tx.of(OutboxStore).put(
    [...new Set(branchIds)].map((branchId) => ({
      topic: `live:hubs:${branchId}` as const,
      payload: { hubId: hub.id },
    })),
  );
}

/** By what right another house sits at the table, or sat there last. */
export async function groundOfSeat(tx: CallerTransaction, hubId: string, caller: StaffCaller): Promise<string> {
  const seats = (await tx.of(JointStore).findParties(hubId)).filter(({ branchId }) => branchId === caller.branchId);
  const running = seats.filter(({ endedAt }) => endedAt === null);
  return (running.length > 0 ? running : seats).some(({ terms }) => terms === 'with-consent')
    ? 'consent'
    : 'assessment';
}
