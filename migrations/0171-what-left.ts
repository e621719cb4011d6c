import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What of a case was the caller's and is no longer: the case itself, seats in its groups, places at its meetings. A screen that
 * stands open is told of it and asks for nothing that would be refused against whoever only had it open (OSL 26:1).
 */
export class WhatLeft1764000000171 implements MigrationInterface {
  readonly name = 'WhatLeft1764000000171';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By a case, or by a meeting or a group of it; ids alone, and of nothing that was never the caller's.
      create function caller.left_with(wanted uuid) returns table (id uuid)
      language sql stable security definer set search_path = pg_catalog, public as $$
        with file as (
          select x.id, caller.has_worked_on(x.id) and not caller.works_on(x.id) as is_left from (select coalesce(
            (select h.case_id from public.hub h where h.id = wanted),
            (select g.case_id from public.collaboration_group g where g.id = wanted), wanted) as id) x)
        select f.id from file f where f.is_left
        union select g.id from file f join public.collaboration_group g on g.case_id = f.id
          where not caller.sees_group(g.id) and ((f.is_left and g.branch_id = caller.branch())
            or exists (select 1 from public.group_member m where m.group_id = g.id and m.staff_id = caller.staff() and m.branch_id = caller.branch()))
        union select h.id from file f join public.hub h on h.case_id = f.id
          where case when h.branch_id = caller.branch() then f.is_left else not caller.sits_in(h.id)
            and exists (select 1 from public.hub_party p where p.hub_id = h.id and p.branch_id = caller.branch()
              and (p.staff_id = caller.staff() or p.unit_id = caller.unit())) end
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.left_with`);
  }
}
