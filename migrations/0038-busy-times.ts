import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When members of staff are busy, from their own calendars, and what a group's leader learns of it: times and nothing else. */
export class BusyTimes1764000000038 implements MigrationInterface {
  readonly name = 'BusyTimes1764000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table busy_source (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        staff_id uuid not null references staff_member,
        kind text not null check (kind in ('file','address')),
        -- Whoever has a calendar's address reads it: sealed, with the server's name beside it so that its owner knows it again.
        address text,
        host text,
        -- When its owner is busy. What for and where is dropped before it comes here.
        busy tstzmultirange not null default '{}',
        -- As far ahead as it has been read.
        covers_until timestamptz,
        added_at timestamptz not null default clock.now(),
        read_at timestamptz,
        next_read_at timestamptz,
        tries integer not null default 0,
        -- Why it could not be read: a closed word.
        fault text,
        check ((kind = 'address') = (address is not null)),
        check ((kind = 'address') = (host is not null)),
        check (kind = 'address' or next_read_at is null)
      );
      create index busy_source_staff on busy_source (staff_id);
      create index busy_source_next on busy_source (next_read_at) where next_read_at is not null;
      alter table busy_source enable row level security;
      alter table busy_source force row level security;
      -- One's own, and whoever fetches them anew; nobody else sees even that there is one.
      create policy busy_source_0 on busy_source for select using (
        staff_id = (select caller.staff()) or (select caller.service()) = 'calendars');
      create policy busy_source_1 on busy_source for insert with check (
        staff_id = (select caller.staff()) and municipality_id = (select caller.municipality()));
      create policy busy_source_2 on busy_source for update using (
        staff_id = (select caller.staff()) or (select caller.service()) = 'calendars');
      create policy busy_source_3 on busy_source for delete using (staff_id = (select caller.staff()));
      -- Nothing is fetched for those who have left.
      create policy staff_member_calendars on staff_member for select using ((select caller.service()) = 'calendars');

      -- When those are busy whom the caller may call to the group's meeting: from their calendars and from meetings here.
      create function caller.busy_in_group(wanted uuid, since timestamptz, till timestamptz)
        returns table (staff_id uuid, starts_at timestamptz, ends_at timestamptz)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if caller.role() not in ('coordinator','manager') or not caller.sees_group(wanted) or not exists (
          select 1 from public.collaboration_group g where g.id = wanted and g.branch_id = caller.branch()) then
          return;
        end if;
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function caller.busy_in_group; drop policy staff_member_calendars on staff_member; drop table busy_source;`,
    );
  }
}
