import type { Cursor } from '#domain/live/cursor.js';
import type { AsCaller } from '#use-cases/gate/as-caller.js';
import { OutboxReader } from '#use-cases/outbox/outbox-reader.port.js';
import { OutboxSignal, type NewsSince, type OutboxListener } from '#use-cases/outbox/outbox-signal.port.js';
import { ListeningLine } from './listening-line.js';

const RETRY_MS = 500;
/** More at once than this is not told one by one. */
const MOST_AT_ONCE = 5_000;
/** Of one screen’s: whoever was away for more reads afresh, which is less. */
const MOST_OF_ONE = 100;
const OUTBOX = { kind: 'service', name: 'outbox', requestId: 'live' } as const;

/**
 * Notifications only ring: what is heard is everything that has been committed since the last moment that was read, so that
 * nothing is passed by, neither what commits late under an early number nor what came while the line was down. One reading at a
 * time, and one for all that rang in the same turn.
 */
export class PgOutboxSignal extends OutboxSignal {
  private readonly listeners: OutboxListener[] = [];
  private opening: Promise<Cursor> | undefined;
  private line: ListeningLine | undefined;
  private upTo: Cursor | undefined;
  private rung = false;
  private reading = false;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly asCaller: AsCaller,
  ) {
    super();
  }

  listen(listener: OutboxListener): Promise<Cursor> {
    this.listeners.push(listener);
    this.opening ??= this.open();
    return this.opening;
  }

  private async open(): Promise<Cursor> {
    const ring = (): void => {
      this.rung = true;
      if (this.reading || this.upTo === undefined) return;
      this.reading = true;
      setImmediate(() => void this.read());
    };
    this.line = new ListeningLine({
      url: this.url,
      name: 'samnav-live',
      retryMs: RETRY_MS,
      heard: (payload) => {
        if (payload.includes(' live:')) ring();
      },
      restored: ring,
    });
    await this.line.open();
    const from = await this.asCaller.read(OUTBOX, (tx) => tx.of(OutboxReader).now());
    this.upTo = from;
    // What was rung for meanwhile may have come after that moment.
    if (this.rung) ring();
    return from;
  }

  async since(topic: `live:${string}`, cursor: Cursor): Promise<NewsSince | null> {
    const { isWhole, news, upTo } = await this.asCaller.read(OUTBOX, (tx) =>
      tx.of(OutboxReader).findSince(cursor, MOST_OF_ONE + 1, topic),
    );
    return isWhole && news.length <= MOST_OF_ONE ? { news, upTo } : null;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.line?.close();
  }

  private async read(): Promise<void> {
    while (this.rung && this.upTo && !this.closed) {
      this.rung = false;
      const from = this.upTo;
      try {
        const { isWhole, news, upTo } = await this.asCaller.read(OUTBOX, (tx) =>
          tx.of(OutboxReader).findSince(from, MOST_AT_ONCE + 1),
        );
        this.upTo = upTo;
        const isTold = isWhole && news.length <= MOST_AT_ONCE;
        for (const listener of this.listeners) {
          if (isTold) listener.news({ news, upTo });
          else listener.gap(upTo);
        }
      } catch {
        // The database is away: the same is read when it is back.
        this.rung = true;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    this.reading = false;
  }
}
