import { Injectable } from '@nestjs/common';
import { FormLibrary } from '../form/form-library.port.js';
import { notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { AgreementPapers, type AgreementSignature } from './agreement-papers.port.js';
import { unsignedParties } from './keep-agreements.js';
import { recordChange } from './record-change.js';
import { StandingArrangements } from './standing-arrangements.port.js';

export interface AgreementTakenOut {
  readonly formName: string;
  readonly municipality: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly text: string;
  readonly signedBy: string;
  readonly parties: readonly {
    readonly name: string;
    readonly resources: string;
    readonly signature: AgreementSignature | null;
  }[];
  readonly binds: boolean;
  readonly printedBy: string;
  readonly printedAt: Date;
}

/** An agreement as a paper: every party by name, what each brings, and who has signed for it. That it was taken out is noted. */
@Injectable()
export class TakeOutAgreement {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly library: FormLibrary,
  ) {}

  run(caller: StaffCaller, id: string): Promise<AgreementTakenOut> {
    return this.asCaller.run(caller, async (tx) => {
      const found = await tx.of(StandingArrangements).findAgreements(caller.municipalityId);
      const agreement = found.find((one) => one.id === id);
      if (!agreement) throw notFound();
      const paper = (await tx.of(AgreementPapers).findAll(caller.municipalityId)).find(
        ({ agreementId }) => agreementId === id,
      );
      const { municipality, printedBy } = await tx.of(AgreementPapers).findHeading();
      await recordChange(tx, { agreementId: id, agreement: 'taken-out' });
      const forms = this.library
        .all()
        .filter(({ form, agreement: needed, variant }) => form === agreement.form && needed && !variant);
      return {
        formName: forms.map(({ name }) => name.sv).join(', ') || agreement.form,
        municipality,
        startsOn: agreement.startsOn,
        endsOn: agreement.endsOn,
        text: paper?.text ?? '',
        signedBy: agreement.signedBy,
        parties: agreement.parties.map(({ branchId, branchName, authorityName, resources }) => ({
          name: branchName === authorityName ? branchName : `${branchName}, ${authorityName}`,
          resources,
          signature: paper?.signatures.find((one) => one.branchId === branchId) ?? null,
        })),
        binds: unsignedParties(agreement, paper).length === 0,
        printedBy,
        printedAt: tx.now,
      };
    });
  }
}
