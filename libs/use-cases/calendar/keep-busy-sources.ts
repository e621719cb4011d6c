import { Injectable } from '@nestjs/common';
import { busyWithin, MOST_SOURCES, readingWindow, readSourceAddress } from '#domain/calendar/busy-source.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { BusySourceStore, type BusySource } from './busy-source.port.js';
import { BusyReader } from './calendar-reading.port.js';

/** One's own calendars, of which Samnav keeps when one is busy: others learn whether one can, and nothing of what one does. */
@Injectable()
export class KeepBusySources {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
    private readonly reader: BusyReader,
  ) {}

  list(caller: StaffCaller): Promise<readonly BusySource[]> {
    return this.asCaller.run(caller, (tx) => tx.of(BusySourceStore).findOwn());
  }

  /** Fails by the field where the text is no calendar, and as TOO_MANY_SOURCES. */
  async addFile(caller: StaffCaller, text: string): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      await requireRoom(tx);
      const window = readingWindow(tx.now.getTime());
      const read = this.reader.read(text, window);
      if (read.outcome === 'fault')
        throw new InvalidInput([
          { field: 'text', code: read.fault === 'too-large' ? 'CALENDAR_TOO_LARGE' : 'NOT_A_CALENDAR' },
        ]);
      const id = tx.newId();
      await tx
        .of(BusySourceStore)
        .addFile(id, { busy: busyWithin(read.busy, window), coversUntil: new Date(window.until) });
      await note(tx, 'busy-source-added', id);
    });
  }

  /** It is read by the worker within moments, and then again and again. Fails by the field where it is no secure address. */
  async addAddress(caller: StaffCaller, address: string): Promise<void> {
    const read = readSourceAddress(address);
    if (read.outcome === 'refused') throw new InvalidInput([{ field: 'address', code: read.code }]);
    await this.asCaller.run(caller, async (tx) => {
      await requireRoom(tx);
      const id = tx.newId();
      const sealed = this.tokens.seal(read.url).toString('base64');
      await tx.of(BusySourceStore).addAddress({ id, address: sealed, host: read.host, nextReadAt: tx.now });
      await tx
        .of(OutboxStore)
        .put([{ topic: 'job:read-calendar', payload: { sourceId: id, at: tx.now.toISOString() } }]);
      await note(tx, 'busy-source-added', id);
    });
  }

  /** What was read from it goes with it. */
  async remove(caller: StaffCaller, id: string): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(BusySourceStore).remove(id))) throw notFound();
      await note(tx, 'busy-source-removed', id);
    });
  }
}

async function requireRoom(tx: CallerTransaction): Promise<void> {
  if ((await tx.of(BusySourceStore).findOwn()).length >= MOST_SOURCES)
    throw new Failure('TOO_MANY_SOURCES', null, { most: MOST_SOURCES });
}

const note = (tx: CallerTransaction, deed: string, sourceId: string): Promise<void> =>
  tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', detail: { deed, sourceId } }]);
