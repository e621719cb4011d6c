import { Injectable } from '@nestjs/common';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure, notFound } from '../failure.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { HubStore } from './hub.port.js';

/** Five minutes between reminders: an alarm that rings all the time is not heard. */
const BETWEEN = 5 * MINUTE;

/** Reminds whoever has not answered yet, at once and by all ways they can be reached; nothing about the child is in it. */
@Injectable()
export class RemindUnit {
  constructor(private readonly asCaller: AsCaller) {}

  /** Answers how many were told; none when they were told a moment ago. */
  run(caller: StaffCaller, questionId: string): Promise<{ readonly told: number }> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(HubStore);
      const question = await store.findQuestion(questionId);
      const hub = question && (await store.findHub(question.hubId));
      if (!question || !hub) throw notFound();
      if (question.answer !== null) throw new Failure('ANSWERED_ALREADY');
      const staffIds = [question.representativeId, question.deputyAskedAt && question.deputyId].filter(
        (id) => id !== null,
      );
      const told = await notify(tx, {
        staffIds,
        kind: 'question-asked',
        effectKey: `question:${questionId}:reminded:${Math.floor(tx.now.getTime() / BETWEEN)}`,
        caseId: hub.caseId,
        dueAt: question.dueAt,
        late: tx.now >= question.dueAt,
      });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: hub.caseId,
          detail: { hubId: hub.id, questionId, hub: 'reminded', told },
        },
      ]);
      return { told };
    });
  }
}
