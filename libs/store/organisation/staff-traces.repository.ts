import { StaffTraces, type TraceKind } from '#use-cases/organisation/staff-traces.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class StaffTracesRepository extends StaffTraces {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findKinds(staffId: string): Promise<TraceKind[]> {
    const rows: { kind: TraceKind }[] = await this.context.manager.query(
      `select kind from staff_trace where staff_id = $1 order by kind`,
      [staffId],
    );
    return rows.map(({ kind }) => kind);
  }

  async replace(
    staffId: string,
    traces: readonly { readonly kind: TraceKind; readonly trace: Buffer }[],
  ): Promise<void> {
    const { manager } = this.context;
    await manager.query(`delete from staff_trace where staff_id = $1`, [staffId]);
    await manager.query(
      `insert into staff_trace (staff_id, municipality_id, kind, trace)
       select $1, caller.municipality(), k, t from unnest($2::text[], $3::bytea[]) x(k, t)`,
      [staffId, traces.map(({ kind }) => kind), traces.map(({ trace }) => trace)],
    );
  }
}
