import { GroupLeadStore } from '#use-cases/group/group-lead.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class GroupLeadRepository extends GroupLeadStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async putToLead(on: { id: string; caseId: string; branchId: string; staffId: string; by: string }): Promise<boolean> {
    const rows: unknown[] = await this.query(
      `insert into assignment (id, case_id, branch_id, staff_id, reason, assigned_by, ends_at)
       select $1, $2, $3, $4, 'leads', $5, nullif(caller.leads_until($4, $3), 'infinity')
       where not exists (select 1 from assignment where case_id = $2 and staff_id = $4 and branch_id = $3 and starts_at <= clock.now()
         and (reason not in ('group','hub','share','joint','leads') and ends_at is null
           or reason = 'leads' and (ends_at is null or ends_at >= caller.leads_until($4, $3)))) returning id`,
      [on.id, on.caseId, on.branchId, on.staffId, on.by],
    );
    return rows.length === 1;
  }

  async endLead(of: { groupId: string; caseId: string; staffId: string; at: Date }): Promise<void> {
    await this.query(
      `update assignment a set ends_at = greatest($3::timestamptz, a.starts_at)
       where a.case_id = $1 and a.staff_id = $2 and a.reason = 'leads' and (a.ends_at is null or a.ends_at > $3)
         and not exists (select 1 from collaboration_group g where g.case_id = $1 and g.coordinator_id = $2 and g.id <> $4
           and g.standing <> 'followed-up' and not exists (select 1 from collaboration_group n where n.turned_from = g.id))`,
      [of.caseId, of.staffId, of.at, of.groupId],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
