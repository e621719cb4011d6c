import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../failure.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { SearchLimit } from '../person/search-limit.port.js';

/** Refusals that come of other people's meetings. */
const TAKEN = ['ROOM_TAKEN', 'TIME_NOT_POSSIBLE'];

/**
 * A try at a time costs as much as a search, whatever comes of it, and leaves its line where it is refused: whoever went on
 * from room to room would learn where somebody else is. The line names neither case nor person, since a family reads its own.
 */
@Injectable()
export class TryTimes {
  constructor(
    private readonly limit: SearchLimit,
    private readonly appender: LedgerAppender,
  ) {}

  /** Fails as TRIES_TOO_MANY at `startsAt`, and as the work does. */
  async run<T>(caller: StaffCaller, work: () => Promise<T>): Promise<T> {
    const wait = await this.limit.spend(caller.staffId);
    if (wait > 0) {
      await this.appender.append(caller, [
        {
          action: 'refuse',
          outcome: 'refuse',
          ground: 'search-limit',
          detail: { deed: 'try-time', waitSeconds: wait },
        },
      ]);
      const values = { minutes: Math.ceil(wait / 60) };
      throw new InvalidInput([{ field: 'startsAt', code: 'TRIES_TOO_MANY', values }]);
    }
    try {
      return await work();
    } catch (refused) {
      const fault = refused instanceof InvalidInput && refused.faults.find(({ code }) => TAKEN.includes(code));
      if (fault)
        await this.appender.append(caller, [
          { action: 'refuse', outcome: 'refuse', detail: { deed: 'try-time', field: fault.field } },
        ]);
      throw refused;
    }
  }
}
