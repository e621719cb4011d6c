import { Injectable } from '@nestjs/common';
import { notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { noticeReadBy, RETENTION_YEARS, type ConsentExport } from './consent-export.js';
import { ConsentLists } from './consent-lists.port.js';
import { ConsentStore } from './consent.port.js';
import { asConsents } from './consent-step.js';

/**
 * Takes a consent out of the program in a form that other systems read, for whoever works with it (ISO/IEC TS 27560:
 * record). Taking out is written in the ledger. What a signer takes out is another thing: `family/take-out-receipt.ts`.
 */
@Injectable()
export class ExportConsent {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, consentId: string, form: 'iso-27560' | 'fhir-r5'): Promise<ConsentExport> {
    return this.asCaller.run(caller, async (tx) => {
      const consent = await tx.of(ConsentStore).find(consentId);
      if (!consent) throw notFound();
      const { record, notice } = consent;
      const houses = await asConsents(tx, (service) => service.of(ConsentStore).findHouses(consent.municipalityId));
      const named = new Set([...record.offered.from, ...record.offered.to]);
      const asker = houses.find(({ branchId }) => branchId === consent.branchId);
      if (!asker) throw notFound();
      await tx.of(LedgerStore).record([
        {
          action: 'export',
          outcome: 'done',
          municipalityId: consent.municipalityId,
          personId: record.person,
          caseId: consent.caseId,
          detail: { consentId, form },
        },
      ]);
      return {
        record,
        notice,
        read: (await tx.of(ConsentLists).findLanguagesRead(consentId)).map((one) => noticeReadBy(one, notice)),
        jurisdiction: consent.jurisdiction,
        asker,
        houses: houses.filter(({ house }) => named.has(house)),
        events: await tx.of(ConsentStore).findEvents(consentId),
        retentionYears: RETENTION_YEARS,
        madeAt: tx.now,
      };
    });
  }
}
