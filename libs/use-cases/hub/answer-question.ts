import { Injectable } from '@nestjs/common';
import { decideAnswer, type AnswerDecision } from '#domain/hub/question.js';
import type { MeetingState } from '#domain/meeting/meeting-states.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { subjectsOf } from '../share/tellables.js';
import { NO_MARKS, sayItem, type Marks } from '../share/what-it-says.js';
import { HubStore, type HubFacts, type QuestionFacts } from './hub.port.js';
import { spokenIn } from '../meeting/write-on-board.js';
import { questionOf } from './read-hub.js';
import { isAskedOf } from './read-question.js';

export interface AnswerQuestionInput {
  readonly questionId: string;
  readonly version: number;
  readonly knowledge: string;
  /** The child stands among the subjects whatever is chosen. */
  readonly parts: readonly (Marks & { readonly category: string; readonly text: string })[];
}

const MEETING: Readonly<Record<MeetingState, 'to-come' | 'begun' | 'over'>> = {
  planned: 'to-come',
  lobby: 'to-come',
  running: 'begun',
  paused: 'begun',
  closing: 'begun',
  closed: 'over',
  'called-off': 'over',
};

const CODES: Readonly<Record<string, string>> = {
  missing: 'REQUIRED',
  'unknown-word': 'CHOOSE_ONE',
  'too-long': 'TOO_LONG',
  'too-many': 'TOO_MANY_PARTS',
  'meeting-begun': 'ANSWER_STANDS',
  'meeting-over': 'MEETING_OVER',
  'must-be-empty': 'NOTHING_TO_TELL',
};

/**
 * A unit says what it knows: an item for each kind of knowledge, since each has its own secrecy. The answer meets the
 * unit's deadline, also when it is late, and can be given anew until the meeting begins; old items are kept [S0].
 */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, input: AnswerQuestionInput): Promise<{ readonly hubId: string; readonly late: boolean }> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(HubStore);
      const question = await store.findQuestion(input.questionId);
      const hub = question && (await store.findHub(question.hubId));
      if (!question || !hub) throw notFound();
      if (!isAskedOf(caller, question)) throw new Failure('NOT_YOUR_QUESTION');
      const decision = this.decide(tx, hub, question, input);
      const itemIds: string[] = [];
      for (const [at, part] of decision.parts.entries()) {
        const { about, revealsPlace } = input.parts[at] ?? NO_MARKS;
        const itemId = await sayItem(tx, this.seal, {
          caseId: hub.caseId,
          category: part.category,
          ...spokenIn(hub),
          revealsPlace,
          subjectIds: await subjectsOf(tx, hub.personId, about, { field: `parts.${at}.about` }),
          content: { text: part.text, data: { about: about.length > 0 ? [...about] : [hub.personId] } },
        });
        itemIds.push(itemId);
      }
      const kept = await store.answer(question.id, input.version, {
        knowledge: decision.knowledge,
        by: caller.staffId,
        at: tx.now,
        itemIds,
      });
      if (!kept) throw new Failure('CONFLICT');
      await settleDeadline(tx, { kind: 'unit-knowledge', caseId: hub.caseId, aboutId: question.id, outcome: 'met' });
      await this.tell(tx, hub, question, decision);
      return { hubId: hub.id, late: decision.late };
    });
  }

  private decide(tx: CallerTransaction, hub: HubFacts, question: QuestionFacts, input: AnswerQuestionInput) {
    const decision = decideAnswer(questionOf(question), {
      knowledge: input.knowledge,
      parts: input.parts,
      at: tx.now.getTime(),
      meeting: MEETING[hub.state],
    });
    if (decision.outcome === 'answered') return decision;
    throw new InvalidInput(
      decision.faults.map(({ field, code }) => ({
        field,
        code: CODES[code] ?? 'INVALID_INPUT',
        values: { most: 5000 },
      })),
    );
  }

  private async tell(
    tx: CallerTransaction,
    hub: HubFacts,
    question: QuestionFacts,
    decision: Extract<AnswerDecision, { outcome: 'answered' }>,
  ): Promise<void> {
    await tx.of(LedgerStore).record([
      {
        action: 'change',
        outcome: 'done',
        caseId: hub.caseId,
        personId: hub.personId,
        detail: {
          hubId: hub.id,
          questionId: question.id,
          hub: decision.changed ? 'answer-changed' : 'answered',
          late: decision.late,
        },
      },
    ]);
    await tx.of(OutboxStore).put([{ topic: `live:hub:${hub.id}`, payload: { lobby: true } }]);
  }
}
