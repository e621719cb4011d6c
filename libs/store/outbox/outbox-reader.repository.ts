import { OutboxReader } from '#use-cases/outbox/outbox-reader.port.js';
import type { OutboxNews } from '#use-cases/outbox/outbox-signal.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class OutboxReaderRepository extends OutboxReader {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findByIds(ids: readonly string[]): Promise<OutboxNews[]> {
    return this.context.manager.query(
      `select id::text, topic, payload from outbox where id = any($1::bigint[]) order by id`,
      [ids],
    );
  }

  takeWaitingJobs(topics: readonly string[], most: number): Promise<OutboxNews[]> {
    return this.context.manager.query(
      `select id::text, topic, payload from outbox where handed_at is null and topic like 'job:%' and topic = any($1::text[])
       order by id limit $2 for update skip locked`,
      [topics, most],
    );
  }

  async markHanded(ids: readonly string[]): Promise<void> {
    await this.context.manager.query(`update outbox set handed_at = clock.now() where id = any($1::bigint[])`, [ids]);
  }

  async sweep(before: Date): Promise<number> {
    const [, count]: [unknown[], number] = await this.context.manager.query(
      `delete from outbox where created_at < $1 and (handed_at is not null or topic like 'live:%')`,
      [before],
    );
    return count;
  }
}
