import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings of a group about a place: when, where, who was there. What was said stands in its week, and nobody is named. */
export class AreaMeetings1764000000089 implements MigrationInterface {
  readonly name = 'AreaMeetings1764000000089';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
    await runner.query(roomsTaken(AREA_ROOMS));
    await runner.query(busyInGroup(AREA_BUSY));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(roomsTaken(''));
    await runner.query(busyInGroup(''));
    await runner.query(`drop table area_attendance, area_meeting`);
  }
}

const TABLES = `
  create table area_meeting (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    branch_id uuid not null references branch,
    group_id uuid not null references collaboration_group,
    starts_at timestamptz not null,
    minutes integer not null check (minutes between 5 and 480),
    room text,
    video_url text,
    state text not null default 'planned' check (state in ('planned','held','called-off')),
    convened_by uuid not null references staff_member,
    convened_at timestamptz not null default clock.now(),
    changed_at timestamptz not null default clock.now(),
    -- Rises with each change; calendars have it as their SEQUENCE.
    version integer not null default 1
  );
  create index area_meeting_group on area_meeting (group_id, starts_at);
  create index area_meeting_room on area_meeting (municipality_id, room, starts_at) where room is not null;

  -- Who was there, by the seat that they hold.
  create table area_attendance (
    meeting_id uuid not null references area_meeting,
    member_id uuid not null references group_member,
    was_there boolean not null,
    by_staff uuid not null references staff_member,
    at timestamptz not null default clock.now(),
    primary key (meeting_id, member_id)
  );
`;

const sees = `caller.sees_group(group_id)`;
const leads = `branch_id = (select caller.branch()) and (select caller.role()) in ('coordinator','manager')`;
const ofMeeting = (more: string): string => `exists (select 1 from area_meeting m where m.id = meeting_id and ${more})`;
const leadsMeeting = ofMeeting(
  `m.branch_id = (select caller.branch()) and (select caller.role()) in ('coordinator','manager')`,
);

const policies: Record<string, string[]> = {
  area_meeting: [
    `for select using (${sees})`,
    `for insert with check (caller.is_area_group(group_id) and ${leads} and convened_by = (select caller.staff())
      and municipality_id = (select caller.municipality())
      and exists (select 1 from collaboration_group g where g.id = group_id and g.branch_id = area_meeting.branch_id))`,
    `for update using (${sees} and ${leads})`,
  ],
  area_attendance: [
    `for select using (${ofMeeting('true')})`,
    `for insert with check (${leadsMeeting} and by_staff = (select caller.staff())
      and exists (select 1 from group_member s join area_meeting m on m.group_id = s.group_id where s.id = member_id and m.id = meeting_id))`,
  ],
};

const AREA_ROOMS = `
      union all select m.room, case when m.branch_id = caller.branch() then m.id end, m.starts_at, m.starts_at + make_interval(mins => m.minutes)
        from public.area_meeting m where m.municipality_id = caller.municipality() and m.room is not null and m.state = 'planned'
          and m.starts_at < till and m.starts_at + make_interval(mins => m.minutes) > since`;

const roomsTaken = (more: string): string => `
  create or replace function caller.rooms_taken(since timestamptz, till timestamptz)
    returns table (room text, hub_id uuid, starts_at timestamptz, ends_at timestamptz)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    if caller.staff() is null or caller.role() in ('auditor','administrator') then return; end if;
    return query
      select h.room, case when h.branch_id = caller.branch() then h.id end, h.starts_at, h.starts_at + make_interval(mins => h.minutes)
      from public.hub h where h.municipality_id = caller.municipality() and h.room is not null and h.state not in ('closed','called-off')
        and h.starts_at < till and h.starts_at + make_interval(mins => h.minutes) > since${more};
  end $$;
`;

const AREA_BUSY = `
          union all
          select p.id, a.starts_at, a.starts_at + make_interval(mins => a.minutes) from people p join public.area_meeting a on a.state = 'planned'
            and (a.convened_by = p.id or exists (select 1 from public.group_member s where s.group_id = a.group_id and s.staff_id = p.id
              and (s.ends_at is null or s.ends_at > clock.now())))
            where a.starts_at < till and a.starts_at + make_interval(mins => a.minutes) > since`;

const busyInGroup = (more: string): string => `
  create or replace function caller.busy_in_group(wanted uuid, since timestamptz, till timestamptz)
        returns table (staff_id uuid, starts_at timestamptz, ends_at timestamptz)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if caller.role() not in ('coordinator','manager') or not caller.sees_group(wanted) or not exists (
          select 1 from public.collaboration_group g where g.id = wanted and g.branch_id = caller.branch()) then
          return;
        end if;
        since := greatest(since, lock.midnight(lock.today(clock.now())));
        till := least(till, clock.now() + interval '6 months');
        if since >= till then return; end if;
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
            where h.state <> 'called-off' and h.starts_at < till and h.starts_at + make_interval(mins => h.minutes) > since${more};
      end $$;
`;
