import { Injectable } from '@nestjs/common';
import { LONGEST_VOICE } from '#domain/plan/family-plan.js';
import { decideOwnAnswer } from '#domain/plan/plan-versions.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { asConsents } from '../consent/as-consents.js';
import { ConsentStore } from '../consent/consent.port.js';
import { sayOwnWords } from '../family/say-own-words.js';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { FamilyPlanStore } from './family-plan.port.js';

export interface OwnAnswerSaid {
  readonly answerId: string;
  readonly answer: string;
  readonly words: string;
}

const REFUSED = {
  'choose-one': 'CHOOSE_ONE',
  required: 'REQUIRED',
  'answered-already': 'ANSWERED_ALREADY',
  replaced: 'VERSION_REPLACED',
} as const;

/**
 * “Vi är med på planen”, or not yet and why: said by the one who was asked, to the newest version, and only where what they
 * see stands as it was put forward ([S1]; FB 6:11).
 */
@Injectable()
export class AnswerFamilyPlan {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: FamilyCaller, said: OwnAnswerSaid): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(FamilyPlanStore);
      const asked = (await store.findAnswers()).find(({ answerId }) => answerId === said.answerId);
      const plan = asked && (await store.findPlans()).find(({ groupId }) => groupId === asked.groupId);
      if (!plan) throw notFound();
      // Sent again by a telephone that got no answer: it stands as it was said.
      if (asked.answer !== null && asked.answer === said.answer) return;
      const decision = decideOwnAnswer(asked, said);
      if (decision.outcome === 'refused') {
        if (decision.field === null) throw new Failure(REFUSED[decision.code]);
        throw new InvalidInput([{ field: decision.field, code: REFUSED[decision.code] }]);
      }
      const text = said.words.trim();
      if (text.length > LONGEST_VOICE)
        throw new InvalidInput([{ field: 'words', code: 'TOO_LONG', values: { most: LONGEST_VOICE } }]);
      const { caseId, branchId, municipalityId, groupId, personId } = plan;
      const of = { caseId, branchId, municipalityId, aboutId: personId, content: { text } };
      const itemId = text === '' ? null : await sayOwnWords(tx, caller, this.seal, of);
      const { answer } = decision;
      if (!(await store.answer(asked.answerId, { answer, itemId }))) throw new Failure('ANSWERED_ALREADY');
      await tx.of(LedgerStore).record([
        {
          ...{ action: 'change', outcome: 'done', personId, caseId, ground: 'own-words' },
          ...(itemId === null ? {} : { itemId }),
          detail: { deed: 'family-plan-answered', groupId, answer, answerId: asked.answerId },
        },
      ]);
      const staffIds = await asConsents(tx, (service) => service.of(ConsentStore).findAskers(caseId));
      await notify(tx, { staffIds, kind: 'family-plan', effectKey: `family-plan:${asked.answerId}`, caseId });
      await tx.of(OutboxStore).put([{ topic: `live:plan:${groupId}`, payload: { planId: plan.planId } }]);
    });
  }
}
