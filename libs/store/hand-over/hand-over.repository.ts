import {
  HandOverStore,
  type DecisionLine,
  type GradingLine,
  type HandOverFacts,
  type NewHandOver,
  type ReportLine,
} from '#use-cases/hand-over/hand-over.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class HandOverRepository extends HandOverStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async add(h: NewHandOver): Promise<void> {
    await this.query(
      `insert into hand_over (id, hub_id, case_id, to_staff_id, to_unit_id, made_by) values ($1, $2, $3, $4, $5, $6)`,
      [h.id, h.hubId, h.caseId, h.toStaffId, h.toUnitId, h.madeBy],
    );
  }

  async findByHub(hubId: string): Promise<HandOverFacts | undefined> {
    const rows: HandOverFacts[] = await this.query(
      `select o.id, o.hub_id as "hubId", o.to_staff_id as "toStaffId", t.name as "toStaffName", u.name as "toUnitName",
         m.name as "madeByName", o.made_at as "madeAt", r.name as "receivedByName", o.received_at as "receivedAt"
       from hand_over o join unit u on u.id = o.to_unit_id join staff_member m on m.id = o.made_by
       left join staff_member t on t.id = o.to_staff_id left join staff_member r on r.id = o.received_by
       where o.hub_id = $1`,
      [hubId],
    );
    return rows[0];
  }

  async findClosedHub(caseId: string): Promise<string | undefined> {
    const rows: { id: string }[] = await this.query(
      `select id from hub where case_id = $1 and state = 'closed' order by closed_at desc, id limit 1`,
      [caseId],
    );
    return rows[0]?.id;
  }

  findReports(caseId: string): Promise<ReportLine[]> {
    return this.query(
      `select r.id as "reportId", r.received_at as "receivedAt", r.channel, r.reporter_kind as "reporterKind",
         coalesce((select array_agg(i.item_id order by i.kind, i.item_id) from report_item i
           where i.report_id = r.id and i.case_id = $1 and i.kind in ('content','instrument','completion')), '{}') as "itemIds"
       from report r join report_child c on c.report_id = r.id where c.case_id = $1 order by r.received_at, r.id`,
      [caseId],
    );
  }

  findGradings(caseId: string): Promise<GradingLine[]> {
    return this.query(
      `select g.id, g.grade, g.instrument, g.graded_at as "gradedAt", s.name as "gradedByName", g.item_id as "itemId"
       from grading g join staff_member s on s.id = g.graded_by where g.case_id = $1 order by g.graded_at, g.id`,
      [caseId],
    );
  }

  async findDecision(hubId: string): Promise<DecisionLine | undefined> {
    const rows: DecisionLine[] = await this.query(
      `select d.kind, d.item_id as "itemId", s.name as "decidedByName", s.title as "decidedByTitle",
         d.decided_at as "decidedAt"
       from hub_decision d join staff_member s on s.id = d.decided_by where d.hub_id = $1`,
      [hubId],
    );
    return rows[0];
  }

  async receive(hubId: string, by: string, at: Date): Promise<boolean> {
    const answer: [unknown[], number] = await this.query(
      `update hand_over set received_by = $2, received_at = $3 where hub_id = $1 and received_at is null`,
      [hubId, by, at],
    );
    return answer[1] === 1;
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
