/**
 * A group that rests, is placed, moves or ends leaves no meeting in anybody's calendar: what lies ahead is called off in the
 * same transaction, as it is when somebody calls it off by hand.
 */
import { AreaMeetingStore } from '../area/area-meeting.port.js';
import { noteAreaMeeting, tellAreaMeeting } from '../area/tell-area-meeting.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { callOffJoint } from '../meeting/call-off-joint.js';
import { GroupMeetingStore } from './group-meeting.port.js';
import type { GroupRow } from './group.port.js';

export async function callOffMeetings(tx: CallerTransaction, caller: StaffCaller, group: GroupRow): Promise<void> {
  if (group.caseId === null) return callOffNameless(tx, caller, group);
  const meetings = await tx.of(GroupMeetingStore).findOfGroup(group.id);
  for (const { id, state } of meetings)
    if (state === 'planned' || state === 'lobby')
      await callOffJoint(tx, { hubId: id, clientKey: `group/${group.id}/${group.version}` });
}

async function callOffNameless(tx: CallerTransaction, caller: StaffCaller, group: GroupRow): Promise<void> {
  const store = tx.of(AreaMeetingStore);
  for (const meeting of await store.findOfGroup(group.id, tx.now)) {
    if (meeting.state !== 'planned') continue;
    const { id, version, startsAt } = meeting;
    if (!(await store.change(id, version, { ...meeting, room: null, state: 'called-off' }))) continue;
    await noteAreaMeeting(tx, group.id, { areaMeetingId: id, areaMeeting: 'called-off' });
    await tellAreaMeeting(tx, caller, group, { kind: 'area-called-off', id, version: version + 1, dueAt: startsAt });
    await settleMeeting(tx, id);
  }
}
