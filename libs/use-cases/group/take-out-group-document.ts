import { Injectable } from '@nestjs/common';
import { FORM_DOCUMENTS, type FormDocument } from '#domain/form/form.js';
import { notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { AgreementPapers } from '../organisation/agreement-papers.port.js';
import { ReadGroup, type GroupPage } from './read-group.js';

export interface GroupDocumentTakenOut {
  readonly page: GroupPage;
  readonly document: FormDocument;
  readonly name: string;
  readonly printedBy: string;
  readonly printedAt: Date;
}

/**
 * A paper that the group's form names, made of what this reader may see of the group and of nothing else; a form has no other
 * papers, and that one was taken out is written down (OSL 10:1, 26:1).
 */
@Injectable()
export class TakeOutGroupDocument {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly read: ReadGroup,
  ) {}

  async run(caller: StaffCaller, groupId: string, word: string): Promise<GroupDocumentTakenOut> {
    const document = FORM_DOCUMENTS.find((one) => one === word);
    const page = await this.read.run(caller, groupId);
    const named = page.form.documents.find((one) => one.document === document);
    if (!document || !named) throw notFound();
    return this.asCaller.run(caller, async (tx) => {
      const { caseId, personId } = page.group;
      const ground = caseId === null ? 'no-person-data' : page.own ? 'internal' : page.form.ground.source;
      await tx.of(LedgerStore).record([
        {
          action: 'export',
          outcome: 'release',
          ground,
          ...(page.own ? { caseId, personId } : {}),
          detail: { groupId, document, form: 'pdf' },
        },
      ]);
      const { printedBy } = await tx.of(AgreementPapers).findHeading();
      return { page, document, name: named.name.sv, printedBy, printedAt: tx.now };
    });
  }
}
