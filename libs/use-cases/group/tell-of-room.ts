/** A place that has come free is told to whoever leads a group that waits for one: five have room and twenty need it ([S1]). */
import { takesRoom } from '#domain/group/group-states.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { notify } from '../notice/notify.js';
import { GroupStore, type GroupRow } from './group.port.js';

/** `left` as it stood before: a group that took no room frees none. */
export async function tellOfRoom(tx: CallerTransaction, left: GroupRow): Promise<void> {
  if (!takesRoom(left.standing)) return;
  const staffIds = await tx.asService('deadlines', (service) =>
    service.of(GroupStore).findWhoseGroupsWait(left.branchId, left.kind),
  );
  await notify(tx, { staffIds, kind: 'room-freed', effectKey: `room-freed:${left.id}:${left.version}` });
}
