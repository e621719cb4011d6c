import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consents as records, and the second lock: a share's range recomputed here from everything it stands on. */
export class Consent1764000000008 implements MigrationInterface {
  readonly name = 'Consent1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LOCK);
    await runner.query(TRIGGERS);
    await runner.query(FACTS);
    await runner.query(MERGE);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
  }

  /** Consents, their names and what was given by them have no older form: taken apart they would be lost, never moved back. */
  down(): Promise<void> {
    return Promise.reject(
      new Error(
        'Consents cannot be taken back out of the database without losing them: nothing was changed. To go back past ' +
          'Consent1764000000008, restore the backup that was made before it was run (docs/operations.md, "Backup").',
      ),
    );
  }
}

const TABLES = `
  create table consent (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    -- The house that asks, and whose record it is.
    branch_id uuid not null references branch,
    case_id uuid not null references case_file,
    person_id uuid not null references person,
    form text not null default 'none',
    state text not null default 'draft' check (state in ('draft','offered','partly-signed','active','narrowed','withdrawn','declined','expired','renewed','superseded','called-off')),
    from_houses text[] not null,
    to_houses text[] not null,
    categories text[] not null,
    purposes text[] not null,
    situations text[] not null,
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    withdrawn_at timestamptz,
    renews uuid references consent,
    apart boolean not null default false,
    -- ISO/IEC TS 27560: under which law, by which notice, in which language it was put.
    jurisdiction text not null default 'SE',
    notice_id text not null,
    notice_version text not null,
    notice_hash bytea not null,
    -- Why it is asked, in the municipality's and the coordinator's words.
    item_id uuid references item,
    recheck_at timestamptz,
    created_by uuid references staff_member,
    created_at timestamptz not null default clock.now(),
    offered_at timestamptz,
    ended_at timestamptz,
    version integer not null default 1,
    check (valid_until > valid_from)
  );
  create index consent_person on consent (person_id);
  create index consent_case on consent (case_id);
  create index consent_recheck on consent (recheck_at) where recheck_at is not null;
  create table consent_signer (
    consent_id uuid not null references consent,
    person_id uuid not null references person,
    stands_as text not null check (stands_as in ('subject','guardian')),
    asked_at timestamptz not null default clock.now(),
    refused_houses text[] not null default '{}',
    refused_categories text[] not null default '{}',
    signed_at timestamptz,
    method text check (method in ('e-id','paper','oral')),
    language text,
    declined_at timestamptz,
    withdrawn_at timestamptz,
    -- Who received a paper or heard the words; null when the signer did it alone.
    received_by uuid references staff_member,
    primary key (consent_id, person_id),
    check ((signed_at is null) = (method is null))
  );
  create index consent_signer_person on consent_signer (person_id);
  -- What a name stands on, unaltered: the e-identification's whole answer, a scanned paper, an oral protocol. Ciphertext.
  create table consent_evidence (
    id uuid primary key,
    consent_id uuid not null references consent,
    signer_id uuid not null references person,
    kind text not null check (kind in ('e-id','paper','oral','document')),
    media_type text not null,
    key_person_id uuid not null references person,
    ciphertext bytea not null,
    key_version integer not null,
    sha256 bytea not null,
    created_at timestamptz not null default clock.now()
  );
  create index consent_evidence_consent on consent_evidence (consent_id);
  create table consent_event (
    consent_id uuid not null references consent,
    seq integer not null,
    kind text not null,
    state text not null,
    at timestamptz not null default clock.now(),
    by_staff uuid,
    by_person uuid,
    by_service text,
    -- Ids and closed words only.
    detail jsonb not null default '{}',
    primary key (consent_id, seq)
  );
`;

/**
 * The rule of disclosure a second time, in another language and from the rows themselves (docs/disclosure-matrix.md; the
 * order as in libs/domain/disclosure/rules/order.ts). It answers for houses; nothing here opens anything to a person.
 */
