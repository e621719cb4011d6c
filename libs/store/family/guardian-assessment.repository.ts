import { GuardianAssessments, type GuardianAssessmentRow } from '#use-cases/family/guardian-assessment.port.js';
import type { StoreContext } from '../caller/store-context.js';

const ROW = `select a.id, a.case_id as "caseId", a.person_id as "childId", substr(a.to_house, 8) as "guardianId",
  a.criteria -> 'seriousHarm' = 'true' as "seriousHarm", a.decided_at as "decidedAt", d.name as "decidedByName", a.until,
  a.item_id as "itemId", a.lifted_at as "liftedAt", l.name as "liftedByName", a.lift_item_id as "liftItemId"
  from assessment a join staff_member d on d.id = a.decided_by left join staff_member l on l.id = a.lifted_by
  where a.ground = 'OSL 12:3' and a.to_house like 'person:%' and a.criteria ? 'seriousHarm'`;

export class GuardianAssessmentRepository extends GuardianAssessments {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findOfChild(childId: string): Promise<GuardianAssessmentRow[]> {
    return this.context.manager.query(`${ROW} and a.person_id = $1 order by a.decided_at desc`, [childId]);
  }

  async findForChange(id: string): Promise<GuardianAssessmentRow | undefined> {
    const rows: GuardianAssessmentRow[] = await this.context.manager.query(`${ROW} and a.id = $1 for update of a`, [
      id,
    ]);
    return rows[0];
  }

  async lift(id: string, itemId: string): Promise<void> {
    await this.context.manager.query(
      `update assessment set until = clock.now(), lifted_at = clock.now(), lifted_by = caller.staff(), lift_item_id = $2 where id = $1`,
      [id, itemId],
    );
  }
}
