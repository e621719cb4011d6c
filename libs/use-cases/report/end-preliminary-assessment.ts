/**
 * What follows when somebody has decided whether to open an investigation: the preliminary assessment's times end, and
 * each reporter who asked for it is owed feedback (SoL 19:6, 20:2).
 */
import { decideFeedbackDue } from '#domain/report/feedback.js';
import { GRADE_DEADLINES, GRADES } from '#domain/report/grading.js';
import { DeadlineStore } from '../deadline/deadline.port.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { ReportStore } from './report.port.js';
import { intakeUnitOf } from './step-on-case.js';

export async function endPreliminaryAssessment(
  tx: CallerTransaction,
  decided: { readonly caseId: string; readonly municipalityId: string },
): Promise<void> {
  const { caseId } = decided;
  for (const grade of GRADES) await settleDeadline(tx, { kind: GRADE_DEADLINES[grade], caseId, outcome: 'met' });
  const ownerUnitId = await intakeUnitOf(tx, decided.municipalityId);
  for (const report of await tx.of(ReportStore).findOfCase(caseId)) {
    const owed = decideFeedbackDue({
      reporter: report.reporterKind,
      wish: report.wantsFeedback ? 'wanted' : 'declined',
      askedAt: report.feedbackAskedAt?.getTime() ?? null,
      decidedAt: tx.now.getTime(),
      investigationRanAlready: false,
    });
    const given = report.children.some((child) => child.caseId === caseId && child.feedbackGivenAt !== null);
    if (owed.outcome !== 'owed' || given) continue;
    // Owed at once since before, as while another investigation ran: the decision gives no new time for it.
    const running = await tx.of(DeadlineStore).findRunning({ kind: 'report-feedback', caseId, aboutId: report.id });
    if (running.length === 0)
      await openDeadline(tx, { kind: 'report-feedback', caseId, aboutId: report.id, startsAt: tx.now, ownerUnitId });
  }
}
