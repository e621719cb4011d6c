import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which of the town's rooms a meeting is held, when a room is taken, and that those kept apart are so by site. */
export class MeetingRooms1764000000088 implements MigrationInterface {
  readonly name = 'MeetingRooms1764000000088';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The room's word in the town's file; null: online, or nowhere that is known.
      alter table hub add column room text;
      create index hub_room on hub (municipality_id, room, starts_at) where room is not null;

      -- Where a room lies: whoever waits at one site waits together. Null where the town has the room no more.
      create function lock.site_of(town uuid, wanted text) returns text language sql stable security definer set search_path = pg_catalog, public as $$
        select r ->> 'site' from public.municipality m cross join jsonb_array_elements(m.settings -> 'calendar' -> 'rooms') r
        where m.id = town and r ->> 'slug' = wanted limit 1
      $$;
      -- When the rooms of the caller's town are taken: times, and nothing of whom they are taken for.
      create function caller.rooms_taken(since timestamptz, till timestamptz)
        returns table (room text, hub_id uuid, starts_at timestamptz, ends_at timestamptz)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if caller.staff() is null or caller.role() in ('auditor','administrator') then return; end if;
        return query
          select h.room, case when h.branch_id = caller.branch() then h.id end, h.starts_at, h.starts_at + make_interval(mins => h.minutes)
          from public.hub h where h.municipality_id = caller.municipality() and h.room is not null and h.state not in ('closed','called-off')
            and h.starts_at < till and h.starts_at + make_interval(mins => h.minutes) > since;
      end $$;
      -- Who of these is busy by a calendar of their own, beside the meeting that is to be moved: yes or no, for the platform alone.
      create function caller.busy_between(people uuid[], since timestamptz, till timestamptz, beside tstzrange) returns setof uuid
        language sql stable security definer set search_path = pg_catalog, public as $$
        select distinct s.staff_id from public.busy_source s
        where caller.service() = 'deadlines' and s.staff_id = any(people) and since < till and till <= clock.now() + interval '6 months'
          and (s.busy * tstzmultirange(tstzrange(since, till))) - tstzmultirange(beside) <> '{}'::tstzmultirange
      $$;
    `);
    await runner.query(
      `drop function caller.kept_clear; ${keptClear(', site text', ', lock.site_of(h.municipality_id, h.room)')}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.kept_clear; ${keptClear('', '')}`);
    await runner.query(
      `drop function caller.busy_between, caller.rooms_taken, lock.site_of; drop index hub_room; alter table hub drop column room;`,
    );
  }
}

const keptClear = (column: string, value: string): string => `
  create function caller.kept_clear(file uuid, since timestamptz, till timestamptz)
    returns table (starts_at timestamptz, ends_at timestamptz${column})
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me uuid;
  begin
    select c.person_id into me from public.case_file c where c.id = file and c.branch_id = caller.branch();
    if me is null or not caller.works_on(file) then return; end if;
    return query
      select h.starts_at, h.starts_at + make_interval(mins => h.minutes)${value}
      from public.kept_apart k
        join public.case_file o on o.person_id = case when k.person_id = me then k.other_person_id else k.person_id end
        join public.hub h on h.case_id = o.id
      where me in (k.person_id, k.other_person_id) and k.ended_at is null and k.until > h.starts_at
        -- In an inner hub only colleagues meet.
        and h.kind = 'joint' and h.state not in ('closed','called-off')
        and h.starts_at < till and h.starts_at + make_interval(mins => h.minutes) > since;
  end $$;
`;
