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

/** Every page that shows the meeting looks again, in every house at its table; to look is not to be in the room. */
export async function tellMeeting(tx: CallerTransaction, hub: MeetingHub): Promise<void> {
  const parties = await tx.of(JointStore).findParties(hub.id);
  const branches = new Set([hub.branchId, ...parties.map(({ branchId }) => branchId)]);
  await tx
    .of(OutboxStore)
    .put([...branches].map((branchId) => ({ topic: `live:hubs:${branchId}` as const, payload: { hubId: hub.id } })));
}

/** By what right another house sits at the table, or sat there last. */
export async function groundOfSeat(tx: CallerTransaction, hubId: string, caller: StaffCaller): Promise<string> {
  const seats = (await tx.of(JointStore).findParties(hubId)).filter(({ branchId }) => branchId === caller.branchId);
  const running = seats.filter(({ endedAt }) => endedAt === null);
  return (running.length > 0 ? running : seats).some(({ terms }) => terms === 'with-consent')
    ? 'consent'
    : 'assessment';
}
