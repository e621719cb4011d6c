import { MovableClock } from '#use-cases/clock/clock.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** Whoever is signed in stays so, however far the clock is moved: sessions have their ends in its time. */
const MOVE_SESSIONS = `
  update session set idle_until = idle_until + $1::interval, expires_at = expires_at + $1::interval,
    last_seen_at = last_seen_at + $1::interval, auth_time = auth_time + $1::interval
  where revoked_at is null and expires_at > clock.now()`;

export class MovableClockRepository extends MovableClock {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async move(minutes: number): Promise<Date> {
    const { manager } = this.context;
    const by = `${minutes} minutes`;
    await manager.query(MOVE_SESSIONS, [by]);
    await manager.query(`update clock.shift set ahead = ahead + $1::interval`, [by]);
    return (await this.read()).now;
  }

  async reset(): Promise<Date> {
    const { manager } = this.context;
    const rows: { back: string }[] = await manager.query(
      `select (-extract(epoch from ahead))::text || ' seconds' as back from clock.shift for update`,
    );
    await manager.query(MOVE_SESSIONS, [rows[0]?.back ?? '0 seconds']);
    await manager.query(`update clock.shift set ahead = interval '0'`);
    return (await this.read()).now;
  }

  async read(): Promise<{ now: Date; aheadMinutes: number }> {
    const rows: { now: Date; aheadMinutes: number }[] = await this.context.manager.query(
      `select clock.now() as now, round(extract(epoch from ahead) / 60)::int as "aheadMinutes" from clock.shift`,
    );
    const row = rows[0];
    if (!row) throw new Error('this database has no movable clock');
    return row;
  }
}
