import { Injectable } from '@nestjs/common';
import { decideContact, type ContactDecision } from '#domain/group/contact.js';
import { Failure } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { GroupStore, type GroupMemberRow, type GroupRow } from './group.port.js';
import { requireGroup } from './record-act.js';

const REFUSED: Readonly<Record<Extract<ContactDecision, { outcome: 'refused' }>['code'], string>> = {
  over: 'GROUP_HAS_ENDED',
  'not-formed': 'STEP_NOT_FROM_HERE',
  'not-seated': 'CHOOSE_ONE',
  'contact-already': 'CHOOSE_ONE',
};

/** Another in the group becomes the one whom the family meets: whoever was may have left the post or the group ([S1]). */
@Injectable()
export class NameContact {
  constructor(private readonly asCaller: AsCaller) {}

  /** Fails as GROUP_HAS_ENDED, STEP_NOT_FROM_HERE before it is formed, or CHOOSE_ONE by the field. */
  run(
    caller: StaffCaller,
    wanted: { readonly groupId: string; readonly version: number; readonly memberId: string },
  ): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const group = await requireGroup(tx, wanted.groupId, wanted.version);
      const members = await tx.of(GroupStore).findMembers([group.id]);
      await nameContact(tx, caller, group, { members, memberId: wanted.memberId, field: 'memberId' });
    });
  }
}

/** In the transaction that ends the former contact's seat, too; raises the group's version. */
export async function nameContact(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: GroupRow,
  to: { readonly members: readonly GroupMemberRow[]; readonly memberId: string; readonly field: string },
): Promise<void> {
  const seat = to.members.find(({ id }) => id === to.memberId);
  const decision = decideContact(group, seat);
  if (decision.outcome === 'refused' || !seat) {
    const code = decision.outcome === 'refused' ? REFUSED[decision.code] : 'CHOOSE_ONE';
    throw new Failure(code, code === 'CHOOSE_ONE' ? to.field : undefined);
  }
  const { standing, standingReason, id: groupId, caseId, personId, kind } = group;
  const { staffId } = seat;
  await tx.of(GroupStore).change(groupId, { standing, standingReason, contactId: staffId });
  const said = { act: 'contact', word: 'named', standing, reason: null, passed: [], itemId: null } as const;
  await tx.of(GroupStore).addAct({ id: tx.newId(), groupId, caseId, ...said });
  const detail = { groupId, kind, contact: 'named', from: group.contactId, to: staffId };
  await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', caseId, personId, detail }]);
  await notify(tx, {
    staffIds: [staffId].filter((id) => id !== caller.staffId),
    kind: 'group-contact',
    effectKey: `group:${groupId}:contact:${group.version}`,
    caseId,
  });
}
