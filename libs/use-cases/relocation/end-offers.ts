/** An offer ends with what it was made on, and takes its shares and its assessments along; each end has its line on person and case. */
import { mayTakeBack } from '#domain/relocation/relocation.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { GroupStore } from '../group/group.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { RelocationStore, type EndedRelocation, type RelocationRow } from './relocation.port.js';

/** In the transaction in which a group no longer moves: what it offered is taken back. */
export const endOffersOf = async (tx: CallerTransaction, groupId: string): Promise<void> =>
  takeBackAll(tx, await tx.of(RelocationStore).findOfGroup(groupId), 'not-moving');

/** As the case is closed in which it was offered. */
export const endOffersOfCase = async (tx: CallerTransaction, caseId: string): Promise<void> =>
  takeBackAll(tx, await tx.of(RelocationStore).findOfCase(caseId), 'case-closed');

async function takeBackAll(tx: CallerTransaction, rows: readonly RelocationRow[], reason: string): Promise<void> {
  for (const row of rows) {
    if (!mayTakeBack({ answer: row.answer, withdrawn: row.withdrawnAt !== null })) continue;
    if (await tx.of(RelocationStore).takeBack(row.id, row.version)) await noteTakenBack(tx, row, reason);
  }
}

/** Its line, and a word to those to whom it was made and those who made it: never why. */
export async function noteTakenBack(tx: CallerTransaction, row: RelocationRow, reason: string | null): Promise<void> {
  const group = await tx.of(GroupStore).find(row.groupId);
  await noteEnd(tx, row, { relocation: 'withdrawn', ...(reason === null ? {} : { reason }) });
  const actor = tx.caller.kind === 'staff' ? tx.caller.staffId : null;
  await tellOfferOver(tx, { ...row, coordinatorId: group?.coordinatorId ?? row.offeredBy }, actor);
}

/** Whoever was told of the offer, in the other town without a case, and here whoever leads or offered it; not who ended it. */
export async function tellOfferOver(
  tx: CallerTransaction,
  offer: Pick<EndedRelocation, 'id' | 'caseId' | 'toBranchId' | 'offeredBy' | 'coordinatorId'>,
  actor: string | null,
): Promise<void> {
  const there = await tx.asService('deadlines', (service) =>
    service.of(RelocationStore).findCoordinators(offer.toBranchId),
  );
  const here = [...new Set([offer.offeredBy, offer.coordinatorId])].filter((id) => id !== actor);
  const effectKey = `relocation:${offer.id}:over`;
  await notify(tx, { staffIds: there, kind: 'relocation-over', effectKey });
  await notify(tx, { staffIds: here, kind: 'relocation-over', effectKey, caseId: offer.caseId });
}

/** What ended it, in closed words; who it was about and in which case of the giving house. */
export const noteEnd = (
  tx: CallerTransaction,
  { id, caseId, personId, municipalityId }: Pick<RelocationRow, 'id' | 'caseId' | 'personId' | 'municipalityId'>,
  how: { readonly relocation: string; readonly reason?: string | null },
): Promise<void> =>
  tx
    .of(LedgerStore)
    .record([
      { action: 'change', outcome: 'done', municipalityId, caseId, personId, detail: { relocationId: id, ...how } },
    ]);
