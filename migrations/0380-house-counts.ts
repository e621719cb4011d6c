import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many groups a house has, and whose turn it is in its queue, counted over the whole house: two coordinators who each work on
 * their own cases are told the same room and the same order. Numbers alone leave, and places of groups that the caller sees.
 */
export class HouseCounts1764000000380 implements MigrationInterface {
  readonly name = 'HouseCounts1764000000380';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.house_groups() returns table (kind text, form text, level text, standing text, groups integer)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select g.kind, g.form, g.level, g.standing, count(*)::integer from public.collaboration_group g
          where g.branch_id = caller.branch() and caller.role() in ('coordinator','manager')
          group by g.kind, g.form, g.level, g.standing
      $$;
      -- Whoever has waited longest stands first: since the first of the last acts that left the group waiting.
      create function caller.queue_places() returns table (group_id uuid, place integer)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select w.id, w.place from (
          select g.id, (row_number() over (partition by g.kind order by coalesce((
              select min(a.at) from public.group_act a where a.group_id = g.id and a.standing = 'queued' and not exists (
                select 1 from public.group_act o where o.group_id = g.id and o.standing <> 'queued' and (o.at, o.place) > (a.at, a.place))
            ), g.created_at), g.id))::integer as place
          from public.collaboration_group g where g.branch_id = caller.branch() and g.standing = 'queued'
        ) w where caller.sees_group(w.id)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.queue_places; drop function caller.house_groups`);
  }
}
