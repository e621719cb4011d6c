import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerAppender } from './ledger-appender.port.js';

/** Writes that someone asked for what their role does not allow (ASVS 16.3.2). */
@Injectable()
export class RecordDenial {
  constructor(private readonly appender: LedgerAppender) {}

  run(caller: StaffCaller, wanted: string): Promise<void> {
    return this.appender.append(caller, [
      { action: 'refuse', outcome: 'refuse', ground: 'role', detail: { capability: wanted, role: caller.role } },
    ]);
  }
}
