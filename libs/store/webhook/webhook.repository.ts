import type { WebhookEvent } from '#domain/webhook/webhook.js';
import { WebhookStore, type CallRow, type WebhookRow } from '#use-cases/webhook/webhook.port.js';
import type { StoreContext } from '../caller/store-context.js';

type Set = Parameters<WebhookStore['add']>[0];
type Change = Parameters<WebhookStore['change']>[2];

export class WebhookRepository extends WebhookStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findOwn(): Promise<WebhookRow | undefined> {
    const rows: WebhookRow[] = await this.query(
      `select id, address, events, secret_at as "secretAt", disabled_at as "disabledAt", version,
         case when old_secret_until > clock.now() then old_secret_until end as "oldSecretUntil"
       from webhook where branch_id = caller.branch()`,
      [],
    );
    return rows[0];
  }

  findCalls(webhookId: string, most: number): Promise<CallRow[]> {
    return this.query(
      `select id, event, state, tries, fault, made_at as "madeAt", settled_at as "settledAt", next_try_at as "nextTryAt"
       from webhook_call where webhook_id = $1 order by made_at desc, id limit $2`,
      [webhookId, most],
    );
  }

  async add({ id, address, events, secret }: Set): Promise<void> {
    await this.query(
      `insert into webhook (id, municipality_id, branch_id, address, events, secret, set_by)
       values ($1, caller.municipality(), caller.branch(), $2, $3, $4, caller.staff())`,
      [id, address, [...events], secret],
    );
  }

  change(id: string, expectedVersion: number, { address, events }: Change): Promise<boolean> {
    return this.set(id, expectedVersion, {
      // Another receiver is tried at once.
      to: 'address = $3, events = $4, rests_until = null',
      values: [address, [...events] satisfies WebhookEvent[]],
    });
  }

  turn(id: string, expectedVersion: number, on: boolean): Promise<boolean> {
    return this.set(id, expectedVersion, {
      to: 'disabled_at = case when $3 then null else coalesce(disabled_at, clock.now()) end, rests_until = null',
      values: [on],
    });
  }

  rotate(id: string, expectedVersion: number, to: { secret: string; oldUntil: Date }): Promise<boolean> {
    return this.set(id, expectedVersion, {
      to: 'old_secret = secret, old_secret_until = $4, secret = $3, secret_at = clock.now()',
      values: [to.secret, to.oldUntil],
    });
  }

  async addTrial(callId: string, webhookId: string): Promise<void> {
    await this.query(
      `insert into webhook_call (id, municipality_id, webhook_id, event, next_try_at)
       values ($1, caller.municipality(), $2, 'trial', clock.now())`,
      [callId, webhookId],
    );
  }

  private async set(
    id: string,
    expectedVersion: number,
    { to, values }: { readonly to: string; readonly values: readonly unknown[] },
  ): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.query(
      `update webhook set ${to}, set_by = caller.staff(), version = version + 1 where id = $1 and version = $2 returning id`,
      [id, expectedVersion, ...values],
    );
    return rows.length === 1;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row> {
    return this.context.manager.query(sql, values);
  }
}
