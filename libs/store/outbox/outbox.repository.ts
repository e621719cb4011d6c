import { OutboxStore, type OutboxMessage } from '#use-cases/outbox/outbox.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class OutboxRepository extends OutboxStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async put(messages: readonly OutboxMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await this.context.manager.query(
      `insert into outbox (topic, payload) select t, p from unnest($1::text[], $2::jsonb[]) as m(t, p)`,
      [messages.map((m) => m.topic), messages.map((m) => JSON.stringify(m.payload))],
    );
  }
}
