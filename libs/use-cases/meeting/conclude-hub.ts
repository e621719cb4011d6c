/**
 * What the decision does to the case when the meeting closes: an investigation gets its investigator and its four months,
 * a closed case its end, and who was there only for the hub leaves when the pen may no longer be corrected (SoL 20:2–3; OSL 26:1).
 */
import type { Board } from '#domain/meeting/board.js';
import type { DecisionKind } from '#domain/meeting/decide-meeting.js';
import { ADJUST_WINDOW } from '#domain/meeting/meeting-states.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { openRetention } from '../deadline/retention-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { HandOverStore } from '../hand-over/hand-over.port.js';
import { HubStore, type HubFacts } from '../hub/hub.port.js';
import { voidOpenQuestions } from '../hub/void-open-questions.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { endPreliminaryAssessment } from '../report/end-preliminary-assessment.js';
import { endWithCase } from '../report/end-with-case.js';

interface Concluding {
  readonly hub: HubFacts;
  readonly board: Board;
  readonly caller: StaffCaller;
}

const MOVES: Readonly<Record<DecisionKind, Parameters<HubStore['moveCase']>[1]>> = {
  'open-investigation': { state: 'investigation', phase: 'investigation' },
  'no-investigation': { state: 'closed', closed: true },
  'other-support': { state: 'closed', closed: true },
  'more-now': { state: 'in-hub' },
};

export async function concludeHub(tx: CallerTransaction, of: Concluding): Promise<void> {
  const { hub, board } = of;
  const decision = board.decision;
  if (decision === null) throw new Error('a meeting is closed with a decision');
  await voidOpenQuestions(tx, hub, 'meeting-closed');
  // The preliminary assessment ends with the decision; "more now" leaves it running.
  if (decision.kind !== 'more-now')
    await endPreliminaryAssessment(tx, { caseId: hub.caseId, municipalityId: of.caller.municipalityId });
  if (decision.kind === 'open-investigation' && decision.handOverTo !== null)
    await handOver(tx, of, decision.handOverTo);
  if (MOVES[decision.kind].closed) await endWithCase(tx, hub.caseId);
  await tx.of(HubStore).moveCase(hub.caseId, MOVES[decision.kind]);
  if (MOVES[decision.kind].closed) await openRetention(tx, hub.caseId);
  // Whoever led or convened leaves too, unless the case is theirs for another reason, as intake's is.
  const kept = [decision.decider, decision.handOverTo].filter((id) => id !== null);
  if (decision.kind !== 'more-now')
    await tx.of(HubStore).endAssignments(hub.caseId, 'hub', new Date(tx.now.getTime() + ADJUST_WINDOW), kept);
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: hub.caseId,
      personId: hub.personId,
      detail: { hubId: hub.id, hub: 'closed', decision: decision.kind },
    },
  ]);
  await tx.of(OutboxStore).put(caseNews(hub.caseId, { queue: hub.branchId }));
}

async function handOver(tx: CallerTransaction, { hub, caller }: Concluding, investigatorId: string): Promise<void> {
  const [investigator] = (await tx.of(HubStore).getHouse(hub.branchId)).posts.filter(
    ({ staffId }) => staffId === investigatorId,
  );
  if (!investigator) throw new Error('the investigator holds no post in the house');
  await tx.of(HubStore).assign({
    id: tx.newId(),
    caseId: hub.caseId,
    branchId: hub.branchId,
    staffId: investigatorId,
    reason: 'investigation',
    by: caller.staffId,
  });
  await tx.of(LedgerStore).record([
    {
      action: 'assign',
      outcome: 'done',
      caseId: hub.caseId,
      detail: { hubId: hub.id, staffId: investigatorId, reason: 'investigation' },
    },
  ]);
  const { deadlineId, dueAt } = await openDeadline(tx, {
    kind: 'investigation',
    caseId: hub.caseId,
    aboutId: hub.id,
    startsAt: tx.now,
    ownerUnitId: investigator.unitId,
    ownerStaffId: investigatorId,
  });
  await tx.of(HandOverStore).add({
    id: tx.newId(),
    from: { hubId: hub.id },
    caseId: hub.caseId,
    toStaffId: investigatorId,
    toUnitId: investigator.unitId,
    madeBy: caller.staffId,
  });
  await notify(tx, {
    staffIds: [investigatorId],
    kind: 'hand-over',
    effectKey: `hub:${hub.id}:hand-over`,
    caseId: hub.caseId,
    deadlineId,
    dueAt,
  });
}
