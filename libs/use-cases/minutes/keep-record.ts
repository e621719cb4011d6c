import { Injectable } from '@nestjs/common';
import { formatCivilDay, parseCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { Failure, InvalidInput } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { FormFaults } from '../organisation/form-faults.js';
import { MinutesStore } from './minutes.port.js';
import { requireMeeting } from './require-meeting.js';

export interface RecordWritten {
  readonly hubId: string;
  readonly diaryNumber: string;
  /** `2026-11-28` */
  readonly registeredOn: string;
  readonly keepYears: number;
  /** As it was read; 0 where there was none. */
  readonly expectedVersion: number;
}

const LONGEST_NUMBER = 60;
const MOST_YEARS = 100;

/** Under which number and for how long the own agency keeps its record of a meeting: no other agency sees it (OSL 5:1-2). */
@Injectable()
export class KeepRecord {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, written: RecordWritten): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const hub = await requireMeeting(tx, written.hubId);
      if (hub.state !== 'closed') throw new Failure('MEETING_NOT_HELD');
      const faults = new FormFaults();
      const diaryNumber = faults.words('diaryNumber', written.diaryNumber, LONGEST_NUMBER);
      const day = parseCivilDay(written.registeredOn);
      if (day === undefined) faults.add('registeredOn', 'DATE_MISSING');
      else if (day > civilDayOf(tx.now.getTime())) faults.add('registeredOn', 'DATE_TO_COME');
      if (!Number.isInteger(written.keepYears) || written.keepYears < 1 || written.keepYears > MOST_YEARS)
        faults.add('keepYears', 'YEARS_UNLIKELY', { most: MOST_YEARS });
      faults.tell();
      if (day === undefined) throw new InvalidInput([{ field: 'registeredOn', code: 'DATE_MISSING' }]);
      const kept = await tx.of(MinutesStore).keepRecord(hub.id, {
        id: tx.newId(),
        branchId: caller.branchId,
        diaryNumber,
        registeredOn: formatCivilDay(day),
        keepYears: written.keepYears,
        version: written.expectedVersion,
      });
      if (!kept) throw new Failure('CONFLICT');
      await tx
        .of(LedgerStore)
        .record([
          { action: 'change', outcome: 'done', caseId: hub.caseId, detail: { hubId: hub.id, record: 'registered' } },
        ]);
    });
  }
}
