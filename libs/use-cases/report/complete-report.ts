import { Injectable } from '@nestjs/common';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { asAnswered, type AnsweredInstrument } from '#domain/report/answered-instrument.js';
import { readReceipt } from '#domain/report/receipt.js';
import { LONGEST_CONTENT } from '#domain/report/report-faults.js';
import { isReporterKind } from '#domain/report/reporter.js';
import { Failure, InvalidInput, type FieldFault } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { PersonStore } from '../person/person.port.js';
import { ShareStore } from '../share/share.port.js';
import { caseNews } from './case-news.js';
import { requireCase } from './require-case.js';
import { readFactors, type FactorWritten } from './read-reported-child.js';
import { giveToIntake } from './receive-report.js';
import { isClientKey } from './report-form.js';
import {
  ReportStore,
  type CompletionSent,
  type Intake,
  type ReportChildFacts,
  type ReportFacts,
} from './report.port.js';
import { reporterInstrument } from './town-instruments.js';

export interface CompletionWritten {
  /** Sent again under the same key, it is added once. */
  readonly clientKey: string;
  /** As it stands on the receipt, however it is typed. */
  readonly receipt: string;
  /** Which child of the report, from 1. */
  readonly child: number;
  /** Of a case that one works on: its child, whatever the number. */
  readonly caseId?: string | null;
  readonly content: string;
  readonly whereabouts: string;
  readonly factors: readonly FactorWritten[];
}

export interface CompletionReceived {
  readonly receipt: string;
  readonly at: Date;
  /** False when other words had come under the key: what was changed since is nowhere. */
  readonly wordsArrived: boolean;
}

interface Completed {
  readonly report: ReportFacts;
  readonly child: ReportChildFacts;
  readonly intake: Intake;
}

/**
 * Adds to a report that was made before, by its receipt: the reporter, a school, social services. Whoever adds gives and
 * learns nothing back, not even whether anyone else has added (SoL 19:1; Check:IRK completed by others [S1 Örebro]).
 */
