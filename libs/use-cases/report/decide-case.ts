import { Injectable } from '@nestjs/common';
import { hasCapability } from '#domain/organisation/role.js';
import type { CaseDecisionKind } from '#domain/report/decide-case.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { openRetention } from '../deadline/retention-deadline.js';
import { notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { HandOverStore } from '../hand-over/hand-over.port.js';
import { HubStore, type HousePost } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { CaseDecisionStore } from './case-decision.port.js';
import { CaseStore, type CaseFacts } from './case.port.js';
import { readDecision, sealReasons, type DecisionWritten } from './decision-on-case.js';
import { endWithCase } from './end-with-case.js';
import { endPreliminaryAssessment } from './end-preliminary-assessment.js';
import { caseNews } from './case-news.js';

export interface CaseDecided {
  readonly caseId: string;
  readonly kind: CaseDecisionKind;
  readonly state: 'investigation' | 'closed';
}

/**
 * Whoever has the authority decides in their own name and session, with reasons, whether an investigation is opened: a
 * green case needs no hub for it (SoL 20:2–3; [S0]).
 */
@Injectable()
export class DecideCase {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, written: DecisionWritten): Promise<CaseDecided> {
    return this.asCaller.run(caller, async (tx) => {
      await takePart(tx, caller, written.caseId);
      const decider = { staffId: caller.staffId, mayDecide: hasCapability(caller.role, 'decide-hub') };
      const { file, kind, investigator } = await readDecision(tx, written, decider);
      const itemId = await sealReasons(tx, this.seal, file, written.reasons);
      const decisionId = tx.newId();
      await tx
        .of(CaseDecisionStore)
        .decide({ id: decisionId, caseId: file.id, kind, itemId, investigatorId: investigator?.staffId ?? null });
      await endPreliminaryAssessment(tx, { caseId: file.id, municipalityId: file.municipalityId });
      if (investigator) await handTo(tx, caller, { file, decisionId }, investigator);
      const state = investigator ? 'investigation' : 'closed';
      if (!investigator) await endWithCase(tx, file.id);
      await tx
        .of(HubStore)
        .moveCase(file.id, investigator ? { state: 'investigation', phase: 'investigation' } : { state, closed: true });
      if (!investigator) await openRetention(tx, file.id);
      // Who was asked to decide and did not has no more need of the case.
      const kept = [caller.staffId, ...(investigator ? [investigator.staffId] : [])];
      await tx.of(HubStore).endAssignments(file.id, 'decision', tx.now, kept);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: file.id,
          personId: file.personId,
          itemId,
          detail: { deed: 'decided', decision: kind },
        },
      ]);
      await tx.of(OutboxStore).put(caseNews(file.id, { queue: file.branchId }));
      return { caseId: file.id, kind, state };
    });
  }
}

/** A manager sees that every case of the house is there, but decides on none without standing on it by name. */
async function takePart(tx: CallerTransaction, caller: StaffCaller, caseId: string): Promise<void> {
  const file = await tx.of(CaseStore).find(caseId);
  if (!file || file.branchId !== caller.branchId) throw notFound();
  const added = await tx.of(HubStore).assign({
    id: tx.newId(),
    caseId,
    branchId: file.branchId,
    staffId: caller.staffId,
    reason: 'decision',
    by: caller.staffId,
  });
  if (added)
    await tx.of(LedgerStore).record([
      {
        action: 'assign',
        outcome: 'done',
        caseId,
        detail: { staffId: caller.staffId, reason: 'decision' },
      },
    ]);
}

async function handTo(
  tx: CallerTransaction,
  caller: StaffCaller,
  { file, decisionId }: { readonly file: CaseFacts; readonly decisionId: string },
  { staffId, unitId }: HousePost,
): Promise<void> {
  await tx.of(HubStore).assign({
    id: tx.newId(),
    caseId: file.id,
    branchId: file.branchId,
    staffId,
    reason: 'investigation',
    by: caller.staffId,
  });
  await tx
    .of(LedgerStore)
    .record([{ action: 'assign', outcome: 'done', caseId: file.id, detail: { staffId, reason: 'investigation' } }]);
  const { deadlineId, dueAt } = await openDeadline(tx, {
    kind: 'investigation',
    caseId: file.id,
    startsAt: tx.now,
    ownerUnitId: unitId,
    ownerStaffId: staffId,
  });
  await tx.of(HandOverStore).add({
    id: tx.newId(),
    from: { decisionId },
    caseId: file.id,
    toStaffId: staffId,
    toUnitId: unitId,
    madeBy: caller.staffId,
  });
  if (staffId === caller.staffId) return;
  await notify(tx, {
    staffIds: [staffId],
    kind: 'hand-over',
    effectKey: `case:${file.id}:hand-over`,
    caseId: file.id,
    deadlineId,
    dueAt,
  });
}
