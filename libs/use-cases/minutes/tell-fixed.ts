/** That minutes are fixed is told to whoever may read a copy of them now, and nothing of what stands in them (OSL 26:1). */
import type { DeadlineFactsRow } from '../deadline/deadline.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { InvitationStore } from '../invitation/invitation.port.js';
import { notify } from '../notice/notify.js';

/** Those at the table whom its ground still reaches; whoever has lost their place has no copy to read. */
export async function tellFixed(
  tx: CallerTransaction,
  of: { readonly hubId: string; readonly caseId: string | null; readonly but: string | null },
): Promise<void> {
  const { hubId, caseId, but } = of;
  const called = await tx.asService('deadlines', (service) => service.of(InvitationStore).findCalled(hubId));
  await notify(tx, {
    staffIds: called.map(({ staffId }) => staffId).filter((staffId) => staffId !== but),
    kind: 'minutes-fixed',
    effectKey: `minutes:${hubId}:fixed`,
    caseId,
    hubId,
  });
}

/** The act `tell-fixed-minutes` of the deadline `minutes-adjusted`; its owner is told by the deadline itself. */
export async function tellTimeIsOut(
  tx: CallerTransaction,
  { aboutId, caseId, ownerStaffId }: DeadlineFactsRow,
): Promise<void> {
  if (aboutId !== null) await tellFixed(tx, { hubId: aboutId, caseId, but: ownerStaffId });
}
