import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The picture of an area week by week: what was seen at places, what is done about it, and which weeks are closed. */
export class AreaPicture1764000000049 implements MigrationInterface {
  readonly name = 'AreaPicture1764000000049';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(KNOWN);
    await runner.query(STRIKE);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table area_measure, area_sighting, area_week;
      drop function caller.is_area_group, caller.knows_people, caller.strike_words;
    `);
  }
}

const TABLES = `
  -- A week that the group has gone through together; nothing is added to it any more.
  create table area_week (
    id uuid primary key,
    group_id uuid not null references collaboration_group,
    monday date not null check (extract(isodow from monday) = 1),
    closed_by uuid not null references staff_member,
    closed_at timestamptz not null default clock.now(),
    unique (group_id, monday)
  );

  -- What a house saw at a place: closed words, how many times, and a few words in which nobody is named.
  create table area_sighting (
    id uuid primary key,
    group_id uuid not null references collaboration_group,
    branch_id uuid not null references branch,
    staff_id uuid not null references staff_member,
    monday date not null check (extract(isodow from monday) = 1),
    place text not null,
    band text not null,
    phenomenon text not null,
    times integer not null check (times between 1 and 99),
    words text check (length(words) between 1 and 400),
    told_at timestamptz not null default clock.now(),
    -- Taken back by the house that told it.
    withdrawn_at timestamptz,
    -- The words were taken away since they pointed at somebody.
    struck_by uuid references staff_member,
    struck_at timestamptz,
    check (struck_at is null or words is null)
  );
  create index area_sighting_group on area_sighting (group_id, monday);

  -- What is done about it, by one house, until when, and what came of it.
  create table area_measure (
    id uuid primary key,
    group_id uuid not null references collaboration_group,
    place text not null,
    phenomenon text,
    what text check (length(what) between 1 and 400),
    owner_branch uuid not null references branch,
    owner_staff uuid not null references staff_member,
    due_on date not null,
    since date not null check (extract(isodow from since) = 1),
    state text not null default 'open' check (state in ('open','done','dropped')),
    result text check (length(result) between 1 and 400),
    ended_week date check (extract(isodow from ended_week) = 1),
    decided_by uuid not null references staff_member,
    decided_at timestamptz not null default clock.now(),
    struck_by uuid references staff_member,
    struck_at timestamptz,
    version integer not null default 1,
    check ((state = 'open') = (ended_week is null)),
    check ((what is null) = (struck_at is not null)),
    check (struck_at is null or result is null)
  );
  create index area_measure_group on area_measure (group_id, state);
`;

/**
 * Whether somebody whom the caller's own house keeps bears the names that stand side by side in a text: which of the
 * pairs, and never who. Each pair is two lists of keyed hashes; an assumed identity is found by no name (lag 1991:483).
 */
const KNOWN = `
  create function caller.is_area_group(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.collaboration_group g where g.id = wanted and g.level = 'none' and g.closed_at is null and g.formed_at is not null)
      and caller.sees_group(wanted)
  $$;
  create function caller.knows_people(pairs jsonb) returns setof integer language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant uuid := caller.branch();
    pair jsonb;
    at integer := 0;
  begin
    if mine is null or caller.staff() is null or jsonb_array_length(pairs) > 60 then return; end if;
    for pair in select * from jsonb_array_elements(pairs) loop
      if exists (
        select 1 from public.person_name_index a join public.person_name_index b on b.person_id = a.person_id and b.branch_id = mine
          join public.person p on p.id = a.person_id
        where a.branch_id = mine and p.protection <> 'assumed-identity'
          and a.part_hash in (select decode(h, 'hex') from jsonb_array_elements_text(pair -> 0) h)
          and b.part_hash in (select decode(h, 'hex') from jsonb_array_elements_text(pair -> 1) h)
          and a.part_hash <> b.part_hash
      ) then return next at; end if;
      at := at + 1;
    end loop;
  end $$;
`;

/** Whoever sees words that point at somebody takes them away at once, whichever house wrote them; nothing else of the row changes. */
const STRIKE = `
  create function caller.strike_words(wanted uuid) returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public as $$
  declare struck uuid;
  begin
    update public.area_sighting s set words = null, struck_by = caller.staff(), struck_at = clock.now()
      where s.id = wanted and s.words is not null and caller.sees_group(s.group_id) returning s.group_id into struck;
    if struck is not null then return struck; end if;
    update public.area_measure m set what = null, result = null, struck_by = caller.staff(), struck_at = clock.now(), version = m.version + 1
      where m.id = wanted and m.what is not null and caller.sees_group(m.group_id) returning m.group_id into struck;
    return struck;
  end $$;
`;

const sees = `caller.sees_group(group_id)`;
const leads = `(select caller.role()) in ('coordinator','manager')
  and exists (select 1 from collaboration_group g where g.id = group_id and g.branch_id = (select caller.branch()))`;

const policies: Record<string, string[]> = {
  area_week: [
    `for select using (${sees})`,
    `for insert with check (caller.is_area_group(group_id) and ${leads} and closed_by = (select caller.staff()))`,
  ],
  area_sighting: [
    `for select using (${sees})`,
    `for insert with check (caller.is_area_group(group_id) and branch_id = (select caller.branch())
      and staff_id = (select caller.staff()) and not exists (select 1 from area_week w
        where w.group_id = area_sighting.group_id and w.monday = area_sighting.monday))`,
    `for update using (${sees} and branch_id = (select caller.branch()))`,
  ],
  area_measure: [
    `for select using (${sees})`,
    `for insert with check (caller.is_area_group(group_id) and decided_by = (select caller.staff()) and state = 'open'
      and exists (select 1 from group_member m where m.group_id = area_measure.group_id and m.staff_id = owner_staff
        and m.branch_id = owner_branch and m.ends_at is null))`,
    `for update using (${sees} and (owner_branch = (select caller.branch()) or (${leads})))`,
  ],
};
