import type { CaseDecisionKind } from '#domain/report/decide-case.js';
import { CaseDecisionStore, type DecisionRow, type ProposalRow } from '#use-cases/report/case-decision.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class CaseDecisionRepository extends CaseDecisionStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async propose(row: {
    id: string;
    caseId: string;
    kind: CaseDecisionKind;
    itemId: string;
    toStaffId: string;
    investigatorId: string | null;
  }): Promise<void> {
    await this.context.manager.query(
      `insert into case_proposal (id, case_id, kind, item_id, to_staff_id, investigator_id, proposed_by)
       values ($1, $2, $3, $4, $5, $6, caller.staff())`,
      [row.id, row.caseId, row.kind, row.itemId, row.toStaffId, row.investigatorId],
    );
  }

  async decide(row: {
    id: string;
    caseId: string;
    kind: CaseDecisionKind;
    itemId: string;
    investigatorId: string | null;
  }): Promise<void> {
    await this.context.manager.query(
      `insert into case_decision (id, case_id, kind, item_id, investigator_id, decided_by)
       values ($1, $2, $3, $4, $5, caller.staff())`,
      [row.id, row.caseId, row.kind, row.itemId, row.investigatorId],
    );
  }

  findDecisions(caseId: string): Promise<DecisionRow[]> {
    return this.context.manager.query(
      `select d.id, d.kind, d.item_id as "itemId", s.name as "byName", i.name as "investigatorName", d.decided_at as at, d.hub_id as "hubId"
       from (
         select id, kind, item_id, decided_by, decided_at, investigator_id, null::uuid as hub_id from case_decision where case_id = $1
         union all
         select h.id, h.kind, h.item_id, h.decided_by, h.decided_at, o.to_staff_id, h.hub_id
         from hub_decision h join hub m on m.id = h.hub_id left join hand_over o on o.hub_id = h.hub_id
         where m.case_id = $1 and m.state = 'closed'
         union all
         select id, 'begin-measures', item_id, decided_by, decided_at, null, null from phase_decision where case_id = $1
       ) d join staff_member s on s.id = d.decided_by left join staff_member i on i.id = d.investigator_id
       order by d.decided_at desc, d.id`,
      [caseId],
    );
  }

  findProposals(caseId: string): Promise<ProposalRow[]> {
    return this.context.manager.query(
      `select p.id, p.kind, p.item_id as "itemId", b.name as "byName", t.name as "toName", p.investigator_id as "investigatorId",
         p.proposed_at as at
       from case_proposal p join staff_member b on b.id = p.proposed_by join staff_member t on t.id = p.to_staff_id
       where p.case_id = $1 order by p.proposed_at desc, p.id`,
      [caseId],
    );
  }
}
