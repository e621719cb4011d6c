import { Injectable } from '@nestjs/common';
import { decideFeedbackDue } from '#domain/report/feedback.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { CaseStore } from './case.port.js';
import { caseNews } from './case-news.js';
import { ReportStore, type ReportFacts } from './report.port.js';
import { intakeUnitOf } from './step-on-case.js';

/**
 * Who is bound to report may ask later to know what came of it: owed at once where it is decided already, with the decision
 * otherwise. The answer to the asking is the same in both, since whether it is decided is what the feedback tells (SoL 19:6).
 */
@Injectable()
export class AskForFeedback {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, reportId: string): Promise<{ readonly reportId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const report = await tx.of(ReportStore).findById(reportId);
      if (!report || report.reporterStaffId !== caller.staffId || report.reporterBranchId !== caller.branchId)
        throw notFound();
      const decision = decideFeedbackDue({
        reporter: report.reporterKind,
        wish: 'wanted',
        askedAt: tx.now.getTime(),
        decidedAt: null,
        investigationRanAlready: false,
      });
      if (decision.outcome === 'none') throw new Failure('FEEDBACK_NO_RIGHT');
      await tx.asService('reception', async (s) => {
        if (await s.of(ReportStore).askFeedback(report.id)) await oweFeedback(s, report);
      });
      await tx
        .of(LedgerStore)
        .record([{ action: 'change', outcome: 'done', detail: { deed: 'feedback-asked', report: report.id } }]);
      return { reportId: report.id };
    });
  }
}

async function oweFeedback(tx: CallerTransaction, report: ReportFacts): Promise<void> {
  for (const { caseId, personId, feedbackGivenAt } of report.children) {
    const file = await tx.of(CaseStore).find(caseId);
    if (!file || feedbackGivenAt !== null) continue;
    const decided = file.state === 'investigation' || file.state === 'closed';
    const runs = !decided && (await tx.of(ReportStore).hasInvestigation(file.branchId, personId));
    if (decided || runs)
      await openDeadline(tx, {
        kind: 'report-feedback',
        caseId,
        aboutId: report.id,
        startsAt: tx.now,
        ownerUnitId: await intakeUnitOf(tx, file.municipalityId),
        dueAtOnce: true,
      });
    await tx.of(OutboxStore).put(caseNews(caseId, { queue: file.branchId }));
  }
}
