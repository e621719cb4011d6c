/**
 * A party ends, or an agreement is changed or lapses: every consent that names the party, or runs in the agreement's form, is looked
 * at in that transaction, and whoever asked for it is told what happened ([S0], [S1]: a form runs under its agreement).
 */
import { hasEnded } from '#domain/consent/consent-states.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { notify } from '../notice/notify.js';
import { ConsentStore, type ConsentFacts, type ConsentHappening } from './consent.port.js';
import { lapseOf, soonest } from './agreement-of-consent.js';
import { asConsents, lookAgainAt, recordConsentStep } from './consent-step.js';

/** `branchIds` as they end or are opened again. */
export async function recheckConsentsOfParty(
  tx: CallerTransaction,
  party: { readonly municipalityId: string; readonly branchIds: readonly string[]; readonly ended: boolean },
): Promise<void> {
  if (party.branchIds.length === 0) return;
  await asConsents(tx, async (service) => {
    const store = service.of(ConsentStore);
    const houses = (await store.findHouses(party.municipalityId))
      .filter(({ branchId }) => party.branchIds.includes(branchId))
      .map(({ house }) => house);
    for (const consent of await store.findOpenReaching(party.municipalityId, houses))
      await say(service, consent, { kind: party.ended ? 'party-ended' : 'party-opened', opensLess: party.ended });
  });
}

/** `branchIds`: the parties that the agreement has now. */
export async function recheckConsentsOfForm(
  tx: CallerTransaction,
  agreement: { readonly municipalityId: string; readonly form: string; readonly branchIds: readonly string[] },
): Promise<void> {
  await asConsents(tx, async (service) => {
    const store = service.of(ConsentStore);
    const houses = await store.findHouses(agreement.municipalityId);
    const parties = new Set(
      houses.filter(({ branchId }) => agreement.branchIds.includes(branchId)).map(({ house }) => house),
    );
    for (const consent of await store.findOpenOfForm(agreement.municipalityId, agreement.form)) {
      const { offered } = consent.record;
      const outside = [...new Set([...offered.from, ...offered.to])].filter((house) => !parties.has(house)).length;
      // What the family has said yes to stands (OSL 10:1 asks for no agreement); those who asked are told whom it leaves out.
      await say(service, consent, { kind: 'agreement-changed', opensLess: false, detail: { outside } });
    }
  });
}

/** An agreement is added: from now on time may end it, and the consents of its form are looked at again then. */
export async function awaitAgreementOfForm(
  tx: CallerTransaction,
  agreement: { readonly municipalityId: string; readonly form: string },
): Promise<void> {
  await asConsents(tx, async (service) => {
    const store = service.of(ConsentStore);
    for (const consent of await store.findOpenOfForm(agreement.municipalityId, agreement.form)) {
      const { state } = consent.record;
      const { nextAt } = await lookAgainAt(service, consent, state);
      await store.move(consent.record.id, {
        state,
        recheckAt: soonest(nextAt, (await lapseOf(service, consent)).nextAt),
      });
    }
  });
}

const OF_AGREEMENT: readonly string[] = ['agreement-changed', 'agreement-lapsed'];

/** Time alone has ended the agreement that houses of the consent work under: said once, for as long as no new one names them. */
export async function sayWhatLapsed(tx: CallerTransaction, consentId: string): Promise<void> {
  const store = tx.of(ConsentStore);
  const consent = await store.find(consentId);
  if (!consent || hasEnded(consent.record.state) || consent.record.state === 'draft') return;
  const { lapsed } = await lapseOf(tx, consent);
  if (!lapsed || lapsed.at <= (consent.offeredAt ?? consent.createdAt).getTime()) return;
  const events = await store.findEvents(consentId);
  if (events.some(({ kind, at }) => OF_AGREEMENT.includes(kind) && at.getTime() >= lapsed.at)) return;
  await say(tx, consent, { kind: 'agreement-lapsed', opensLess: true, detail: { outside: lapsed.houses.length } });
}

async function say(
  tx: CallerTransaction,
  consent: ConsentFacts,
  what: Pick<ConsentHappening, 'kind' | 'detail'> & { readonly opensLess: boolean },
): Promise<void> {
  const { record, caseId, version } = consent;
  await recordConsentStep(tx, {
    consent,
    move: { state: record.state },
    happening: { kind: what.kind, ...(what.detail ? { detail: what.detail } : {}) },
    opensLess: what.opensLess,
  });
  await notify(tx, {
    staffIds: await tx.of(ConsentStore).findAskers(caseId),
    kind: 'consent-changed',
    effectKey: `consent:${record.id}:${what.kind}:${version}`,
    caseId,
  });
}
