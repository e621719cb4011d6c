import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A consent that has ended opens nothing, however it ended; its life follows the table of its states in the database too;
 * and what was lawfully given stays given in the record (OSL 10:1, 12:2).
 */
export class ConsentEnds1764000000019 implements MigrationInterface {
  readonly name = 'ConsentEnds1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ends(`least(c.withdrawn_at, c.ended_at)`));
    await runner.query(LIFE);
    await runner.query(NAMES);
    await runner.query(rangeOf('c.withdrawn_at, c.ended_at'));
    await runner.query(TURNS);
    await runner.query(CHANGED);
    await runner.query(HOLDS);
    await runner.query(seesPerson(' and caller.holds_in(c.id)'));
    // Those that ended before this rule are reckoned anew.
    await runner.query(`select lock.refresh(array(select distinct person_id from consent where ended_at is not null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(seesPerson(''));
    await runner.query(`drop function caller.holds_in`);
    await runner.query(rangeOf('c.withdrawn_at'));
    await runner.query(WHOLE);
    await runner.query(FROZEN_BEFORE);
    await runner.query(ends('c.withdrawn_at'));
  }
}

/** The three readers of a consent's end, by what that end is. */
const ends = (over: string): string => `
  create or replace function lock.has_consent(wanted uuid, giver text, receiver text, said text, why text, at timestamptz) returns boolean language plpgsql stable as $$
  declare
    needed uuid[];
  begin
    if not exists (select 1 from public.consent c where c.person_id = wanted) then return false; end if;
    needed := lock.signers(wanted, at);
    if cardinality(needed) = 0 then return false; end if;
    return exists (select 1 from public.consent c
      where c.person_id = wanted and c.valid_from <= at and at < c.valid_until and (${over} is null or ${over} > at)
        and giver = any (c.from_houses) and receiver = any (c.to_houses) and said = any (c.categories) and why = any (c.purposes)
        and not exists (select 1 from public.consent_signer s where s.consent_id = c.id
          and (giver = any (s.refused_houses) or receiver = any (s.refused_houses) or said = any (s.refused_categories)))
        and not exists (select 1 from unnest(needed) n where not exists (select 1 from public.consent_signer s
          where s.consent_id = c.id and s.person_id = n and s.signed_at <= at)));
  end $$;
  create or replace function lock.reaches(wanted uuid, one text, other text, at timestamptz) returns boolean language plpgsql stable as $$
  declare
    needed uuid[];
  begin
    if not exists (select 1 from public.consent c where c.person_id = wanted) then return false; end if;
    needed := lock.signers(wanted, at);
    if cardinality(needed) = 0 then return false; end if;
    return exists (select 1 from public.consent c
      where c.person_id = wanted and c.valid_from <= at and at < c.valid_until and (${over} is null or ${over} > at)
        and ((one = any (c.from_houses) and other = any (c.to_houses)) or (other = any (c.from_houses) and one = any (c.to_houses)))
        and not exists (select 1 from public.consent_signer s where s.consent_id = c.id and s.refused_houses && array[one, other])
        and exists (select 1 from unnest(c.categories) k where not exists (select 1 from public.consent_signer s
          where s.consent_id = c.id and k = any (s.refused_categories)))
        and not exists (select 1 from unnest(needed) n where not exists (select 1 from public.consent_signer s
          where s.consent_id = c.id and s.person_id = n and s.signed_at <= at)));
  end $$;
  create or replace function caller.consents_about(wanted uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant text := lock.house(caller.branch());
  begin
    if not exists (select 1 from public.consent c where c.person_id = wanted) or not caller.sees_person(wanted) then return '[]'; end if;
    return coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'person', c.person_id,
        'from', c.from_houses, 'to', c.to_houses, 'categories', c.categories, 'purposes', c.purposes,
        'validFrom', floor(extract(epoch from c.valid_from) * 1000), 'validUntil', floor(extract(epoch from c.valid_until) * 1000),
        'withdrawnAt', floor(extract(epoch from ${over}) * 1000),
        'signers', (select coalesce(jsonb_agg(jsonb_build_object('person', s.person_id, 'houses', s.refused_houses, 'categories', s.refused_categories,
          'at', floor(extract(epoch from s.signed_at) * 1000))), '[]') from public.consent_signer s where s.consent_id = c.id)))
      from public.consent c where c.person_id = wanted and (mine = any (c.to_houses) or mine = any (c.from_houses) or c.branch_id = caller.branch())), '[]');
  end $$;
  create or replace function caller.extract_facts(wanted uuid) returns json language sql stable security definer set search_path = pg_catalog, public as $$
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
          'withdrawnAt', floor(extract(epoch from ${over}) * 1000),
          'signers', (select coalesce(json_agg(json_build_object('person', s.person_id, 'houses', s.refused_houses, 'categories', s.refused_categories,
            'at', floor(extract(epoch from s.signed_at) * 1000))), '[]') from public.consent_signer s where s.consent_id = c.id)))
        from public.consent c where c.person_id = p.id and 'person:' || caller.person()::text = any (c.to_houses)), '[]'),
      'childSignsFrom', (m.settings->>'childSignsFrom')::integer, 'limits', m.settings->'disclosure',
      'namesStaff', coalesce((m.settings->>'extractNamesStaff')::boolean, false))
    from public.person p join public.municipality m on m.id = p.municipality_id
    where p.id = wanted and caller.may_extract(wanted)
  $$;
