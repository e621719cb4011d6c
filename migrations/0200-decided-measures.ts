import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision of a meeting may be a measure in the group's plan from the first moment; it is followed there and nowhere else. */
export class DecidedMeasures1764000000200 implements MigrationInterface {
  readonly name = 'DecidedMeasures1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table meeting_decision add column entry_id uuid references plan_entry;
      alter table meeting_decision drop constraint meeting_decision_state_check;
      alter table meeting_decision add constraint meeting_decision_state_check check (state in ('open','done','not-done','withdrawn','in-plan'));
      alter table meeting_decision add constraint meeting_decision_in_plan check ((state = 'in-plan') = (entry_id is not null));
    `);
  }

  /** What became a measure is an open decision again; the measure stays in the plan. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table meeting_decision drop constraint meeting_decision_in_plan;
      alter table meeting_decision no force row level security;
      update meeting_decision set state = 'open' where state = 'in-plan';
      alter table meeting_decision force row level security;
      alter table meeting_decision drop constraint meeting_decision_state_check;
      alter table meeting_decision add constraint meeting_decision_state_check check (state in ('open','done','not-done','withdrawn'));
      alter table meeting_decision drop column entry_id;
    `);
  }
}
