import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is added to a report and sent again under its key is added once. The key stands at the first part of what was added,
 * with a keyed mark of what came, so that its sender can be told when words were changed in between.
 */
export class CompletionsOnce1764000000251 implements MigrationInterface {
  readonly name = 'CompletionsOnce1764000000251';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null at every other part, and at what was added before there were keys.
      alter table report_item add column completed_by uuid references staff_member, add column client_key uuid,
        add column content_mark bytea, add column completed_at timestamptz,
        add constraint report_item_completion check (num_nulls(completed_by, client_key, content_mark, completed_at) in (0, 4)
          and (client_key is null or kind = 'completion'));
      create unique index report_item_once on report_item (completed_by, client_key) where client_key is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index report_item_once;
      alter table report_item drop constraint report_item_completion, drop column completed_by, drop column client_key,
        drop column content_mark, drop column completed_at`);
  }
}