`;

const LIFE = `
  -- The table of a consent's states, as libs/domain/consent/consent-states.ts has it; a test holds the two together.
  create function lock.consent_ways() returns table (was text, becomes text) language sql immutable as $$
    values ('draft','offered'), ('draft','called-off'),
      ('offered','partly-signed'), ('offered','active'), ('offered','declined'), ('offered','expired'), ('offered','called-off'),
      ('partly-signed','partly-signed'), ('partly-signed','active'), ('partly-signed','withdrawn'), ('partly-signed','declined'),
      ('partly-signed','expired'), ('partly-signed','superseded'), ('partly-signed','called-off'),
      ('active','narrowed'), ('active','withdrawn'), ('active','partly-signed'), ('active','expired'), ('active','renewed'), ('active','superseded'),
      ('narrowed','narrowed'), ('narrowed','withdrawn'), ('narrowed','partly-signed'), ('narrowed','expired'), ('narrowed','renewed'), ('narrowed','superseded')
  $$;
  create or replace function lock.consent_frozen() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if (old.state <> 'draft' or old.offered_at is not null)
      and (new.person_id, new.case_id, new.branch_id, new.from_houses, new.to_houses, new.categories, new.purposes, new.situations, new.valid_from, new.valid_until, new.notice_hash, new.apart, new.renews, new.offered_at)
        is distinct from (old.person_id, old.case_id, old.branch_id, old.from_houses, old.to_houses, old.categories, old.purposes, old.situations, old.valid_from, old.valid_until, old.notice_hash, old.apart, old.renews, old.offered_at) then
      raise exception 'a consent that was offered keeps its reach' using errcode = 'integrity_constraint_violation';
    end if;
    if new.state <> old.state and not exists (select 1 from lock.consent_ways() w where w.was = old.state and w.becomes = new.state) then
      raise exception 'a consent that is % does not become %', old.state, new.state using errcode = 'integrity_constraint_violation';
    end if;
    if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at
      or old.ended_at is not null and new.ended_at is distinct from old.ended_at then
      raise exception 'a withdrawal is never taken back' using errcode = 'integrity_constraint_violation';
    end if;
    -- What has no way on has ended, whoever forgot to say so.
    if not exists (select 1 from lock.consent_ways() w where w.was = new.state) then
      new.ended_at := coalesce(new.ended_at, clock.now());
    end if;
    return new;
  end $$;
`;

const NAMES = `
  -- A name is written now, once, and by nobody but its owner or the house that received it.
  create or replace function lock.signer_frozen() returns trigger language plpgsql as $$
  begin
    if (new.consent_id, new.person_id, new.stands_as) is distinct from (old.consent_id, old.person_id, old.stands_as)
      or old.signed_at is not null and (new.signed_at, new.method, new.language) is distinct from (old.signed_at, old.method, old.language)
      or not new.refused_houses @> old.refused_houses or not new.refused_categories @> old.refused_categories then
      raise exception 'a name stands, and what was taken away stays away' using errcode = 'integrity_constraint_violation';
    end if;
    if old.signed_at is null and new.signed_at is not null then
      if new.method is null then raise exception 'a name says how it was given' using errcode = 'integrity_constraint_violation'; end if;
      new.signed_at := clock.now();
    end if;
    return new;
  end $$;
  create function lock.signer_begins() returns trigger language plpgsql as $$
  begin
    -- Asked first, named later: the app never writes both at once.
    if current_user = 'samnav_app' and new.signed_at is not null then
      raise exception 'who is asked has not answered yet' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
  create trigger consent_signer_begins before insert on consent_signer for each row execute function lock.signer_begins();
