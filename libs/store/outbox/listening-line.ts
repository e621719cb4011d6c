import { Client } from 'pg';

export interface LineOptions {
  readonly url: string;
  readonly name: string;
  readonly retryMs: number;
  /** A payload of the channel `outbox`, as it commits. */
  readonly heard: (payload: string) => void;
  /** The line was down and stands again: something may have been missed. */
  readonly restored: () => void;
}

/**
 * LISTEN on a connection of its own, made again when it breaks. One line and one attempt at a time: a client that never
 * came up ends too, and must not start another round of attempts.
 */
export class ListeningLine {
  private client: Client | undefined;
  private closed = false;

  constructor(private readonly options: LineOptions) {}

  open(): Promise<void> {
    return this.connect();
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.options.url,
      application_name: this.options.name,
      keepAlive: true,
      connectionTimeoutMillis: 4_000,
    });
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => this.options.heard(payload ?? ''));
    try {
      await client.connect();
      await client.query('listen outbox');
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    client.once('end', () => void this.reconnect());
    this.client = client;
    if (this.closed) await client.end();
  }

  private async reconnect(): Promise<void> {
    while (!this.closed) {
      await new Promise((resolve) => setTimeout(resolve, this.options.retryMs));
      if (this.closed) return;
      try {
        await this.connect();
        this.options.restored();
        return;
      } catch {
        // The database is still away; the next round tries again.
      }
    }
  }
}
