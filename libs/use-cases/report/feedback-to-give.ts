import { feedbackNow, type FeedbackContent } from '#domain/report/feedback.js';
import { isBoundToReport } from '#domain/report/reporter.js';
import type { CaseFacts, CaseRecord, ReportOnCase } from './case.port.js';

/** Of what the reader sees of the case: what its reporter can be told now, or null where nothing can, or it has been. */
export function feedbackToGive(
  file: Pick<CaseFacts, 'state'>,
  report: Pick<ReportOnCase, 'id' | 'receivedAt' | 'reporterKind' | 'wantsFeedback' | 'feedbackGivenAt'>,
  { others, deadlines }: Pick<CaseRecord, 'others' | 'deadlines'>,
): FeedbackContent | null {
  if (!report.wantsFeedback || report.feedbackGivenAt || !isBoundToReport(report.reporterKind)) return null;
  return feedbackNow({
    receivedAt: report.receivedAt.getTime(),
    decided: file.state === 'investigation' || file.state === 'closed',
    investigationOpened: file.state === 'investigation',
    othersInvestigatedSince: others.flatMap(({ state, openedAt }) =>
      state === 'investigation' ? [openedAt.getTime()] : [],
    ),
    owed: deadlines.some(
      ({ kind, aboutId, state }) =>
        kind === 'report-feedback' && aboutId === report.id && (state === 'open' || state === 'missed'),
    ),
  });
}
