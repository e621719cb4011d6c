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
returns table (who jsonb, ungraded bigint, graded bigint, facts jsonb, danger_rank integer, due_at timestamptz, person_id uuid, born date, protection text,
  ciphertext bytea, key_version integer, wrapped bytea, kek_version integer) language plpgsql as $$
declare
  me jsonb := bench.identify(token);
  house constant uuid := caller.branch();
  received bigint;
  judged bigint;
  ids uuid[];
  ranks integer[];
  dues timestamptz[];
begin
  -- What stands first is found before anything else is asked about it: danger until it is assessed that nobody needs protection
  -- at once, then what is due.
  with open_cases as materialized (
    select c.id, c.state from case_file c where c.branch_id = house and c.state in ('received','graded')
  ), ranked as (
    select o.id, d.due_at, case
        when exists (select 1 from report_child k join report r on r.id = k.report_id where k.case_id = o.id and r.says_danger)
          and (case when exists (select 1 from deadline x where x.case_id = o.id and x.kind = 'protection-assessment'
              and (x.state = 'open' or (x.state = 'missed' and x.void_reason is null))) then null
            else (select p.needs_protection from protection_assessment p where p.case_id = o.id order by p.assessed_at desc limit 1) end)
            is not false then 0 else 1 end as danger_rank
    from open_cases o
    left join lateral (select min(x.due_at) as due_at from deadline x
      where x.case_id = o.id and (x.state = 'open' or (x.state = 'missed' and x.void_reason is null))) d on true
  ), first_ones as (
    select n.id, n.due_at, n.danger_rank from ranked n
    order by n.danger_rank, coalesce(date_trunc('milliseconds', n.due_at), 'infinity'), n.id limit wanted + 1
  )
  select (select count(*) from open_cases o where o.state = 'received'), (select count(*) from open_cases o where o.state = 'graded'),
      (select array_agg(f.id) from first_ones f), (select array_agg(f.due_at) from first_ones f),
      (select array_agg(f.danger_rank) from first_ones f)
    into received, judged, ids, dues, ranks;
  return query
    select me, received, judged,
      jsonb_build_object('id', c.id, 'number', c.number, 'state', c.state, 'grade', c.grade, 'version', c.version,
        'receivedAt', r.received_at, 'channel', r.channel, 'reporterKind', r.reporter_kind,
        'saysDanger', exists (select 1 from report_child k join report q on q.id = k.report_id where k.case_id = c.id and q.says_danger),
        'reporterHouse', case when a.kind is null then null else jsonb_build_object('kind', a.kind, 'name', b.name) end,
        'reportCount', r.reports,
        'needsProtection', case when exists (select 1 from deadline x where x.case_id = c.id and x.kind = 'protection-assessment'
            and (x.state = 'open' or (x.state = 'missed' and x.void_reason is null))) then null
          else (select p.needs_protection from protection_assessment p where p.case_id = c.id order by p.assessed_at desc limit 1) end,
        'otherOpenCases', (select count(*) from case_file o where o.person_id = c.person_id and o.id <> c.id and o.branch_id = house
          and o.state in ('received','graded','in-hub','investigation')),
        'deadlines', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'startsAt', x.starts_at, 'dueAt', x.due_at,
            'state', x.state) order by x.due_at, x.kind), '[]')
          from deadline x where x.case_id = c.id and (x.state = 'open' or (x.state = 'missed' and x.void_reason is null)))),
      u.danger_rank, u.due_at, c.person_id, p.born, p.protection, i.ciphertext, i.key_version, k.wrapped, k.kek_version
    from unnest(ids, dues, ranks) with ordinality u(id, due_at, danger_rank, place)
    join case_file c on c.id = u.id
    join lateral (select q.*, count(*) over () as reports from report_child h join report q on q.id = h.report_id where h.case_id = c.id
      order by q.received_at, q.id limit 1) r on true
    left join branch b on b.id = r.reporter_branch_id left join authority a on a.id = b.authority_id
    join person p on p.id = c.person_id join person_identity i on i.person_id = p.id join person_key k on k.person_id = p.id
    order by u.place;
end $$;

