import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An assessment of whatever ground can be lifted before its end, and who has lost by that what they were given is told so. */
export class LiftedGrounds1764000000075 implements MigrationInterface {
  readonly name = 'LiftedGrounds1764000000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lift(''));
    await runner.query(LEFT_NOW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.left_now`);
    await runner.query(lift(`and ground = 'OSL 12:3' `));
  }
}

/** By somebody of the house that made it, who works on the case, in their own name and now. */
const lift = (which: string): string => `
  drop policy assessment_lift on assessment;
  create policy assessment_lift on assessment for update
    using (branch_id = (select caller.branch()) ${which}and caller.works_on(case_id))
    with check (branch_id = (select caller.branch()) and lifted_by = (select caller.staff()) and lifted_at = clock.now());
`;

const LEFT_NOW = `
  -- What has left other houses in this very transaction of what was said about somebody; the platform asks as it tells them.
  create function caller.left_now(wanted uuid) returns table (case_id uuid, branch_id uuid)
  language sql stable strict security definer set search_path = pg_catalog, public as $$
    select distinct i.case_id, h.to_branch_id from public.item_subject s join public.item i on i.id = s.item_id
      join public.share h on h.item_id = i.id
    where caller.service() = 'consents' and s.person_id = wanted and h.to_branch_id is not null and h.left_at = clock.now()
      and not h.in_force @> clock.now()
    order by 1, 2
  $$;
`;
