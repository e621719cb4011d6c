/**
 * Half of a unit's time has gone without an answer: the deputy is asked too, and put on the case, so that one person's
 * absence never leaves a child without a unit's knowledge [S0].
 */
import { decideDeputy } from '#domain/hub/question.js';
import { isOver } from '#domain/meeting/meeting-states.js';
import type { DeadlineFactsRow } from '../deadline/deadline.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { settleMeeting } from '../invitation/settle-meeting.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { HubStore } from './hub.port.js';
import { questionOf } from './read-hub.js';

/** The act `ask-deputy` of the deadline `unit-knowledge`; runs as the service `deadlines`. */
export async function askDeputy(tx: CallerTransaction, deadline: DeadlineFactsRow): Promise<void> {
  if (deadline.aboutId === null || deadline.caseId === null) return;
  const store = tx.of(HubStore);
  const question = await store.findQuestion(deadline.aboutId);
  const hub = question && (await store.findHub(question.hubId));
  // Nobody is put on the case for a hub that is over.
  if (!question || !hub || isOver(hub.state)) return;
  const decision = decideDeputy(questionOf(question), tx.now.getTime());
  if (decision.outcome !== 'ask-deputy') return;
  await store.markDeputyAsked(question.id, tx.now);
  await store.assign({
    id: tx.newId(),
    caseId: deadline.caseId,
    branchId: deadline.branchId,
    staffId: decision.deputy,
    reason: 'hub',
    by: null,
  });
  await settleMeeting(tx, question.hubId);
  await notify(tx, {
    staffIds: [decision.deputy],
    kind: 'question-asked',
    effectKey: `question:${question.id}:asked`,
    caseId: deadline.caseId,
    hubId: question.hubId,
    deadlineId: deadline.id,
    dueAt: question.dueAt,
  });
  await tx.of(LedgerStore).record([
    {
      action: 'assign',
      outcome: 'done',
      municipalityId: deadline.municipalityId,
      caseId: deadline.caseId,
      detail: { hubId: question.hubId, questionId: question.id, staffId: decision.deputy, reason: 'hub-deputy' },
    },
  ]);
  await tx.of(OutboxStore).put([{ topic: `live:hub:${question.hubId}`, payload: { lobby: true } }]);
}
