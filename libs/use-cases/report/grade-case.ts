import { Injectable } from '@nestjs/common';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { decideGrading, GRADES, type Grade, type Grading } from '#domain/report/grading.js';
import { asAnswered } from '#domain/report/answered-instrument.js';
import type { Instrument } from '#domain/report/instrument.js';
import { InvalidInput, type FieldFault } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { CaseStore, type CaseFacts } from './case.port.js';
import { caseNews } from './case-news.js';
import { startGradeDeadline } from './grade-deadline.js';
import { readFactors, type FactorWritten } from './read-reported-child.js';
import { caseForStep } from './step-on-case.js';
import { instrumentsOf } from './town-instruments.js';

export interface GradingWritten {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly grade: string;
  readonly reasons: string;
  readonly instrument: string;
  readonly factors: readonly FactorWritten[];
}

export interface Graded {
  readonly caseId: string;
  readonly grade: Grade;
  readonly change: 'first' | 'confirmed' | 'raised' | 'lowered';
}

const LONGEST = 10_000;
/** By field, since reasons are missing of the grade or of a factor; the factors were read before. */
const CODES: Readonly<Record<string, string>> = { grade: 'GRADE_MISSING', reasons: 'REASONS_MISSING' };

/**
 * A person grades with reasons; an instrument's answers are kept beside it and never counted. Red and orange start their
 * hours at the grading, green keeps to the fourteen days that have run since the report ([S0]; SoL 20:2).
 */
@Injectable()
export class GradeCase {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, written: GradingWritten): Promise<Graded> {
    return this.asCaller.run(caller, async (tx) => {
      const file = await caseForStep(tx, written.caseId, 'grade', written.expectedVersion);
      const instrument = (await instrumentsOf(tx, file.municipalityId)).find(({ id }) => id === written.instrument);
      if (!instrument) throw new InvalidInput([{ field: 'instrument', code: 'CHOOSE_ONE' }]);
      const { grading, change } = decide(caller, written, file, instrument, tx.now);
      const itemId = await this.seal.item(tx, {
        caseId: file.id,
        category: 'assessment-results',
        form: 'none',
        phase: file.phase,
        subjectIds: [file.personId],
        content: { text: grading.reasons, data: { ...asAnswered(instrument, grading.answers) } },
      });
      await tx.of(CaseStore).addGrading({
        id: tx.newId(),
        caseId: file.id,
        grade: grading.grade,
        instrument: instrument.id,
        itemId,
        supersedes: file.lastGrading?.id ?? null,
      });
      await tx.of(CaseStore).setGrade(file.id, grading.grade, file.state === 'received' ? 'graded' : file.state);
      if (file.grade !== grading.grade) await startGradeDeadline(tx, file, grading.grade, tx.now);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: file.id,
          personId: file.personId,
          itemId,
          detail: { deed: 'graded', grade: grading.grade, change },
        },
      ]);
      await tx.of(OutboxStore).put(caseNews(file.id, { queue: file.branchId }));
      return { caseId: file.id, grade: grading.grade, change };
    });
  }
}

function decide(
  caller: StaffCaller,
  written: GradingWritten,
  file: CaseFacts,
  instrument: Instrument,
  now: Date,
): { grading: Grading; change: Graded['change'] } {
  const faults: FieldFault[] = [];
  const answers = readFactors(written.factors, 'factors', writtenHouse(caller.house), faults, instrument);
  if (written.reasons.length > LONGEST) faults.push({ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST } });
  const last = file.lastGrading;
  const decision = decideGrading(
    {
      grade: GRADES.find((grade) => grade === written.grade) ?? null,
      reasons: written.reasons,
      by: caller.staffId,
      at: now.getTime(),
      instrument,
      answers,
    },
    last
      ? [
          {
            grade: last.grade,
            by: last.by,
            at: last.at.getTime(),
            reasons: '',
            instrument: { id: '', version: 0 },
            answers: [],
          },
        ]
      : [],
  );
  if (decision.outcome === 'refused')
    faults.push(...decision.faults.flatMap(({ field }) => (CODES[field] ? [{ field, code: CODES[field] }] : [])));
  if (faults.length > 0 || decision.outcome === 'refused') throw new InvalidInput(faults);
  return { grading: decision.grading, change: decision.change };
}
