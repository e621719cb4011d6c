import { Client } from 'pg';
import { OutboxBell } from '#use-cases/outbox/outbox-bell.port.js';

const RETRY_MS = 1_000;

/** LISTEN on a connection of its own, made again when it breaks. */
export class PgOutboxBell extends OutboxBell {
  private client: Client | undefined;
  private closed = false;

  constructor(private readonly url: string) {
    super();
  }

  listen(ring: () => void): Promise<void> {
    return this.connect(ring);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async connect(ring: () => void): Promise<void> {
    const client = new Client({ connectionString: this.url, application_name: 'samnav-outbox', keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => void this.reconnect(ring));
    client.on('notification', ({ payload }) => {
      if (payload?.includes(' job:')) ring();
    });
    await client.connect();
    await client.query('listen outbox');
    this.client = client;
  }

  private async reconnect(ring: () => void): Promise<void> {
    while (!this.closed) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      try {
        if (!this.closed) await this.connect(ring);
        return;
      } catch {
        // The pump looks each second meanwhile.
      }
    }
  }
}
