import { feedbackNow, type FeedbackContent, type Tellable } from '#domain/report/feedback.js';
import { type CivilDay, formatCivilDay, parseCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { isBoundToReport } from '#domain/report/reporter.js';
import type { FieldFault } from '../failure.js';
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

/** Nothing can be sent to whoever has no house here, or works in the one that tells: somebody has to tell them. */
export const isToldInPerson = (
  file: Pick<CaseFacts, 'branchId'>,
  report: Pick<ReportOnCase, 'reporterHouse' | 'reporterBranchId'>,
): boolean =>
  report.reporterHouse === null || report.reporterBranchId === null || report.reporterBranchId === file.branchId;

const HOW = ['phone', 'met', 'letter'] as const;

export interface Telling {
  readonly how: (typeof HOW)[number];
  readonly day: CivilDay;
  /** The same, as 2026-11-24. */
  readonly on: string;
}

/** That it has been told, and when: an assessment alone tells nobody, and its time goes on until somebody has. */
export function readTelling(
  written: { readonly toldHow: string; readonly toldOn: string },
  between: { readonly tellable: Tellable; readonly now: Date },
  faults: FieldFault[],
): Telling | null {
  if (written.toldHow === 'not-yet') {
    faults.push({ field: 'toldHow', code: 'TELL_FIRST' });
    return null;
  }
  const how = HOW.find((one) => one === written.toldHow);
  if (!how) {
    faults.push({ field: 'toldHow', code: 'CHOOSE_ONE' });
    return null;
  }
  const day = parseCivilDay(written.toldOn);
  if (day === undefined) faults.push({ field: 'toldOn', code: 'DAY_FORM' });
  else if (day > civilDayOf(between.now.getTime())) faults.push({ field: 'toldOn', code: 'TOLD_LATER' });
  else if (day < civilDayOf(between.tellable.since)) faults.push(toldTooEarly(between.tellable));
  return day === undefined ? null : { how, day, on: formatCivilDay(day) };
}

const toldTooEarly = ({ since, of }: Tellable): FieldFault => ({
  field: 'toldOn',
  code: of === 'decision' ? 'TOLD_BEFORE_DECISION' : 'TOLD_BEFORE_REPORT',
  values: { day: formatCivilDay(civilDayOf(since)) },
});
