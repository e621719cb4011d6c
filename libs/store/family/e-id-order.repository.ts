import type { Category } from '#domain/disclosure/vocabulary.js';
import type { EIdMessage, EIdNextStep } from '#domain/e-id/hint.js';
import {
  EIdOrderStore,
  type EIdOrderEnd,
  type EIdOrderFacts,
  type NewEIdOrder,
} from '#use-cases/family/e-id-order.port.js';
import type { StoreContext } from '../caller/store-context.js';

type OrderRow = Omit<EIdOrderFacts, 'refusals'> & { houses: string[]; categories: Category[] };

const FACTS = `select id, purpose, session_id as "sessionId", person_id as "personId", consent_id as "consentId", order_ref as "orderRef",
  sealed, document, answer, start, language, notice_version as "noticeVersion", refused_houses as houses, refused_categories as categories, state, message, next, failure,
  returned_at as "returnedAt", started_at as "startedAt" from e_id_order`;

/** Its times are the machine's own, as the e-identification's are: the database's now(), never the clock that is moved. */
export class EIdOrderRepository extends EIdOrderStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  add(order: NewEIdOrder): Promise<boolean> {
    return this.added(
      `insert into e_id_order (id, purpose, session_id, person_id, consent_id, order_ref, sealed, document, start, language,
         refused_houses, refused_categories, notice_version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (session_id) where state = 'pending' do nothing`,
      [
        order.id,
        order.purpose,
        order.sessionId,
        order.personId,
        order.consentId,
        order.orderRef,
        order.sealed,
        order.document,
        order.start,
        order.language,
        order.refusals.houses,
        order.refusals.categories,
        order.noticeVersion,
      ],
    );
  }

  async find(id: string): Promise<EIdOrderFacts | undefined> {
    return (await this.select('where id = $1', [id]))[0];
  }

  async findForChange(id: string): Promise<EIdOrderFacts | undefined> {
    return (await this.select('where id = $1 for update', [id]))[0];
  }

  async findNewestOfSession(sessionId: string): Promise<EIdOrderFacts | undefined> {
    return (await this.select('where session_id = $1 order by started_at desc, id limit 1', [sessionId]))[0];
  }

  findPendingOfSession(sessionId: string): Promise<EIdOrderFacts[]> {
    return this.select(`where session_id = $1 and state = 'pending' order by started_at for update`, [sessionId]);
  }

  takeTurn(id: string, { pauseMs, holdMs }: { pauseMs: number; holdMs: number }): Promise<boolean> {
    return this.changed(
      `update e_id_order set asked_at = clock_timestamp() + make_interval(secs => $3::float8 / 1000)
       where id = $1 and state = 'pending'
         and (asked_at is null or asked_at <= clock_timestamp() - make_interval(secs => $2::float8 / 1000))`,
      [id, pauseMs, holdMs],
    );
  }

  findForgotten(quietMs: number, most: number): Promise<EIdOrderFacts[]> {
    return this.select(
      `where state = 'pending' and coalesce(asked_at, started_at) <= clock_timestamp() - make_interval(secs => $1::float8 / 1000)
       order by started_at limit $2`,
      [quietMs, most],
    );
  }

  async note(
    id: string,
    { hint, message, next }: { hint: string; message: EIdMessage; next: EIdNextStep },
  ): Promise<void> {
    await this.context.manager.query(
      `update e_id_order set hint = $2, message = $3, next = $4, asked_at = least(asked_at, clock_timestamp())
       where id = $1 and state = 'pending'`,
      [id, hint, message, next],
    );
  }

  async markReturned(id: string): Promise<void> {
    await this.context.manager.query(`update e_id_order set returned_at = coalesce(returned_at, now()) where id = $1`, [
      id,
    ]);
  }

  async keepAnswer(id: string, answer: Buffer): Promise<void> {
    await this.context.manager.query(`update e_id_order set answer = $2 where id = $1 and state = 'pending'`, [
      id,
      answer,
    ]);
  }

  end(id: string, how: EIdOrderEnd): Promise<boolean> {
    return this.changed(
      `update e_id_order set state = $2, message = $3, next = $4, failure = $5, evidence_id = $6, ended_at = now(), sealed = null,
         document = null, answer = null where id = $1 and state = 'pending'`,
      [id, how.state, how.message, how.next, how.failure ?? null, how.evidenceId ?? null],
    );
  }

  /** Of an insert the driver gives the rows alone. */
  private async added(statement: string, values: unknown[]): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(`${statement} returning id`, values);
    return rows.length === 1;
  }

  private async changed(statement: string, values: unknown[]): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.context.manager.query(`${statement} returning id`, values);
    return rows.length === 1;
  }

  private async select(where: string, values: unknown[]): Promise<EIdOrderFacts[]> {
    const rows: OrderRow[] = await this.context.manager.query(`${FACTS} ${where}`, values);
    return rows.map(({ houses, categories, ...order }) => ({ ...order, refusals: { houses, categories } }));
  }
}
