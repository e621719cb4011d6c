import { DeliveryStore, type DeliveryFacts } from '#use-cases/notice/notice.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class DeliveryRepository extends DeliveryStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async claim(id: string, until: Date): Promise<DeliveryFacts | undefined> {
    const [rows]: [DeliveryFacts[], number] = await this.context.manager.query(
      `update delivery d set next_try_at = $2 from notice n join staff_member s on s.id = n.staff_id
       where d.id = $1 and n.id = d.notice_id and d.state = 'waiting' and d.next_try_at <= clock.now()
       returning d.id, d.channel, d.tries,
         case when s.disabled_at is not null then null when d.channel = 'mail' then nullif(s.email, '') else nullif(s.phone, '') end as address`,
      [id, until],
    );
    return rows[0];
  }

  async sent(id: string): Promise<void> {
    await this.context.manager.query(
      `update delivery set state = 'sent', sent_at = clock.now(), next_try_at = null, tries = tries + 1 where id = $1`,
      [id],
    );
  }

  async failedTry(id: string, nextTryAt: Date | null): Promise<void> {
    await this.context.manager.query(
      `update delivery set tries = tries + 1, next_try_at = $2, state = case when $2::timestamptz is null then 'failed' else 'waiting' end
       where id = $1`,
      [id, nextTryAt],
    );
  }

  findWaiting(before: Date, most: number): Promise<{ id: string; at: Date }[]> {
    return this.context.manager.query(
      `select id, next_try_at as at from delivery where next_try_at <= $1 and state = 'waiting' order by next_try_at limit $2`,
      [before, most],
    );
  }
}
