/**
 * Brings a meeting's invitations in step with the meeting, in the transaction that changed it: whoever is called gets one,
 * whoever is no longer needed is let go without a reason, and a new time asks everyone anew. Mails leave by the outbox.
 */
import { settleInvitations, type InvitationChange } from '#domain/invitation/settle-invitations.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { awaitAnswers } from './await-answers.js';
import { InvitationStore, type InvitationMail, type SettledMeeting } from './invitation.port.js';

/** Answers how many invitations changed. */
export function settleMeeting(tx: CallerTransaction, hubId: string): Promise<number> {
  const caller = tx.caller;
  if (caller.kind === 'service' && caller.name === 'deadlines') return settle(tx, hubId);
  return tx.asService('deadlines', (service) => settle(service, hubId));
}

/** The same for every meeting of a case that lies ahead, when who works on it has changed. */
export const settleMeetingsOf = (tx: CallerTransaction, caseId: string): Promise<void> => settleAhead(tx, { caseId });

/** The same for a group's meetings, when who sits in it has changed. */
export const settleMeetingsOfGroup = (
  tx: CallerTransaction,
  group: { readonly id: string; readonly caseId: string | null },
): Promise<void> => settleAhead(tx, group.caseId === null ? { groupId: group.id } : { caseId: group.caseId });

async function settleAhead(tx: CallerTransaction, about: Parameters<InvitationStore['findAhead']>[0]): Promise<void> {
  await tx.asService('deadlines', async (service) => {
    for (const hubId of await service.of(InvitationStore).findAhead(about)) await settle(service, hubId);
  });
}

async function settle(tx: CallerTransaction, hubId: string): Promise<number> {
  const store = tx.of(InvitationStore);
  await store.hold(hubId);
  const meeting = await store.findMeeting(hubId);
  if (!meeting) return 0;
  const kept = await store.findKept(hubId);
  const changes = settleInvitations(
    meeting,
    await store.findCalled(hubId),
    kept.map((one) => ({ ...one, startsAt: one.startsAt.getTime() })),
    tx.now.getTime(),
  );
  await apply(tx, meeting, changes);
  const touched = new Set(
    changes.map((change) =>
      change.kind === 'invite' ? change.staffId : (kept.find(({ id }) => id === change.id)?.staffId ?? ''),
    ),
  );
  await awaitAnswers(tx, meeting, { askedAnew: changes.some(({ kind }) => kind !== 'cancel') });
  if (changes.length > 0)
    await tx
      .of(OutboxStore)
      .put([
        { topic: `live:hub:${hubId}`, payload: { lobby: true } },
        ...[...touched].map((staffId) => ({ topic: `live:notices:${staffId}` as const, payload: {} })),
      ]);
  return changes.length;
}

/** A few statements, however many are called. */
async function apply(
  tx: CallerTransaction,
  { hubId }: SettledMeeting,
  changes: readonly InvitationChange[],
): Promise<void> {
  const store = tx.of(InvitationStore);
  const invited = changes.flatMap((one) =>
    one.kind === 'invite' ? [{ id: tx.newId(), staffId: one.staffId, branchId: one.branchId, ...dated(one.part) }] : [],
  );
  const moved = changes.flatMap((one) =>
    one.kind === 'renew' ? [{ id: one.id, branchId: one.branchId, ...dated(one.part) }] : [],
  );
  const gone = changes.flatMap((one) => (one.kind === 'cancel' ? [one.id] : []));
  const before = [...moved.map(({ id }) => id), ...gone];
  const reached = new Set(before.length > 0 ? await store.stopMails(before) : []);
  if (invited.length > 0) await store.add(hubId, invited);
  if (moved.length > 0) await store.renew(moved);
  if (gone.length > 0) await store.cancel(gone);
  await mail(tx, [
    ...[...invited, ...moved].map(({ id }) => ({ invitationId: id, method: 'request' as const })),
    // Whom no word has reached is told nothing of what will not be.
    ...gone.filter((id) => reached.has(id)).map((id) => ({ invitationId: id, method: 'cancel' as const })),
  ]);
}

async function mail(tx: CallerTransaction, of: readonly Omit<InvitationMail, 'id'>[]): Promise<void> {
  if (of.length === 0) return;
  const mails = of.map((one) => ({ ...one, id: tx.newId() }));
  await tx.of(InvitationStore).addMails(mails);
  await tx
    .of(OutboxStore)
    .put(mails.map(({ id }) => ({ topic: 'job:deliver-invitation' as const, payload: { mailId: id } })));
}

const dated = ({ startsAt, minutes }: { readonly startsAt: number; readonly minutes: number }) => ({
  startsAt: new Date(startsAt),
  minutes,
});
