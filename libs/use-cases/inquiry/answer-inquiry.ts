import { Injectable } from '@nestjs/common';
import { decideInquiryAnswer } from '#domain/inquiry/inquiry.js';
import type { AnswerDecision, Question } from '#domain/hub/question.js';
import { tellsPlace } from '#domain/share/decide-told.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { giveTold } from '../share/give-told.js';
import { ShareStore } from '../share/share.port.js';
import { toldItem } from '../share/tellables.js';
import { showsPlace } from '../share/what-it-says.js';
import { InquiryStore, type InquiryFacts } from './inquiry.port.js';

export interface InquiryAnswered {
  readonly inquiryId: string;
  readonly version: number;
  readonly knowledge: string;
  /** Of those close to whom it asks about the asked house is told nothing, so that there is nobody else to name. */
  readonly parts: readonly {
    readonly category: string;
    readonly text: string;
    readonly revealsPlace: boolean;
  }[];
}

export interface InquiryReceipt {
  readonly late: boolean;
  /** How many of the things told reached the investigation, and how many no rule lets be told yet. */
  readonly given: number;
  readonly kept: number;
  /** Things that say where somebody is: the asked house is not told which became of them, since that would say why (OSL 21:3). */
  readonly places: number;
}

const CODES: Readonly<Record<string, string>> = {
  missing: 'REQUIRED',
  'unknown-word': 'CHOOSE_ONE',
  'too-long': 'TOO_LONG',
  'too-many': 'TOO_MANY_PARTS',
  'must-be-empty': 'NOTHING_TO_TELL',
};

/**
 * Another house says what it holds: an item for each kind, in its own name, given to the investigation as far as the rule
 * lets it be given. It learns nothing by it, not even whether anyone has read it (SoL 20:6; MASH step 2 [S0]). What says where
 * somebody is is kept under that mark from the first and is not shown again to whoever wrote it: whether it may be would tell
 * of a protection, and the house that asked hears that something waits there.
 */
@Injectable()
export class AnswerInquiry {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, written: InquiryAnswered): Promise<InquiryReceipt> {
    return this.asCaller.run(caller, async (tx) => {
      const inquiry = await tx.of(InquiryStore).find(written.inquiryId);
      if (!inquiry || inquiry.toBranchId !== caller.branchId) throw notFound();
      const decision = decide(inquiry, written, tx.now);
      const isPlaceAt = (at: number): boolean => {
        const { category } = decision.parts[at]!;
        return tellsPlace({ category, revealsPlace: written.parts[at]?.revealsPlace ?? false });
      };
      const itemIds: string[] = [];
      for (const [at, part] of decision.parts.entries())
        itemIds.push(
          await this.seal.item(tx, {
            caseId: inquiry.caseId,
            category: part.category,
            form: 'mash',
            phase: 'investigation',
            revealsPlace: showsPlace(part.category, written.parts[at]?.revealsPlace ?? false),
            subjectIds: [inquiry.personId],
            content: { text: part.text },
          }),
        );
      const kept = await tx.of(InquiryStore).answer(inquiry.id, written.version, {
        knowledge: decision.knowledge,
        by: caller.staffId,
        at: tx.now,
        itemIds,
      });
      if (!kept) throw new Failure('CONFLICT');
      const given = await give(tx, inquiry, itemIds);
      await settleAsAsking(tx, inquiry, 'met');
      await tell(tx, inquiry, decision, { itemIds: itemIds.length, given: given.size });
      const plain = itemIds.filter((_, at) => !isPlaceAt(at));
      const reached = plain.filter((id) => given.has(id)).length;
      return {
        late: decision.late,
        given: reached,
        kept: plain.length - reached,
        places: itemIds.length - plain.length,
      };
    });
  }
}

export const questionOf = (inquiry: InquiryFacts): Question => ({
  id: inquiry.id,
  unit: inquiry.unitId,
  representative: inquiry.representativeId,
  deputy: inquiry.deputyId,
  together: false,
  state: inquiry.answer !== null ? 'answered' : inquiry.deputyAskedAt !== null ? 'deputy-asked' : 'asked',
  askedAt: inquiry.askedAt.getTime(),
  due: inquiry.dueAt.getTime(),
  answeredAt: inquiry.answeredAt?.getTime() ?? null,
  answeredBy: inquiry.answeredBy,
  knowledge: inquiry.answer,
});

/** The time limit is the asking house's: the platform settles it, since whoever answers does not see it. */
export const settleAsAsking = (
  tx: CallerTransaction,
  { id, caseId }: Pick<InquiryFacts, 'id' | 'caseId'>,
  outcome: 'met' | 'void',
): Promise<unknown> =>
  tx.asService('deadlines', (service) =>
    settleDeadline(service, {
      kind: 'step-two-gathering',
      caseId,
      aboutId: id,
      outcome,
      ...(outcome === 'void' ? { reason: 'inquiry-ended' } : {}),
    }),
  );

function decide(inquiry: InquiryFacts, written: InquiryAnswered, now: Date) {
  const decision = decideInquiryAnswer(questionOf(inquiry), {
    knowledge: written.knowledge,
    parts: written.parts,
    at: now.getTime(),
  });
  if (decision.outcome === 'answered') return decision;
  throw new InvalidInput(
    decision.faults.map(({ field, code }) => ({ field, code: CODES[code] ?? 'INVALID_INPUT', values: { most: 5000 } })),
  );
}

async function give(
  tx: CallerTransaction,
  inquiry: InquiryFacts,
  itemIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (itemIds.length === 0) return new Set();
  const house = (await tx.of(ShareStore).findHouses()).find(({ branchId }) => branchId === inquiry.branchId);
  if (!house) return new Set();
  // Given by the rule itself: of what says where somebody is the asked house is not told what became of it.
  const told = (await tx.of(ItemStore).findJustSaid(itemIds)).map((item) => ({
    ...toldItem(item),
    isElsewhere: false,
  }));
  const given = await giveTold(tx, { told, houses: [house], purpose: 'investigate-need' });
  return new Set(given.map((pair) => pair.told.id));
}

async function tell(
  tx: CallerTransaction,
  inquiry: InquiryFacts,
  decision: Extract<AnswerDecision, { outcome: 'answered' }>,
  counted: { readonly itemIds: number; readonly given: number },
): Promise<void> {
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: inquiry.caseId,
      personId: inquiry.personId,
      detail: {
        inquiryId: inquiry.id,
        inquiry: decision.changed ? 'answer-changed' : 'answered',
        late: decision.late,
        items: counted.itemIds,
        given: counted.given,
      },
    },
  ]);
  await notify(tx, {
    staffIds: [inquiry.askedBy],
    kind: 'inquiry-answered',
    effectKey: `inquiry:${inquiry.id}:answered:${inquiry.version}`,
    caseId: inquiry.caseId,
  });
  await tx.of(OutboxStore).put(caseNews(inquiry.caseId, { queue: inquiry.branchId, sight: [inquiry.branchId] }));
}