@Injectable()
export class CompleteReport {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
    private readonly lookup: LookupHash,
  ) {}

  run(caller: StaffCaller, written: CompletionWritten): Promise<CompletionReceived> {
    if (!isReporterKind(caller.house.kind)) throw new Failure('NOT_A_REPORTER');
    return this.asCaller.run(caller, async (tx) => {
      if (!isClientKey(written.clientKey)) throw new InvalidInput([{ field: 'clientKey', code: 'BAD_REQUEST' }]);
      const { clientKey } = written;
      const contentMark = this.lookup.ofReport(clientKey, allThatIsSaid(written));
      const sent = { by: caller.staffId, clientKey, contentMark };
      const before = await tx.asService('reception', (s) => s.of(ReportStore).findCompletion(sent.by, clientKey));
      if (before) {
        const { receipt, at } = before;
        return { receipt, at, wordsArrived: before.contentMark.equals(contentMark) };
      }
      const faults: FieldFault[] = [];
      const instrument = await reporterInstrument(tx, caller.municipalityId);
      const factors = readFactors(written.factors, 'factors', writtenHouse(caller.house), faults, instrument);
      for (const field of ['content', 'whereabouts'] as const)
        if (written[field].length > LONGEST_CONTENT)
          faults.push({ field, code: 'TOO_LONG', values: { most: LONGEST_CONTENT } });
      const texts = [written.content, written.whereabouts].some((text) => text.trim() !== '');
      if (!texts && factors.length === 0) faults.push({ field: 'content', code: 'NOTHING_ADDED' });
      const found = await find(tx, caller, written, faults);
      if (!found || faults.length > 0) throw new InvalidInput(faults);
      await this.give(tx, caller, found, { ...written, answered: asAnswered(instrument, factors), sent });
      return { receipt: found.report.receipt, at: tx.now, wordsArrived: true };
    });
  }

  /** Whoever works on the case now, which may long have left the queue. */
  private async tellWorking(
    tx: CallerTransaction,
    caller: StaffCaller,
    { caseId, branchId }: { readonly caseId: string; readonly branchId: string },
  ): Promise<void> {
    const working = await tx.asService('reception', (s) => s.of(ShareStore).findWorking([caseId]));
    const staffIds = working.filter((one) => one.branchId === branchId).map(({ staffId }) => staffId);
    await notify(tx, {
      staffIds: staffIds.filter((id) => id !== caller.staffId),
      kind: 'report-completed',
      effectKey: `case:${caseId}:completed:${tx.newId()}`,
      caseId,
    });
  }

  private async give(
    tx: CallerTransaction,
    caller: StaffCaller,
    { report, child, intake }: Completed,
    said: Pick<CompletionWritten, 'content' | 'whereabouts'> & {
      readonly answered: AnsweredInstrument;
      readonly sent: CompletionSent;
    },
  ): Promise<void> {
    const caseId = child.receivedCaseId;
    // For a colleague in the same house the assignment lasts as long as the writing: they have no need to read on.
    const inHouse = caller.branchId === report.branchId;
    const assignmentId = tx.newId();
    const subject = await tx.asService('reception', async (s) => {
      await s.of(ReportStore).assign({
        id: assignmentId,
        caseId,
        branchId: caller.branchId,
        unitId: null,
        staffId: caller.staffId,
        reason: 'completion',
      });
      return s.of(PersonStore).findSubject(child.personId);
    });
    if (!subject) throw new Error(`person ${child.personId} is not there`);
    const part = { caller, intake, caseId, child: subject };
    const itemIds: string[] = [];
    const answers = said.answered.answers.length > 0;
    if (said.content.trim() !== '' || answers)
      itemIds.push(
        await giveToIntake(tx, this.seal, {
          ...part,
          category: said.content.trim() === '' ? 'assessment-results' : 'report-content',
          revealsPlace: false,
          content: {
            text: said.content.trim(),
            ...(answers ? { data: { ...said.answered } } : {}),
          },
        }),
      );
    if (said.whereabouts.trim() !== '')
      itemIds.push(
        await giveToIntake(tx, this.seal, {
          ...part,
          category: 'whereabouts',
          revealsPlace: true,
          content: { text: said.whereabouts.trim() },
        }),
      );
    await tx.asService('reception', (s) =>
      s.of(ReportStore).addItems(
        itemIds.map((itemId, at) => ({
          reportId: report.id,
          caseId,
          itemId,
          kind: 'completion' as const,
          ...(at === 0 ? { sent: said.sent } : {}),
        })),
      ),
    );
    // The deed itself, whoever did it: what passes no border between houses leaves no disclosure to be read of instead.
    await tx.of(LedgerStore).record([
      {
        action: 'change',
        outcome: 'done',
        caseId,
        personId: child.personId,
        purpose: 'report-concern',
        detail: { report: report.id, deed: 'report-completed' },
      },
    ]);
    if (inHouse) await tx.of(ReportStore).endAssignment(assignmentId);
    await this.tellWorking(tx, caller, { caseId: child.caseId, branchId: report.branchId });
    await tx.of(OutboxStore).put(caseNews(child.caseId, { queue: report.branchId }));
  }
}

/** In one order: only what somebody wrote or chose. */
function allThatIsSaid({ receipt, child, caseId, content, whereabouts, factors }: CompletionWritten): string {
  const answers = factors.map(({ factor, answer, reasons }) => [factor, answer, reasons]);
  return JSON.stringify([receipt, caseId ?? child, content, whereabouts, answers]);
}

async function find(
  tx: CallerTransaction,
  caller: StaffCaller,
  written: CompletionWritten,
  faults: FieldFault[],
): Promise<Completed | null> {
  const receipt = readReceipt(written.receipt);
  const [report, intake] = await tx.asService('reception', async (s) => [
    receipt === undefined ? undefined : await s.of(ReportStore).findByReceipt(caller.municipalityId, receipt),
    await s.of(ReportStore).findIntake(caller.municipalityId),
  ]);
  if (!intake) throw new Failure('NO_INTAKE_UNIT');
  if (!report) {
    faults.push({ field: 'receipt', code: 'RECEIPT_UNKNOWN' });
    return null;
  }
  const on = written.caseId ? await requireCase(tx, written.caseId) : null;
  const child = report.children.find(({ position, caseId }) => (on ? caseId === on.id : position === written.child));
  if (!child) {
    faults.push({ field: 'child', code: 'RECEIPT_CHILD_UNKNOWN' });
    return null;
  }
  return { report, child, intake };
}
