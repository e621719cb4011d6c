import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a reviewer of the ledger may be told beside it, what came of a review, and which objects a refusal was about. */
export class LedgerReview1764000000017 implements MigrationInterface {
  readonly name = 'LedgerReview1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a reviewer came to about an entry: added to, never changed; the newest one counts.
      create table ledger_outcome (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        entry_id bigint not null,
        outcome text not null check (outcome in ('explained','to-be-asked','reported')),
        reviewed_by uuid not null references staff_member,
        reviewed_at timestamptz not null default clock.now()
      );
      create index ledger_outcome_entry on ledger_outcome (entry_id, reviewed_at desc);
      create trigger ledger_outcome_no_change before update or delete on ledger_outcome for each row execute function ledger_is_append_only();
      create trigger ledger_outcome_no_truncate before truncate on ledger_outcome for each statement execute function ledger_is_append_only();
      alter table ledger_outcome enable row level security;
      alter table ledger_outcome force row level security;
      create policy ledger_outcome_0 on ledger_outcome for select using (caller.reviews(municipality_id));
      -- Only of an entry that the reviewer sees, and never of one's own.
      create policy ledger_outcome_1 on ledger_outcome for insert with check (
        caller.reviews(municipality_id) and reviewed_by = (select caller.staff())
        and exists (select 1 from ledger_entry e where e.id = entry_id and e.actor_staff is distinct from (select caller.staff())));

      -- A person's home, as a keyed hash like the telephone beside it.
      create table person_address_index (
        person_id uuid not null references person,
        branch_id uuid not null references branch,
        address_hash bytea not null,
        primary key (person_id, address_hash)
      );
      create index person_address_lookup on person_address_index (branch_id, address_hash);
      alter table person_address_index enable row level security;
      alter table person_address_index force row level security;
      create policy person_address_index_0 on person_address_index for all using ((select caller.service()) = 'reception'
        or (branch_id = (select caller.branch()) and (select caller.role()) in ('intake','coordinator','investigator','manager')));