`;

/** The instants at which a share may begin or end, with those of its consents. */
const rangeOf = (ends: string): string => `
  create or replace function lock.range_of(wanted public.share) returns tstzmultirange language plpgsql stable as $$
  declare
    i public.item;
    range tstzmultirange := '{}';
    stops timestamptz[];
    n integer;
  begin
    if wanted.to_branch_id is null or isempty(wanted.given) then return range; end if;
    select * into i from public.item where id = wanted.item_id;
    select array_agg(distinct t order by t) into stops from (
      select lower(wanted.given) as t
      union select unnest(array[c.valid_from, c.valid_until, ${ends}]) from public.item_subject x join public.consent c on c.person_id = x.person_id where x.item_id = i.id
      union select g.signed_at from public.item_subject x join public.consent c on c.person_id = x.person_id join public.consent_signer g on g.consent_id = c.id where x.item_id = i.id
      union select unnest(array[s.decided_at, s.until]) from public.item_subject x join public.assessment s on s.person_id = x.person_id where x.item_id = i.id
      union select lock.midnight(lock.birthday(p.born, y)) from public.item_subject x join public.person p on p.id = x.person_id
        join public.municipality m on m.id = p.municipality_id
        cross join lateral (values (18), (21), (coalesce((m.settings ->> 'childSignsFrom')::integer, 12))) ages (y) where x.item_id = i.id
      union select lock.midnight(d) from public.item_subject x join public.custody k on k.child_id = x.person_id
        cross join lateral (values (k.starts_on), (k.ends_on)) days (d) where x.item_id = i.id and d is not null
      union select lock.midnight(d) from (values ('2025-04-01'::date), ('2025-12-01'::date)) laws (d)
    ) changes where t is not null and t >= lower(wanted.given) and (upper(wanted.given) is null or t < upper(wanted.given));
    for n in 1 .. coalesce(cardinality(stops), 0) loop
      if lock.ground_at(i, wanted.to_branch_id, wanted.purpose, stops[n]) is not null then
        range := range + tstzmultirange(tstzrange(stops[n], coalesce(stops[n + 1], upper(wanted.given))));
      end if;
    end loop;
    return range;
  end $$;
`;

const TURNS = `
  -- The past as it was, the future as the facts have it now.
  create function lock.keep_past(was tstzmultirange, fresh tstzmultirange) returns tstzmultirange language sql stable as $$
    select was * tstzmultirange(tstzrange(null, clock.now())) + fresh * tstzmultirange(tstzrange(clock.now(), null))
  $$;
  -- A setting, an item or its people change while something is being shared: taken in turn, the later sees the earlier.
  create function lock.in_turn_for_town(town uuid, alone boolean) returns void language plpgsql as $$
  begin
    if alone then perform pg_advisory_xact_lock(hashtextextended('samnav.rules:' || town, 0));
    else perform pg_advisory_xact_lock_shared(hashtextextended('samnav.rules:' || town, 0));
    end if;
  end $$;
  create function lock.in_turn_for_item(wanted uuid) returns void language plpgsql as $$
  begin perform pg_advisory_xact_lock(hashtextextended('samnav.item:' || wanted, 0)); end $$;