-- Everything that the page of a case shows, in one statement: its items and its child's identity still sealed.
create function bench.case_page(token bytea, wanted uuid)
returns table (who jsonb, facts jsonb, person_id uuid, ciphertext bytea, key_version integer, wrapped bytea, kek_version integer,
  item_ids uuid[], item_texts bytea[], item_keys integer[]) language plpgsql as $$
declare me jsonb := bench.identify(token);
begin
  return query
    with its as materialized (select c.id from case_file c where c.id = wanted or c.joined_into = wanted)
    select me,
      jsonb_build_object('id', c.id, 'number', c.number, 'branchId', c.branch_id, 'state', c.state, 'phase', c.phase, 'grade', c.grade,
        'version', c.version, 'joinedInto', c.joined_into, 'hubIsOpen', caller.hub_is_open(c.id),
        'openHubId', (select h.id from hub h where h.case_id = c.id and h.state not in ('closed','called-off') limit 1),
        'until', (select case when bool_or(a.ends_at is null) then null else max(a.ends_at) end from assignment a
          where a.case_id in (c.id, c.joined_into) and a.branch_id = caller.branch() and (a.staff_id = caller.staff() or a.unit_id = caller.unit())
            and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())),
        'born', p.born, 'protection', p.protection,
        'receivedAt', coalesce((select min(r.received_at) from report_child k join report r on r.id = k.report_id
          where k.case_id = c.id or k.received_case_id = c.id), c.opened_at),
        'reports', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'receipt', r.receipt, 'channel', r.channel,
            'receivedAt', r.received_at, 'reporterKind', r.reporter_kind, 'reporterHouse', case when b.id is null then null else
              jsonb_build_object('kind', a.kind, 'name', b.name) end, 'reporterName', f.name, 'reporterPhone', f.phone, 'reporterEmail', f.email,
            'saysDanger', r.says_danger, 'wantsFeedback', r.wants_feedback, 'feedbackGivenAt', k.feedback_given_at,
            'feedbackOutcome', k.feedback_outcome, 'feedbackToGive', case when r.wants_feedback and k.feedback_given_at is null then
              case c.state when 'investigation' then 'investigation-opened' when 'closed' then 'no-investigation' end end,
            'toldInPerson', r.reporter_branch_id is null or r.reporter_branch_id = c.branch_id, 'otherChildren', (select count(*) - 1 from report_child o where o.report_id = r.id),
            'items', (select jsonb_agg(jsonb_build_object('id', t.item_id, 'kind', t.kind)) from report_item t
              where t.report_id = r.id and t.case_id = k.received_case_id)) order by r.received_at, r.id), '[]')
          from report_child k join report r on r.id = k.report_id left join branch b on b.id = r.reporter_branch_id
          left join authority a on a.id = b.authority_id left join staff_member f on f.id = r.reporter_staff_id where k.case_id = c.id),
        'protectionAssessments', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'needsProtection', x.needs_protection,
            'byName', f.name, 'at', x.assessed_at, 'reasons', x.item_id) order by x.assessed_at desc, x.id), '[]')
          from protection_assessment x join staff_member f on f.id = x.assessed_by where x.case_id in (select its.id from its)),
        'gradings', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'grade', g.grade, 'instrument', g.instrument,
            'byName', f.name, 'at', g.graded_at, 'reasons', g.item_id) order by g.graded_at desc, g.id), '[]')
          from grading g join staff_member f on f.id = g.graded_by where g.case_id in (select its.id from its)),
        'deadlines', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'startsAt', d.starts_at, 'dueAt', d.due_at,
          'state', d.state) order by d.state <> 'open', d.due_at, d.kind), '[]') from deadline d where d.case_id = c.id),
        'otherCases', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state, 'grade', o.grade,
          'openedAt', o.opened_at, 'closedAt', o.closed_at) order by o.opened_at desc), '[]')
          from case_file o where o.person_id = c.person_id and o.id <> c.id and o.state <> 'joined'),
        'decisions', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'byName', f.name, 'investigatorName', v.name,
            'at', d.decided_at, 'hubId', d.hub_id, 'reasons', d.item_id) order by d.decided_at desc, d.id), '[]')
          from (select y.id, y.kind, y.item_id, y.decided_by, y.decided_at, y.investigator_id, null::uuid as hub_id from case_decision y where y.case_id = c.id
            union all select h.id, h.kind, h.item_id, h.decided_by, h.decided_at, o.to_staff_id, h.hub_id from hub_decision h
              join hub m on m.id = h.hub_id left join hand_over o on o.hub_id = h.hub_id where m.case_id = c.id and m.state = 'closed'
            union all select z.id, 'begin-measures', z.item_id, z.decided_by, z.decided_at, null, null from phase_decision z where z.case_id = c.id) d
          join staff_member f on f.id = d.decided_by left join staff_member v on v.id = d.investigator_id),
        'proposals', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'byName', f.name, 'toName', v.name,
            'investigatorId', x.investigator_id, 'at', x.proposed_at, 'reasons', x.item_id) order by x.proposed_at desc, x.id), '[]')
          from case_proposal x join staff_member f on f.id = x.proposed_by join staff_member v on v.id = x.to_staff_id where x.case_id = c.id),
        'joins', (select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'joinedId', n.id, 'joinedNumber', n.number, 'leadNumber', l.number,
            'byName', f.name, 'at', j.joined_at, 'reasons', j.item_id, 'separation', case when j.separated_at is null then null else
              jsonb_build_object('byName', v.name, 'at', j.separated_at, 'reasons', case when j.joined_case_id = c.id then j.separation_item_id
                else j.separation_lead_item_id end) end) order by j.joined_at, j.id), '[]')
          from case_join j join case_file n on n.id = j.joined_case_id join staff_member f on f.id = j.joined_by
          left join case_file l on l.id = coalesce(j.separated_from, n.joined_into) left join staff_member v on v.id = j.separated_by
          where (j.separated_at is null and n.joined_into = c.id) or (j.separated_at is not null and c.id in (j.joined_case_id, j.separated_from))),
        'said', s.facts),
      c.person_id, i.ciphertext, i.key_version, k.wrapped, k.kek_version, s.ids, s.texts, s.keys
    from case_file c join person p on p.id = c.person_id join person_identity i on i.person_id = p.id join person_key k on k.person_id = p.id
    cross join lateral (
      select array_agg(x.id order by x.id) as ids, array_agg(x.ciphertext order by x.id) as texts, array_agg(x.key_version order by x.id) as keys,
        jsonb_object_agg(x.id, jsonb_build_object('category', x.category, 'giverKind', a.kind, 'createdAt', x.created_at, 'version', x.version,
          'alsoSeenBy', (select coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'kind', z.kind, 'name', y.name) order by y.name), '[]')
            from share h join branch y on y.id = h.to_branch_id join authority z on z.id = y.authority_id
            where h.item_id = x.id and h.in_force @> clock.now()))) as facts
      from item x join branch b on b.id = x.branch_id join authority a on a.id = b.authority_id where x.case_id in (select its.id from its)) s
    where c.id = wanted;