      -- What a member of staff is known by outside work, as keyed hashes alone: whoever reads about themselves or their own
      -- home is found by it, and it tells nobody where they live.
      create table staff_trace (
        staff_id uuid not null references staff_member,
        municipality_id uuid not null references municipality,
        kind text not null check (kind in ('number','address','phone')),
        trace bytea not null,
        primary key (staff_id, kind)
      );
      alter table staff_trace enable row level security;
      alter table staff_trace force row level security;
      create policy staff_trace_0 on staff_trace for all using (
        ((select caller.role()) = 'administrator' and municipality_id = (select caller.municipality()))
        or (select caller.service()) = 'administration');
    `);
    await runner.query(`
      -- Which tables hold something about a person or a case, and by which column: found in the catalog, so that a table
      -- that comes later is not forgotten.
      create function caller.places_of_object() returns table (kind text, person text, file text, hub text, item text) language sql stable set search_path = pg_catalog, public as $$
        select c.relname::text,
          (array_agg(a.attname::text order by a.attnum) filter (where a.attname in ('person_id','child_id','kept_id')))[1],
          max(a.attname::text) filter (where a.attname = 'case_id'),
          max(a.attname::text) filter (where a.attname = 'hub_id'),
          max(a.attname::text) filter (where a.attname = 'item_id')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
        where n.nspname = 'public' and c.relkind = 'r'
          and exists (select 1 from pg_attribute k where k.attrelid = c.oid and k.attname = 'id' and k.atttypid = 'uuid'::regtype)
        group by c.relname
        having c.relname in ('person','case_file','item') or bool_or(a.attname in ('person_id','child_id','kept_id','case_id','hub_id','item_id'))
      $$;
      -- The objects with these ids that whoever asks can see. Made anew after every migration (libs/store/migrate.ts), over
      -- every such table: each is asked whatever was found, so that how long it takes tells nothing.
      create function caller.find_objects(ids uuid[]) returns table (id uuid, kind text, person uuid, file uuid, item uuid) language plpgsql stable set search_path = pg_catalog, public as $$
      begin
        raise exception 'made by the migration command';
      end $$;
      -- The same of everything there is, with whose it is: for the service that writes down what was refused, and no other.
      create function caller.sought(ids uuid[]) returns table (id uuid, branch_id uuid, person_id uuid, case_id uuid, item_id uuid) language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if caller.service() is distinct from 'ledger' then return; end if;
        return query select o.id, coalesce(c.branch_id, p.branch_id), coalesce(o.person, c.person_id), o.file, o.item
          from caller.find_objects(ids) o
          left join public.case_file c on c.id = o.file
          left join public.person p on p.id = coalesce(o.person, c.person_id);
      end $$;
    `);
    await runner.query(`
      -- Entries of the auditor's own municipality that were written of a person's name part, address, telephone or number
      -- that is also the reader's: ids of entries, never of people.
      create function caller.reviewed_alike(since timestamptz, until timestamptz, kind text, staff uuid[], traces bytea[]) returns setof bigint language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if caller.role() is distinct from 'auditor' then return; end if;
        return query
          with pairs as (
            select distinct e.actor_staff, e.person_id from public.ledger_entry e
            where e.municipality_id = caller.municipality() and e.at >= since and (reviewed_alike.until is null or e.at < reviewed_alike.until)
              and e.action in ('read','search','export','override') and e.actor_staff is not null and e.person_id is not null),
          own as (
            select t.staff_id, t.trace from unnest(staff, traces) t(staff_id, trace)
            union select t.staff_id, t.trace from public.staff_trace t
              where t.municipality_id = caller.municipality() and t.kind = reviewed_alike.kind),
          alike as (
            select distinct p.actor_staff, p.person_id from pairs p join own s on s.staff_id = p.actor_staff
            where case reviewed_alike.kind
              when 'name' then exists (select 1 from public.person_name_index x where x.person_id = p.person_id and x.part_hash = s.trace)
              -- Where a protected person lives is told by no likeness either: whoever may write traces could otherwise guess.
              when 'address' then exists (select 1 from public.person_address_index x join public.person o on o.id = x.person_id
                where x.person_id = p.person_id and x.address_hash = s.trace and o.protection = 'none')
              when 'phone' then exists (select 1 from public.person_phone_index x join public.person o on o.id = x.person_id
                where x.person_id = p.person_id and x.phone_hash = s.trace and o.protection = 'none')
              when 'number' then exists (select 1 from public.person_number_index x where x.number_hash = s.trace
                and (x.person_id = p.person_id
                  or exists (select 1 from public.custody k where (k.child_id, k.guardian_id) in ((x.person_id, p.person_id), (p.person_id, x.person_id)))
                  or exists (select 1 from public.custody k join public.custody o on o.child_id = k.child_id where k.guardian_id = p.person_id and o.guardian_id = x.person_id)
                  or exists (select 1 from public.relation r where (r.person_id, r.close_person_id) in ((x.person_id, p.person_id), (p.person_id, x.person_id)))))
              else false end)
          select e.id from public.ledger_entry e join alike a on a.actor_staff = e.actor_staff and a.person_id = e.person_id
          where e.municipality_id = caller.municipality() and e.at >= since and (reviewed_alike.until is null or e.at < reviewed_alike.until)
            and e.action in ('read','search','export','override');
      end $$;
      -- Did this member work on a case around this person all that time, in person or by unit? As whoever asks sees it.
      create function caller.worked_on(member uuid, member_unit uuid, person uuid, file uuid, since timestamptz, until timestamptz) returns boolean language sql stable set search_path = pg_catalog, public as $$
        select exists (
          select 1 from public.assignment a
          where (a.staff_id = member or a.unit_id = member_unit) and a.starts_at <= since and (a.ends_at is null or a.ends_at > until)
            and a.case_id in (
              select file
              union select c.joined_into from public.case_file c where c.id = file
              union select coalesce(c.joined_into, c.id) from public.case_file c where c.person_id = person
              union select c.id from public.case_file c where c.person_id = person
              union select c.id from public.custody k join public.case_file c on c.person_id = k.child_id where k.guardian_id = person
              union select c.id from public.relation r join public.case_file c on c.person_id = r.person_id where r.close_person_id = person
              union select i.case_id from public.item_subject s join public.item i on i.id = s.item_id where s.person_id = person))
      $$;
      -- Entries that were written of a person on none of whose cases the reader worked at that moment, in person or by unit.
      create function caller.reviewed_unassigned(since timestamptz, until timestamptz) returns setof bigint language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if caller.role() is distinct from 'auditor' then return; end if;
        -- Who worked on it throughout is let through as one; only what is left is asked about entry by entry.
        return query
          with reads as (
            select e.actor_staff, e.actor_unit, e.person_id, e.case_id, min(e.at) as first, max(e.at) as last from public.ledger_entry e
            where e.municipality_id = caller.municipality() and e.at >= since and (reviewed_unassigned.until is null or e.at < reviewed_unassigned.until)
              and e.action in ('read','export') and e.actor_staff is not null and e.person_id is not null
            group by 1, 2, 3, 4),
          left_over as (
            select r.* from reads r where not caller.worked_on(r.actor_staff, r.actor_unit, r.person_id, r.case_id, r.first, r.last))
          select e.id from public.ledger_entry e join left_over r
            on r.actor_staff = e.actor_staff and r.actor_unit is not distinct from e.actor_unit and r.person_id = e.person_id and r.case_id is not distinct from e.case_id
          where e.municipality_id = caller.municipality() and e.at >= since and (reviewed_unassigned.until is null or e.at < reviewed_unassigned.until)
            and e.action in ('read','export') and not caller.worked_on(e.actor_staff, e.actor_unit, e.person_id, e.case_id, e.at, e.at);
      end $$;
    `);
    await this.makeExtract(runner);
  }

  private async makeExtract(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Is it the person's own extract, or that of a child whom they have custody of today? In Sweden's calendar.
      create function caller.may_extract(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select caller.person() is not null and (wanted = caller.person() or exists (
          select 1 from public.custody k join public.person p on p.id = k.child_id
          where k.child_id = wanted and k.guardian_id = caller.person()
            and k.starts_on <= (clock.now() at time zone 'Europe/Stockholm')::date
            and (k.ends_on is null or k.ends_on > (clock.now() at time zone 'Europe/Stockholm')::date)
            and p.born > ((clock.now() at time zone 'Europe/Stockholm')::date - interval '18 years')::date))
      $$;
      create function caller.extract_facts(wanted uuid) returns json language sql stable security definer set search_path = pg_catalog, public as $$
        select json_build_object(
          'subject', json_build_object('id', p.id, 'born', p.born, 'protection', p.protection, 'maturity', p.maturity,
            'guardians', coalesce((select json_agg(k.guardian_id order by k.guardian_id) from public.custody k
              where k.child_id = p.id and k.starts_on <= (clock.now() at time zone 'Europe/Stockholm')::date
                and (k.ends_on is null or k.ends_on > (clock.now() at time zone 'Europe/Stockholm')::date)), '[]')),
          'assessments', coalesce((select json_agg(json_build_object('ground', a.ground, 'person', a.person_id, 'from', a.from_house, 'to', a.to_house,
              'categories', a.categories, 'criteria', a.criteria, 'by', json_build_object('name', '', 'role', a.decided_as),
              'at', floor(extract(epoch from a.decided_at) * 1000), 'until', floor(extract(epoch from a.until) * 1000)))
            from public.assessment a where a.person_id = p.id and a.to_house = 'person:' || caller.person()::text), '[]'),
          -- As caller.consents_about builds them: only those that let something be told to this very person.
          'consents', coalesce((select json_agg(json_build_object('id', c.id, 'person', c.person_id,
              'from', c.from_houses, 'to', c.to_houses, 'categories', c.categories, 'purposes', c.purposes,
              'validFrom', floor(extract(epoch from c.valid_from) * 1000), 'validUntil', floor(extract(epoch from c.valid_until) * 1000),
              'withdrawnAt', floor(extract(epoch from c.withdrawn_at) * 1000),
              'signers', (select coalesce(json_agg(json_build_object('person', s.person_id, 'houses', s.refused_houses, 'categories', s.refused_categories,
                'at', floor(extract(epoch from s.signed_at) * 1000))), '[]') from public.consent_signer s where s.consent_id = c.id)))
            from public.consent c where c.person_id = p.id and 'person:' || caller.person()::text = any (c.to_houses)), '[]'),
          'childSignsFrom', (m.settings->>'childSignsFrom')::integer, 'limits', m.settings->'disclosure',
          'namesStaff', coalesce((m.settings->>'extractNamesStaff')::boolean, false))
        from public.person p join public.municipality m on m.id = p.municipality_id
        where p.id = wanted and caller.may_extract(wanted)
      $$;
      -- What was read by staff, given to another house, or looked at by the very person who asks; other people's looks are
      -- theirs. A row for each kind of act on a day: no case, no item and no number of either.
      create function caller.extract_lines(wanted uuid, before date, most integer) returns table (
        day date, act text, category text, reveals_place boolean, is_known boolean, keeper json, reader json, role text, staff_name text,
        ground text, purpose text, times integer, first timestamptz, last timestamptz, until timestamptz
      ) language plpgsql stable security definer set search_path = pg_catalog, public as $$
      #variable_conflict use_column
      declare
        records constant uuid[] := array(select p.id from public.person p where p.id = wanted or p.merged_into = wanted);
        is_known_at_all boolean;
      begin
        if not coalesce(caller.may_extract(wanted), false) then return; end if;
        is_known_at_all := exists (select 1 from public.case_file c where c.person_id = any(records) and c.phase in ('investigation','measures','follow-up'));
        return query
          with about as (
            select s.item_id, i.case_id, i.category, i.reveals_place, i.branch_id, c.phase
            from public.item_subject s join public.item i on i.id = s.item_id join public.case_file c on c.id = i.case_id
            where s.person_id = any(records)),
          acts as (
            select e.at, e.action as act, a.category, coalesce(a.reveals_place, false) as reveals_place,
              case when a.item_id is not null then a.phase in ('investigation','measures','follow-up') else is_known_at_all end as is_known,
              coalesce(a.branch_id, e.actor_branch) as keeper_branch, e.actor_branch as reader_branch, e.actor_role as role,
              e.actor_staff as staff, e.ground, e.purpose, null::timestamptz as until
            from public.ledger_entry e left join about a on a.item_id = e.item_id
            where e.action in ('read','search','export','override') and e.outcome in ('done','release') and e.actor_staff is not null
              and ((e.person_id = any(records) and (e.item_id is null or a.item_id is not null))
                or (a.item_id is not null and e.case_id in (select x.case_id from about x)))
            union all
            select e.at, 'own', null, false, true, p.branch_id, null, null, null, e.ground, e.purpose, null
            from public.ledger_entry e join public.person p on p.id = wanted
            where e.actor_person = caller.person() and e.person_id = any(records) and e.action = 'read' and e.outcome = 'release'
            union all
            select h.made_at, 'received', a.category, a.reveals_place, a.phase in ('investigation','measures','follow-up'), h.from_branch_id,
              h.to_branch_id, null, null, h.ground, h.purpose, coalesce(upper(h.in_force), h.ended_at)
            from public.share h join about a on a.item_id = h.item_id
            -- What was taken back before anybody read it, or never had its ground, was never received.
            where h.to_branch_id is not null and h.to_branch_id <> h.from_branch_id and not isempty(h.in_force)),
          dated as (select (x.at at time zone 'Europe/Stockholm')::date as day, x.* from acts x),
          days as (select distinct d.day from dated d where extract_lines.before is null or d.day < extract_lines.before order by 1 desc limit most)
          select d.day, d.act, d.category, d.reveals_place, d.is_known,
            json_build_object('kind', ku.kind, 'authority', ku.slug, 'branch', kb.slug),
            case when rb.id is not null then json_build_object('kind', ru.kind, 'houseName', rb.name) end,
            d.role, s.name, d.ground, d.purpose, count(*)::integer, min(d.at), max(d.at),
            case when bool_or(d.until is null) then null else max(d.until) end
          from dated d
            join public.branch kb on kb.id = d.keeper_branch join public.authority ku on ku.id = kb.authority_id
            left join public.branch rb on rb.id = d.reader_branch left join public.authority ru on ru.id = rb.authority_id
            left join public.staff_member s on s.id = d.staff
          where d.day in (select x.day from days x)
          group by d.day, d.act, d.category, d.reveals_place, d.is_known, ku.kind, ku.slug, kb.slug, rb.id, rb.name, ru.kind, d.role, s.id, s.name, d.ground, d.purpose
          order by 1 desc, 14 desc;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.extract_lines, caller.extract_facts, caller.may_extract;
      drop function caller.reviewed_unassigned, caller.worked_on, caller.reviewed_alike, caller.sought, caller.find_objects, caller.places_of_object;
      drop table staff_trace, person_address_index, ledger_outcome;
    `);
  }
}
