import { Injectable } from '@nestjs/common';
import {
  busyWithin,
  nextReading,
  READING_TAKES,
  readingWindow,
  type SourceFault,
} from '#domain/calendar/busy-source.js';
import type { Stretch } from '#domain/calendar/stretch.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { dueJob } from '../outbox/due-job.js';
import { JobQueue } from '../outbox/job-queue.port.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { BusySourceStore } from './busy-source.port.js';
import { BusyReader, CalendarFetcher } from './calendar-reading.port.js';

const AHEAD = 3 * MINUTE;
const BATCH = 500;

type Read =
  | { readonly outcome: 'read'; readonly busy: readonly Stretch[] }
  | { readonly outcome: 'fault'; readonly fault: SourceFault };

/** Fetches one calendar and keeps when its owner is busy; what was known before stays when it cannot be read. */
@Injectable()
export class ReadBusySource {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly fetcher: CalendarFetcher,
    private readonly reader: BusyReader,
    private readonly tokens: SessionTokens,
  ) {}

  async run(caller: ServiceCaller, sourceId: string): Promise<'read' | 'not-read' | 'nothing'> {
    const claimed = await this.asCaller.run(caller, async (tx) => ({
      source: await tx.of(BusySourceStore).claim(sourceId, new Date(tx.now.getTime() + READING_TAKES)),
      window: readingWindow(tx.now.getTime()),
    }));
    const { source, window } = claimed;
    if (!source) return 'nothing';
    const read = await this.read(source.address, window);
    return this.asCaller.run(caller, async (tx) => {
      const sources = tx.of(BusySourceStore);
      const next = (faults: number): Date => new Date(nextReading(tx.now.getTime(), faults));
      if (read.outcome === 'fault') {
        await sources.wasNotRead(sourceId, read.fault, next(source.tries + 1));
        return 'not-read';
      }
      const times = { busy: busyWithin(read.busy, window), coversUntil: new Date(window.until) };
      await sources.wasRead(sourceId, times, next(0));
      return 'read';
    });
  }

  private async read(sealed: string, window: Stretch): Promise<Read> {
    const address = this.tokens.unseal(Buffer.from(sealed, 'base64'));
    if (address === null) return { outcome: 'fault', fault: 'not-found' };
    const fetched = await this.fetcher.fetch(address);
    return fetched.outcome === 'fault' ? fetched : this.reader.read(fetched.text, window);
  }
}

/** Hands every calendar whose time has come to the queue; one that is there already stays the same job. */
@Injectable()
export class ReconcileBusySources implements DueWorkKind {
  readonly name = 'busy-sources';
  readonly service = 'calendars';

  constructor(
    private readonly asCaller: AsCaller,
    private readonly queue: JobQueue,
  ) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    const { now, due } = await this.asCaller.run(caller, async (tx) => {
      const instant = tx.now.getTime();
      return { now: instant, due: await tx.of(BusySourceStore).findDue(new Date(instant + AHEAD), BATCH) };
    });
    await this.queue.hand(
      due.map((one) =>
        dueJob({ prefix: 'read-calendar', name: 'read-calendar', payload: { sourceId: one.id } }, one, now),
      ),
    );
    return due.filter(({ at }) => at.getTime() <= now).length;
  }
}
