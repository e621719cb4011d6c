import { Injectable } from '@nestjs/common';
import { ConsentStore } from '../consent/consent.port.js';
import { asConsents } from '../consent/consent-step.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller, StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import { FamilyGate } from '../gate/open-to-family.js';
import type { ReleasedItem } from '../gate/released.js';
import { Seal } from '../gate/seal.js';
import { noteLook } from '../ledger/note-look.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { requireCase } from '../report/require-case.js';
import { FamilyFacts, type FamilyQuestionRow } from './family-facts.port.js';
import { loadShown } from './family-consents.js';
import { sayOwnWords } from './say-own-words.js';

const LONGEST_QUESTION = 2_000;

export interface FamilyQuestion {
  readonly row: FamilyQuestionRow;
  /** Null where it is not released. */
  readonly text: string | null;
}

export interface QuestionAsked {
  readonly consentId: string;
  readonly text: string;
  /** Made by the telephone. */
  readonly key: string;
}

/**
 * A family asks, and what they write is an item in the house that asks them, sealed as everything else; whoever works with
 * the case is told that it is there (OSL 26:1).
 */
@Injectable()
export class AskFamilyQuestion {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
    private readonly familyGate: FamilyGate,
    private readonly gate: Gate,
  ) {}

  /** What is sent twice with one key is asked once; answers the question's id. */
  async ask(caller: FamilyCaller, asked: QuestionAsked): Promise<string> {
    const text = asked.text.trim();
    if (text === '') throw new InvalidInput([{ field: 'text', code: 'TEXT_MISSING' }]);
    if (text.length > LONGEST_QUESTION)
      throw new InvalidInput([{ field: 'text', code: 'TOO_LONG', values: { most: LONGEST_QUESTION } }]);
    return this.asCaller.run(caller, async (tx) => {
      const before = await tx.of(FamilyFacts).findAskedBy(asked.key);
      if (before !== undefined) return before;
      const consent = await tx.of(ConsentStore).find(asked.consentId);
      const loaded = consent && (await loadShown(tx, caller, consent));
      if (!loaded) throw notFound();
      const { facts } = loaded;
      const id = tx.newId();
      const aboutId = facts.record.person;
      const { caseId, municipalityId, branchId } = facts;
      const of = { caseId, municipalityId, branchId, aboutId, content: { text } };
      const itemId = await sayOwnWords(tx, caller, this.seal, of);
      const { consentId, key } = asked;
      const { personId } = caller;
      const question = { id, itemId, consentId, caseId, personId, municipalityId, branchId, key };
      // Two presses at once: the second leaves nothing behind, and finds the first when it is sent again.
      if (!(await tx.of(FamilyFacts).addQuestion(question))) throw new Failure('CONFLICT');
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          personId: aboutId,
          caseId: facts.caseId,
          itemId,
          ground: 'own-words',
          detail: { deed: 'family-question', question: id },
        },
      ]);
      const staffIds = await asConsents(tx, (service) => service.of(ConsentStore).findAskers(facts.caseId));
      await notify(tx, { staffIds, kind: 'family-question', effectKey: `family-question:${id}`, caseId: facts.caseId });
      await tx
        .of(OutboxStore)
        .put([{ topic: `live:consents:${facts.caseId}`, payload: { consentId: asked.consentId } }]);
      return id;
    });
  }

  /** What the caller has asked, in their own words. */
  async own(caller: FamilyCaller): Promise<readonly FamilyQuestion[]> {
    const { rows, sealed, asOf } = await this.asCaller.run(caller, async (tx) => {
      const facts = tx.of(FamilyFacts);
      const found = await facts.findQuestionsOf(caller.personId);
      return { rows: found, sealed: await facts.findItems(found.map(({ itemId }) => itemId)), asOf: tx.now };
    });
    return paired(rows, await this.familyGate.openItems({ caller, asOf }, sealed));
  }

  /** For who works on the case in the house that asked. */
  async ofCase(caller: StaffCaller, caseId: string): Promise<readonly FamilyQuestion[]> {
    const { rows, sealed, asOf } = await this.asCaller.run(caller, async (tx) => {
      const { personId } = await requireCase(tx, caseId);
      const found = await tx.of(FamilyFacts).findQuestionsOfCase(caseId);
      await noteLook(tx, { list: 'family-questions', shown: found.length, personId, caseId });
      return {
        rows: found,
        sealed: await tx.of(ItemStore).findSealed(found.map(({ itemId }) => itemId)),
        asOf: tx.now,
      };
    });
    const { released } = await this.gate.openItems({ caller, asOf, purpose: 'support' }, sealed);
    return paired(rows, released);
  }

  async markAnswered(caller: StaffCaller, id: string): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(FamilyFacts).markAnswered(id))) throw new Failure('NOT_FOUND');
      await tx
        .of(LedgerStore)
        .record([{ action: 'change', outcome: 'done', detail: { deed: 'family-question-answered', question: id } }]);
    });
  }
}

function paired(rows: readonly FamilyQuestionRow[], items: readonly ReleasedItem[]): readonly FamilyQuestion[] {
  const texts = new Map(items.map((item) => [item.itemId, item.content.text]));
  return rows.map((row) => ({ row, text: texts.get(row.itemId) ?? null }));
}
