import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The plan as the family has it: what a house has written for them too, what they have promised, and what they say of it
 * themselves, each for its own reader (OSL 12:1–3; [S1]: the plan is the young person's).
 */
export class FamilyPlans1764000000320 implements MigrationInterface {
  readonly name = 'FamilyPlans1764000000320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(VOICES);
    await runner.query(answers(`how in ('meeting','phone','writing','page')`, ON_PAGE));
    await runner.query(SHOWN);
    await runner.query(SIGHT);
    await runner.query(familyItems(IN_PLANS));
    await runner.query(places(PROMISED));
    await runner.query(lines(', promised_by', ', e.promised_by'));
    for (const [index, rule] of voicePolicies.entries())
      await runner.query(`create policy plan_voice_${index} on plan_voice ${rule}`);
    for (const [name, [table, rule]] of Object.entries(added))
      await runner.query(`create policy ${name} on ${table} ${rule}`);
  }

  /** What a family answered on its own page is asked of it again; what it said stays in its case. */
  async down(runner: QueryRunner): Promise<void> {
    for (const [name, [table]] of Object.entries(added)) await runner.query(`drop policy ${name} on ${table}`);
    await runner.query(lines('', ''));
    await runner.query(places(''));
    await runner.query(familyItems(''));
    await runner.query(`
      drop trigger plan_entry_family_sight on plan_entry;
      drop function lock.family_plan_sight();
      alter table plan_entry drop column proposal_id;
      drop policy plan_voice_0 on plan_voice;
      drop policy plan_voice_1 on plan_voice;
      drop policy plan_voice_2 on plan_voice;
      drop policy plan_voice_3 on plan_voice;
      drop function caller.family_plan_mark(), caller.family_plan_versions(), caller.family_plan_entries(), caller.family_plans(), lock.tells_family;
      drop table plan_voice;
      alter table plan_version_line drop column promised_by;
      alter table plan_entry drop column promised_by, drop column for_family;
      alter table plan_answer no force row level security;
      update plan_answer set answer = null, how = null, item_id = null, answered_at = null where how = 'page';
      alter table plan_answer force row level security;
    `);
    await runner.query(answers(`how in ('meeting','phone','writing')`, `(answer is null) = (answered_by is null)`));
  }
}

const COLUMNS = `
  -- Written for the family too: nothing that stood there before was.
  alter table plan_entry add column for_family boolean not null default false;
  -- Who of the family does it; whoever follows it up is still somebody with a seat.
  alter table plan_entry add column promised_by uuid references person;
  alter table plan_entry add constraint plan_entry_promised check (promised_by is null or kind in ('step','measure','frame'));
  alter table plan_version_line add column promised_by uuid references person;
`;

/** Nobody writes down for the family what it has answered on its own page. */
const ON_PAGE = `(answered_by is null) = (answer is null or how is not distinct from 'page')`;

const VOICES = `
  -- What somebody of the family says in the plan: that something is done, a word about it, or what they would like to be in it.
  create table plan_voice (
    id uuid primary key,
    group_id uuid not null references collaboration_group,
    case_id uuid not null references case_file,
    branch_id uuid not null references branch,
    -- What it is said of; null for what they propose.
    entry_id uuid references plan_entry,
    person_id uuid not null references person,
    kind text not null check (kind in ('done','comment','proposal')),
    item_id uuid not null references item,
    -- Made by the telephone, so that what is sent twice is said once.
    key uuid not null,
    said_at timestamptz not null default clock.now(),
    undone_at timestamptz,
    answer text check (answer in ('taken-up','declined')),
    -- Why not, to whoever proposed it.
    answer_item_id uuid references item,
    answered_by uuid references staff_member,
    answered_at timestamptz,
    unique (person_id, key),
    check ((kind = 'proposal') = (entry_id is null)),
    check (undone_at is null or kind = 'done'),
    check (answer is null or kind = 'proposal'),
    check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
    check ((answer is not distinct from 'declined') = (answer_item_id is not null))
  );
  create index plan_voice_group on plan_voice (group_id, said_at);
  create index plan_voice_answer on plan_voice (answer_item_id) where answer_item_id is not null;
  alter table plan_voice enable row level security;
  alter table plan_voice force row level security;
  -- What became of a proposal.
  alter table plan_entry add column proposal_id uuid unique references plan_voice;
`;

const ENDED = `('closed','followed-up')`;

