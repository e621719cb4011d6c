-- The floor's pages: the same policies and the same facts as the product, each read in one statement under the caller's
-- identity. Made in a database of the benchmarks by its superuser; called by the runtime role, which the policies bind.
create schema bench;

-- From the cookie's hash to the identity of this transaction; null when the session is not live.
create function bench.identify(token bytea) returns jsonb language plpgsql as $$
declare mine record;
begin
  perform set_config('samnav.service', 'sign-in', true), set_config('samnav.staff', '', true), set_config('samnav.unit', '', true),
    set_config('samnav.branch', '', true), set_config('samnav.municipality', '', true), set_config('samnav.role', '', true);
  select s.id, s.staff_id, f.name, s.idle_until, s.expires_at, m.id as membership, m.role, m.municipality_id, u.id as unit_id,
      u.name as unit_name, b.id as branch_id, b.name as branch_name, a.name as authority_name, a.kind, t.name as municipality_name
    into mine
    from session s join staff_member f on f.id = s.staff_id
    join membership m on m.id = s.membership_id and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())
    join unit u on u.id = m.unit_id join branch b on b.id = u.branch_id join authority a on a.id = b.authority_id
    join municipality t on t.id = m.municipality_id
    where s.token_hash = token and s.revoked_at is null and s.idle_until > clock.now() and s.expires_at > clock.now() and f.disabled_at is null;
  if not found then return null; end if;
  perform set_config('samnav.service', '', true), set_config('samnav.staff', mine.staff_id::text, true), set_config('samnav.unit', mine.unit_id::text, true),
    set_config('samnav.branch', mine.branch_id::text, true), set_config('samnav.municipality', mine.municipality_id::text, true),
    set_config('samnav.role', mine.role, true);
  return to_jsonb(mine);
end $$;

create function bench.intake_queue(token bytea, wanted integer)
returns table (who jsonb, ungraded bigint, graded bigint, facts jsonb, due_at timestamptz, person_id uuid, born date, protection text,
  ciphertext bytea, key_version integer, wrapped bytea, kek_version integer) language plpgsql as $$
declare
  me jsonb := bench.identify(token);
  house constant uuid := caller.branch();
  received bigint;
  judged bigint;
  ids uuid[];
  dues timestamptz[];
begin
  -- What stands first is found before anything else is asked about it.
  with open_cases as materialized (
    select c.id, c.state from case_file c where c.branch_id = house and c.state in ('received','graded')
  ), first_ones as (
    select o.id, d.due_at from open_cases o
    left join lateral (select min(x.due_at) as due_at from deadline x
      where x.case_id = o.id and (x.state = 'open' or (x.state = 'missed' and x.void_reason is null))) d on true
    order by coalesce(date_trunc('milliseconds', d.due_at), 'infinity'), o.id limit wanted + 1
  )
  select (select count(*) from open_cases o where o.state = 'received'), (select count(*) from open_cases o where o.state = 'graded'),
      (select array_agg(f.id) from first_ones f), (select array_agg(f.due_at) from first_ones f)
    into received, judged, ids, dues;
  return query
    select me, received, judged,
      jsonb_build_object('id', c.id, 'number', c.number, 'state', c.state, 'grade', c.grade, 'version', c.version,
        'receivedAt', r.received_at, 'channel', r.channel, 'reporterKind', r.reporter_kind, 'saysDanger', r.says_danger,
        'reporterHouse', case when a.kind is null then null else jsonb_build_object('kind', a.kind, 'name', b.name) end,
        'reportCount', r.reports,
        'needsProtection', (select p.needs_protection from protection_assessment p where p.case_id = c.id order by p.assessed_at desc limit 1),
        'otherOpenCases', (select count(*) from case_file o where o.person_id = c.person_id and o.id <> c.id and o.branch_id = house
          and o.state in ('received','graded','in-hub','investigation')),
        'deadlines', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'startsAt', x.starts_at, 'dueAt', x.due_at,
            'state', x.state) order by x.due_at, x.kind), '[]')
          from deadline x where x.case_id = c.id and (x.state = 'open' or (x.state = 'missed' and x.void_reason is null)))),
      u.due_at, c.person_id, p.born, p.protection, i.ciphertext, i.key_version, k.wrapped, k.kek_version
    from unnest(ids, dues) with ordinality u(id, due_at, place)
    join case_file c on c.id = u.id
    join lateral (select q.*, count(*) over () as reports from report_child h join report q on q.id = h.report_id where h.case_id = c.id
      order by q.received_at, q.id limit 1) r on true
    left join branch b on b.id = r.reporter_branch_id left join authority a on a.id = b.authority_id
    join person p on p.id = c.person_id join person_identity i on i.person_id = p.id join person_key k on k.person_id = p.id
    order by u.place;
end $$;

-- Everything that the page of a case shows: its facts as they lie, its items and its child's identity still sealed.
create function bench.case_page(token bytea, wanted uuid)
returns table (who jsonb, facts jsonb, person_id uuid, ciphertext bytea, key_version integer, wrapped bytea, kek_version integer,
  item_ids uuid[], item_texts bytea[], item_keys integer[]) language plpgsql as $$
declare me jsonb := bench.identify(token);
begin
  return query
    select me,
      to_jsonb(c) || jsonb_build_object('born', p.born, 'protection', p.protection,
        'reports', (select jsonb_agg(to_jsonb(r) || jsonb_build_object('house', b.name, 'items', (select jsonb_agg(to_jsonb(h)) from report_item h
            where h.report_id = r.id and h.case_id = c.id)) order by r.received_at)
          from report_child k join report r on r.id = k.report_id left join branch b on b.id = r.reporter_branch_id where k.case_id = c.id),
        'assessed', (select jsonb_agg(to_jsonb(a) order by a.assessed_at desc) from protection_assessment a where a.case_id = c.id),
        'graded', (select jsonb_agg(to_jsonb(g) order by g.graded_at desc) from grading g where g.case_id = c.id),
        'deadlines', (select jsonb_agg(to_jsonb(d) order by d.due_at) from deadline d where d.case_id = c.id),
        'others', (select jsonb_agg(to_jsonb(o)) from case_file o where o.person_id = c.person_id and o.id <> c.id)),
      c.person_id, i.ciphertext, i.key_version, k.wrapped, k.kek_version, s.ids, s.texts, s.keys
    from case_file c join person p on p.id = c.person_id join person_identity i on i.person_id = p.id join person_key k on k.person_id = p.id
    cross join lateral (select array_agg(x.id order by x.created_at) as ids, array_agg(x.ciphertext order by x.created_at) as texts,
      array_agg(x.key_version order by x.created_at) as keys from item x where x.case_id = c.id) s
    where c.id = wanted;
end $$;

-- One INSERT a table, as given: what a change writes, without asking anything before it.
create function bench.write(rows jsonb) returns void language plpgsql as $$
declare one jsonb;
begin
  for one in select * from jsonb_array_elements(rows) loop
    execute format('insert into public.%1$I (%2$s) select %2$s from jsonb_populate_recordset(null::public.%1$I, $1)',
      one->>'table', one->>'columns') using one->'rows';
  end loop;
end $$;

grant usage on schema bench to samnav_app;
grant execute on function bench.identify, bench.intake_queue, bench.case_page to samnav_app;
