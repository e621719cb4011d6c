import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case in the hub whose hub has met and found that more is needed stands on the queue again: no hub has it any more. */
export class OpenHubOfCase1764000000155 implements MigrationInterface {
  readonly name = 'OpenHubOfCase1764000000155';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether, and nothing of it: a manager sees the house's cases and not the hubs that others sit in.
      create function caller.hub_is_open(file uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.hub h where h.case_id = file and h.branch_id = caller.branch() and h.state not in ('closed','called-off'))
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.hub_is_open`);
  }
}
