import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A count of one or two that another house has told is not to be had from the database either; only that there were few. */
export class SmallCounts1764000000076 implements MigrationInterface {
  readonly name = 'SmallCounts1764000000076';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rows(`and branch_id = (select caller.branch())`));
    await runner.query(TOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.area_sightings, caller.area_counts`);
    await runner.query(rows(''));
  }
}

const rows = (own: string): string => `
  drop policy area_sighting_0 on area_sighting;
  create policy area_sighting_0 on area_sighting for select using (caller.sees_group(group_id) ${own});
`;

/** As it was before small ones were left out of every sum. */
export const AREA_COUNTS = `create function caller.area_counts(wanted uuid, since date, until date)
    returns table (monday date, place text, phenomenon text, own integer, others integer, few boolean)
  language sql stable strict security definer set search_path = pg_catalog, public as $$
    select c.monday, c.place, c.phenomenon, c.own, c.told + case when c.mixed then c.small else 0 end, c.small > 0 and not c.mixed
    from (
      select r.*, r.small > r.n and r.small < 2 * r.n as mixed from (
        select s.monday, s.place, s.phenomenon,
          coalesce(sum(s.times) filter (where s.branch_id = caller.branch()), 0)::integer as own,
          coalesce(sum(s.times) filter (where s.branch_id <> caller.branch() and s.times >= 3), 0)::integer as told,
          coalesce(sum(s.times) filter (where s.branch_id <> caller.branch() and s.times < 3), 0)::integer as small,
          count(*) filter (where s.branch_id <> caller.branch() and s.times < 3)::integer as n
        from public.area_sighting s
        where s.group_id = wanted and caller.sees_group(wanted) and s.monday between since and until and s.withdrawn_at is null
        group by s.monday, s.place, s.phenomenon) r) c
    order by c.monday, c.place, c.phenomenon
  $$;
`;

const TOLD = `
  -- What whoever sits in a group may know of every house's sightings: others' times from three on.
  create function caller.area_sightings(wanted uuid, since date, until date)
    returns table (id uuid, monday date, branch_id uuid, place text, band text, phenomenon text, times integer, words text, told_at timestamptz, struck boolean)
  language sql stable strict security definer set search_path = pg_catalog, public as $$
    select s.id, s.monday, s.branch_id, s.place, s.band, s.phenomenon,
      case when s.branch_id = caller.branch() or s.times >= 3 then s.times end, s.words, s.told_at, s.struck_at is not null
    from public.area_sighting s
    where s.group_id = wanted and caller.sees_group(wanted) and s.monday between since and until and s.withdrawn_at is null
    order by s.told_at desc, s.id
  $$;
  -- Summed by week, place and phenomenon. Small ones are in the sum only where no single one can be reckoned back out of it,
  -- by the rows beside it that are told: neither a one (all of them ones) nor a two (all of them twos).
${AREA_COUNTS}`;
