import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the family reads beside the plan as it stands: the figures of the series that were written for it too, and what stood in
 * the versions that it was asked about, each for its own reader and of the kind of information that it was then (OSL 12:1–3).
 */
export class FamilySeriesAndVersions1764000000417 implements MigrationInterface {
  readonly name = 'FamilySeriesAndVersions1764000000417';

  async up(runner: QueryRunner): Promise<void> {
    // What stood in a version before this was written for nobody of the family, as far as anybody knows.
    await runner.query(`alter table plan_version_line add column for_family boolean not null default false`);
    await runner.query(lines(', for_family', ', e.for_family'));
    await runner.query(READ);
    await runner.query(items(SHOWN));
    await runner.query(mark(FIGURES));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(mark(''));
    await runner.query(items(''));
    await runner.query(
      `drop function caller.family_item_words, caller.family_plan_lines, caller.family_plan_values, caller.family_plan_series`,
    );
    await runner.query(lines('', ''));
    await runner.query(`alter table plan_version_line drop column for_family`);
  }
}

/** About nobody of whom the reader is not told, and of a kind that may be told to them. */
const told = (
  item: string,
  category: string,
): string => `not exists (select 1 from public.item_subject s where s.item_id = ${item}.id
          and not (caller.is_told_of(s.person_id) and lock.tells_family(me, s.person_id, ${category}, ${item}.reveals_place, lock.house(${item}.branch_id))))`;

const READ = `
  -- What the series among a reader's entries count in, which way is better and how often they are told.
  create function caller.family_plan_series() returns table (id uuid, unit text, better text, cadence text)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    if caller.person() is null then return; end if;
    return query
      select e.id, p.unit, p.better, p.cadence from caller.family_plan_entries() e join public.plan_entry p on p.id = e.id where p.unit is not null;
  end $$;
  -- Their figures, whichever house has told them: each is asked of by itself.
  create function caller.family_plan_values() returns table (id uuid, series_id uuid, period text, item_id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select v.id, v.series_id, v.period::text, v.item_id from caller.family_plan_entries() e
        join public.plan_value v on v.series_id = e.id join public.item i on i.id = v.item_id
      where ${told('i', 'i.category')}
      order by v.period, v.id;
  end $$;
  -- What stood in each version that the reader was asked about, was written for the family then and is for them now: what was
  -- taken out of the plan, and what is no longer written for them, is not there.
  create function caller.family_plan_lines() returns table (group_id uuid, number integer, put_at timestamptz, entry_id uuid, kind text, item_id uuid,
      item_version integer, promised_by uuid, starts_on text, follow_up_on text, state text)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select v.group_id, v.number, v.put_at, e.id, e.kind, e.item_id, l.item_version, l.promised_by, l.starts_on::text, l.follow_up_on::text, l.state
      from caller.family_plans() f
      join public.plan_version v on v.group_id = f.group_id
      join public.plan_version_line l on l.version_id = v.id
      join public.plan_entry e on e.id = l.entry_id
      join public.item i on i.id = e.item_id
      left join public.item_version w on w.item_id = i.id and w.version = l.item_version
      where l.for_family and e.state <> 'removed' and lock.is_told_in_plan(me, e, f.person_id)
        and exists (select 1 from public.plan_answer a where a.version_id = v.id and a.person_id = me)
        and ${told('i', 'coalesce(w.category, i.category)')}
        and (l.promised_by is null or l.promised_by in (me, f.person_id) or exists (select 1 from caller.family_names(array[l.promised_by])))
      order by v.number, e.made_at, e.id;
  end $$;
  -- The words that stood there: of an item in one of its earlier versions.
  create function caller.family_item_words() returns table (item_id uuid, version integer, category text, key_version integer, ciphertext bytea)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    if caller.person() is null then return; end if;
    return query
      select distinct on (w.item_id, w.version) w.item_id, w.version, w.category, w.key_version, w.ciphertext
      from caller.family_plan_lines() l join public.item_version w on w.item_id = l.item_id and w.version = l.item_version;
  end $$;
`;

const SHOWN = `
          or i.id in (select v.item_id from caller.family_plan_values() v)
          or i.id in (select l.item_id from caller.family_plan_lines() l)`;