const LOCK = `
  create schema lock;

  create function lock.midnight(day date) returns timestamptz language sql stable as $$ select day::timestamp at time zone 'Europe/Stockholm' $$;
  create function lock.today(at timestamptz) returns date language sql stable as $$ select (at at time zone 'Europe/Stockholm')::date $$;
  -- The day on which somebody reaches an age; 29 February falls on 1 March in other years.
  create function lock.birthday(born date, years integer) returns date language sql immutable as $$
    select case when extract(month from born) = 2 and extract(day from born) = 29
        and extract(day from (born + make_interval(years => years))) = 28
      then (born + make_interval(years => years))::date + 1 else (born + make_interval(years => years))::date end
  $$;
  create function lock.under(born date, years integer, at timestamptz) returns boolean language sql stable as $$
    select lock.today(at) < lock.birthday(born, years)
  $$;
  create function lock.house(wanted uuid) returns text language sql stable as $$
    select a.slug || '/' || b.slug from public.branch b join public.authority a on a.id = b.authority_id where b.id = wanted
  $$;
  -- What the municipality's lawyer has switched off or narrowed can only take away.
  create function lock.is_open(settings jsonb, ground text, category text, purpose text, receiver text) returns boolean language sql immutable as $$
    select not coalesce(settings #> '{disclosure,switchedOff}' ? ground, false)
      and coalesce(settings #> array['disclosure','narrowed',ground,'categories'] ? category, true)
      and coalesce(settings #> array['disclosure','narrowed',ground,'purposes'] ? purpose, true)
      and coalesce(settings #> array['disclosure','narrowed',ground,'receivers'] ? receiver, true)
  $$;
  create function lock.would_harm(child uuid, guardian uuid, at timestamptz) returns boolean language sql stable as $$
    select exists (select 1 from public.assessment s where s.person_id = child and s.ground = 'OSL 12:3'
      and s.to_house = 'person:' || guardian and s.criteria -> 'seriousHarm' = 'true' and s.decided_at <= at and at < s.until)
  $$;
  -- Everyone whose name a consent about this person needs at that instant; none when nobody can give one.
  create function lock.signers(wanted uuid, at timestamptz) returns uuid[] language plpgsql stable as $$
  declare
    p public.person;
    from_age integer;
    grown text;
    guardians uuid[];
  begin
    select * into p from public.person where id = wanted;
    if not lock.under(p.born, 18, at) then return array[wanted]; end if;
    select coalesce((m.settings ->> 'childSignsFrom')::integer, 12) into from_age from public.municipality m where m.id = p.municipality_id;
    grown := coalesce(p.maturity, case when lock.under(p.born, from_age, at) then 'guardian' else 'joint' end);
    if grown = 'child' then return array[wanted]; end if;
    select array_agg(distinct k.guardian_id) into guardians from public.custody k
      where k.child_id = wanted and k.starts_on <= lock.today(at) and (k.ends_on is null or k.ends_on > lock.today(at))
        and not lock.would_harm(wanted, k.guardian_id, at);
    if guardians is null then return '{}'; end if;
    return case when grown = 'joint' then guardians || wanted else guardians end;
  end $$;
  create function lock.has_consent(wanted uuid, giver text, receiver text, said text, why text, at timestamptz) returns boolean language plpgsql stable as $$
  declare
    needed uuid[];
  begin
    if not exists (select 1 from public.consent c where c.person_id = wanted) then return false; end if;
    needed := lock.signers(wanted, at);
    if cardinality(needed) = 0 then return false; end if;
    return exists (select 1 from public.consent c
      where c.person_id = wanted and c.valid_from <= at and at < c.valid_until and (c.withdrawn_at is null or c.withdrawn_at > at)
        and giver = any (c.from_houses) and receiver = any (c.to_houses) and said = any (c.categories) and why = any (c.purposes)
        and not exists (select 1 from public.consent_signer s where s.consent_id = c.id
          and (giver = any (s.refused_houses) or receiver = any (s.refused_houses) or said = any (s.refused_categories)))
        and not exists (select 1 from unnest(needed) n where not exists (select 1 from public.consent_signer s
          where s.consent_id = c.id and s.person_id = n and s.signed_at <= at)));
  end $$;
  create function lock.is_assessed(wanted uuid, reason text, met text[], giver text, receiver text, said text, at timestamptz, as_role text default null) returns boolean language sql stable as $$
    select exists (select 1 from public.assessment s where s.person_id = wanted and s.ground = reason and s.decided_at <= at and at < s.until
      and (as_role is null or s.decided_as = as_role) and s.from_house = giver and s.to_house = receiver and said = any (s.categories)
      and not exists (select 1 from unnest(met) c where s.criteria -> c is distinct from 'true'::jsonb))
  $$;

  -- Each assessed ground in its order: whether it is meant for such a case, and the criteria it asks.
  create function lock.assessed_grounds(giver text, receiver text, said text, why text, is_reporter boolean, about_child boolean, born date, at timestamptz)
  returns table (place integer, reason text, met text[]) language sql stable as $$
    with facts as (select
      giver in ('social-services','sis') as social,
      giver = 'health-care' or (said = 'student-health' and giver in ('school','independent-school')) as medical,
      giver in ('social-services','police','security-police','customs','school','leisure','health-care','prison-and-probation','sis','employment-service') as public_giver,
      receiver in ('social-services','police','security-police','customs','school','leisure','health-care','prison-and-probation','sis','employment-service') as public_receiver,
      receiver in ('police','security-police','customs') as law_enforcement,
      at >= lock.midnight('2025-04-01') as spring_2025,
      at >= lock.midnight('2025-12-01') as winter_2025)
    select n, g, c from facts f cross join lateral (values
      (1, 'OSL 26:9', array['neededForCare'], f.social and receiver in ('social-services','sis','health-care') and about_child and why in ('support','investigate-need')),
      (2, 'OSL 25:12', array['neededForCare'], giver = 'health-care' and receiver in ('social-services','sis','health-care') and about_child and why in ('support','investigate-need')),
      (3, 'OSL 26:9a', array['notUnsuitable'], giver = 'social-services' and is_reporter and about_child and why = 'feedback' and said = 'report-feedback'),
      (4, 'OSL 10:20', array['acuteSeriousRisk'], f.social and receiver = 'police' and lock.under(born, 18, at) and why = 'immediate-danger'),
      (5, 'OSL 10:18a', array['concreteCircumstances','notUnsuitable'], f.spring_2025 and f.social and f.law_enforcement and lock.under(born, 21, at) and why = 'prevent-crime' and said <> 'crime-and-suspicion'),
      (6, 'OSL 10:18c', array['riskAgainstRelative','notUnsuitable'], f.spring_2025 and (f.social or giver = 'health-care') and receiver = 'police' and why = 'prevent-crime' and said <> 'crime-and-suspicion'),
      (7, '2025:170 7', array['neededByLawEnforcement','secrecyDoesNotOutweigh'], f.spring_2025 and giver in ('school','independent-school') and not f.medical and f.law_enforcement and why in ('prevent-crime','report-crime')),
      (8, '2025:170 6', array['neededByLawEnforcement','secrecyDoesNotOutweigh'], f.spring_2025 and giver = 'leisure' and f.law_enforcement and why in ('prevent-crime','report-crime')),
      (9, '2025:170 5', array['neededByLawEnforcement','secrecyDoesNotOutweigh'], f.spring_2025 and giver in ('prison-and-probation','employment-service') and f.law_enforcement and why in ('prevent-crime','report-crime')),
      (10, 'OSL 10:21', array['suspectedCrimeAgainstChild'], f.public_giver and (f.social or f.medical) and receiver = 'police' and why = 'report-crime'),
      (11, 'OSL 10:23', array['suspectedSeriousCrime'], f.public_giver and (f.social or f.medical) and receiver = 'police' and why = 'report-crime'),
      (12, 'OSL 10:24', array['suspectedCrimeWithPrison'], f.public_giver and not f.social and not f.medical and receiver = 'police' and why = 'report-crime'),
      (13, 'OSL 10:15a', array['neededToPreventCrime','secrecyDoesNotOutweigh'], f.winter_2025 and f.public_giver and not f.medical and f.public_receiver and why = 'prevent-crime'),
      (14, 'OSL 10:27', array['interestClearlyOutweighs'], f.public_giver and not f.social and not f.medical and f.public_receiver and why <> 'feedback')
    ) rows (n, g, c, meant) where meant
  $$;

  /* The ground on which an item may be told to another house for a purpose at an instant, or null. */
  create function lock.ground_at(i public.item, to_branch uuid, why text, at timestamptz) returns text language plpgsql stable as $$
  declare
    settings jsonb;
    giver text := i.giver_kind;
    giver_house text;
    receiver text;
    receiver_house text := lock.house(to_branch);
    unbound boolean := i.giver_kind in ('subject','guardian','private-person','association');
    reporter boolean := i.giver_kind in ('social-services','police','security-police','customs','school','independent-school','leisure','health-care','prison-and-probation','sis','employment-service','private-provider');
    child boolean;
    shown text;
    ground text;
    s record;
  begin
    select a.kind, m.settings into receiver, settings from public.branch b join public.authority a on a.id = b.authority_id
      join public.municipality m on m.id = i.municipality_id where b.id = to_branch;
    giver_house := case when i.giver_person is null then lock.house(i.branch_id) else 'person:' || i.giver_person end;
    if not i.person_data and lock.is_open(settings, 'no-person-data', i.category, why, receiver) then return 'no-person-data'; end if;
    if i.person_data and i.form in ('sspf-group','est') then return null; end if;
    for s in select p.* from public.item_subject x join public.person p on p.id = x.person_id where x.item_id = i.id order by x.position loop
      if child is null then child := lock.under(s.born, 18, at); end if;
      ground := null;
      if (i.reveals_place or i.category in ('contact-details','whereabouts')) and s.protection <> 'none'
        and not (unbound and receiver = 'social-services')
        and not (lock.is_open(settings, 'OSL 21:3', i.category, why, receiver)
          and lock.is_assessed(s.id, 'OSL 21:3', array['safeForThePerson'], giver_house, receiver_house, i.category, at)) then
        return null;
      elsif unbound and lock.is_open(settings, 'giver-unbound', i.category, why, receiver) then ground := 'giver-unbound';
      elsif why = 'report-concern' and receiver = 'social-services' and reporter and child
        and lock.is_open(settings, 'SoL 19:1', i.category, why, receiver) then ground := 'SoL 19:1';
      elsif i.phase = 'investigation' and why = 'investigate-need' and receiver = 'social-services' and reporter and child
        and lock.is_open(settings, 'SoL 20:6', i.category, why, receiver) then ground := 'SoL 20:6';
      elsif i.category = 'preliminary-investigation' and giver = 'police' then
        if receiver not in ('social-services','police','security-police','customs','school','leisure','health-care','prison-and-probation','sis','employment-service')
          or not lock.is_open(settings, 'OSL 10:27', i.category, why, receiver)
          or not lock.is_assessed(s.id, 'OSL 10:27', array['interestClearlyOutweighs'], giver_house, receiver_house, i.category, at, 'investigation-leader') then
          return null;
        end if;
        ground := 'OSL 10:27';
      elsif lock.is_open(settings, 'consent', i.category, why, receiver)
        and lock.has_consent(s.id, giver_house, receiver_house, i.category, why, at) then ground := 'consent';
      else
        select g.reason into ground from lock.assessed_grounds(giver, receiver, i.category, why, i.reported_by is not distinct from receiver_house, child, s.born, at) g
          where lock.is_open(settings, g.reason, i.category, why, receiver)
            and lock.is_assessed(s.id, g.reason, g.met, giver_house, receiver_house, i.category, at)
          order by g.place limit 1;
        if ground is null then return null; end if;
      end if;
      shown := coalesce(shown, ground);
    end loop;
    return shown;
  end $$;

  /* Every stretch of time in which a share is in force: within what its decider chose, wherever a ground holds. */
  create function lock.range_of(wanted public.share) returns tstzmultirange language plpgsql stable as $$
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
      union select unnest(array[c.valid_from, c.valid_until, c.withdrawn_at]) from public.item_subject x join public.consent c on c.person_id = x.person_id where x.item_id = i.id
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

const TRIGGERS = `
  -- What the decider chose and what the facts allow are two things; only the second is asked.
  drop policy item_0 on item;
  alter table share add column given tstzrange;
  update share set given = in_force;
  alter table share alter column given set not null;
  alter table share drop column in_force;
  alter table share add column in_force tstzmultirange not null default '{}';

  create function lock.set_range() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    new.in_force := lock.range_of(new);
    return new;
  end $$;
  create trigger share_range before insert or update of given on share for each row execute function lock.set_range();

  create function lock.refresh(people uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.share h set in_force = lock.range_of(h)
      where h.to_branch_id is not null and h.item_id in (select x.item_id from public.item_subject x where x.person_id = any (people));
  end $$;
  create function lock.consent_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.refresh(case when tg_op = 'UPDATE' then array[new.person_id, old.person_id] else array[new.person_id] end);
    return null;
  end $$;
  create function lock.signer_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin perform lock.refresh(array(select c.person_id from public.consent c where c.id = new.consent_id)); return null; end $$;
  create function lock.custody_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.refresh(case when tg_op = 'UPDATE' then array[new.child_id, old.child_id] else array[new.child_id] end);
    return null;
  end $$;
  create function lock.person_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin perform lock.refresh(array[new.id]); return null; end $$;
  create function lock.item_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin update public.share h set in_force = lock.range_of(h) where h.item_id = new.id and h.to_branch_id is not null; return null; end $$;
  create function lock.subject_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin update public.share h set in_force = lock.range_of(h) where h.item_id = coalesce(new.item_id, old.item_id) and h.to_branch_id is not null; return null; end $$;
  create function lock.settings_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.share h set in_force = lock.range_of(h) from public.item i
      where i.id = h.item_id and i.municipality_id = new.id and h.to_branch_id is not null;
    return null;
  end $$;
  create trigger consent_lock after insert or update on consent for each row execute function lock.consent_changed();
  create trigger consent_signer_lock after insert or update on consent_signer for each row execute function lock.signer_changed();
  create trigger assessment_lock after insert or update on assessment for each row execute function lock.consent_changed();
  create trigger custody_lock after insert or update on custody for each row execute function lock.custody_changed();
  create trigger person_lock after update of born, protection, maturity on person for each row execute function lock.person_changed();
  create trigger item_lock after update of category on item for each row execute function lock.item_changed();
  create trigger item_subject_lock after insert or update or delete on item_subject for each row execute function lock.subject_changed();
  create trigger municipality_lock after update of settings on municipality for each row
    when (old.settings -> 'disclosure' is distinct from new.settings -> 'disclosure' or old.settings -> 'childSignsFrom' is distinct from new.settings -> 'childSignsFrom')
    execute function lock.settings_changed();
`;

const FACTS = `
  create function caller.next_consent_event(wanted uuid) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
    select coalesce(max(e.seq), 0) + 1 from public.consent_event e where e.consent_id = wanted
  $$;
  create function caller.signs(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.consent_signer s where s.consent_id = wanted and s.person_id = caller.person())
  $$;

  -- What has been put before a family is never changed under their names, and what a signer took away never comes back.
  create function lock.consent_frozen() returns trigger language plpgsql as $$
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
  create trigger consent_frozen before update on consent for each row execute function lock.consent_frozen();
  create function lock.signer_frozen() returns trigger language plpgsql as $$
  begin
    if old.signed_at is not null and new.signed_at is distinct from old.signed_at
        or not new.refused_houses @> old.refused_houses or not new.refused_categories @> old.refused_categories then
      raise exception 'a name stands, and what was taken away stays away' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
  create trigger consent_signer_frozen before update on consent_signer for each row execute function lock.signer_frozen();

  -- The platform looks again by itself when time or a fact has changed: it reads facts and never content.
  create policy person_consents on person for select using ((select caller.service()) = 'consents');
  create policy custody_consents on custody for select using ((select caller.service()) = 'consents');
  create policy assessment_consents on assessment for select using ((select caller.service()) = 'consents');
  create policy case_file_consents on case_file for select using ((select caller.service()) = 'consents');
  create policy assignment_consents on assignment for select using ((select caller.service()) = 'consents');
  create policy person_key_consents on person_key for select using ((select caller.service()) = 'consents');
  create policy notice_consents on notice for insert with check ((select caller.service()) = 'consents');
  create policy delivery_consents on delivery for insert with check ((select caller.service()) = 'consents');

  -- The facts of consents that a decision asks for, for whoever sees the person: no evidence, no other house's reach.
  create function caller.consents_about(wanted uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant text := lock.house(caller.branch());
  begin
    if not exists (select 1 from public.consent c where c.person_id = wanted) or not caller.sees_person(wanted) then return '[]'; end if;
    return coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'person', c.person_id,
        'from', c.from_houses, 'to', c.to_houses, 'categories', c.categories, 'purposes', c.purposes,
        'validFrom', floor(extract(epoch from c.valid_from) * 1000), 'validUntil', floor(extract(epoch from c.valid_until) * 1000),
        'withdrawnAt', floor(extract(epoch from c.withdrawn_at) * 1000),
        'signers', (select coalesce(jsonb_agg(jsonb_build_object('person', s.person_id, 'houses', s.refused_houses, 'categories', s.refused_categories,
          'at', floor(extract(epoch from s.signed_at) * 1000))), '[]') from public.consent_signer s where s.consent_id = c.id)))
      from public.consent c where c.person_id = wanted and (mine = any (c.to_houses) or mine = any (c.from_houses) or c.branch_id = caller.branch())), '[]');
  end $$;
  -- Likewise assessments made for or by the caller's house, whichever case they were made in.
  create function caller.assessments_about(wanted uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant text := lock.house(caller.branch());
  begin
    if not exists (select 1 from public.assessment a where a.person_id = wanted) or not caller.sees_person(wanted) then return '[]'; end if;
    return coalesce((select jsonb_agg(jsonb_build_object('ground', a.ground, 'person', a.person_id, 'from', a.from_house, 'to', a.to_house,
        'categories', a.categories, 'criteria', a.criteria, 'by', jsonb_build_object('name', f.name, 'role', a.decided_as),
        'at', floor(extract(epoch from a.decided_at) * 1000), 'until', floor(extract(epoch from a.until) * 1000)))
      from public.assessment a join public.staff_member f on f.id = a.decided_by
      where a.person_id = wanted and (mine in (a.from_house, a.to_house) or a.to_house like 'person:%')), '[]');
  end $$;
  -- Whether a place stays closed to this reader in their own house: a protected person, and not on the short list (OSL 21:3).
  create function caller.is_kept_from(i public.item) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    house text;
    kind text;
    settings jsonb;
  begin
    if i.person_data and i.form in ('sspf-group','est') then return true; end if;
    select a.kind, m.settings into kind, settings from public.branch b join public.authority a on a.id = b.authority_id
      join public.municipality m on m.id = i.municipality_id where b.id = i.branch_id;
    -- What points at nobody gives nobody's place away.
    if not i.person_data and lock.is_open(settings, 'no-person-data', i.category, 'investigate-need', kind) then return false; end if;
    if not (i.reveals_place or i.category in ('contact-details','whereabouts')) then return false; end if;
    if not exists (select 1 from public.item_subject x join public.person p on p.id = x.person_id where x.item_id = i.id and p.protection <> 'none') then return false; end if;
    if i.giver_kind in ('subject','guardian','private-person','association') and kind = 'social-services' then return false; end if;
    if not exists (select 1 from public.item_subject x join public.person p on p.id = x.person_id
        where x.item_id = i.id and p.protection <> 'none' and not caller.is_named_for(p.id)) then return false; end if;
    house := lock.house(i.branch_id);
    return exists (select 1 from public.item_subject x join public.person p on p.id = x.person_id
      where x.item_id = i.id and p.protection <> 'none'
        and not (lock.is_open(settings, 'OSL 21:3', i.category, 'investigate-need', kind)
          and lock.is_assessed(p.id, 'OSL 21:3', array['safeForThePerson'], house, house, i.category, clock.now())));
  end $$;
  create policy item_0 on item for select using (
    (select caller.role()) not in ('auditor','administrator')
    and (exists (select 1 from assignment a where a.case_id = item.case_id and a.branch_id = (select caller.branch())
      and (a.staff_id = (select caller.staff()) or a.unit_id = (select caller.unit()))
      and a.starts_at <= (select clock.now()) and (a.ends_at is null or a.ends_at > (select clock.now())))
      or (exists (select 1 from case_file c where c.id = item.case_id and c.joined_into is not null) and caller.works_on(item.case_id)))
    and case when branch_id = (select caller.branch()) then
        not ((reveals_place or category in ('contact-details','whereabouts') or form in ('sspf-group','est')) and caller.is_kept_from(item))
      else exists (select 1 from share h where h.item_id = item.id and h.from_branch_id = item.branch_id and h.to_branch_id = (select caller.branch()) and h.in_force @> (select clock.now()))
      end);
`;

/** Two records of one person may both stand under a consent; what is put together takes all of it along. */
const MERGE = `
  create or replace function caller.places_of_person() returns table (place text, kind text, field text, key text) language sql immutable as $$
    values
      ('case_file.person_id', 'case_file', 'person_id', 'id::text'),
      ('custody.child_id', 'custody', 'child_id', 'id::text'),
      ('custody.guardian_id', 'custody', 'guardian_id', 'id::text'),
      ('relation.person_id', 'relation', 'person_id', 'id::text'),
      ('relation.close_person_id', 'relation', 'close_person_id', 'id::text'),
      ('named_staff.person_id', 'named_staff', 'person_id', 'staff_id::text'),
      ('item.giver_person', 'item', 'giver_person', 'id::text'),
      ('item_subject.person_id', 'item_subject', 'person_id', 'item_id::text'),
      ('share.to_person_id', 'share', 'to_person_id', 'id::text'),
      ('report_child.person_id', 'report_child', 'person_id', 'report_id || '':'' || position'),
      ('assessment.person_id', 'assessment', 'person_id', 'id::text'),
      ('person_decision.person_id', 'person_decision', 'person_id', 'id::text'),
      ('consent.person_id', 'consent', 'person_id', 'id::text'),
      ('consent_signer.person_id', 'consent_signer', 'person_id', 'consent_id::text'),
      ('consent_evidence.signer_id', 'consent_evidence', 'signer_id', 'id::text'),
      ('person.merged_into', 'person', 'merged_into', 'id::text')
  $$;
  create or replace function caller.move_references(from_person uuid, to_person uuid, wanted_place text, ids text[]) returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
  declare p record; apart text := ''; moved integer;
  begin
    if not caller.may_merge(from_person, to_person) then raise exception 'these two are not this caller''s to merge'; end if;
    select * into strict p from caller.places_of_person() x where x.place = wanted_place;
    if p.kind in ('named_staff','item_subject','consent_signer') then
      apart := format('and not exists (select 1 from public.%1$I o where o.person_id = $1 and (o.%2$s) = (t.%2$s))', p.kind, replace(p.key, '::text', ''));
    end if;
    execute format('update public.%I t set %I = $1 where %I = $2 and (%s) = any($3) %s', p.kind, p.field, p.field, p.key, apart)
      using to_person, from_person, ids;
    get diagnostics moved = row_count;
    return moved;
  end $$;
`;
const onConsent = `exists (select 1 from consent c where c.id = consent_id)`;
const ownConsent = `exists (select 1 from consent c where c.id = consent_id and c.branch_id = (select caller.branch()))`;

const policies: Record<string, string[]> = {
  consent: [
    // Who works on the case in the house that asks; who must sign; the platform when it looks again.
    `for select using ((select caller.service()) = 'consents'
      or (branch_id = (select caller.branch()) and caller.works_on(case_id))
      or caller.signs(id))`,
    `for insert with check (branch_id = (select caller.branch()) and created_by = (select caller.staff()) and caller.works_on(case_id) and caller.sees_person(person_id) and state = 'draft')`,
    `for update using ((select caller.service()) = 'consents' or (branch_id = (select caller.branch()) and caller.works_on(case_id)) or caller.signs(id))`,
  ],
  consent_signer: [
    // A signer sees their own row alone: what the others have said is told by the program, as far as it may be.
    `for select using (person_id = (select caller.person()) or ((select caller.person()) is null and ${onConsent}))`,
    `for insert with check ((select caller.service()) = 'consents' or ${ownConsent})`,
    `for update using (person_id = (select caller.person()) or (select caller.service()) = 'consents' or ${ownConsent})`,
  ],
  consent_evidence: [
    `for select using (signer_id = (select caller.person()) or ((select caller.person()) is null and ${ownConsent}))`,
    `for insert with check (signer_id = (select caller.person()) or ${ownConsent})`,
  ],
  consent_event: [
    `for select using ((select caller.person()) is null and ${onConsent})`,
    `for insert with check (${onConsent} and by_staff is not distinct from (select caller.staff()) and by_person is not distinct from (select caller.person())
      and by_service is not distinct from (select caller.service()))`,
  ],
};
