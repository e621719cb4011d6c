import type { AsCaller } from '#use-cases/gate/as-caller.js';
import { OutboxReader } from '#use-cases/outbox/outbox-reader.port.js';
import { OutboxSignal, type OutboxListener, type OutboxNews } from '#use-cases/outbox/outbox-signal.port.js';
import { ListeningLine } from './listening-line.js';

const RETRY_MS = 500;

/** Rows for screens are read in bunches: one statement for all that came in the same turn. */
export class PgOutboxSignal extends OutboxSignal {
  private line: ListeningLine | undefined;
  private heard: string[] = [];

  constructor(
    private readonly url: string,
    private readonly asCaller: AsCaller,
  ) {
    super();
  }

  async listen(listener: OutboxListener): Promise<void> {
    this.line = new ListeningLine({
      url: this.url,
      name: 'samnav-live',
      retryMs: RETRY_MS,
      heard: (payload) => {
        const [id, topic] = payload.split(' ');
        if (!id || !topic?.startsWith('live:')) return;
        this.heard.push(id);
        if (this.heard.length === 1) setImmediate(() => void this.read(listener));
      },
      restored: () => listener.gap(),
    });
    await this.line.open();
  }

  async close(): Promise<void> {
    await this.line?.close();
  }

  private async read(listener: OutboxListener): Promise<void> {
    const ids = this.heard.splice(0);
    try {
      const news: OutboxNews[] = await this.asCaller.run({ kind: 'service', name: 'outbox', requestId: 'live' }, (tx) =>
        tx.of(OutboxReader).findByIds(ids),
      );
      for (const one of news) listener.news(one);
    } catch {
      listener.gap();
    }
  }
}
