import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line that was taken off a hub's joint map is told to nobody anew; those who were told before keep what they were given. */
export class OffTheMap1764000000025 implements MigrationInterface {
  readonly name = 'OffTheMap1764000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index board_event_removed on board_event (item_id) where kind = 'MapEntryRemoved';
      -- Also for a house that has left the table since: of whose item it knows already.
      create function caller.is_off_the_map(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.board_event e where e.item_id = wanted and e.kind = 'MapEntryRemoved')
      $$;
      create policy share_on_the_map on share as restrictive for insert with check (not caller.is_off_the_map(item_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy share_on_the_map on share;
      drop function caller.is_off_the_map;
      drop index board_event_removed;
    `);
  }
}