end $$;

-- What other houses have told about a case, to whoever works on it here and as far as each share is in force: the consent filter is the
-- share’s range, which the database keeps.
create function bench.shared_case(token bytea, wanted uuid)
returns table (who jsonb, person_id uuid, wrapped bytea, kek_version integer, facts jsonb, item_ids uuid[], item_texts bytea[], item_keys integer[])
language plpgsql as $$
declare me jsonb := bench.identify(token);
begin
  return query
    select me, x.key_person_id, k.wrapped, k.kek_version,
      jsonb_object_agg(x.id, jsonb_build_object('category', x.category, 'version', x.version, 'createdAt', x.created_at, 'giverKind', a.kind,
        'fromName', b.name, 'sharedAt', h.made_at, 'until', (select upper(r) from unnest(h.in_force) r where r @> clock.now()))),
      array_agg(x.id order by h.made_at desc, h.id), array_agg(x.ciphertext order by h.made_at desc, h.id),
      array_agg(x.key_version order by h.made_at desc, h.id)
    from share h join item x on x.id = h.item_id join branch b on b.id = h.from_branch_id join authority a on a.id = b.authority_id
    join person_key k on k.person_id = x.key_person_id
    where h.case_id = wanted and h.to_branch_id = caller.branch() and h.in_force @> clock.now() and caller.works_on(h.case_id)
      and h.purpose not in ('report-concern','feedback')
    group by x.key_person_id, k.wrapped, k.kek_version;
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
grant execute on function bench.identify, bench.intake_queue, bench.case_page, bench.shared_case to samnav_app;
