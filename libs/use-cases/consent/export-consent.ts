import { Injectable } from '@nestjs/common';
import type { Decision } from '#domain/disclosure/decision.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { IdentityStore } from '../gate/items.port.js';
import { ExportGate, type ExportDecided, type ExportOpening } from '../gate/open-export.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { asConsents } from './consent-step.js';
import { noticeReadBy, RETENTION_YEARS, type ConsentExport } from './consent-export.js';
import { ConsentLists } from './consent-lists.port.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';
import { requireSeenConsent } from './require-seen-consent.js';

/** What a file would hold, about whom, and whether it may be made: shown before anyone takes it out. */
export interface ExportPreview {
  /** The first that is not a release, or the one that all share. */
  readonly decision: Decision;
  readonly people: readonly ExportDecided[];
  /** Steps in the consent's life that the file tells of. */
  readonly events: number;
}

/**
 * Takes a consent out of the program in a form that other systems read, for whoever works with it (ISO/IEC TS 27560:
 * receipt; HL7 FHIR R5). The gate decides about everybody who stands in it, at the preview and again when it is taken out;
 * what it holds is read after that, so that it is never older than the decision. What a signer takes out is another thing:
 * `family/take-out-receipt.ts`.
 */
@Injectable()
export class ExportConsent {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: ExportGate,
  ) {}

  async preview(caller: StaffCaller, consentId: string): Promise<ExportPreview> {
    const people = await this.decide(caller, consentId, 'preview');
    const events = await this.asCaller.run(caller, (tx) => tx.of(ConsentStore).findEvents(consentId));
    return { decision: decisionOf(people), people, events: events.length };
  }

  async run(caller: StaffCaller, consentId: string, form: 'iso-27560' | 'fhir-r5'): Promise<ConsentExport> {
    const decision = decisionOf(await this.decide(caller, consentId, form));
    if (decision.outcome !== 'release') throw new Failure('EXPORT_IS_WITHHELD');
    return this.asCaller.run(caller, async (tx) => exportOf(tx, await requireSeenConsent(tx, consentId)));
  }

  private async decide(
    caller: StaffCaller,
    consentId: string,
    form: ExportOpening['form'],
  ): Promise<readonly ExportDecided[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const consent = await requireSeenConsent(tx, consentId);
      const ids = peopleOf(consent);
      const { caseId } = consent;
      const sealed = await tx.of(IdentityStore).findSealed(ids);
      const unseen = ids.filter((id) => !sealed.some(({ personId }) => personId === id));
      await tx.of(LedgerStore).record(
        unseen.map((personId) => ({
          action: 'refuse' as const,
          ...UNSEEN,
          personId,
          caseId,
          purpose: 'support',
          detail: { consentId, form },
        })),
      );
      return { ids, sealed, caseId, asOf: tx.now };
    });
    const { ids, sealed, caseId, asOf } = found;
    const decided = await this.gate.decide({ caller, asOf, consentId, caseId, form }, sealed);
    return ids.map((personId) => decided.find((one) => one.personId === personId) ?? { personId, decision: UNSEEN });
  }
}

/** The database let nothing of this person through to the caller. */
const UNSEEN = { outcome: 'refuse', ground: 'need-to-know' } as const;

const peopleOf = ({ record }: ConsentFacts): string[] => [
  ...new Set([record.person, ...record.signers.map(({ person }) => person)]),
];

const decisionOf = (people: readonly ExportDecided[]): Decision =>
  (people.find(({ decision }) => decision.outcome !== 'release') ?? people[0])?.decision ?? UNSEEN;

async function exportOf(tx: CallerTransaction, consent: ConsentFacts): Promise<ConsentExport> {
  const houses = await asConsents(tx, (service) => service.of(ConsentStore).findHouses(consent.municipalityId));
  const named = new Set([...consent.record.offered.from, ...consent.record.offered.to]);
  const asker = houses.find(({ branchId }) => branchId === consent.branchId);
  if (!asker) throw notFound();
  return {
    record: consent.record,
    notice: consent.notice,
    read: (await tx.of(ConsentLists).findNoticesRead(consent.record.id)).map((one) =>
      noticeReadBy(one, consent.notice),
    ),
    jurisdiction: consent.jurisdiction,
    asker,
    houses: houses.filter(({ house }) => named.has(house)),
    events: await tx.of(ConsentStore).findEvents(consent.record.id),
    retentionYears: RETENTION_YEARS,
    madeAt: tx.now,
  };
}
