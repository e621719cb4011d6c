import { DutyRosterStore, type ShiftFacts } from '#use-cases/organisation/duty-roster.port.js';
import type { StoreContext } from '../caller/store-context.js';

const SHIFT = `select d.id, d.unit_id as "unitId", d.staff_id as "staffId", s.name as "staffName", d.rank,
  d.starts_at as "startsAt", d.ends_at as "endsAt" from duty_shift d join staff_member s on s.id = d.staff_id`;

export class DutyRosterRepository extends DutyRosterStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findShifts(unitIds: readonly string[], from: Date, until: Date): Promise<ShiftFacts[]> {
    return this.context.manager.query(
      `${SHIFT} where d.unit_id = any($1::uuid[]) and d.starts_at < $3 and d.ends_at > $2
       order by d.starts_at, d.rank desc, d.id`,
      [unitIds, from, until],
    );
  }

  async findShift(id: string): Promise<ShiftFacts | undefined> {
    const rows: ShiftFacts[] = await this.context.manager.query(`${SHIFT} where d.id = $1`, [id]);
    return rows[0];
  }

  async removeShift(id: string): Promise<void> {
    await this.context.manager.query(`delete from duty_shift where id = $1`, [id]);
  }
}