const SHOWN = `
  -- Whether what a house says of one of these may be told to this reader of the family: themselves, or their child
  -- (OSL 12:1, 12:3, 18:1, 21:3). A second voice beside the program's, and never a wider one.
  create function lock.tells_family(me uuid, about uuid, said text, is_place boolean, giver text) returns boolean language sql stable as $$
    select said <> 'preliminary-investigation' and case when me = about
      then said not in ('report-content','threat-assessment','crime-and-suspicion')
        or lock.is_assessed(about, 'OSL 12:1', array['harmless'], giver, 'person:' || me, said, clock.now())
      else (said not in ('report-content','home-and-family','crime-and-suspicion','threat-assessment')
          or lock.is_assessed(about, 'OSL 12:3', array['harmless'], giver, 'person:' || me, said, clock.now()))
        and ((not is_place and said not in ('contact-details','whereabouts'))
          or exists (select 1 from public.person p where p.id = about and p.protection = 'none')) end
  $$;
  -- Groups that go on around somebody about whom the caller signs a consent that was put to them, and of whom they are told.
  create function caller.family_plans() returns table (group_id uuid, case_id uuid, person_id uuid, branch_id uuid, municipality_id uuid, plan_id uuid)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select g.id, g.case_id, c.person_id, g.branch_id, g.municipality_id, n.id from public.collaboration_group g
        join public.case_file c on c.id = g.case_id join public.plan n on n.group_id = g.id
      where g.case_id in (select k.case_id from public.consent k join public.consent_signer s on s.consent_id = k.id
          where s.person_id = me and k.offered_at is not null)
        and g.formed_at is not null and g.standing not in ${ENDED} and caller.is_told_of(c.person_id);
  end $$;
  -- What stands in such a plan for this reader: written for the family, about nobody of whom they are not told, and promised by
  -- nobody beside them whose name they may not have.
  create function caller.family_plan_entries() returns table (id uuid, group_id uuid, kind text, item_id uuid, goal_id uuid, promised_by uuid,
      owner_house text, owner_name text, starts_on text, follow_up_on text, state text, proposed boolean)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select e.id, e.group_id, e.kind, e.item_id, e.goal_id, e.promised_by, lock.house(e.owner_branch_id), w.name, e.starts_on::text,
        e.follow_up_on::text, e.state, v.id is not null
      from caller.family_plans() f
      join public.plan_entry e on e.group_id = f.group_id
      join public.item i on i.id = e.item_id
      left join public.staff_member w on w.id = e.owner_staff_id
      left join public.plan_voice v on v.id = e.proposal_id and v.person_id = me
      where e.for_family and e.state not in ('ended','removed')
        and not exists (select 1 from public.item_subject s where s.item_id = i.id
          and not (caller.is_told_of(s.person_id) and lock.tells_family(me, s.person_id, i.category, i.reveals_place, lock.house(i.branch_id))))
        and (e.promised_by is null or e.promised_by in (me, f.person_id)
          or exists (select 1 from caller.family_names(array[e.promised_by])))
      order by e.made_at, e.id;
  end $$;
  -- The newest version that the caller is asked about, and whether what they see of the plan stands there otherwise.
  create function caller.family_plan_versions() returns table (group_id uuid, number integer, put_at timestamptz, answer_id uuid, answer text,
      item_id uuid, answered_at timestamptz, is_changed boolean)
    language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    me constant uuid := caller.person();
  begin
    if me is null then return; end if;
    return query
      select v.group_id, v.number, v.put_at, a.id, a.answer, case when i.giver_person = me then a.item_id end, a.answered_at,
        exists (select 1 from caller.family_plan_entries() e join public.item said on said.id = e.item_id
          left join public.plan_version_line l on l.version_id = v.id and l.entry_id = e.id
          where e.group_id = v.group_id and l.item_version is distinct from said.version)
      from caller.family_plans() f
      join lateral (select * from public.plan_version x where x.group_id = f.group_id order by x.number desc limit 1) v on true
      join public.plan_answer a on a.version_id = v.id and a.person_id = me
      left join public.item i on i.id = a.item_id;
  end $$;
  -- Another whenever what the caller would read of their plans is another, and nothing but that.
  create function caller.family_plan_mark() returns text language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    if caller.person() is null then return null; end if;
    return md5(concat_ws('|',
      (select string_agg(concat_ws(' ', e.id, e.kind, e.promised_by, e.owner_house, e.starts_on, e.follow_up_on, e.state, i.version), ',' order by e.id)
        from caller.family_plan_entries() e join public.item i on i.id = e.item_id),
      (select string_agg(concat_ws(' ', v.id, v.answer, v.undone_at), ',' order by v.id) from public.plan_voice v where v.person_id = caller.person()),
      (select string_agg(concat_ws(' ', a.answer_id, a.answer, a.is_changed), ',' order by a.answer_id) from caller.family_plan_versions() a)));
  end $$;
`;

