import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STOPPED_IN_TOWN } from './0086-stopped-area-meetings.js';

/** What stands still without an agreement: a manager sees the groups of their own house, an administrator how many each house has. */
export class OwnStops1764000000107 implements MigrationInterface {
  readonly name = 'OwnStops1764000000107';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      STOPPED_IN_TOWN.replace(
        `caller.role() in ('administrator','manager') and`,
        `caller.role() = 'manager' and g.branch_id = caller.branch() and`,
      ),
    );
    await runner.query(`
      -- Counts alone: when a group meets says where those are whom it is about.
      create function caller.stop_counts(wanted text) returns table (kind text, house text, groups integer)
      language sql stable security definer set search_path = pg_catalog, public as $$
        select g.kind, b.name, count(*)::integer from public.collaboration_group g join public.branch b on b.id = g.branch_id
        where caller.role() = 'administrator' and g.municipality_id = caller.municipality() and g.form = wanted and g.closed_at is null
        group by g.kind, b.id, b.name order by b.name, g.kind
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.stop_counts;`);
    await runner.query(STOPPED_IN_TOWN);
  }
}
