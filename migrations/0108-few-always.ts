import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AREA_COUNTS } from './0076-small-counts.js';

/** Whether a small count is told says nothing of what it is: others' one or two are in no sum, whatever stands beside them. */
export class FewAlways1764000000108 implements MigrationInterface {
  readonly name = 'FewAlways1764000000108';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.area_counts;
      -- Summed by week, place and phenomenon. A sum that took in some small ones and not others would tell by that what they are,
      -- and one that grew by a small one, to whoever looked before it and after.
      create function caller.area_counts(wanted uuid, since date, until date)
        returns table (monday date, place text, phenomenon text, own integer, others integer, few boolean)
      language sql stable strict security definer set search_path = pg_catalog, public as $$
        select s.monday, s.place, s.phenomenon,
          coalesce(sum(s.times) filter (where s.branch_id = caller.branch()), 0)::integer,
          coalesce(sum(s.times) filter (where s.branch_id <> caller.branch() and s.times >= 3), 0)::integer,
          count(*) filter (where s.branch_id <> caller.branch() and s.times < 3) > 0
        from public.area_sighting s
        where s.group_id = wanted and caller.sees_group(wanted) and s.monday between since and until and s.withdrawn_at is null
        group by s.monday, s.place, s.phenomenon
        order by s.monday, s.place, s.phenomenon
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.area_counts; ${AREA_COUNTS}`);
  }
}
