import type { PlanAnswer, ToldHow } from '#domain/plan/plan-versions.js';
import {
  PlanVersionStore,
  type PlanAnswerRow,
  type PlanVersionRow,
  type VersionLineRow,
} from '#use-cases/plan/plan-version.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** A line of a version, or of the plan as it stands, under the same names. */
const LINE = `e.id as "entryId", e.item_id as "itemId", e.kind, s.name as "ownerName"`;

const SELECT_ANSWER = `
  select a.id, a.version_id as "versionId", a.group_id as "groupId", a.branch_id as "branchId", b.name as "branchName",
    a.person_id as "personId", a.answer, a.how, a.item_id as "itemId", s.name as "answeredByName", a.answered_at as "answeredAt"
  from plan_answer a left join branch b on b.id = a.branch_id left join staff_member s on s.id = a.answered_by`;

export class PlanVersionRepository extends PlanVersionStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findOfGroup(groupId: string): Promise<PlanVersionRow[]> {
    return this.query(
      `select v.id, v.number, s.name as "putByName", v.put_at as "putAt" from plan_version v join staff_member s on s.id = v.put_by
       where v.group_id = $1 order by v.number desc`,
      [groupId],
    );
  }

  async add(v: { id: string; planId: string; groupId: string; caseId: string; number: number }): Promise<void> {
    await this.query(
      `insert into plan_version (id, plan_id, group_id, case_id, number, put_by) values ($1, $2, $3, $4, $5, caller.staff())`,
      [v.id, v.planId, v.groupId, v.caseId, v.number],
    );
  }

  findLines(versionIds: readonly string[]): Promise<VersionLineRow[]> {
    return this.query(
      `select l.version_id as "versionId", ${LINE}, l.item_version as "itemVersion", l.state, l.owner_staff_id as "ownerStaffId",
         l.promised_by as "promisedBy", l.starts_on::text as "startsOn", l.follow_up_on::text as "followUpOn"
       from plan_version_line l join plan_entry e on e.id = l.entry_id left join staff_member s on s.id = l.owner_staff_id
       where l.version_id = any($1) order by e.made_at, e.id`,
      [versionIds],
    );
  }

  findStanding(groupId: string): Promise<VersionLineRow[]> {
    return this.query(
      `select '' as "versionId", ${LINE}, i.version as "itemVersion", e.state, e.owner_staff_id as "ownerStaffId",
         e.promised_by as "promisedBy", e.starts_on::text as "startsOn", e.follow_up_on::text as "followUpOn"
       from plan_entry e join item i on i.id = e.item_id left join staff_member s on s.id = e.owner_staff_id
       where e.group_id = $1 and e.state not in ('ended','removed') order by e.made_at, e.id`,
      [groupId],
    );
  }

  async findTakenOut(groupId: string): Promise<Date[]> {
    const rows: { at: Date }[] = await this.query(`select at from caller.taken_out_of_plan($1) order by at desc`, [
      groupId,
    ]);
    return rows.map(({ at }) => at);
  }

  async ask(a: {
    id: string;
    versionId: string;
    groupId: string;
    branchId: string | null;
    personId: string | null;
  }): Promise<void> {
    await this.query(
      `insert into plan_answer (id, version_id, group_id, branch_id, person_id) values ($1, $2, $3, $4, $5)`,
      [a.id, a.versionId, a.groupId, a.branchId, a.personId],
    );
  }

  /** The young person first, then the family and the houses. */
  findAnswers(groupId: string): Promise<PlanAnswerRow[]> {
    return this.query(
      `${SELECT_ANSWER} left join lateral caller.group_case(a.group_id) k on true
       where a.group_id = $1 order by a.person_id is null, a.person_id is distinct from k.person_id, b.name, a.id`,
      [groupId],
    );
  }

  async findAnswer(id: string): Promise<PlanAnswerRow | undefined> {
    const rows: PlanAnswerRow[] = await this.query(`${SELECT_ANSWER} where a.id = $1`, [id]);
    return rows[0];
  }

  async answer(id: string, said: { answer: PlanAnswer; how: ToldHow | null; itemId: string | null }): Promise<boolean> {
    const answer: [unknown[], number] = await this.query(
      `update plan_answer set answer = $2, how = $3, item_id = $4, answered_by = caller.staff(), answered_at = clock.now()
       where id = $1 and answer is null`,
      [id, said.answer, said.how, said.itemId],
    );
    return answer[1] === 1;
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
