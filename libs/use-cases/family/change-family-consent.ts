import { Injectable } from '@nestjs/common';
import type { Refusals } from '#domain/consent/consent.js';
import { ConsentStore } from '../consent/consent.port.js';
import { asConsents } from '../consent/consent-step.js';
import { narrowConsent, withdrawConsent, type Withdrawn } from '../consent/withdraw-consent.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { FamilyFacts } from './family-facts.port.js';
import { writtenBy } from './known-houses.js';
import { loadShown, type LoadedConsent } from './family-consents.js';

/** A family member takes back or narrows what they said, says no, or asks for the next half year: each at once and alone. */
@Injectable()
export class ChangeFamilyConsent {
  constructor(private readonly asCaller: AsCaller) {}

  /** Says no where nothing was signed yet; asking twice answers when it was done. */
  withdraw(caller: FamilyCaller, consentId: string): Promise<Withdrawn> {
    return this.asCaller.run(caller, async (tx) => {
      await requireShown(tx, caller, consentId);
      return withdrawConsent(tx, { consentId, personId: caller.personId });
    });
  }

  async narrow(caller: FamilyCaller, consentId: string, refusals: Refusals): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const loaded = await requireShown(tx, caller, consentId);
      if (!loaded.shown.mayNarrow) throw new Failure('CONSENT_NOT_OPEN');
      const houses = await asConsents(tx, (service) => service.of(FamilyFacts).findHouses(caller.municipalityId));
      const known = { houses, hidesHouses: loaded.hidesHouses };
      await narrowConsent(tx, {
        consentId,
        personId: caller.personId,
        refusals: { ...refusals, houses: refusals.houses.map((key) => writtenBy(key, known)) },
      });
    });
  }

  /** Tells who asked for it that the family would like the next half year; asked again, nobody is told twice. */
  async askForRenewal(caller: FamilyCaller, consentId: string): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const { facts, shown } = await requireShown(tx, caller, consentId);
      if (shown.state !== 'holds' && shown.state !== 'expired') throw new Failure('CONSENT_NOT_IN_FORCE');
      if (!(await tx.of(FamilyFacts).markRenewalAsked(consentId))) return;
      const staffIds = await asConsents(tx, (service) => service.of(ConsentStore).findAskers(facts.caseId));
      await notify(tx, {
        staffIds,
        kind: 'renewal-asked',
        effectKey: `renewal-asked:${consentId}:${caller.personId}`,
        caseId: facts.caseId,
      });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          personId: facts.record.person,
          caseId: facts.caseId,
          ground: 'own-consent',
          detail: { deed: 'renewal-asked', consentId },
        },
      ]);
    });
  }
}

/** The same answer for what is not there and what is not told to this person. */
async function requireShown(tx: CallerTransaction, caller: FamilyCaller, id: string): Promise<LoadedConsent> {
  const consent = await tx.of(ConsentStore).find(id);
  const loaded = consent && (await loadShown(tx, caller, consent));
  if (!loaded) throw notFound();
  return loaded;
}
