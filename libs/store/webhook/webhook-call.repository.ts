import { hasCapability } from '#domain/organisation/role.js';
import type { CallEvent, CallFault, CallState } from '#domain/webhook/webhook.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WebhookCallStore, type ClaimedCall } from '#use-cases/webhook/webhook.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { houseOf } from '../gate/subject-facts.js';

interface ClaimedRow {
  readonly webhookId: string;
  readonly municipalityId: string;
  readonly event: CallEvent;
  readonly groupId: string | null;
  readonly meetingId: string | null;
  readonly rows: string[];
  readonly tries: number;
  readonly madeAt: Date;
  readonly address: string;
  readonly secrets: string[];
}

type ReaderRow = Pick<StaffCaller, 'staffId' | 'membershipId' | 'role' | 'unitId' | 'branchId' | 'municipalityId'> & {
  readonly kind: string;
  readonly authority: string;
  readonly branch: string;
};

export class WebhookCallRepository extends WebhookCallStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async claim(id: string, until: Date): Promise<ClaimedCall | undefined> {
    const [rows]: [ClaimedRow[], number] = await this.query(
      `update webhook_call c set next_try_at = $2, begun = true from webhook w
       where c.id = $1 and w.id = c.webhook_id and c.state = 'waiting' and c.next_try_at <= clock.now() and w.disabled_at is null
       returning c.webhook_id as "webhookId", c.municipality_id as "municipalityId", c.event, c.group_id as "groupId",
         c.meeting_id as "meetingId", c.row_ids as rows, c.tries, c.made_at as "madeAt", w.address,
         case when w.old_secret_until > clock.now() then array[w.secret, w.old_secret] else array[w.secret] end as secrets`,
      [id, until],
    );
    const [claimed] = rows;
    if (!claimed) return undefined;
    const [facts]: { group_kind: string; is_hidden: boolean | null; case_id: string | null }[] = await this.query(
      `select group_kind, is_hidden, case_id from caller.webhook_call_facts($1)`,
      [id],
    );
    // Of whom nobody can say whether they are hidden, is.
    const isHidden = facts?.is_hidden ?? true;
    return { id, ...claimed, groupKind: facts?.group_kind ?? null, caseId: facts?.case_id ?? null, isHidden };
  }

  async findReaders(id: string): Promise<StaffCaller[]> {
    const rows: ReaderRow[] = await this.query(
      `select staff_id as "staffId", membership_id as "membershipId", role, unit_id as "unitId", branch_id as "branchId",
         municipality_id as "municipalityId", kind, authority, branch from caller.webhook_readers($1)`,
      [id],
    );
    return rows
      .filter(({ role }) => hasCapability(role, 'take-part-in-meeting'))
      .map(({ kind, authority, branch, ...row }) => ({
        kind: 'staff',
        ...row,
        ...NOBODY_ASKS,
        house: houseOf({ kind, authority, branch }),
      }));
  }

  async settle(id: string, state: Exclude<CallState, 'waiting'>, fault: CallFault | null): Promise<void> {
    await this.query(
      `update webhook_call set state = $2, fault = $3, next_try_at = null, settled_at = clock.now(),
         tries = tries + case when $2 = 'dropped' then 0 else 1 end where id = $1 and state = 'waiting'`,
      [id, state, fault],
    );
  }

  async dropWaiting(webhookId: string): Promise<void> {
    await this.query(
      `update webhook_call set state = 'dropped', fault = null, next_try_at = null, settled_at = clock.now()
       where webhook_id = $1 and state = 'waiting'`,
      [webhookId],
    );
  }

  async failedTry(id: string, fault: CallFault, nextTryAt: Date): Promise<void> {
    await this.query(
      `update webhook_call set fault = $2, next_try_at = $3, tries = tries + 1 where id = $1 and state = 'waiting'`,
      [id, fault, nextTryAt],
    );
  }

  async rest(webhookId: string, until: Date | null): Promise<void> {
    await this.query(`update webhook set rests_until = $2 where id = $1`, [webhookId, until]);
  }

  findWaiting(before: Date, most: number): Promise<{ id: string; at: Date }[]> {
    return this.query(
      `select c.id, c.next_try_at as at from webhook_call c join webhook w on w.id = c.webhook_id
       where c.state = 'waiting' and c.next_try_at <= $1 and w.disabled_at is null order by c.next_try_at limit $2`,
      [before, most],
    );
  }

  async sweep(before: Date): Promise<number> {
    const [rows]: [unknown[], number] = await this.query(
      `delete from webhook_call where settled_at < $1 returning id`,
      [before],
    );
    return rows.length;
  }

  async findKeepers(webhookId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.query(
      `select staff_id as id from caller.webhook_keepers($1) order by 1`,
      [webhookId],
    );
    return rows.map(({ id }) => id);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row> {
    return this.context.manager.query(sql, values);
  }
}

/** The policies ask who, where and in which post; no session and no request stand behind them. */
const NOBODY_ASKS = { sessionId: '', origin: '', requestId: 'webhook' } as const;
