/**
 * Whoever worked with something that has left them in this transaction is told that they may use it no longer; nobody else
 * hears of it. What it said, and why it left, is told nowhere (OSL 8:1, 12:2).
 */
import { asConsents } from '../consent/as-consents.js';
import { ConsentStore } from '../consent/consent.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { notify } from '../notice/notify.js';

/** About one person, in every case; `effectKey` says of what act, so that each is told of it once. */
export async function tellWhatLeft(tx: CallerTransaction, personId: string, effectKey: string): Promise<void> {
  const told = await asConsents(tx, async (service) => {
    const store = service.of(ConsentStore);
    const cases = new Map<string, string[]>();
    for (const { caseId, branchId } of await store.findLeftNow(personId))
      cases.set(caseId, [...(cases.get(caseId) ?? []), branchId]);
    const found: { caseId: string; working: Awaited<ReturnType<ConsentStore['findWorking']>> }[] = [];
    for (const [caseId, branches] of cases) found.push({ caseId, working: await store.findWorking(caseId, branches) });
    return found;
  });
  for (const { caseId, working } of told)
    await notify(tx, {
      staffIds: working.map(({ staffId }) => staffId),
      kind: 'item-left',
      effectKey: `${effectKey}:${caseId}`,
      caseId,
    });
}
