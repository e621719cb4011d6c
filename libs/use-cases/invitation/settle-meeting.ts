/**
 * Brings a meeting's invitations in step with the meeting, in the transaction that changed it: whoever is called gets one,
 * whoever is no longer needed is let go without a reason, and a new time asks everyone anew. Mails leave by the outbox.
 */
import { settleInvitations, type InvitationChange } from '#domain/invitation/settle-invitations.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { awaitAnswers } from './await-answers.js';
import { InvitationStore, type KeptInvitation, type SettledMeeting } from './invitation.port.js';

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
  const touched = new Set<string>();
  for (const change of changes) touched.add(await apply(tx, { meeting, kept, change }));
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

/** Answers whom it concerned. */
async function apply(
  tx: CallerTransaction,
  of: { readonly meeting: SettledMeeting; readonly kept: readonly KeptInvitation[]; readonly change: InvitationChange },
): Promise<string> {
  const store = tx.of(InvitationStore);
  const { meeting, change } = of;
  if (change.kind === 'invite') {
    const { staffId, branchId, part } = change;
    const id = tx.newId();
    const sequence = meeting.version;
    await store.add({ id, hubId: meeting.hubId, staffId, branchId, ...dated(part), sequence });
    await mail(tx, id, 'request');
    return staffId;
  }
  const reached = await store.stopMails(change.id);
  if (change.kind === 'renew') {
    await store.renew(change.id, { branchId: change.branchId, ...dated(change.part) });
    await mail(tx, change.id, 'request');
  } else {
    await store.cancel(change.id);
    // Whom no word has reached is told nothing of what will not be.
    if (reached) await mail(tx, change.id, 'cancel');
  }
  return of.kept.find(({ id }) => id === change.id)?.staffId ?? '';
}

async function mail(tx: CallerTransaction, invitationId: string, method: 'request' | 'cancel'): Promise<void> {
  const id = tx.newId();
  await tx.of(InvitationStore).addMail({ id, invitationId, method });
  await tx.of(OutboxStore).put([{ topic: 'job:deliver-invitation', payload: { mailId: id } }]);
}

const dated = ({ startsAt, minutes }: { readonly startsAt: number; readonly minutes: number }) => ({
  startsAt: new Date(startsAt),
  minutes,
});
