import { Injectable } from '@nestjs/common';
import type { Assessment, HouseParty, Subject } from '#domain/disclosure/case.js';
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { DAY } from '#domain/kernel/instant.js';
import { endOfDay } from '#domain/kernel/stockholm.js';
import { CASE_DECISION_KINDS } from '#domain/report/decide-case.js';
import { tellableSince, type FeedbackContent, type Tellable } from '#domain/report/feedback.js';
import { isBoundToReport } from '#domain/report/reporter.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { Failure, InvalidInput, notFound, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonStore } from '../person/person.port.js';
import { CaseDecisionStore } from './case-decision.port.js';
import { CaseStore, type CaseFacts, type ReportOnCase } from './case.port.js';
import { caseNews } from './case-news.js';
import { feedbackToGive, isToldInPerson, readTelling, type Telling } from './feedback-to-give.js';
import { ReportStore, type ReportChildFacts } from './report.port.js';

export interface FeedbackWritten {
  readonly reportId: string;
  readonly caseId: string;
  /** What the officer read that can be told: it is this that they have assessed, and said. */
  readonly content: string;
  /** The criterion of OSL 26:9 a, answered by the officer. */
  readonly notUnsuitable: boolean | null;
  readonly reasons: string;
  /** `phone`, `met`, `letter` or `not-yet`; read only where somebody has to tell the reporter. */
  readonly toldHow: string;
  readonly toldOn: string;
}

export interface FeedbackGiven {
  readonly reportId: string;
  readonly outcome: 'shared' | 'told' | 'unsuitable';
}

interface Feedback {
  readonly caller: StaffCaller;
  readonly file: CaseFacts;
  readonly report: ReportOnCase;
  readonly child: ReportChildFacts;
  readonly reasons: string;
  readonly content: FeedbackContent;
  /** Null where it is shared, or not given. */
  readonly telling: Telling | null;
}

const GROUND = 'OSL 26:9a';
const READABLE_FOR = 90 * DAY;
const LONGEST = 5_000;

