import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A group's young person moves to another municipality: what goes, on which ground, who takes over, and what ends here. */
export class Relocations1764000000082 implements MigrationInterface {
  readonly name = 'Relocations1764000000082';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LOOKS);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
    for (const [name, rule] of Object.entries(beside)) await runner.query(`create policy ${name}_relocated on ${rule}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, rule] of Object.entries(beside))
      await runner.query(`drop policy ${name}_relocated on ${rule.split(' ')[0]}`);
    await runner.query(`
      drop trigger person_relocations on person;
      drop table relocated_item, relocation;
      drop function lock.end_relocations_of_merged, lock.relocation_guard, lock.relocation_sight, caller.relocation_targets, caller.relocation_houses, caller.may_take_over,
        caller.is_taken_over, caller.relocated_group, caller.relocation_shares;
    `);
  }
}

const TABLES = `
  -- An offer of one house to one other, in another municipality. It says to nobody whom it is about before it is answered.
  create table relocation (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    branch_id uuid not null references branch,
    group_id uuid not null references collaboration_group,
    case_id uuid not null references case_file,
    person_id uuid not null references person,
    to_municipality_id uuid not null references municipality,
    to_branch_id uuid not null references branch,
    form text not null,
    ground text not null,
    -- Whom it is about, sealed for whoever takes over.
    ciphertext bytea not null,
    key_version integer not null,
    offered_by uuid not null references staff_member,
    offered_at timestamptz not null default clock.now(),
    answer text check (answer in ('accepted','declined')),
    -- A closed word.
    reason text,
    answered_by uuid references staff_member,
    answered_at timestamptz,
    -- The receiving house's own case, which begins as it takes over.
    new_case_id uuid references case_file,
    withdrawn_at timestamptz,
    version integer not null default 1,
    check (municipality_id <> to_municipality_id),
    check ((answer is null) = (answered_at is null)),
    check ((answer = 'accepted') = (new_case_id is not null) or answer is null and new_case_id is null),
    check (withdrawn_at is null or answer is null)
  );
  create unique index relocation_once on relocation (group_id) where withdrawn_at is null and answer is distinct from 'declined';
  create index relocation_case on relocation (case_id, offered_at);
  create index relocation_to on relocation (to_branch_id) where withdrawn_at is null and answer is null;
  -- What goes along: the share by which it may, and the words as they were, sealed for whoever takes over.
  create table relocated_item (
    relocation_id uuid not null references relocation,
    item_id uuid not null references item,
    share_id uuid not null references share,
    category text not null,
    reveals_place boolean not null,
    ciphertext bytea not null,
    key_version integer not null,
    written_at timestamptz not null,
    primary key (relocation_id, item_id)
  );
  create index relocated_item_item on relocated_item (item_id);
`;

const LOOKS = `
  -- Social services of other municipalities here in which somebody coordinates: whom one can hand over to.
  create function caller.relocation_targets() returns table (branch_id uuid, municipality_id uuid, municipality text, name text, kind text, authority text, branch text)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select b.id, m.id, m.name, b.name, a.kind, a.slug, b.slug from public.branch b join public.authority a on a.id = b.authority_id
      join public.municipality m on m.id = b.municipality_id
    where a.kind = 'social-services' and m.id <> caller.municipality() and b.ended_at is null and caller.branch() is not null
      and exists (select 1 from public.membership w join public.unit u on u.id = w.unit_id join public.staff_member s on s.id = w.staff_id
        where u.branch_id = b.id and w.role = 'coordinator' and s.disabled_at is null
          and w.starts_at <= clock.now() and (w.ends_at is null or w.ends_at > clock.now()))
    order by m.name, b.name
  $$;
  -- May the caller answer this offer: a coordinator or manager of the very house it is made to, while it stands?
  create function caller.may_take_over(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.relocation r join public.person p on p.id = r.person_id
      where r.id = wanted and r.to_branch_id = caller.branch() and caller.role() in ('coordinator','manager')
        and r.withdrawn_at is null and r.answer is null and p.protection in ('none','marking'))
  $$;
  create function caller.is_taken_over(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.relocation r where r.person_id = wanted and r.to_branch_id = caller.branch() and caller.may_take_over(r.id))
  $$;
  -- What the two houses of an offer are called, for those two.
  create function caller.relocation_houses(wanted uuid) returns table (from_name text, from_town text, to_name text, to_town text, by_name text, by_phone text, answered_name text)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select b.name, m.name, t.name, n.name, s.name, s.phone, x.name from public.relocation r
      join public.branch b on b.id = r.branch_id join public.municipality m on m.id = r.municipality_id
      join public.branch t on t.id = r.to_branch_id join public.municipality n on n.id = r.to_municipality_id
      join public.staff_member s on s.id = r.offered_by left join public.staff_member x on x.id = r.answered_by
    where r.id = wanted and caller.branch() in (r.branch_id, r.to_branch_id)
  $$;
  -- Which of the shares of an offer run now: the facts that the receiving house opens by.
  create function caller.relocation_shares(wanted uuid) returns table (item_id uuid, ground text, runs boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select x.item_id, h.ground, h.in_force @> clock.now() and h.ended_at is null from public.relocated_item x join public.share h on h.id = x.share_id
      join public.relocation r on r.id = x.relocation_id where x.relocation_id = wanted and caller.branch() in (r.branch_id, r.to_branch_id)
  $$;
  -- A group that has been taken over by another municipality: the platform ends it here.
  create function caller.relocated_group(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.relocation r where r.group_id = wanted and r.answer = 'accepted')
  $$;
  -- Whoever is offered it answers, and whoever offers takes it back; nothing else of the row changes.
  create function lock.relocation_guard() returns trigger language plpgsql as $$
  declare
    open text[] := case when caller.branch() = old.to_branch_id then array['answer','reason','answered_by','answered_at','new_case_id','version']
      else array['withdrawn_at','version'] end;
  begin
    if to_jsonb(new) - open is distinct from to_jsonb(old) - open then raise exception 'an offer is answered or taken back, and not rewritten'; end if;
    return new;
  end $$;
  create trigger relocation_guard before update on relocation for each row execute function lock.relocation_guard();
  -- What was offered leaves the other house's screens in the instant in which the offer ends.
  create function lock.relocation_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.lessen(array[new.case_id], array[new.to_branch_id]);
    return null;
  end $$;
  create trigger relocation_sight after update of withdrawn_at, answer on relocation for each row
    when (old.withdrawn_at is distinct from new.withdrawn_at or old.answer is distinct from new.answer) execute function lock.relocation_sight();
  -- An offer is sealed for the record that it was made about: when records are put together it is made anew.
  create function lock.end_relocations_of_merged() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.relocation set withdrawn_at = clock.now(), version = version + 1
      where person_id in (new.id, new.merged_into) and withdrawn_at is null and answer is null;
    return null;
  end $$;
  create trigger person_relocations after update of merged_into on person for each row
    when (new.merged_into is not null and new.merged_into is distinct from old.merged_into) execute function lock.end_relocations_of_merged();
`;

const onCase = `branch_id = (select caller.branch()) and caller.works_on(case_id)`;
const offered = `to_branch_id = (select caller.branch()) and (select caller.role()) in ('coordinator','manager')`;
const platform = `(select caller.service()) = 'reception'`;

const policies: Record<string, string[]> = {
  relocation: [
    `for select using (${platform} or (${onCase}) or (${offered}))`,
    `for insert with check (${onCase} and offered_by = (select caller.staff()) and municipality_id = (select caller.municipality())
      and exists (select 1 from collaboration_group g where g.id = group_id and g.branch_id = (select caller.branch()) and g.standing = 'moved' and g.case_id = relocation.case_id)
      and exists (select 1 from case_file c where c.id = case_id and c.person_id = relocation.person_id)
      and exists (select 1 from person p where p.id = person_id and p.protection in ('none','marking'))
      and exists (select 1 from caller.relocation_targets() t where t.branch_id = to_branch_id and t.municipality_id = to_municipality_id))`,
    `for update using ((${onCase}) or (${offered} and withdrawn_at is null and answer is null))
      with check ((${onCase}) or (${offered} and answered_by = (select caller.staff())))`,
  ],
  relocated_item: [
    `for select using (exists (select 1 from relocation r where r.id = relocation_id))`,
    `for insert with check (exists (select 1 from relocation r where r.id = relocation_id and r.branch_id = (select caller.branch()))
      and exists (select 1 from share h where h.id = share_id and h.item_id = relocated_item.item_id and h.from_branch_id = (select caller.branch())))`,
  ],
};

/** What taking over asks for beside the policies that ask for an assignment: a key while the offer stands, and the end here. */
const beside: Record<string, string> = {
  person: `person for select using (caller.is_taken_over(id))`,
  person_key: `person_key for select using (caller.is_taken_over(person_id))`,
  collaboration_group: `collaboration_group for update using (${platform} and caller.relocated_group(id))`,
  group_member: `group_member for update using (${platform} and caller.relocated_group(group_id))`,
  group_guest: `group_guest for update using (${platform} and caller.relocated_group(group_id))`,
  group_guest_read: `group_guest for select using (${platform} and caller.relocated_group(group_id))`,
  group_act: `group_act for insert with check (${platform} and caller.relocated_group(group_id) and act = 'move' and word = 'hand-over' and item_id is null)`,
};
