import { Injectable } from '@nestjs/common';
import { scopeNow, type ConsentRecord } from '#domain/consent/consent.js';
import { notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { FamilyCaller, StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import type { ConsentExport } from './consent-export.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';
import { asConsents } from './consent-step.js';
import { wholeRecord } from './sign-consent.js';

/** Five years after the last note (SoL 16:1). */
const RETENTION_YEARS = 5;

/**
 * Takes a consent out of the program in a form that other systems read: for whoever works with it, and for a signer, who
 * gets their own name and no other's (ISO/IEC TS 27560: receipt; GDPR 7.1, 20). Taking out is written in the ledger.
 */
@Injectable()
export class ExportConsent {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller | FamilyCaller, consentId: string, form: 'iso-27560' | 'fhir-r5'): Promise<ConsentExport> {
    return this.asCaller.run(caller, async (tx) => {
      const consent = await tx.of(ConsentStore).find(consentId);
      if (!consent || (caller.kind === 'family' && consent.record.state === 'draft')) throw notFound();
      const houses = await asConsents(tx, (service) => service.of(ConsentStore).findHouses(consent.municipalityId));
      const named = new Set([...consent.record.offered.from, ...consent.record.offered.to]);
      const asker = houses.find(({ branchId }) => branchId === consent.branchId);
      if (!asker) throw notFound();
      await tx.of(LedgerStore).record([
        {
          action: 'export',
          outcome: 'done',
          municipalityId: consent.municipalityId,
          personId: consent.record.person,
          caseId: consent.caseId,
          detail: { consentId, form },
        },
      ]);
      return {
        record: caller.kind === 'staff' ? consent.record : await ownView(tx, consent),
        notice: consent.notice,
        jurisdiction: consent.jurisdiction,
        asker,
        houses: houses.filter(({ house }) => named.has(house)),
        // What others did under the same consent is theirs to know.
        events: caller.kind === 'staff' ? await tx.of(ConsentStore).findEvents(consentId) : [],
        retentionYears: RETENTION_YEARS,
        madeAt: tx.now,
      };
    });
  }
}

/** What holds now, without telling who took what away: a signer's own row is all that they see of the names. */
async function ownView(tx: CallerTransaction, consent: ConsentFacts): Promise<ConsentRecord> {
  return { ...consent.record, offered: scopeNow(await wholeRecord(tx, consent)) };
}
