import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A young person is at one meeting at a time: what else they are called to keeps a time clear as those do whom they must never meet. */
export class OneMeetingAtATime1764000000112 implements MigrationInterface {
  readonly name = 'OneMeetingAtATime1764000000112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.kept_clear(uuid, timestamptz, timestamptz);
      -- Times at which a case's person may not come, for whoever convenes for that case: times, and nothing of whom. Those of
      -- the person's own meetings in the own house are among them, so that a time that is not to be had says nothing of a pair.
      create function caller.kept_clear(file uuid, since timestamptz, till timestamptz, beside uuid)
        returns table (starts_at timestamptz, ends_at timestamptz, site text, own boolean)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        me uuid;
      begin
        select c.person_id into me from public.case_file c where c.id = file and c.branch_id = caller.branch();
        if me is null or not caller.works_on(file) then return; end if;
        return query
          select h.starts_at, h.starts_at + make_interval(mins => h.minutes), lock.site_of(h.municipality_id, h.room), false
          from public.kept_apart k
            join public.case_file o on o.person_id = case when k.person_id = me then k.other_person_id else k.person_id end
            join public.hub h on h.case_id = o.id
          where me in (k.person_id, k.other_person_id) and k.ended_at is null and k.until > h.starts_at
            -- In an inner hub only colleagues meet.
            and h.kind = 'joint' and h.state not in ('closed','called-off')
            and h.starts_at < till and h.starts_at + make_interval(mins => h.minutes) > since
          union all
          select h.starts_at, h.starts_at + make_interval(mins => h.minutes), null, true
          from public.case_file o join public.hub h on h.case_id = o.id
          where o.person_id = me and h.branch_id = caller.branch() and h.id is distinct from beside
            and h.kind = 'joint' and h.state not in ('closed','called-off')
            and h.starts_at < till and h.starts_at + make_interval(mins => h.minutes) > since;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.kept_clear(uuid, timestamptz, timestamptz, uuid);
      create function caller.kept_clear(file uuid, since timestamptz, till timestamptz)
        returns table (starts_at timestamptz, ends_at timestamptz, site text)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        me uuid;
      begin
        select c.person_id into me from public.case_file c where c.id = file and c.branch_id = caller.branch();
        if me is null or not caller.works_on(file) then return; end if;
        return query
          select h.starts_at, h.starts_at + make_interval(mins => h.minutes), lock.site_of(h.municipality_id, h.room)
          from public.kept_apart k
            join public.case_file o on o.person_id = case when k.person_id = me then k.other_person_id else k.person_id end
            join public.hub h on h.case_id = o.id
          where me in (k.person_id, k.other_person_id) and k.ended_at is null and k.until > h.starts_at
            -- In an inner hub only colleagues meet.
            and h.kind = 'joint' and h.state not in ('closed','called-off')
            and h.starts_at < till and h.starts_at + make_interval(mins => h.minutes) > since;
      end $$;
    `);
  }
}
