/** Who sits in a group without persons, and how they and the ledger are told of its meetings. */
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore, type GroupMemberRow, type GroupRow } from '../group/group.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';

export const seated = async (tx: CallerTransaction, groupId: string): Promise<readonly GroupMemberRow[]> =>
  (await tx.of(GroupStore).findMembers([groupId])).filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft);

export async function tellAreaMeeting(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: GroupRow,
  of: {
    readonly kind: 'area-convened' | 'area-called-off';
    readonly id: string;
    readonly version: number;
    readonly dueAt: Date;
  },
): Promise<void> {
  const members = await seated(tx, group.id);
  await notify(tx, {
    staffIds: [...new Set(members.map(({ staffId }) => staffId))].filter((id) => id !== caller.staffId),
    kind: of.kind,
    effectKey: `area-meeting:${of.id}:${of.version}`,
    dueAt: of.dueAt,
  });
  await tx.of(OutboxStore).put([{ topic: `live:hubs:${group.branchId}`, payload: { groupId: group.id } }]);
}

export const noteAreaMeeting = (
  tx: CallerTransaction,
  groupId: string,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> =>
  tx
    .of(LedgerStore)
    .record([{ action: 'change', outcome: 'done', ground: 'no-person-data', detail: { groupId, ...detail } }]);
