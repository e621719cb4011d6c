import { AssessedGrounds, type AssessedGround } from '#use-cases/share/assessment.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** Of the own house, towards another house: what concerns a family member is assessed and lifted elsewhere (OSL 12:3). */
const OWN = `a.branch_id = caller.branch() and a.to_branch_id is not null`;

/** The rows of one act, which differ in whom they are about. */
const SAME_ACT = `exists (select 1 from assessment x where x.id = $1 and x.ground = a.ground and x.to_house = a.to_house
  and x.decided_at = a.decided_at and x.item_id is not distinct from a.item_id)`;

const acts = (rows: string): string => `
  select min(a.id::text) as id, a.case_id as "caseId", array_agg(a.person_id order by a.id) as "personIds", a.ground, a.categories, a.criteria,
    a.to_branch_id as "toBranchId", b.name as "toName", u.kind as "toKind", a.decided_at as "decidedAt", d.name as "decidedByName", a.until,
    a.item_id as "itemId", a.lifted_at as "liftedAt", l.name as "liftedByName", a.lift_item_id as "liftItemId"
  from (select a.* from assessment a where ${OWN} and ${rows}) a join branch b on b.id = a.to_branch_id
    join authority u on u.id = b.authority_id join staff_member d on d.id = a.decided_by left join staff_member l on l.id = a.lifted_by
  group by a.case_id, a.ground, a.categories, a.criteria, a.to_branch_id, b.name, u.kind, a.decided_at, d.name, a.until, a.item_id,
    a.lifted_at, l.name, a.lift_item_id
  order by a.decided_at desc, 1`;

export class AssessedGroundRepository extends AssessedGrounds {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findOfCase(caseId: string): Promise<AssessedGround[]> {
    return this.context.manager.query(
      acts(`(a.case_id = $1 or exists (select 1 from case_file j where j.id = a.case_id and j.joined_into = $1))`),
      [caseId],
    );
  }

  async findForChange(id: string): Promise<AssessedGround | undefined> {
    const rows: AssessedGround[] = await this.context.manager.query(acts(`${SAME_ACT} order by a.id for update of a`), [
      id,
    ]);
    return rows[0];
  }

  async lift(id: string, itemId: string): Promise<void> {
    await this.context.manager.query(
      `update assessment a set until = clock.now(), lifted_at = clock.now(), lifted_by = caller.staff(), lift_item_id = $2
       where ${OWN} and a.lifted_at is null and ${SAME_ACT}`,
      [id, itemId],
    );
  }
}
