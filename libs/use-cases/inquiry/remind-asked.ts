/** What an awaited answer makes happen by itself: the deputy is asked at half of the time, and a last word comes in time [S0]. */
import { decideDeputy } from '#domain/hub/question.js';
import { NECESSARY_TO_ASK } from '#domain/inquiry/decide-asked.js';
import type { DeadlineFactsRow } from '../deadline/deadline.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { questionOf } from './answer-inquiry.js';
import { InquiryStore, type InquiryFacts } from './inquiry.port.js';

/** The act `ask-inquiry-deputy` of the deadline `step-two-gathering`; runs as the service `deadlines`. */
export async function askInquiryDeputy(tx: CallerTransaction, deadline: DeadlineFactsRow): Promise<void> {
  const inquiry = await standing(tx, deadline);
  if (!inquiry) return;
  const decision = decideDeputy(questionOf(inquiry), tx.now.getTime());
  if (decision.outcome !== 'ask-deputy') return;
  await tx.of(InquiryStore).markDeputyAsked(inquiry.id, tx.now);
  await notify(tx, {
    staffIds: [decision.deputy],
    kind: 'inquiry-asked',
    effectKey: `inquiry:${inquiry.id}:asked`,
    dueAt: inquiry.dueAt,
  });
  await tx.of(LedgerStore).record([
    {
      action: 'disclose',
      outcome: 'release',
      municipalityId: deadline.municipalityId,
      caseId: inquiry.caseId,
      personId: inquiry.personId,
      ground: NECESSARY_TO_ASK,
      detail: { inquiryId: inquiry.id, inquiry: 'deputy-asked', staffId: decision.deputy },
    },
  ]);
}

/** The act `remind-inquiry`; whoever was asked is told once more, and nothing of whom it is about. */
export async function remindInquiry(tx: CallerTransaction, deadline: DeadlineFactsRow): Promise<void> {
  const inquiry = await standing(tx, deadline);
  if (!inquiry || inquiry.answer !== null) return;
  const staffIds = [inquiry.representativeId, inquiry.deputyAskedAt && inquiry.deputyId].filter((id) => id !== null);
  await notify(tx, {
    staffIds,
    kind: 'inquiry-asked',
    effectKey: `inquiry:${inquiry.id}:reminded`,
    dueAt: inquiry.dueAt,
    late: tx.now >= inquiry.dueAt,
  });
}

async function standing(tx: CallerTransaction, { aboutId }: DeadlineFactsRow): Promise<InquiryFacts | undefined> {
  const inquiry = aboutId === null ? undefined : await tx.of(InquiryStore).find(aboutId);
  return inquiry?.endedAt === null ? inquiry : undefined;
}
