import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever leads a group learns when its members are busy from today on and half a year ahead, whatever span is asked for. */
export class BusyAhead1764000000064 implements MigrationInterface {
  readonly name = 'BusyAhead1764000000064';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(busyInGroup(CLAMPED));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(busyInGroup(''));
  }
}

/** The day itself, so that a calendar of today is whole. */
const CLAMPED = `
        since := greatest(since, lock.midnight(lock.today(clock.now())));
        till := least(till, clock.now() + interval '6 months');
        if since >= till then return; end if;`;

const busyInGroup = (clamp: string): string => `
  create or replace function caller.busy_in_group(wanted uuid, since timestamptz, till timestamptz)
        returns table (staff_id uuid, starts_at timestamptz, ends_at timestamptz)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if caller.role() not in ('coordinator','manager') or not caller.sees_group(wanted) or not exists (
          select 1 from public.collaboration_group g where g.id = wanted and g.branch_id = caller.branch()) then
          return;
        end if;${clamp}
        return query
          with people as materialized (
            select m.staff_id as id from public.group_member m where m.group_id = wanted
              and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
            union select g.coordinator_id from public.collaboration_group g where g.id = wanted)
          select p.id, lower(r.busy), upper(r.busy) from people p join public.busy_source s on s.staff_id = p.id
            cross join lateral unnest(s.busy * tstzmultirange(tstzrange(since, till))) as r(busy)
          union all
          select p.id, h.starts_at, h.starts_at + make_interval(mins => h.minutes) from people p join public.hub h on (
              h.leader_staff_id = p.id
              or exists (select 1 from public.hub_question q where q.hub_id = h.id and (q.representative_id = p.id
                or (q.deputy_id = p.id and q.deputy_asked_at is not null)))
              or exists (select 1 from public.hub_party y where y.hub_id = h.id and y.staff_id = p.id and y.ended_at is null))
            where h.state <> 'called-off' and h.starts_at < till and h.starts_at + make_interval(mins => h.minutes) > since;
      end $$;
`;