/**
 * Tells a reporter who is bound to report which of three things came of it and nothing more, when an officer has assessed
 * that it is not unsuitable (SoL 19:6, OSL 26:9 a). A reporter without a house here is told by the officer, and counts as told
 * only when the officer says how and when. Whether that was in time is decided by the day on which they were told, and not by
 * the day on which it is written down: the hour is not asked, so the time is met as that day ended, or now where it has not.
 */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, written: FeedbackWritten): Promise<FeedbackGiven> {
    return this.asCaller.run(caller, async (tx) => {
      const feedback = await this.prepare(tx, caller, written);
      const outcome = written.notUnsuitable ? await this.tell(tx, feedback) : await this.withhold(tx, feedback);
      const { file, report } = feedback;
      if (!(await tx.of(ReportStore).recordFeedback({ reportId: report.id, caseId: file.id, outcome })))
        throw new Failure('FEEDBACK_GIVEN');
      await settleDeadline(tx, {
        kind: 'report-feedback',
        aboutId: report.id,
        caseId: file.id,
        outcome: outcome === 'unsuitable' ? 'void' : 'met',
        reason: outcome,
        ...(feedback.telling && outcome === 'told' ? { at: toldAt(feedback.telling) } : {}),
      });
      await tx.of(OutboxStore).put(caseNews(file.id, { queue: file.branchId }));
      return { reportId: report.id, outcome };
    });
  }

  private async prepare(tx: CallerTransaction, caller: StaffCaller, written: FeedbackWritten): Promise<Feedback> {
    const file = await tx.of(CaseStore).findForChange(written.caseId);
    if (!file) throw notFound();
    const record = await tx.of(CaseStore).readRecord(file.id);
    const report = record.reports.find(({ id }) => id === written.reportId);
    const child = (await tx.of(ReportStore).findById(written.reportId))?.children.find((one) => one.caseId === file.id);
    if (!report || !child) throw notFound();
    if (!report.wantsFeedback || !isBoundToReport(report.reporterKind)) throw new Failure('FEEDBACK_NOT_WANTED');
    if (report.feedbackGivenAt) throw new Failure('FEEDBACK_GIVEN');
    const content = feedbackToGive(file, report, record);
    if (content === null) throw new Failure('FEEDBACK_TOO_EARLY');
    if (content !== written.content) throw new Failure('FEEDBACK_CHANGED');
    const faults: FieldFault[] = [
      ...(written.notUnsuitable === null ? [{ field: 'notUnsuitable', code: 'CHOOSE_ONE' }] : []),
      ...(written.reasons.trim() === '' ? [{ field: 'reasons', code: 'REASONS_MISSING' }] : []),
      ...(written.reasons.length > LONGEST ? [{ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST } }] : []),
    ];
    const telling =
      written.notUnsuitable && isToldInPerson(file, report)
        ? readTelling(written, { tellable: await tellable(tx, { file, report, content }), now: tx.now }, faults)
        : null;
    if (faults.length > 0) throw new InvalidInput(faults);
    return { caller, file, report, child, reasons: written.reasons.trim(), content, telling };
  }

  private async tell(tx: CallerTransaction, feedback: Feedback): Promise<'shared' | 'told'> {
    const { caller, file, report, child, telling } = feedback;
    const { reporterHouse: house, reporterBranchId: toBranchId } = report;
    const reasonsId = await this.reasons(tx, feedback);
    const itemId = await this.seal.item(tx, {
      caseId: child.receivedCaseId,
      category: 'report-feedback',
      form: 'none',
      phase: 'preliminary',
      reportedBy: house ? writtenHouse(house) : null,
      subjectIds: [file.personId],
      content: {
        text: '',
        data: { feedback: feedback.content, ...(telling ? { toldHow: telling.how, toldOn: telling.on } : {}) },
      },
    });
    await tx
      .of(ReportStore)
      .addItems([{ reportId: report.id, caseId: child.receivedCaseId, itemId, kind: 'feedback' }]);
    if (telling || house === null || toBranchId === null) return 'told';
    const until = new Date(tx.now.getTime() + READABLE_FOR);
    const assessment = {
      ground: GROUND,
      person: file.personId,
      from: writtenHouse(caller.house),
      to: writtenHouse(house),
      categories: ['report-feedback'],
      criteria: { notUnsuitable: true },
    } as const;
    await tx.of(CaseStore).addAssessment({
      id: tx.newId(),
      caseId: child.receivedCaseId,
      ...assessment,
      personId: file.personId,
      toBranchId,
      itemId: reasonsId,
      until,
    });
    const subject = await tx.of(PersonStore).findSubject(file.personId);
    const decision = decide(
      { from: caller.house, to: house, subject, assessment },
      { at: tx.now, until, by: { name: caller.staffId, role: caller.role } },
    );
    await tx.of(LedgerStore).record([
      {
        action: decision.outcome === 'release' ? 'disclose' : 'refuse',
        outcome: decision.outcome,
        caseId: file.id,
        personId: file.personId,
        itemId,
        itemVersion: 1,
        purpose: 'feedback',
        ground: decision.ground,
        detail: { toBranch: toBranchId },
      },
    ]);
    if (decision.outcome !== 'release') throw new Failure('FEEDBACK_NOT_WANTED');
    await tx.of(ItemStore).share({ itemId, toBranchId, purpose: 'feedback', ground: decision.ground, until });
    return 'shared';
  }

  private async withhold(tx: CallerTransaction, feedback: Feedback): Promise<'unsuitable'> {
    await this.reasons(tx, feedback);
    return 'unsuitable';
  }

  private async reasons(tx: CallerTransaction, { file, report, reasons }: Feedback): Promise<string> {
    const itemId = await this.seal.item(tx, {
      caseId: file.id,
      category: 'assessment-results',
      form: 'none',
      phase: file.phase,
      subjectIds: [file.personId],
      content: { text: reasons },
    });
    await tx.of(LedgerStore).record([
      {
        action: 'change',
        outcome: 'done',
        caseId: file.id,
        personId: file.personId,
        itemId,
        detail: { deed: 'feedback-assessed', report: report.id },
      },
    ]);
    return itemId;
  }
}

/** A time that ended within the day is not known to be kept, and is not taken for kept. */
const toldAt = ({ day }: Telling): Date => new Date(endOfDay(day) - 1);

/** The newest decision on whether to investigate is the one that is told. */
async function tellable(
  tx: CallerTransaction,
  { file, report, content }: Pick<Feedback, 'file' | 'report' | 'content'>,
): Promise<Tellable> {
  const decisions = await tx.of(CaseDecisionStore).findDecisions(file.id);
  const decided = decisions.find(({ kind }) => CASE_DECISION_KINDS.some((known) => known === kind));
  return tellableSince({
    content,
    receivedAt: report.receivedAt.getTime(),
    decidedAt: decided?.at.getTime() ?? null,
  });
}

function decide(
  of: {
    readonly from: HouseParty;
    readonly to: HouseParty;
    readonly subject: Subject | undefined;
    readonly assessment: Omit<Assessment, 'at' | 'until' | 'by'>;
  },
  made: { readonly at: Date; readonly until: Date; readonly by: Assessment['by'] },
) {
  const asOf = made.at.getTime();
  return decideDisclosure({
    asOf,
    from: of.from,
    to: of.to,
    subjects: of.subject ? [of.subject] : [],
    category: 'report-feedback',
    personData: true,
    form: 'none',
    phase: 'preliminary',
    purpose: 'feedback',
    recipientAssigned: true,
    recipientNamed: false,
    revealsPlace: false,
    reportedBy: writtenHouse(of.to),
    consents: [],
    assessments: [{ ...of.assessment, by: made.by, at: asOf, until: made.until.getTime() }],
  });
}
