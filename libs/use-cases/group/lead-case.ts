/**
 * Whoever leads a group about somebody works on their case until it has been followed up, also when every seat in it has ended:
 * what is owed half a year later is owed by somebody who can do it ([S1]).
 */
import { DAY } from '#domain/kernel/instant.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { GroupLeadStore } from './group-lead.port.js';
import type { GroupRow } from './group.port.js';

type Led = Pick<GroupRow, 'id' | 'caseId' | 'branchId'> & { readonly personId: string | null };

/** Nothing where they work on it already by what does not end with a seat. */
export async function leadCase(
  tx: CallerTransaction,
  group: Led,
  on: { readonly staffId: string; readonly by: string },
): Promise<void> {
  const { id: groupId, caseId, branchId, personId } = group;
  if (caseId === null) return;
  const { staffId } = on;
  const isPut = await tx.asService('reception', (service) =>
    service.of(GroupLeadStore).putToLead({ id: tx.newId(), caseId, branchId, ...on }),
  );
  if (!isPut) return;
  const detail = { groupId, staffId, branchId, reason: 'leads' };
  await tx.of(LedgerStore).record([{ action: 'assign', outcome: 'done', caseId, personId, detail }]);
}

/** At once where another has taken it over; a day more where it is over, so that what was written last can be read through. */
export async function leaveCase(
  tx: CallerTransaction,
  group: Pick<GroupRow, 'id' | 'caseId'>,
  of: { readonly staffId: string; readonly isOver: boolean },
): Promise<void> {
  const { id: groupId, caseId } = group;
  if (caseId === null) return;
  const at = new Date(tx.now.getTime() + (of.isOver ? DAY : 0));
  await tx.asService('reception', (service) =>
    service.of(GroupLeadStore).endLead({ groupId, caseId, staffId: of.staffId, at }),
  );
}
