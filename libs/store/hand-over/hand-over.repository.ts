import {
  HandOverStore,
  type DecisionLine,
  type GradingLine,
  type HandOverFacts,
  type NewHandOver,
  type ProtectionLine,
  type ReportLine,
} from '#use-cases/hand-over/hand-over.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { ITS_CASES } from '../report/case.repository.js';

export class HandOverRepository extends HandOverStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add({ from, ...h }: NewHandOver): Promise<void> {
    const [hubId, decisionId] = 'hubId' in from ? [from.hubId, null] : [null, from.decisionId];
    await this.query(
      `insert into hand_over (id, hub_id, decision_id, case_id, to_staff_id, to_unit_id, made_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [h.id, hubId, decisionId, h.caseId, h.toStaffId, h.toUnitId, h.madeBy],
    );
  }

  async findOfCase(caseId: string): Promise<HandOverFacts | undefined> {
    const rows: HandOverFacts[] = await this.query(
      `select o.id, o.hub_id as "hubId", o.to_staff_id as "toStaffId", t.name as "toStaffName", u.name as "toUnitName",
         m.name as "madeByName", o.made_at as "madeAt", r.name as "receivedByName", o.received_at as "receivedAt"
       from hand_over o join unit u on u.id = o.to_unit_id join staff_member m on m.id = o.made_by
       left join staff_member t on t.id = o.to_staff_id left join staff_member r on r.id = o.received_by
       where o.case_id = $1 order by o.made_at desc, o.id limit 1`,
      [caseId],
    );
    return rows[0];
  }

  async findClosedHub(caseId: string): Promise<string | undefined> {
    const rows: { id: string }[] = await this.query(
      `select id from hub where case_id = $1 and kind = 'internal' and state = 'closed' order by closed_at desc, id limit 1`,
      [caseId],
    );
    return rows[0]?.id;
  }

  findReports(caseId: string): Promise<ReportLine[]> {
    return this.query(
      `select r.id as "reportId", r.received_at as "receivedAt", r.channel, r.reporter_kind as "reporterKind",
         coalesce((select array_agg(i.item_id order by array_position(array['content','instrument','completion'], i.kind), i.item_id)
           from report_item i where i.report_id = r.id and i.case_id = c.received_case_id
             and i.kind in ('content','instrument','completion')), '{}') as "itemIds"
       from report r join report_child c on c.report_id = r.id where c.case_id = $1 order by r.received_at, r.id`,
      [caseId],
    );
  }

  findProtections(caseId: string): Promise<ProtectionLine[]> {
    return this.query(
      `select p.id, p.needs_protection as "needsProtection", p.assessed_at as "assessedAt", s.name as "assessedByName",
         p.item_id as "itemId"
       from protection_assessment p join staff_member s on s.id = p.assessed_by where p.case_id in ${ITS_CASES}
       order by p.assessed_at, p.id`,
      [caseId],
    );
  }

  findGradings(caseId: string): Promise<GradingLine[]> {
    return this.query(
      `select g.id, g.grade, g.instrument, g.graded_at as "gradedAt", s.name as "gradedByName", g.item_id as "itemId"
       from grading g join staff_member s on s.id = g.graded_by where g.case_id in ${ITS_CASES} order by g.graded_at, g.id`,
      [caseId],
    );
  }

  async findDecision(caseId: string, hubId: string | null): Promise<DecisionLine | undefined> {
    const rows: DecisionLine[] = await this.query(
      `select d.kind, d.item_id as "itemId", s.name as "decidedByName", s.title as "decidedByTitle",
         d.decided_at as "decidedAt", d.by_hub as "byHub"
       from (
         select kind, item_id, decided_by, decided_at, false as by_hub from case_decision where case_id = $1
         union all
         select kind, item_id, decided_by, decided_at, true from hub_decision where hub_id = $2
       ) d join staff_member s on s.id = d.decided_by order by d.by_hub limit 1`,
      [caseId, hubId],
    );
    return rows[0];
  }

  async receive(id: string, by: string, at: Date): Promise<boolean> {
    const answer: [unknown[], number] = await this.query(
      `update hand_over set received_by = $2, received_at = $3 where id = $1 and received_at is null`,
      [id, by, at],
    );
    return answer[1] === 1;
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
