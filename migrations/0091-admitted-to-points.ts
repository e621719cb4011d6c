import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Another house's party may be admitted to some points of a group's meeting: it sees those, and what the minutes say under them. */
export class AdmittedToPoints1764000000091 implements MigrationInterface {
  readonly name = 'AdmittedToPoints1764000000091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The points that the party is admitted to; null: all of the meeting.
      alter table hub_party add column point_ids uuid[] check (cardinality(point_ids) > 0);

      -- Whether the caller's part of the meeting holds this point. The house that leads is at all of it, and who sits by no
      -- party's place is judged by the other policies alone.
      create function caller.is_admitted(wanted uuid, point uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce((select h.branch_id = caller.branch() from public.hub h where h.id = wanted), false)
          or coalesce((select bool_or(p.point_ids is null or point = any(p.point_ids)) from public.hub_party p
            where p.hub_id = wanted and p.branch_id = caller.branch() and p.ended_at is null
              and (p.staff_id = caller.staff() or p.unit_id = caller.unit())), true)
      $$;
      create policy meeting_point_admitted on meeting_point as restrictive for select
        using (by_branch = (select caller.branch()) or caller.is_admitted(hub_id, id));
      create policy minute_line_admitted on minute_line as restrictive for select
        using (by_branch = (select caller.branch()) or caller.is_admitted(hub_id, point_id));
      create policy meeting_decision_admitted on meeting_decision as restrictive for select
        using (point_id is null or owner_staff_id = (select caller.staff()) or caller.is_admitted(hub_id, point_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy meeting_point_admitted on meeting_point;
      drop policy minute_line_admitted on minute_line;
      drop policy meeting_decision_admitted on meeting_decision;
      drop function caller.is_admitted;
      alter table hub_party drop column point_ids;
    `);
  }
}