const FIGURES = `(select string_agg(concat_ws(' ', v.id, v.period, i.version), ',' order by v.id)
        from caller.family_plan_values() v join public.item i on i.id = v.item_id),
      `;

/** As 0320 made it, and what else is read in a plan. */
const items = (more: string): string => `
  create or replace function caller.family_items(ids uuid[]) returns table (id uuid, version integer, case_id uuid, giver_kind text, giver_person uuid,
      house_kind text, authority text, branch text, category text, form text, phase text, person_data boolean, reveals_place boolean,
      reported_by text, created_at timestamptz, key_person_id uuid, key_version integer, ciphertext bytea, wrapped bytea, kek_version integer,
      subjects jsonb, assessments jsonb) language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select i.id, i.version, i.case_id, i.giver_kind, i.giver_person, a.kind, a.slug, b.slug, i.category, i.form, i.phase, i.person_data,
        i.reveals_place, i.reported_by, i.created_at, i.key_person_id, i.key_version, i.ciphertext, k.wrapped, k.kek_version,
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'born', p.born, 'protection', p.protection, 'maturity', p.maturity,
            'guardians', case when p.id = me then '[]'::jsonb else jsonb_build_array(me) end) order by s.position)
          from public.item_subject s join public.person p on p.id = s.person_id where s.item_id = i.id and caller.is_told_of(p.id)), '[]'::jsonb),
        coalesce((select jsonb_agg(jsonb_build_object('ground', x.ground, 'person', x.person_id, 'from', x.from_house, 'to', x.to_house,
            'categories', x.categories, 'criteria', x.criteria, 'by', jsonb_build_object('name', '', 'role', x.decided_as),
            'at', floor(extract(epoch from x.decided_at) * 1000), 'until', floor(extract(epoch from x.until) * 1000)))
          from public.assessment x join public.item_subject s on s.person_id = x.person_id and s.item_id = i.id
          where x.ground in ('OSL 12:1','OSL 12:3')), '[]'::jsonb)
      from public.item i
      join public.branch b on b.id = i.branch_id
      join public.authority a on a.id = b.authority_id
      join public.person_key k on k.person_id = i.key_person_id
      where i.id = any (ids)
        and (i.giver_person = me or exists (select 1 from public.consent c where c.item_id = i.id and caller.signs(c.id))
          or i.id in (select e.item_id from caller.family_plan_entries() e)
          or exists (select 1 from public.plan_voice v where v.answer_item_id = i.id and v.person_id = me)${more})
        and not exists (select 1 from public.item_subject s where s.item_id = i.id and not caller.is_told_of(s.person_id));
  end $$;
`;

/** As 0320 made it, and the figures. */
const mark = (more: string): string => `
  create or replace function caller.family_plan_mark() returns text language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    if caller.person() is null then return null; end if;
    return md5(concat_ws('|',
      (select string_agg(concat_ws(' ', e.id, e.kind, e.promised_by, e.owner_house, e.starts_on, e.follow_up_on, e.state, i.version), ',' order by e.id)
        from caller.family_plan_entries() e join public.item i on i.id = e.item_id),
      ${more}(select string_agg(concat_ws(' ', v.id, v.answer, v.undone_at), ',' order by v.id) from public.plan_voice v where v.person_id = caller.person()),
      (select string_agg(concat_ws(' ', a.answer_id, a.answer, a.is_changed), ',' order by a.answer_id) from caller.family_plan_versions() a)));
  end $$;
`;

/** As 0320 made it, and whether the family was to read it. */
const lines = (column: string, value: string): string => `
  create or replace function lock.plan_version_lines() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    insert into public.plan_version_line (version_id, entry_id, item_version, state, owner_staff_id, starts_on, follow_up_on, promised_by${column})
      select new.id, e.id, i.version, e.state, e.owner_staff_id, e.starts_on, e.follow_up_on, e.promised_by${value}
      from public.plan_entry e join public.item i on i.id = e.item_id
      where e.plan_id = new.plan_id and e.state not in ('ended','removed');
    return null;
  end $$;
`;