/** What is taken from the family's plan is given to no one of them any more, and leaves a page that stands open within ten seconds. */
const SIGHT = `
  create function lock.family_plan_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.lessen(array[new.case_id], array[new.by_branch]);
    return null;
  end $$;
  create trigger plan_entry_family_sight after update of for_family, promised_by, state on plan_entry for each row
    when (old.for_family and (not new.for_family or new.promised_by is distinct from old.promised_by
      or (new.state in ('ended','removed') and new.state <> old.state)))
    execute function lock.family_plan_sight();
`;

const IN_PLANS = `
          or i.id in (select e.item_id from caller.family_plan_entries() e)
          or exists (select 1 from public.plan_voice v where v.answer_item_id = i.id and v.person_id = me)`;

/** As 0009 made it, and what the family reads in its plan. */
const familyItems = (more: string): string => `
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
        and (i.giver_person = me or exists (select 1 from public.consent c where c.item_id = i.id and caller.signs(c.id))${more})
        and not exists (select 1 from public.item_subject s where s.item_id = i.id and not caller.is_told_of(s.person_id));
  end $$;
`;

const PROMISED = `
      ('plan_entry.promised_by', 'plan_entry', 'promised_by', 'id::text'),
      ('plan_version_line.promised_by', 'plan_version_line', 'promised_by', 'version_id || '':'' || entry_id'),
      ('plan_voice.person_id', 'plan_voice', 'person_id', 'id::text'),`;

/** As 0141 made it, and whoever of the family promised something or said something in a plan. */
const places = (more: string): string => `
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
      ('kept_apart.person_id', 'kept_apart', 'person_id', 'id::text'),
      ('kept_apart.other_person_id', 'kept_apart', 'other_person_id', 'id::text'),
      ('plan_answer.person_id', 'plan_answer', 'person_id', 'id::text'),${more}
      ('person.merged_into', 'person', 'merged_into', 'id::text')
  $$;
`;

/** As 0141 made it, and who of the family promised it then. */
const lines = (column: string, value: string): string => `
  create or replace function lock.plan_version_lines() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    insert into public.plan_version_line (version_id, entry_id, item_version, state, owner_staff_id, starts_on, follow_up_on${column})
      select new.id, e.id, i.version, e.state, e.owner_staff_id, e.starts_on, e.follow_up_on${value}
      from public.plan_entry e join public.item i on i.id = e.item_id
      where e.plan_id = new.plan_id and e.state not in ('ended','removed');
    return null;
  end $$;
`;

/** The constraints have no names of their own: each is found by what it says, and keeps the name that it has. */
const answers = (how: string, by: string): string => `
  do $do$
  declare known name;
  begin
    select conname into strict known from pg_constraint where conrelid = 'public.plan_answer'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%phone%';
    execute format('alter table public.plan_answer drop constraint %I', known);
    execute format('alter table public.plan_answer add constraint %I check (%s)', known, $check$${how}$check$);
    select conname into strict known from pg_constraint where conrelid = 'public.plan_answer'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%answered_by%';
    execute format('alter table public.plan_answer drop constraint %I', known);
    execute format('alter table public.plan_answer add constraint %I check (%s)', known,
      $check$(answer is null) = (answered_at is null) and ${by}$check$);
  end $do$;
`;

const me = `(select caller.person())`;
const own = `person_id = ${me}`;
const ofPlan = `exists (select 1 from caller.family_plans() f where f.group_id = plan_voice.group_id and f.case_id = plan_voice.case_id
  and f.branch_id = plan_voice.branch_id)`;
/** The house that leads, and of it whoever may have what was said. */
const led = `((select caller.staff()) is not null and exists (select 1 from collaboration_group g where g.id = plan_voice.group_id
  and g.branch_id = (select caller.branch())) and exists (select 1 from item i where i.id = plan_voice.item_id))`;

const voicePolicies: readonly string[] = [
  `for select using (${own} or ${led})`,
  `for insert with check (${own} and answer is null and undone_at is null and ${ofPlan} and caller.wrote_item(item_id)
    and (entry_id is null or exists (select 1 from caller.family_plan_entries() e where e.id = plan_voice.entry_id and e.group_id = plan_voice.group_id)))`,
  `for update using (${own} and kind = 'done') with check (${own})`,
  `for update using (kind = 'proposal' and answer is null and ${led}) with check (answered_by = (select caller.staff()))`,
];

/** What families may do in tables that are older: name → table and rule. */
const added: Record<string, readonly [string, string]> = {
  plan_answer_family: [
    'plan_answer',
    `for update using (answer is null and ${own}) with check (${own} and how = 'page' and answered_by is null
      and exists (select 1 from caller.family_plan_versions() v where v.answer_id = plan_answer.id and not v.is_changed))`,
  ],
  plan_answer_family_read: ['plan_answer', `for select using (${own})`],
};
