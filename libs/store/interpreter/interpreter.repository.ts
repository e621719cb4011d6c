import {
  InterpreterStore,
  type InterpreterAtTable,
  type InterpreterRow,
} from '#use-cases/interpreter/interpreter.port.js';
import type { StoreContext } from '../caller/store-context.js';

const SELECT = `select id, hub_id as "hubId", language, item_id as "itemId", point_ids as "pointIds", booked_at as "bookedAt",
  silence_at as "silenceAt", admitted_at as "admittedAt", cancelled_at as "cancelledAt" from interpreter_booking`;

export class InterpreterRepository extends InterpreterStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(b: Pick<InterpreterRow, 'id' | 'hubId' | 'language' | 'itemId' | 'pointIds'>): Promise<void> {
    await this.query(
      `insert into interpreter_booking (id, hub_id, language, item_id, point_ids, booked_by) values ($1, $2, $3, $4, $5, caller.staff())`,
      [b.id, b.hubId, b.language, b.itemId, b.pointIds],
    );
  }

  findOfHub(hubId: string): Promise<InterpreterRow[]> {
    return this.query(`${SELECT} where hub_id = $1 order by booked_at, id`, [hubId]);
  }

  findAtTable(hubId: string): Promise<InterpreterAtTable[]> {
    return this.query(
      `select id, hub_id as "hubId", null as language, item_id as "itemId", point_ids as "pointIds", booked_at as "bookedAt",
         silence_at as "silenceAt", admitted_at as "admittedAt", cancelled_at as "cancelledAt"
       from caller.interpreters_at($1) order by booked_at, id`,
      [hubId],
    );
  }

  async findForChange(id: string): Promise<InterpreterRow | undefined> {
    const rows: InterpreterRow[] = await this.query(`${SELECT} where id = $1 for update`, [id]);
    return rows[0];
  }

  async confirmSilence(id: string): Promise<void> {
    await this.query(
      `update interpreter_booking set silence_at = clock.now(), silence_by = caller.staff() where id = $1 and silence_at is null`,
      [id],
    );
  }

  async admit(id: string): Promise<void> {
    await this.query(
      `update interpreter_booking set admitted_at = clock.now() where id = $1 and admitted_at is null and cancelled_at is null`,
      [id],
    );
  }

  async cancel(id: string): Promise<void> {
    await this.query(
      `update interpreter_booking set cancelled_at = clock.now() where id = $1 and cancelled_at is null`,
      [id],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
