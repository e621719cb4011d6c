/**
 * That what was written is disposed of in time is owed like any other time limit, by the house whose case it is (SoL 16:1,
 * 16:2 a): it begins when the case closes, or when measures begin for a child, and is counted anew shortly before its end.
 */
import { isRetention, retentionFrom, retentionOf } from '#domain/deadline/retention.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { CarryOutAct } from './deadline-acts.js';
import { dueIfOpened, openDeadline } from './open-deadline.js';
import { RetentionStore } from './retention.port.js';
import { settleDeadline } from './settle-deadline.js';

/** After the deed that closes the case or begins measures; by the platform, since whoever decides need not see its units. */
export function openRetention(tx: CallerTransaction, caseId: string): Promise<void> {
  return tx.asService('deadlines', async (service) => {
    const facts = await service.of(RetentionStore).find(caseId);
    const kind = facts ? retentionOf(facts) : null;
    if (!facts || kind === null || facts.unitId === null) return;
    const startsAt = new Date(retentionFrom(kind, facts));
    await openDeadline(service, { kind, caseId, startsAt, ownerUnitId: facts.unitId });
  });
}

/** The act `recount-retention`: what was written since, or a corrected day of birth, has moved the end. */
export const recountRetention: CarryOutAct = async (tx, { kind, caseId, aboutId, startsAt, dueAt }) => {
  if (caseId === null || !isRetention(kind)) return;
  const facts = await tx.of(RetentionStore).find(caseId);
  if (!facts || facts.unitId === null) return;
  const from = new Date(retentionFrom(kind, facts));
  if (from.getTime() === startsAt.getTime()) return;
  const anew = { kind, caseId, startsAt: from, ownerUnitId: facts.unitId };
  // What was decided to be kept until a day is kept until then, and longer only for a later note.
  if (aboutId !== null && (await dueIfOpened(tx, anew)) <= dueAt.getTime()) return;
  await settleDeadline(tx, { kind, caseId, outcome: 'void', reason: 'counted-anew' });
  await openDeadline(tx, anew);
};
