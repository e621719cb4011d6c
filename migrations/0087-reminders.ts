import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That somebody who has been asked was reminded, by whom and when: so that an alarm that rings all the time is not heard. */
export class Reminders1764000000087 implements MigrationInterface {
  readonly name = 'Reminders1764000000087';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reminder (
        id uuid primary key,
        -- The house that waits for the answer.
        branch_id uuid not null references branch,
        kind text not null check (kind in ('hub-question','inquiry','invitation')),
        -- The question, inquiry or invitation that nobody has answered; what is written about whom stands there alone.
        about_id uuid not null,
        reminded_by uuid not null references staff_member,
        reminded_at timestamptz not null default clock.now()
      );
      create index reminder_about on reminder (about_id, reminded_at);
      alter table reminder enable row level security;
      alter table reminder force row level security;
      create policy reminder_0 on reminder for select using (branch_id = (select caller.branch()) and ${IN_SIGHT});
      create policy reminder_1 on reminder for insert with check (branch_id = (select caller.branch())
        and reminded_by = (select caller.staff()) and ${IN_SIGHT});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table reminder`);
  }
}

/** Whoever sees what was asked sees that it was reminded of. */
const IN_SIGHT = `case kind
  when 'hub-question' then exists (select 1 from hub_question q where q.id = about_id)
  when 'inquiry' then exists (select 1 from inquiry q where q.id = about_id)
  else exists (select 1 from invitation i where i.id = about_id) end`;
