import { PresenceStore, type HeldStay, type Stay } from '#use-cases/meeting/presence.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** Its times are the machine's own: whether a process lives is nothing that a moved clock can say. */
export class PresenceRepository extends PresenceStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async hold({ hubId, staffId, node }: HeldStay, seconds: number): Promise<void> {
    await this.query(
      `insert into presence (hub_id, staff_id, node, held_until) values ($1, $2, $3, clock_timestamp() + make_interval(secs => $4))
       on conflict (hub_id, staff_id, node) do update set held_until = excluded.held_until`,
      [hubId, staffId, node, seconds],
    );
  }

  async release({ hubId, staffId, node }: HeldStay): Promise<void> {
    await this.query(`delete from presence where hub_id = $1 and staff_id = $2 and node = $3`, [hubId, staffId, node]);
  }

  async renew(node: string, seconds: number): Promise<Stay[]> {
    const [rows] = await this.query<[Stay[], number]>(
      `update presence set held_until = clock_timestamp() + make_interval(secs => $2) where node = $1
       returning hub_id as "hubId", staff_id as "staffId"`,
      [node, seconds],
    );
    return rows;
  }

  async isHeld({ hubId, staffId }: Stay): Promise<boolean> {
    const rows = await this.query<unknown[]>(
      `select 1 from presence where hub_id = $1 and staff_id = $2 and held_until > clock_timestamp() limit 1`,
      [hubId, staffId],
    );
    return rows.length > 0;
  }

  findLapsed(): Promise<Stay[]> {
    return this.query(
      `select distinct hub_id as "hubId", staff_id as "staffId" from presence where held_until <= clock_timestamp()`,
      [],
    );
  }

  async dropLapsed({ hubId, staffId }: Stay): Promise<boolean> {
    const [rows] = await this.query<[unknown[], number]>(
      `delete from presence where hub_id = $1 and staff_id = $2 and held_until <= clock_timestamp() returning 1`,
      [hubId, staffId],
    );
    return rows.length > 0;
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
