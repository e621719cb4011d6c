import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has not answered an invitation is reminded by its time: the house that waits sees it as it sees its own reminders. */
export class RemindersByTime1764000000243 implements MigrationInterface {
  readonly name = 'RemindersByTime1764000000243';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: its time did it.
      alter table reminder alter column reminded_by drop not null;
      create policy reminder_by_time_0 on reminder for select using ((select caller.service()) = 'deadlines' and kind = 'invitation');
      create policy reminder_by_time_1 on reminder for insert with check ((select caller.service()) = 'deadlines' and kind = 'invitation'
        and reminded_by is null);
      create index deadline_of_answers on deadline (about_id) where kind = 'invitation-answer';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index deadline_of_answers;
      drop policy reminder_by_time_1 on reminder;
      drop policy reminder_by_time_0 on reminder;
      alter table reminder no force row level security;
      delete from reminder where reminded_by is null;
      alter table reminder force row level security;
      alter table reminder alter column reminded_by set not null;
    `);
  }
}
