import { Injectable } from '@nestjs/common';
import { GRADE_DEADLINES, GRADES, mostUrgent } from '#domain/report/grading.js';
import { decideJoin } from '#domain/report/joining.js';
import { DeadlineStore } from '../deadline/deadline.port.js';
import { openDeadline } from '../deadline/open-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { Failure, InvalidInput, notFound, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { CaseStore, type CaseFacts } from './case.port.js';
import { endWithCase } from './end-with-case.js';
import { carryGradeHours, owedHours } from './grade-deadline.js';
import { caseNews } from './case-news.js';
import { moveFeedback } from './move-feedback.js';
import { ReportStore } from './report.port.js';
import { intakeUnitOf, reportStateOf } from './step-on-case.js';

export interface JoiningWritten {
  readonly caseId: string;
  readonly otherCaseId: string;
  readonly expectedVersion: number;
  readonly reasons: string;
}

const LONGEST = 5_000;
const CODES = {
  'same-report': 'SAME_CASE',
  'no-child-in-common': 'NO_CHILD_IN_COMMON',
  'not-open': 'CASE_NOT_OPEN',
} as const;

/** Two open cases of one child become one; each report keeps its content, its reporter and its right to feedback (SoL 19:6, 20:2). */
@Injectable()
export class JoinReports {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  /** Answers the case that carries on. */
  run(caller: StaffCaller, written: JoiningWritten): Promise<{ readonly caseId: string; readonly joinedId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const [lead, joined] = await choose(tx, written);
      const itemId = await this.seal.item(tx, {
        caseId: lead.id,
        category: 'assessment-results',
        form: 'none',
        phase: lead.phase,
        subjectIds: [lead.personId],
        content: { text: written.reasons.trim() },
      });
      await moveDeadlines(tx, lead, joined);
      await tx.of(ReportStore).moveChildren(joined.id, lead.id);
      await endWithCase(tx, joined.id);
      await tx.of(CaseStore).join({ id: tx.newId(), leadId: lead.id, joinedId: joined.id, itemId });
      const grade = mostUrgent([lead.grade, joined.grade].filter((one) => one !== null));
      if (grade !== null && grade !== lead.grade)
        await tx.of(CaseStore).setGrade(lead.id, grade, lead.state === 'received' ? 'graded' : lead.state);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: lead.id,
          personId: lead.personId,
          itemId,
          detail: { deed: 'joined', joinedCase: joined.id },
        },
      ]);
      await tx
        .of(OutboxStore)
        .put([lead.id, joined.id].flatMap((caseId) => caseNews(caseId, { queue: lead.branchId })));
      return { caseId: lead.id, joinedId: joined.id };
    });
  }
}

async function choose(tx: CallerTransaction, written: JoiningWritten): Promise<[CaseFacts, CaseFacts]> {
  const faults: FieldFault[] = [];
  if (written.reasons.trim() === '') faults.push({ field: 'reasons', code: 'REASONS_MISSING' });
  if (written.reasons.length > LONGEST) faults.push({ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST } });
  // Locked in the order of their ids, so that two people joining the same two never wait for each other.
  const found = new Map<string, CaseFacts>();
  for (const id of [...new Set([written.caseId, written.otherCaseId])].sort()) {
    const file = await tx.of(CaseStore).findForChange(id);
    if (file) found.set(id, file);
  }
  const own = found.get(written.caseId);
  const other = found.get(written.otherCaseId);
  if (!own) throw notFound();
  if (!other) throw new InvalidInput([...faults, { field: 'otherCaseId', code: 'NOT_FOUND' }]);
  if (own.version !== written.expectedVersion) throw new Failure('CONFLICT');
  const decision = decideJoin(joinable(own), joinable(other));
  if (decision.outcome === 'refused') faults.push({ field: 'otherCaseId', code: CODES[decision.code] });
  if (faults.length > 0 || decision.outcome === 'refused') throw new InvalidInput(faults);
  return decision.lead === own.id ? [own, other] : [other, own];
}

const joinable = (file: CaseFacts) => ({
  id: file.id,
  children: [file.personId],
  receivedAt: file.receivedAt.getTime(),
  grade: file.grade,
  state: reportStateOf(file),
});

/** The first report sets the clock and the earlier hours stand; a worry that nobody has assessed for protection still has to be, in its own day. */
async function moveDeadlines(tx: CallerTransaction, lead: CaseFacts, joined: CaseFacts): Promise<void> {
  const ownerUnitId = await intakeUnitOf(tx, lead.municipalityId);
  const kind = 'protection-assessment';
  const owed = await tx.of(DeadlineStore).findRunning({ kind, caseId: joined.id });
  const hours = await owedHours(tx, joined.id);
  for (const one of [kind, ...GRADES.map((grade) => GRADE_DEADLINES[grade])] as const)
    await settleDeadline(tx, { kind: one, caseId: joined.id, outcome: 'void', reason: 'joined' });
  // Also those of cases that had been joined into this one before.
  for (const { aboutId, startsAt } of owed)
    await openDeadline(tx, { kind, caseId: lead.id, aboutId: aboutId ?? joined.id, startsAt, ownerUnitId });
  await carryGradeHours(tx, lead, { id: joined.id, owed: hours });
  const reportIds = (await tx.of(ReportStore).findOfCase(joined.id)).map(({ id }) => id);
  await moveFeedback(tx, { from: joined.id, to: lead.id, reportIds });
  if (joined.receivedAt < lead.receivedAt)
    await openDeadline(tx, {
      kind: 'grade-green-assessment',
      caseId: lead.id,
      aboutId: joined.id,
      startsAt: joined.receivedAt,
      ownerUnitId,
    });
}
