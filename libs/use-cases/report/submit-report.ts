import { Injectable } from '@nestjs/common';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { isReporterKind } from '#domain/report/reporter.js';
import { Failure } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { PersonNumberReader } from '../person/person-number-reader.port.js';
import { ReceiveReport, type Receipt } from './receive-report.js';
import { reporterInstrument } from './town-instruments.js';
import { readReport, type ReportWritten } from './report-form.js';

export interface SubmittedReport extends ReportWritten {
  readonly wantsFeedback: boolean;
}

/** A member of staff reports a concern for one or several children, in their own house's name (SoL 19:1). */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly reader: PersonNumberReader,
    private readonly receive: ReceiveReport,
  ) {}

  run(caller: StaffCaller, written: SubmittedReport): Promise<Receipt> {
    return this.asCaller.run(caller, async (tx) => {
      const { kind } = caller.house;
      if (!isReporterKind(kind)) throw new Failure('NOT_A_REPORTER');
      const instrument = await reporterInstrument(tx, caller.municipalityId);
      const by = writtenHouse(caller.house);
      const form = readReport(written, { reader: this.reader, now: tx.now, by, instrument });
      return this.receive.run(tx, caller, form, {
        channel: 'form',
        reporterKind: kind,
        feedbackWish: written.wantsFeedback ? 'wanted' : 'declined',
        own: true,
        reporter: null,
      });
    });
  }
}
