import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Families without an account: one-time links, sessions of their own, orders of e-identification, questions they ask. */
export class Family1764000000009 implements MigrationInterface {
  readonly name = 'Family1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FACTS);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
    for (const [name, [table, rule]] of Object.entries(added))
      await runner.query(`create policy ${name} on ${table} ${rule}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, [table]] of Object.entries(added)) await runner.query(`drop policy ${name} on ${table}`);
    await runner.query(`
      drop table family_message, family_preference, e_id_order, family_session, family_link;
      drop function caller.family_names, caller.family_items, caller.family_evidence, caller.wrote_item, caller.is_told_of;
      create or replace function caller.signs(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.consent_signer s where s.consent_id = wanted and s.person_id = caller.person())
      $$;
    `);
  }
}

const TABLES = `
  -- The way in for one signer: a token in a text message or a code on a letter, as keyed hashes alone.
  create table family_link (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    branch_id uuid not null references branch,
    consent_id uuid not null references consent,
    person_id uuid not null references person,
    channel text not null check (channel in ('sms','letter')),
    token_hash bytea not null unique,
    -- The half of a letter's code that finds the row; the other half is only in the hash.
    reference text unique,
    language text not null default 'sv',
    -- Null when the family itself asked for the next one.
    created_by uuid references staff_member,
    renews uuid references family_link,
    created_at timestamptz not null default clock.now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz,
    -- Wrong codes, and identifications of somebody whom the link was not made for.
    wrong_tries integer not null default 0,
    -- Sealed: where the message goes, and, until it has gone, what it says.
    reach bytea,
    secret bytea,
    delivery text not null check (delivery in ('printed','waiting','sent','failed')),
    tries integer not null default 0,
    next_try_at timestamptz,
    sent_at timestamptz
  );
  create index family_link_consent on family_link (consent_id);
  create index family_link_person on family_link (person_id);
  create index family_link_waiting on family_link (next_try_at) where next_try_at is not null;

  -- A browser of the family: first it has only opened a link, then a person is known in it, in a row of its own.
  create table family_session (
    id uuid primary key,
    token_hash bytea not null unique,
    link_id uuid not null references family_link,
    person_id uuid not null references person,
    municipality_id uuid not null references municipality,
    branch_id uuid not null references branch,
    identified_at timestamptz,
    -- Sealed: the number that the e-identification gave, so that the same person is asked to sign.
    holder bytea,
    -- A child says that it is they who hold the telephone; of grown people nobody asks.
    own_step_at timestamptz,
    language text not null default 'sv',
    created_at timestamptz not null default clock.now(),
    last_seen_at timestamptz not null default clock.now(),
    idle_until timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_why text,
    check ((identified_at is null) = (holder is null))
  );
  create index family_session_person on family_session (person_id);
  create index family_session_link on family_session (link_id);

  -- One order at the e-identification. Its times are the machine's own: that service follows no clock that can be moved.
  create table e_id_order (
    id uuid primary key,
    purpose text not null check (purpose in ('identify','sign')),
    session_id uuid not null references family_session,
    person_id uuid not null references person,
    consent_id uuid references consent,
    order_ref text not null unique,
    -- Sealed: the order with its secrets, and the paper whose hash is signed; wiped when the order ends.
    sealed bytea,
    document bytea,
    -- Sealed: what came before the browser had come back from the app.
    answer bytea,
    start text not null check (start in ('same-device','other-device')),
    language text not null,
    refused_houses text[] not null default '{}',
    refused_categories text[] not null default '{}',
    state text not null default 'pending' check (state in ('pending','complete','failed','refused','cancelled','over')),
    hint text,
    message text,
    next text,
    failure text,
    returned_at timestamptz,
    asked_at timestamptz,
    started_at timestamptz not null default now(),
    ended_at timestamptz,
    evidence_id uuid references consent_evidence,
    check ((purpose = 'sign') = (consent_id is not null)),
    check ((state = 'pending') = (ended_at is null))
  );
  create index e_id_order_session on e_id_order (session_id);
  create index e_id_order_pending on e_id_order (asked_at) where state = 'pending';

  -- Which language a person wants to be met in.
  create table family_preference (
    person_id uuid primary key references person,
    language text not null,
    updated_at timestamptz not null default clock.now()
  );

  -- A question that a family asks: what they write is an item in the house that asks for the consent.
  create table family_message (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    branch_id uuid not null references branch,
    consent_id uuid not null references consent,
    case_id uuid not null references case_file,
    person_id uuid not null references person,
    item_id uuid not null references item,
    sent_at timestamptz not null default clock.now(),
    answered_at timestamptz,
    answered_by uuid references staff_member
  );
  create index family_message_case on family_message (case_id, sent_at desc);
  create index family_message_person on family_message (person_id, sent_at desc);
`;

const FACTS = `
  -- Is the caller told of consents about this person: the person themselves, or one whose name is needed now (OSL 12:3)?
  create function caller.is_told_of(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return false; end if;
    if wanted = me then return true; end if;
    return me = any (lock.signers(wanted, clock.now()));
  end $$;
  -- Who signed as a guardian and is one no longer, or may not be told, is no signer of what they can see.
  create or replace function caller.signs(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.consent_signer s join public.consent c on c.id = s.consent_id
      where s.consent_id = wanted and s.person_id = caller.person() and caller.is_told_of(c.person_id))
  $$;

  -- Sealed names that a family may ask the gate for: one's own, the person's whom one signs for, and of those who sign
  -- beside one where they meet it together and nobody of them is protected. With the facts of whom the consent is about.
  create function caller.family_names(ids uuid[]) returns table (person_id uuid, kind text, authority text, branch text, about jsonb,
      ciphertext bytea, key_version integer, wrapped bytea, kek_version integer) language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select p.id, a.kind, a.slug, b.slug,
        jsonb_build_object('id', s.id, 'born', s.born, 'protection', s.protection, 'maturity', s.maturity,
          'guardians', case when s.id = me then '[]'::jsonb else jsonb_build_array(me) end),
        d.ciphertext, d.key_version, k.wrapped, k.kek_version
      from public.person p
      join public.person_identity d on d.person_id = p.id
      join public.person_key k on k.person_id = p.id
      join lateral (select x.* from public.person x where x.id = p.id and (p.id = me or caller.is_told_of(p.id))
        union all
        select x.* from public.consent c join public.consent_signer mine on mine.consent_id = c.id and mine.person_id = me
          join public.consent_signer other on other.consent_id = c.id and other.person_id = p.id
          join public.person x on x.id = c.person_id
          where not c.apart and p.protection = 'none' and x.protection = 'none' and p.id <> c.person_id
            and exists (select 1 from public.person m where m.id = me and m.protection = 'none')
            and caller.is_told_of(c.person_id) and p.id = any (lock.signers(c.person_id, clock.now()))
        limit 1) s on true
      join public.branch b on b.id = s.branch_id
      join public.authority a on a.id = b.authority_id
      where p.id = any (ids);
  end $$;

  -- The paper that one signed oneself, sealed, with the facts of whom it is about.
  create function caller.family_evidence(wanted uuid) returns table (consent_id uuid, case_id uuid, kind text, authority text, branch text,
      about jsonb, media_type text, key_person_id uuid, ciphertext bytea, key_version integer, wrapped bytea, kek_version integer)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select c.id, c.case_id, a.kind, a.slug, b.slug,
        jsonb_build_object('id', p.id, 'born', p.born, 'protection', p.protection, 'maturity', p.maturity,
          'guardians', case when p.id = me then '[]'::jsonb else jsonb_build_array(me) end),
        e.media_type, e.key_person_id, e.ciphertext, e.key_version, k.wrapped, k.kek_version
      from public.consent_evidence e
      join public.consent c on c.id = e.consent_id
      join public.person p on p.id = c.person_id
      join public.person_key k on k.person_id = e.key_person_id
      join public.branch b on b.id = c.branch_id
      join public.authority a on a.id = b.authority_id
      where e.id = wanted and e.signer_id = me and e.kind = 'document' and caller.is_told_of(p.id);
  end $$;

  create function caller.wrote_item(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.item i where i.id = wanted and i.giver_person = caller.person())
  $$;

  -- Sealed items that a family may ask the gate for: why a consent is asked of them, and what they wrote themselves.
  create function caller.family_items(ids uuid[]) returns table (id uuid, version integer, case_id uuid, giver_kind text, giver_person uuid,
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
        and (i.giver_person = me or exists (select 1 from public.consent c where c.item_id = i.id and caller.signs(c.id)))
        and not exists (select 1 from public.item_subject s where s.item_id = i.id and not caller.is_told_of(s.person_id));
  end $$;
`;

const byFamily = `(select caller.service()) = 'family'`;
const ownConsent = `exists (select 1 from consent c where c.id = consent_id and c.branch_id = (select caller.branch()))`;

const policies: Record<string, string[]> = {
  family_link: [
    // The platform itself when a link is opened or sent; who works with the consent, to send it, take it back and see its state.
    `for select using (${byFamily} or ((select caller.staff()) is not null and ${ownConsent}))`,
    `for insert with check ((${byFamily} and created_by is null and renews is not null)
      or ((select caller.staff()) = created_by and branch_id = (select caller.branch()) and municipality_id = (select caller.municipality())
        and ${ownConsent} and exists (select 1 from consent_signer s where s.consent_id = family_link.consent_id and s.person_id = family_link.person_id)))`,
    `for update using (${byFamily} or ((select caller.staff()) is not null and ${ownConsent}))`,
  ],
  family_session: [`for all using (${byFamily})`],
  e_id_order: [`for all using (${byFamily})`],
  family_preference: [
    `for all using (person_id = (select caller.person()))`,
    `for select using (${byFamily} or ((select caller.staff()) is not null and caller.sees_person(person_id)))`,
  ],
  family_message: [
    `for select using (person_id = (select caller.person()) or ((select caller.staff()) is not null and ${ownConsent}))`,
    `for insert with check (person_id = (select caller.person()) and caller.signs(consent_id)
      and exists (select 1 from consent c where c.id = consent_id and c.case_id = family_message.case_id and c.branch_id = family_message.branch_id))`,
    `for update using ((select caller.staff()) is not null and ${ownConsent}) with check (answered_by = (select caller.staff()))`,
  ],
};

/** What families may do in tables that are older: name → table and rule. */
const added: Record<string, readonly [string, string]> = {
  person_family: ['person', `for select using (${byFamily})`],
  person_number_index_family: ['person_number_index', `for select using (${byFamily})`],
  // What a family writes stands in the asking house as theirs; nobody else is its author.
  item_family: [
    'item',
    `for insert with check ((select caller.person()) is not null and giver_person = (select caller.person()) and created_by is null
      and giver_kind in ('subject','guardian') and category = 'measures-and-plan' and not reveals_place
      and exists (select 1 from consent c where c.case_id = item.case_id and c.branch_id = item.branch_id and c.person_id = item.key_person_id
        and caller.signs(c.id)))`,
  ],
  item_subject_family: [
    'item_subject',
    `for insert with check ((select caller.person()) is not null and caller.is_told_of(person_id) and caller.wrote_item(item_id))`,
  ],
};
