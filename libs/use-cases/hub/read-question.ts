import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate } from '../gate/open.js';
import { IdentityStore, ItemStore } from '../gate/items.port.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import { Failure, notFound } from '../failure.js';
import { HubStore, type HubFacts, type QuestionFacts } from './hub.port.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';

export interface AskedQuestion {
  readonly hub: HubFacts;
  readonly question: QuestionFacts;
  /** When the reader's own work on the case ends by itself. */
  readonly until: Date | null;
  /** The child and those close to it, so that an answer can say about whom it is. */
  readonly circle: readonly { readonly kind: string; readonly person: ReleasedIdentity }[];
  /** What the unit has answered so far, shown to the unit itself. */
  readonly parts: readonly ReleasedItem[];
}

/** Whether a question is this caller's to answer: their unit's, or asked of them by name as representative or deputy. */
export const isAskedOf = (caller: StaffCaller, question: QuestionFacts): boolean =>
  question.unitId === caller.unitId ||
  question.representativeId === caller.staffId ||
  question.deputyId === caller.staffId;

/** What a unit is asked, and about whom; another unit's question and answer stay closed (OSL 26:1). */
@Injectable()
export class ReadQuestion {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly appender: LedgerAppender,
  ) {}

  async run(caller: StaffCaller, questionId: string): Promise<AskedQuestion> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const store = tx.of(HubStore);
      const question = await store.findQuestion(questionId);
      const hub = question && (await store.findHub(question.hubId));
      if (!question || !hub) throw notFound();
      if (!isAskedOf(caller, question)) throw new Failure('NOT_YOUR_QUESTION');
      const circle = await store.findCircle(hub.personId);
      return {
        question,
        hub,
        until: await store.findEndOfWork(hub.caseId),
        circle,
        identities: await tx.of(IdentityStore).findSealed([...new Set(circle.map(({ personId }) => personId))]),
        items: await tx.of(ItemStore).findSealed(question.itemIds),
        asOf: tx.now,
      };
    });
    const opening = { caller, asOf: found.asOf, purpose: 'investigate-need' } as const;
    const people = await this.gate.openIdentities(opening, found.identities);
    const parts = await this.gate.openItems(opening, found.items);
    const byId = new Map(people.released.map((person) => [person.personId, person]));
    return {
      hub: found.hub,
      question: found.question,
      until: found.until,
      circle: found.circle.flatMap(({ personId, kind }) => {
        const person = byId.get(personId);
        return person ? [{ kind, person }] : [];
      }),
      parts: parts.released,
    };
  }

  /** Questions that wait for the caller, the most pressing first. */
  async findWaiting(caller: StaffCaller): Promise<{ readonly question: QuestionFacts; readonly hub: HubFacts }[]> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const store = tx.of(HubStore);
      const waiting: { question: QuestionFacts; hub: HubFacts }[] = [];
      for (const question of await store.findQuestionsFor(caller.staffId, caller.unitId)) {
        const hub = await store.findHub(question.hubId);
        if (hub) waiting.push({ question, hub });
      }
      return waiting;
    });
    if (found.length > 0)
      await this.appender.append(caller, [
        { action: 'read', outcome: 'release', ground: 'internal', detail: { list: 'questions', shown: found.length } },
      ]);
    return found;
  }
}
