import { RETENTION_KINDS } from '#domain/deadline/retention.js';
import {
  RetentionDecisionStore,
  type RetentionDecisionRow,
  type RunningRetention,
} from '#use-cases/deadline/retention-decision.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class RetentionDecisionRepository extends RetentionDecisionStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findRunning(caseId: string): Promise<RunningRetention | undefined> {
    const rows: RunningRetention[] = await this.context.manager.query(
      `select d.id, d.kind, d.branch_id as "branchId", d.starts_at as "startsAt", d.due_at as "dueAt",
         exists (select 1 from deadline_effect e where e.deadline_id = d.id and e.key not like 'act:%') as "isReminded"
       from deadline d where d.case_id = $1 and d.kind = any($2::text[]) and (d.state = 'open' or (d.state = 'missed' and d.void_reason is null))
       order by d.due_at desc, d.id limit 1`,
      [caseId, RETENTION_KINDS],
    );
    return rows[0];
  }

  findDecisions(caseId: string): Promise<RetentionDecisionRow[]> {
    return this.context.manager.query(
      `select r.id, r.outcome, r.ground, r.keep_until::text as "keepUntil", s.name as "byName", r.decided_at as at, x.disposed_at as "disposedAt"
       from retention_decision r join staff_member s on s.id = r.decided_by left join disposal x on x.decision_id = r.id where r.case_id = $1 order by r.decided_at desc, r.id`,
      [caseId],
    );
  }

  async add(decision: Parameters<RetentionDecisionStore['add']>[0]): Promise<void> {
    const { id, caseId, branchId, deadlineId, outcome, ground, keepUntil } = decision;
    await this.context.manager.query(
      `insert into retention_decision (id, case_id, branch_id, deadline_id, outcome, ground, keep_until, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, caller.staff())`,
      [id, caseId, branchId, deadlineId, outcome, ground, keepUntil],
    );
  }
}