`;

const CHANGED = `
  create or replace function lock.set_range() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn_for_town(i.municipality_id, false) from public.item i where i.id = new.item_id;
    perform lock.in_turn_for_item(new.item_id);
    perform lock.in_turn(array(select x.person_id from public.item_subject x where x.item_id = new.item_id));
    -- What was undone is as if it had never been.
    new.in_force := case when tg_op = 'INSERT' or isempty(new.given) then lock.range_of(new) else lock.keep_past(old.in_force, lock.range_of(new)) end;
    return new;
  end $$;
  create or replace function lock.refresh(people uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn(people);
    update public.share h set in_force = lock.keep_past(h.in_force, lock.range_of(h))
      where h.to_branch_id is not null and h.item_id in (select x.item_id from public.item_subject x where x.person_id = any (people));
  end $$;
  create or replace function lock.item_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn_for_item(new.id);
    update public.share h set in_force = lock.keep_past(h.in_force, lock.range_of(h)) where h.item_id = new.id and h.to_branch_id is not null;
    return null;
  end $$;
  create or replace function lock.subject_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn_for_item(coalesce(new.item_id, old.item_id));
    update public.share h set in_force = lock.keep_past(h.in_force, lock.range_of(h)) where h.item_id = coalesce(new.item_id, old.item_id) and h.to_branch_id is not null;
    return null;
  end $$;
  create or replace function lock.settings_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn_for_town(new.id, true);
    update public.share h set in_force = lock.keep_past(h.in_force, lock.range_of(h)) from public.item i
      where i.id = h.item_id and i.municipality_id = new.id and h.to_branch_id is not null;
    return null;
  end $$;
`;

/** As 0008 and 0010 had them: the whole range is reckoned anew. */
const WHOLE = `
  create or replace function lock.set_range() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn(array(select x.person_id from public.item_subject x where x.item_id = new.item_id));
    new.in_force := lock.range_of(new);
    return new;
  end $$;
  create or replace function lock.refresh(people uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.in_turn(people);
    update public.share h set in_force = lock.range_of(h)
      where h.to_branch_id is not null and h.item_id in (select x.item_id from public.item_subject x where x.person_id = any (people));
  end $$;
  create or replace function lock.item_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin update public.share h set in_force = lock.range_of(h) where h.item_id = new.id and h.to_branch_id is not null; return null; end $$;
  create or replace function lock.subject_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin update public.share h set in_force = lock.range_of(h) where h.item_id = coalesce(new.item_id, old.item_id) and h.to_branch_id is not null; return null; end $$;
  create or replace function lock.settings_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.share h set in_force = lock.range_of(h) from public.item i
      where i.id = h.item_id and i.municipality_id = new.id and h.to_branch_id is not null;
    return null;
  end $$;
  drop function lock.keep_past, lock.in_turn_for_town, lock.in_turn_for_item;
`;

const HOLDS = `
  -- Whoever was brought to another house's case by what it told them sees whom it is about for as long as something there
  -- is told to their house, or their own.
  create function caller.holds_in(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.case_file c where c.id = wanted and c.branch_id = caller.branch())
      or exists (select 1 from public.assignment a where a.case_id = wanted and a.branch_id = caller.branch() and a.reason not in ('share','joint')
        and (a.staff_id = caller.staff() or a.unit_id = caller.unit()) and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now()))
      or exists (select 1 from public.share h where h.case_id = wanted and h.to_branch_id = caller.branch() and h.in_force @> clock.now())
      or exists (select 1 from public.item i where i.case_id = wanted and i.branch_id = caller.branch())
      or exists (select 1 from public.hub h where h.case_id = wanted and h.kind = 'joint' and caller.sits_in(h.id))
  $$;
`;

/** Who may know that somebody exists; in the case of another house only where the condition holds. */
const seesPerson = (held: string): string => `
  create or replace function caller.sees_person(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    -- One question at a time, each by its index and the likeliest first: asked as one, it read every case of the town.
    if exists (select 1 from public.person p
        where p.id = wanted and p.branch_id = caller.branch()
          and (p.created_by = caller.staff() or caller.role() in ('intake','coordinator','investigator','manager'))) then
      return true;
    end if;
    if exists (select 1 from public.case_file c where c.person_id = wanted and caller.works_on(c.id)${held}) then return true; end if;
    if exists (select 1 from public.custody k join public.case_file c on c.person_id = k.child_id
        where k.guardian_id = wanted and caller.works_on(c.id)${held}) then
      return true;
    end if;
    if exists (select 1 from public.relation r join public.case_file c on c.person_id = r.person_id
        where r.close_person_id = wanted and caller.works_on(c.id)${held}) then
      return true;
    end if;
    return exists (
      select 1 from public.item_subject s join public.item i on i.id = s.item_id
      where s.person_id = wanted and caller.works_on(i.case_id)
        and (i.branch_id = caller.branch()
          or exists (select 1 from public.share h where h.item_id = i.id and h.from_branch_id = i.branch_id and h.to_branch_id = caller.branch() and h.in_force @> clock.now()))
    );
  end $$;
`;

/** As 0008 had them. */
const FROZEN_BEFORE = `
  create or replace function lock.consent_frozen() returns trigger language plpgsql as $$
  begin
    if old.state <> 'draft' and (new.from_houses, new.to_houses, new.categories, new.purposes, new.situations, new.valid_from, new.valid_until, new.notice_hash, new.apart, new.renews)
        is distinct from (old.from_houses, old.to_houses, old.categories, old.purposes, old.situations, old.valid_from, old.valid_until, old.notice_hash, old.apart, old.renews) then
      raise exception 'a consent that was offered keeps its reach' using errcode = 'integrity_constraint_violation';
    end if;
    if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
      raise exception 'a withdrawal is never taken back' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
  create or replace function lock.signer_frozen() returns trigger language plpgsql as $$
  begin
    if old.signed_at is not null and new.signed_at is distinct from old.signed_at
        or not new.refused_houses @> old.refused_houses or not new.refused_categories @> old.refused_categories then
      raise exception 'a name stands, and what was taken away stays away' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
  drop trigger consent_signer_begins on consent_signer;
  drop function lock.signer_begins, lock.consent_ways;
`;
