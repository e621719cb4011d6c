import { Injectable } from '@nestjs/common';
import { decideEnd } from '#domain/inquiry/inquiry.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { intakeQueueTopic } from '../report/intake-topic.js';
import { settleAsAsking } from './answer-inquiry.js';
import { InquiryStore, type InquiryFacts } from './inquiry.port.js';

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
      await tx.of(InquiryStore).end(inquiry.id, decision.how, tx.now);
      await leave(tx, inquiry);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: inquiry.caseId,
          personId: inquiry.personId,
          detail: { inquiryId: inquiry.id, inquiry: decision.how, toBranch: inquiry.toBranchId },
        },
      ]);
      await tx
        .of(OutboxStore)
        .put([{ topic: intakeQueueTopic(inquiry.branchId), payload: { caseId: inquiry.caseId } }]);
    });
  }
}

/** Before a case leaves the investigation: nobody owes an answer any more. */
export async function leaveOpenInquiries(tx: CallerTransaction, caseId: string): Promise<void> {
  for (const inquiry of await tx.of(InquiryStore).findOfCase(caseId)) {
    if (inquiry.endedAt !== null) continue;
    await tx.of(InquiryStore).end(inquiry.id, 'closed', tx.now);
    await leave(tx, inquiry);
  }
}

async function leave(tx: CallerTransaction, inquiry: InquiryFacts): Promise<void> {
  if (inquiry.answer !== null) return;
  await settleAsAsking(tx, inquiry, 'void');
  const staffIds = [inquiry.representativeId, inquiry.deputyAskedAt && inquiry.deputyId].filter((id) => id !== null);
  await notify(tx, { staffIds, kind: 'not-needed', effectKey: `inquiry:${inquiry.id}:not-needed` });
}
