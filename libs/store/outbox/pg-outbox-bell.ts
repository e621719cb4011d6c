import { OutboxBell } from '#use-cases/outbox/outbox-bell.port.js';
import { ListeningLine } from './listening-line.js';

const RETRY_MS = 1_000;

/** Rings when a job has been written to the outbox; the pump looks each second besides. */
export class PgOutboxBell extends OutboxBell {
  private line: ListeningLine | undefined;

  constructor(private readonly url: string) {
    super();
  }

  async listen(ring: () => void): Promise<void> {
    this.line = new ListeningLine({
      url: this.url,
      name: 'samnav-outbox',
      retryMs: RETRY_MS,
      heard: (payload) => {
        if (payload.includes(' job:')) ring();
      },
      restored: ring,
    });
    await this.line.open();
  }

  async close(): Promise<void> {
    await this.line?.close();
  }
}
