import { Client } from 'pg';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import { OutboxSignal, type OutboxListener, type OutboxNews } from '#use-cases/outbox/outbox-signal.port.js';
import { OutboxReader } from '#use-cases/outbox/outbox-reader.port.js';

const RETRY_MS = 500;

/** LISTEN on a connection of its own; rows are read in bunches, one statement for all that came in the same turn. */
export class PgOutboxSignal extends OutboxSignal {
  private client: Client | undefined;
  private closed = false;
  private heard: string[] = [];

  constructor(
    private readonly url: string,
    private readonly asCaller: AsCaller,
  ) {
    super();
  }

  async listen(listener: OutboxListener): Promise<void> {
    await this.connect(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async connect(listener: OutboxListener): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'samnav-live', keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => void this.reconnect(listener));
    client.on('notification', ({ payload }) => {
      const [id, topic] = (payload ?? '').split(' ');
      if (!id || !topic?.startsWith('live:')) return;
      this.heard.push(id);
      if (this.heard.length === 1) setImmediate(() => void this.read(listener));
    });
    await client.connect();
    await client.query('listen outbox');
    this.client = client;
  }

  private async reconnect(listener: OutboxListener): Promise<void> {
    while (!this.closed) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      try {
        if (!this.closed) await this.connect(listener);
        listener.gap();
        return;
      } catch {
        // The database is still away; the next round tries again.
      }
    }
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
