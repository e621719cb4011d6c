/** Whoever writes down a refusal finds whose an id is in any table that has such things, and nothing but that. */
export const soughtObjects = `
  do $$
  declare
    p record;
    name text;
    asked text[] := array['select r.report_id, ''report''::text, r.person_id, r.case_id, null::uuid from public.report_child r
      where r.report_id = any(ids) and r.position = (select min(x.position) from public.report_child x where x.report_id = r.report_id)'];
  begin
    for p in select * from caller.places_of_object() loop
      execute format('grant select (%s) on public.%I to samnav_definer', concat_ws(', ', 'id', p.person, p.file, p.hub, p.item), p.kind);
      asked := asked || format('select t.id, %L::text, %s, %s, %s from public.%I t where t.id = any(ids)', p.kind,
        case when p.kind = 'person' then 'coalesce(t.merged_into, t.id)' when p.person is not null then 't.' || p.person else 'null::uuid' end,
        case when p.kind = 'case_file' then 't.id' when p.file is not null then 't.' || p.file
          when p.hub is not null then '(select h.case_id from public.hub h where h.id = t.hub_id)'
          when p.item is not null then '(select i.case_id from public.item i where i.id = t.item_id)' else 'null::uuid' end,
        case when p.kind = 'item' then 't.id' when p.item is not null then 't.' || p.item else 'null::uuid' end, p.kind);
    end loop;
    foreach name in array array['find_objects', 'find_all_objects'] loop
      -- Planning the branches costs far more than asking them, so each caller has one whose plan is kept.
      execute format('create or replace function caller.%I(ids uuid[]) returns table (id uuid, kind text, person uuid, file uuid, item uuid)
        language plpgsql stable set search_path = pg_catalog, public as %L',
        name, 'begin return query ' || array_to_string(asked, ' union all ') || '; end');
    end loop;
  end $$;
`;
