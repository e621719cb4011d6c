/** A joint meeting that will not be: its board says so, whoever was called is told, and their calendars take it out. */
import { decideMeetingStep } from '#domain/meeting/meeting-states.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { callOffInvitations } from '../hub/end-unreached.js';
import { HubStore } from '../hub/hub.port.js';
import { JointStore } from '../hub/joint.port.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { requireOwnHouse, writeOnBoard, type ActOnBoard } from './write-on-board.js';

/** One that has begun, or is over, stays as it is. */
export async function callOffJoint(tx: CallerTransaction, on: ActOnBoard): Promise<void> {
  await writeOnBoard(tx, on, async (board, hub) => {
    requireOwnHouse(tx, hub);
    const decision = decideMeetingStep(board, 'call-off', tx.now.getTime());
    if (decision.outcome === 'refused') return [];
    await tx.of(HubStore).moveHub(hub.id, { state: decision.state, closedAt: tx.now });
    await callOffInvitations(tx, hub);
    await settleMeeting(tx, hub.id);
    const parties = await tx.of(JointStore).findParties(hub.id);
    const branches = new Set([hub.branchId, ...parties.map(({ branchId }) => branchId)]);
    await tx
      .of(OutboxStore)
      .put([...branches].map((branchId) => ({ topic: `live:hubs:${branchId}`, payload: { hubId: hub.id } })));
    return [{ happening: { kind: 'MeetingCalledOff', reasons: null } }];
  });
}
