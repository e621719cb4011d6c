import type { SourceFault } from '#domain/calendar/busy-source.js';
import { BusySourceStore, type BusySource, type ReadTimes } from '#use-cases/calendar/busy-source.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** As PostgreSQL writes a set of ranges. */
const multirange = ({ busy }: ReadTimes): string =>
  `{${busy.map(({ from, until }) => `[${new Date(from).toISOString()},${new Date(until).toISOString()})`).join(',')}}`;

export class BusySourceRepository extends BusySourceStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findOwn(): Promise<BusySource[]> {
    return this.query(
      `select id, kind, host, added_at as "addedAt", read_at as "readAt", covers_until as "coversUntil", fault
       from busy_source where staff_id = caller.staff() order by added_at, id`,
      [],
    );
  }

  async addFile(id: string, times: ReadTimes): Promise<void> {
    await this.query(
      `insert into busy_source (id, municipality_id, staff_id, kind, busy, covers_until, read_at)
       values ($1, caller.municipality(), caller.staff(), 'file', $2, $3, clock.now())`,
      [id, multirange(times), times.coversUntil],
    );
  }

  async addAddress(source: { id: string; address: string; host: string; nextReadAt: Date }): Promise<void> {
    await this.query(
      `insert into busy_source (id, municipality_id, staff_id, kind, address, host, next_read_at)
       values ($1, caller.municipality(), caller.staff(), 'address', $2, $3, $4)`,
      [source.id, source.address, source.host, source.nextReadAt],
    );
  }

  async remove(id: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.query(
      `delete from busy_source where id = $1 and staff_id = caller.staff() returning id`,
      [id],
    );
    return rows.length === 1;
  }

  async claim(id: string, until: Date): Promise<{ address: string; tries: number } | undefined> {
    const [rows]: [{ address: string; tries: number }[], number] = await this.query(
      `update busy_source set next_read_at = $2 where id = $1 and kind = 'address' and next_read_at <= clock.now()
         and exists (select 1 from staff_member s where s.id = staff_id and s.disabled_at is null)
       returning address, tries`,
      [id, until],
    );
    return rows[0];
  }

  async wasRead(id: string, times: ReadTimes, nextReadAt: Date): Promise<void> {
    await this.query(
      `update busy_source set busy = $2, covers_until = $3, read_at = clock.now(), next_read_at = $4, tries = 0, fault = null where id = $1`,
      [id, multirange(times), times.coversUntil, nextReadAt],
    );
  }

  async wasNotRead(id: string, fault: SourceFault, nextReadAt: Date): Promise<void> {
    await this.query(`update busy_source set fault = $2, next_read_at = $3, tries = tries + 1 where id = $1`, [
      id,
      fault,
      nextReadAt,
    ]);
  }

  findDue(until: Date, most: number): Promise<{ id: string; at: Date }[]> {
    return this.query(
      `select b.id, b.next_read_at as at from busy_source b join staff_member s on s.id = b.staff_id
       where b.next_read_at <= $1 and s.disabled_at is null order by b.next_read_at limit $2`,
      [until, most],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row> {
    return this.context.manager.query(sql, values);
  }
}
