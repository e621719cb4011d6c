import { Injectable } from '@nestjs/common';
import { GRADE_DEADLINES } from '#domain/report/grading.js';
import { decideSeparation, type SeparationDecision } from '#domain/report/separating.js';
import { resumeDeadlines } from '../deadline/resume-deadlines.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { Failure, InvalidInput, notFound, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { HubStore } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { CaseStore, type CaseFacts, type StandingJoinRow } from './case.port.js';
import { HUB_GRADES, startGradeDeadline } from './grade-deadline.js';
import { caseNews } from './case-news.js';
import { moveFeedback } from './move-feedback.js';
import { ReportStore } from './report.port.js';
import { intakeUnitOf, reportStateOf } from './step-on-case.js';

export interface SeparationWritten {
  /** The case that carries on now. */
  readonly caseId: string;
  readonly joinedCaseId: string;
  /** Of the case that carries on. */
  readonly expectedVersion: number;
  readonly reasons: string;
}

interface Separating {
  readonly lead: CaseFacts;
  readonly joined: CaseFacts;
  readonly join: StandingJoinRow;
  readonly decision: Extract<SeparationDecision, { outcome: 'separated' }>;
}

/** Times of grades that a lead owes in a joined case's stead. */
const LENT = [GRADE_DEADLINES.green, ...HUB_GRADES.map((grade) => GRADE_DEADLINES[grade])];
const LONGEST = 5_000;
const CODES = { 'not-joined-here': 'NOT_JOINED_HERE', 'lead-decided': 'SEPARATION_TOO_LATE' } as const;

/**
 * Undoes a join that was a mistake: the case comes back to the queue with its own reports, grade and times, counted from
 * its own receipt, and the case it was taken out of keeps what is its own (SoL 20:1–2).
 */
@Injectable()
export class SeparateReports {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(
    caller: StaffCaller,
    written: SeparationWritten,
  ): Promise<{ readonly caseId: string; readonly joinedId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const separating = await prepare(tx, written);
      const { lead, joined, join, decision } = separating;
      const itemId = await this.reasons(tx, joined, written.reasons);
      const leadItemId = await this.reasons(tx, lead, written.reasons);
      await tx.of(CaseStore).separate({ joinId: join.id, leadId: lead.id, joinedId: joined.id, itemId, leadItemId });
      const ownerUnitId = await intakeUnitOf(tx, lead.municipalityId);
      await returnTimes(tx, separating, ownerUnitId);
      await tx.of(ReportStore).returnChildren(decision.leaving, joined.id);
      const reportIds = (await tx.of(ReportStore).findOfCase(joined.id)).map(({ id }) => id);
      await moveFeedback(tx, { from: lead.id, to: joined.id, reportIds });
      await setLeadGrade(tx, separating);
      // Last: whoever works on it only through the lead has from here on no part in it.
      const [first, ...along] = [joined.id, ...decision.leaving.filter((id) => id !== joined.id)] as const;
      await tx.of(CaseStore).leaveLead([first, ...along], decision.state);
      await record(tx, separating, { itemId, leadItemId });
      return { caseId: lead.id, joinedId: joined.id };
    });
  }

  /** In each of the two files, since neither's readers are the other's. */
  private reasons(tx: CallerTransaction, file: CaseFacts, reasons: string): Promise<string> {
    return this.seal.item(tx, {
      caseId: file.id,
      category: 'assessment-results',
      form: 'none',
      phase: file.phase,
      subjectIds: [file.personId],
      content: { text: reasons.trim() },
    });
  }
}

async function prepare(tx: CallerTransaction, written: SeparationWritten): Promise<Separating> {
  const cases = tx.of(CaseStore);
  // Locked in the order of their ids, as joining does, so that two people never wait for each other.
  const found = new Map<string, CaseFacts>();
  for (const id of [...new Set([written.caseId, written.joinedCaseId])].sort()) {
    const file = await cases.findForChange(id);
    if (file) found.set(id, file);
  }
  const lead = found.get(written.caseId);
  const joined = found.get(written.joinedCaseId);
  if (!lead || !joined) throw notFound();
  if (lead.version !== written.expectedVersion) throw new Failure('CONFLICT');
  const joins = await cases.findStandingJoins(lead.id);
  const decision = decideSeparation({
    lead: {
      id: lead.id,
      state: reportStateOf(lead),
      grade: lead.grade,
      grading: lead.lastGrading && { grade: lead.lastGrading.grade, at: lead.lastGrading.at.getTime() },
    },
    joined: {
      id: joined.id,
      state: reportStateOf(joined),
      joinedInto: joined.joinedInto,
      grade: joined.grade,
      hubIsOpen: ((await tx.of(HubStore).findCase(joined.id))?.openHubId ?? null) !== null,
    },
    joins: joins.map(({ joinedId, underId, joinedAt, grade }) => ({
      joined: joinedId,
      under: underId,
      joinedAt: joinedAt.getTime(),
      grade,
    })),
  });
  const join = joins.find(({ joinedId }) => joinedId === joined.id);
  if (decision.outcome === 'refused' || !join)
    throw new Failure(decision.outcome === 'refused' ? CODES[decision.code] : CODES['not-joined-here']);
  const faults: FieldFault[] = [];
  if (written.reasons.trim() === '') faults.push({ field: 'reasons', code: 'REASONS_MISSING' });
  if (written.reasons.length > LONGEST) faults.push({ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST } });
  if (faults.length > 0) throw new InvalidInput(faults);
  return { lead, joined, join, decision };
}

/**
 * The case owes again what the join lifted, from where each time began; the lead no longer owes it in its stead. What was
 * judged of both as one is no protection assessment of this one, so one that it had not made itself is owed (SoL 20:1).
 */
async function returnTimes(
  tx: CallerTransaction,
  { lead, joined, join, decision }: Separating,
  ownerUnitId: string,
): Promise<void> {
  for (const aboutId of decision.leaving)
    for (const kind of ['protection-assessment', ...LENT] as const)
      await settleDeadline(tx, { kind, caseId: lead.id, aboutId, outcome: 'void', reason: 'separated' });
  await resumeDeadlines(tx, { caseId: joined.id, reason: 'joined', since: join.joinedAt, ownerUnitId });
}

async function setLeadGrade(tx: CallerTransaction, { lead, decision }: Separating): Promise<void> {
  const grade = decision.leadGrade;
  await tx.of(CaseStore).setGrade(lead.id, grade, grade === null && lead.state === 'graded' ? 'received' : lead.state);
  if (grade !== lead.grade) await startGradeDeadline(tx, lead, grade, lead.lastGrading?.at ?? tx.now);
}

async function record(
  tx: CallerTransaction,
  { lead, joined }: Separating,
  { itemId, leadItemId }: { readonly itemId: string; readonly leadItemId: string },
): Promise<void> {
  const deed = 'separated';
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: lead.id,
      personId: lead.personId,
      itemId: leadItemId,
      detail: { deed, separatedCase: joined.id },
    },
    {
      action: 'change',
      outcome: 'done',
      caseId: joined.id,
      personId: joined.personId,
      itemId,
      detail: { deed, fromCase: lead.id },
    },
  ]);
  await tx.of(OutboxStore).put([lead, joined].flatMap(({ id, branchId }) => caseNews(id, { queue: branchId })));
}
