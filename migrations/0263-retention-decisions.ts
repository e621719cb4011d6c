import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a manager decided when the time of a case drew to its end, by whom and why; never written again (SoL 16:1–3). */
export class RetentionDecisions1764000000263 implements MigrationInterface {
  readonly name = 'RetentionDecisions1764000000263';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table retention_decision (
        id uuid primary key,
        case_id uuid not null references case_file,
        branch_id uuid not null references branch,
        -- One decision on each time that ran.
        deadline_id uuid not null unique references deadline,
        outcome text not null check (outcome in ('keep','dispose')),
        ground text not null check (ground in ('placed-child','research','pending-review','newer-note','time-is-up')),
        keep_until date,
        decided_by uuid not null references staff_member,
        decided_at timestamptz not null default clock.now(),
        check ((outcome = 'keep') = (keep_until is not null) and (outcome = 'dispose') = (ground = 'time-is-up'))
      );
      create index retention_decision_case on retention_decision (case_id, decided_at);
      alter table retention_decision enable row level security;
      alter table retention_decision force row level security;
      create policy retention_decision_0 on retention_decision for select using (branch_id = (select caller.branch())
        and ((select caller.role()) = 'manager' or caller.works_on(case_id)));
      create policy retention_decision_1 on retention_decision for insert with check (branch_id = (select caller.branch())
        and (select caller.role()) = 'manager' and decided_by = (select caller.staff())
        and exists (select 1 from case_file c where c.id = case_id and c.branch_id = retention_decision.branch_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table retention_decision`);
  }
}
