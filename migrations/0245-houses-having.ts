import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which houses have a thing now, for whoever has it too: what is said of it is said to them and to no other. */
export class HousesHaving1764000000245 implements MigrationInterface {
  readonly name = 'HousesHaving1764000000245';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.houses_having(wanted uuid) returns table (branch_id uuid)
      language sql stable security definer set search_path = pg_catalog, public as $$
        with having_it as (
          select i.branch_id from public.item i where i.id = wanted
          union
          select h.to_branch_id from public.share h where h.item_id = wanted and h.to_branch_id is not null and h.in_force @> clock.now())
        select o.branch_id from having_it o where exists (select 1 from having_it me where me.branch_id = caller.branch())
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.houses_having(uuid)`);
  }
}
