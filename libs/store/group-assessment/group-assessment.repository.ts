import { GroupAssessmentStore, type GroupAssessmentRow } from '#use-cases/group-assessment/group-assessment.port.js';
import type { StoreContext } from '../caller/store-context.js';

const SELECT = `select x.id, x.group_id as "groupId", x.instrument, x.assessor_id as "assessorId", s.name as "assessorName",
  o.id as "orderedById", o.name as "orderedByName", x.ordered_at as "orderedAt", x.due_at as "dueAt", x.done_at as "doneAt", x.item_id as "itemId",
  x.withdrawn_at as "withdrawnAt" from group_assessment x join staff_member s on s.id = x.assessor_id join staff_member o on o.id = x.ordered_by`;

export class GroupAssessmentRepository extends GroupAssessmentStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(o: {
    id: string;
    groupId: string;
    caseId: string;
    instrument: string;
    assessorId: string;
    dueAt: Date;
  }): Promise<void> {
    await this.query(
      `insert into group_assessment (id, group_id, case_id, instrument, assessor_id, ordered_by, due_at)
       values ($1, $2, $3, $4, $5, caller.staff(), $6)`,
      [o.id, o.groupId, o.caseId, o.instrument, o.assessorId, o.dueAt],
    );
  }

  findOfGroup(groupId: string): Promise<GroupAssessmentRow[]> {
    return this.query(`${SELECT} where x.group_id = $1 order by x.ordered_at desc, x.id`, [groupId]);
  }

  async findForChange(id: string): Promise<GroupAssessmentRow | undefined> {
    const rows: GroupAssessmentRow[] = await this.query(`${SELECT} where x.id = $1 for update of x`, [id]);
    return rows[0];
  }

  async finish(id: string, itemId: string): Promise<void> {
    await this.query(
      `update group_assessment set done_at = clock.now(), done_by = caller.staff(), item_id = $2 where id = $1 and done_at is null`,
      [id, itemId],
    );
  }

  async withdraw(id: string): Promise<void> {
    await this.query(
      `update group_assessment set withdrawn_at = clock.now() where id = $1 and done_at is null and withdrawn_at is null`,
      [id],
    );
  }

  async passOn(groupId: string, toGroupId: string): Promise<void> {
    await this.query(
      `update group_assessment set group_id = $2 where group_id = $1 and done_at is null and withdrawn_at is null`,
      [groupId, toGroupId],
    );
  }

  async findAwaited(id: string): Promise<{ groupId: string; assessorId: string } | undefined> {
    const rows: { groupId: string; assessorId: string }[] = await this.query(
      `select group_id as "groupId", assessor_id as "assessorId" from group_assessment
       where id = $1 and done_at is null and withdrawn_at is null`,
      [id],
    );
    return rows[0];
  }

  findAssessors(caseId: string): Promise<{ staffId: string; name: string; unitId: string }[]> {
    return this.query(
      `select distinct on (s.name, s.id) s.id as "staffId", s.name, u.id as "unitId" from assignment a
       join staff_member s on s.id = a.staff_id join membership m on m.staff_id = s.id join unit u on u.id = m.unit_id
       where a.case_id = $1 and a.branch_id = caller.branch() and u.branch_id = caller.branch() and s.disabled_at is null
         and m.role not in ('auditor','administrator')
         and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())
         and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()) order by s.name, s.id, u.id`,
      [caseId],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
