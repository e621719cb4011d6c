import { Injectable } from '@nestjs/common';
import { decideEnd, type InquiryEnd } from '#domain/inquiry/inquiry.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { settleAsAsking } from './answer-inquiry.js';
import { InquiryStore, type EndedInquiry, type InquiryFacts } from './inquiry.port.js';

const CODES = {
  'unknown-word': 'CHOOSE_ONE',
  'ended-already': 'INQUIRY_ENDED',
  answered: 'INQUIRY_ANSWERED',
} as const;

/** The asking house takes a question back or closes it: it leaves the asked house at once, and no reason is given (OSL 26:1). */
@Injectable()
export class EndInquiry {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, of: { readonly inquiryId: string; readonly how: string }): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const inquiry = await tx.of(InquiryStore).find(of.inquiryId);
      if (!inquiry || inquiry.branchId !== caller.branchId) throw notFound();
      const decision = decideEnd({ answered: inquiry.answer !== null, ended: inquiry.endedAt !== null }, of.how);
      if (decision.outcome === 'refused') throw new Failure(CODES[decision.code], 'how');
      await end(tx, inquiry, decision.how);
    });
  }
}

/** Before a case leaves the investigation or is closed: nobody owes an answer any more. */
export async function leaveOpenInquiries(tx: CallerTransaction, caseId: string): Promise<void> {
  for (const inquiry of await tx.of(InquiryStore).findOfCase(caseId))
    if (inquiry.endedAt === null) await end(tx, inquiry, 'closed');
}

async function end(tx: CallerTransaction, inquiry: InquiryFacts, how: InquiryEnd): Promise<void> {
  await tx.of(InquiryStore).end(inquiry.id, how, tx.now);
  const asked = [inquiry.representativeId, inquiry.deputyAskedAt && inquiry.deputyId].filter((id) => id !== null);
  const actor = tx.caller.kind === 'staff' ? tx.caller.staffId : null;
  await noteInquiryEnd(tx, { ...inquiry, how, answered: inquiry.answer !== null, asked }, actor);
}

/**
 * The end of a question, whoever or whatever ended it: its line, a word to who was asked and need not answer any more, and to
 * who asked unless they ended it themselves. Neither is told why.
 */
export async function noteInquiryEnd(tx: CallerTransaction, ended: EndedInquiry, actor: string | null): Promise<void> {
  const { id, municipalityId, branchId, caseId, personId, toBranchId, how, answered, asked, askedBy } = ended;
  if (!answered) {
    await settleAsAsking(tx, ended, 'void');
    await notify(tx, { staffIds: asked, kind: 'not-needed', effectKey: `inquiry:${id}:not-needed` });
  }
  if (askedBy !== actor)
    await notify(tx, { staffIds: [askedBy], kind: 'inquiry-over', effectKey: `inquiry:${id}:over`, caseId });
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      municipalityId,
      caseId,
      personId,
      detail: { inquiryId: id, inquiry: how, toBranch: toBranchId },
    },
  ]);
  await tx.of(OutboxStore).put(caseNews(caseId, { queue: branchId }));
}
