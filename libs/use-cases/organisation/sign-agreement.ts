import { Injectable } from '@nestjs/common';
import { formatCivilDay, parseCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { nextYear } from '#domain/organisation/agreement-signatures.js';
import { awaitAgreementOfForm } from '../consent/recheck-parties.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { awaitRenewal, renewalSettled } from './agreement-deadline.js';
import { AgreementPapers } from './agreement-papers.port.js';
import { FormFaults } from './form-faults.js';
import { OrganisationStore } from './organisation.port.js';
import { recordChange } from './record-change.js';
import { StandingArrangements, type AgreementFacts } from './standing-arrangements.port.js';

export interface SignatureWritten {
  readonly agreementId: string;
  readonly branchId: string;
  readonly name: string;
  readonly title: string;
  readonly signedOn: string;
}

const LONGEST_TEXT = 20_000;

/** What an agreement says, each party's name under it, and the next year's, which waits for every name ([S0, S1]: yearly). */
@Injectable()
export class SignAgreement {
  constructor(private readonly asCaller: AsCaller) {}

  write(caller: StaffCaller, id: string, version: number, text: string): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      await this.own(tx, caller, id);
      const faults = new FormFaults();
      const words = faults.optionalWords('text', text, LONGEST_TEXT) ?? '';
      faults.tell();
      if (await tx.of(AgreementPapers).hasNames(id)) throw new Failure('AGREEMENT_SIGNED');
      if (!(await tx.of(AgreementPapers).write(id, version, words))) throw new Failure('CHANGED_MEANWHILE');
      await recordChange(tx, { agreementId: id, agreement: 'text-written' });
    });
  }

  sign(caller: StaffCaller, written: SignatureWritten): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const agreement = await this.own(tx, caller, written.agreementId);
      const faults = new FormFaults();
      const name = faults.words('name', written.name, 200);
      const title = faults.words('title', written.title, 200);
      const day = parseCivilDay(written.signedOn);
      if (day === undefined) faults.add('signedOn', 'DAY_FORM');
      else if (day > civilDayOf(tx.now.getTime())) faults.add('signedOn', 'SIGNED_IN_FUTURE');
      if (!agreement.parties.some(({ branchId }) => branchId === written.branchId))
        faults.add('branchId', 'CHOOSE_ONE');
      faults.tell();
      const { branchId, signedOn } = written;
      const row = { id: tx.newId(), agreementId: agreement.id, branchId, name, title, signedOn };
      if (!(await tx.of(AgreementPapers).sign(row))) throw new Failure('PARTY_HAS_SIGNED', 'branchId');
      await recordChange(tx, { agreementId: agreement.id, agreement: 'signed', branchId });
      // From the last name on time may end it.
      await awaitAgreementOfForm(tx, { municipalityId: caller.municipalityId, form: agreement.form });
    });
  }

  /** The same parties and resources for the next year; until everyone has signed, it binds nobody. */
  renew(caller: StaffCaller, id: string): Promise<{ readonly id: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const agreement = await this.own(tx, caller, id);
      const paper = (await tx.of(AgreementPapers).findAll(caller.municipalityId)).find((one) => one.agreementId === id);
      if (paper?.renewedBy) throw new Failure('AGREEMENT_RENEWED');
      const { startsOn, endsOn } = nextYear(parseCivilDay(agreement.endsOn) ?? 0);
      const next = tx.newId();
      const store = tx.of(OrganisationStore);
      await store.addAgreement({
        id: next,
        municipalityId: caller.municipalityId,
        form: agreement.form,
        startsOn: formatCivilDay(startsOn),
        endsOn: formatCivilDay(endsOn),
        signedBy: agreement.signedBy,
      });
      for (const { branchId, resources } of agreement.parties)
        await store.addAgreementParty({ agreementId: next, branchId, resources });
      await tx.of(AgreementPapers).markRenewal(next, id);
      await renewalSettled(tx, id, 'renewed');
      await awaitRenewal(tx, caller, { id: next, startsOn, endsOn });
      await recordChange(tx, { agreementId: next, agreement: 'renewed', renews: id });
      return { id: next };
    });
  }

  /** A manager keeps those that the own house is a party to. */
  private async own(tx: CallerTransaction, caller: StaffCaller, id: string): Promise<AgreementFacts> {
    const agreements = await tx.of(StandingArrangements).findAgreements(caller.municipalityId);
    const agreement = agreements.find((one) => one.id === id);
    if (!agreement) throw notFound();
    if (caller.role !== 'administrator' && !agreement.parties.some(({ branchId }) => branchId === caller.branchId))
      throw new Failure('NOT_YOUR_HOUSE');
    return agreement;
  }
}
