import { decideReportStep, type ReportState, type ReportStep } from '#domain/report/report-states.js';
import { Failure, notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { CaseStore, type CaseFacts } from './case.port.js';
import { ReportStore } from './report.port.js';

const STATES: Readonly<Record<CaseFacts['state'], ReportState>> = {
  received: 'received',
  graded: 'graded',
  'in-hub': 'in-hub',
  investigation: 'handed-over',
  closed: 'closed-without-action',
  joined: 'joined',
};

export const reportStateOf = (file: CaseFacts): ReportState =>
  file.state === 'received' && file.protectionAssessed ? 'assessed' : STATES[file.state];

/** The case, locked, if this step can be taken from where it stands; a version that has moved on is a conflict. */
export async function caseForStep(
  tx: CallerTransaction,
  caseId: string,
  step: ReportStep,
  expectedVersion: number | null,
): Promise<CaseFacts> {
  const file = await tx.of(CaseStore).findForChange(caseId);
  if (!file) throw notFound();
  if (expectedVersion !== null && file.version !== expectedVersion) throw new Failure('CONFLICT');
  const decision = decideReportStep(
    { state: reportStateOf(file), protectionAssessed: file.protectionAssessed, grade: file.grade },
    step,
  );
  if (decision.outcome === 'refused') throw new Failure('STEP_NOT_POSSIBLE');
  return file;
}

/** The unit that owns a case's deadlines until it is handed over. */
export async function intakeUnitOf(tx: CallerTransaction, municipalityId: string): Promise<string> {
  const intake = await tx.of(ReportStore).findIntake(municipalityId);
  if (!intake) throw new Failure('NO_INTAKE_UNIT');
  return intake.unitId;
}
