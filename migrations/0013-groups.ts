import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms as a municipality runs them, nominations, and groups with their members and what they have done. */
export class Groups1764000000013 implements MigrationInterface {
  readonly name = 'Groups1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LOOKS);
    await runner.query(POSTS);
    await runner.query(`create policy assignment_group_end on assignment for update
      using ((select caller.service()) = 'reception' and reason = 'group')`);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger membership_groups on membership;
      drop policy assignment_group_end on assignment;
      drop table nomination_answer, group_act, group_member, collaboration_group, nomination, form_setting;
      drop function lock.post_groups, caller.is_group_member, caller.sees_group, caller.group_case, caller.groups_taking_room, caller.holds_post;
    `);
  }
}

const TABLES = `
  -- A municipality's own way of running a form, where it differs from its town's file.
  create table form_setting (
    municipality_id uuid not null references municipality,
    kind text not null,
    adjustment jsonb not null,
    changed_by uuid not null references staff_member,
    changed_at timestamptz not null default clock.now(),
    version integer not null default 1,
    primary key (municipality_id, kind)
  );

  -- Says that there is someone to talk to, to one coordinator. Whom it is about stands in it only inside one house.
  create table nomination (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    branch_id uuid not null references branch,
    to_staff_id uuid not null references staff_member,
    kind text not null,
    from_branch_id uuid not null references branch,
    from_unit_id uuid not null references unit,
    by_staff_id uuid not null references staff_member,
    ground text not null check (ground in ('internal','no-person-data')),
    case_id uuid references case_file,
    item_id uuid references item,
    made_at timestamptz not null default clock.now(),
    read_at timestamptz,
    withdrawn_at timestamptz,
    version integer not null default 1,
    check ((ground = 'internal') = (case_id is not null)),
    check (case_id is null or branch_id = from_branch_id),
    check (item_id is null or case_id is not null)
  );
  create index nomination_to on nomination (to_staff_id, made_at desc);
  create index nomination_by on nomination (by_staff_id, made_at desc);

  create table collaboration_group (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    branch_id uuid not null references branch,
    kind text not null,
    form text not null,
    level text not null check (level in ('persons','none')),
    case_id uuid references case_file,
    -- Where, in a form without persons.
    area text,
    standing text not null default 'preparing'
      check (standing in ('preparing','queued','motivation','active','paused','placed','moved','closed','followed-up')),
    -- Why it waits or rests: a closed word.
    standing_reason text,
    coordinator_id uuid not null references staff_member,
    contact_id uuid references staff_member,
    agreement_id uuid references agreement,
    consent_id uuid references consent,
    -- Says to members of other houses whom it is about, as far as the ground lets it: an item like any other.
    nomination_item_id uuid references item,
    formed_at timestamptz,
    last_met_at timestamptz,
    closed_at timestamptz,
    created_by uuid not null references staff_member,
    created_at timestamptz not null default clock.now(),
    version integer not null default 1,
    check ((level = 'persons') = (case_id is not null)),
    check ((level = 'none') = (area is not null))
  );
  create unique index collaboration_group_once on collaboration_group (case_id, form) where case_id is not null and closed_at is null;
  create index collaboration_group_branch on collaboration_group (branch_id, standing);

  create table group_member (
    id uuid primary key,
    group_id uuid not null references collaboration_group,
    case_id uuid references case_file,
    branch_id uuid not null references branch,
    unit_id uuid not null references unit,
    staff_id uuid not null references staff_member,
    -- One sits there in a post, and no longer than one holds it.
    membership_id uuid not null references membership,
    mandate text not null check (mandate in ('decides','speaks','listens')),
    deputy_for uuid references group_member,
    terms text not null check (terms in ('internal','with-consent','assessed','no-person-data')),
    starts_at timestamptz not null default clock.now(),
    ends_at timestamptz,
    end_reason text check (end_reason in ('replaced','post-ended','not-needed','group-closed')),
    added_by uuid not null references staff_member
  );
  create unique index group_member_once on group_member (group_id, staff_id) where ends_at is null;
  create index group_member_staff on group_member (staff_id) where ends_at is null;
  create index group_member_post on group_member (membership_id) where ends_at is null;

  -- Every step and every move, oldest first; the reasons are an item or a closed word.
  create table group_act (
    id uuid primary key,
    group_id uuid not null references collaboration_group,
    case_id uuid references case_file,
    act text not null check (act in ('step','move')),
    word text not null,
    standing text not null,
    reason text,
    passed text[] not null default '{}',
    item_id uuid references item,
    by_staff_id uuid not null references staff_member,
    at timestamptz not null default clock.now(),
    check (item_id is null or case_id is not null)
  );
  create index group_act_group on group_act (group_id, at);

  -- What became of a nomination: the receiving house's own.
  create table nomination_answer (
    id uuid primary key,
    nomination_id uuid not null unique references nomination,
    branch_id uuid not null references branch,
    case_id uuid references case_file,
    decision text not null check (decision in ('taken-up','declined')),
    reason text,
    item_id uuid references item,
    group_id uuid references collaboration_group,
    decided_by uuid not null references staff_member,
    decided_at timestamptz not null default clock.now(),
    check ((decision = 'taken-up') = (group_id is not null))
  );
`;

const LOOKS = `
  create function caller.holds_post(member uuid, house uuid, wanted text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.membership m join public.unit u on u.id = m.unit_id join public.staff_member s on s.id = m.staff_id
      where m.staff_id = member and u.branch_id = house and m.role = wanted and s.disabled_at is null
        and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()))
  $$;
  -- Sits in the group now: named, in the very post it is for, and for another house only while the ground reaches it.
  create function caller.is_group_member(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant uuid := caller.branch();
    m record;
    g record;
  begin
    select x.branch_id, x.terms into m from public.group_member x join public.membership w on w.id = x.membership_id
      where x.group_id = wanted and x.staff_id = caller.staff() and x.branch_id = mine and x.unit_id = caller.unit()
        and x.starts_at <= clock.now() and (x.ends_at is null or x.ends_at > clock.now())
        and w.starts_at <= clock.now() and (w.ends_at is null or w.ends_at > clock.now());
    if not found then return false; end if;
    select x.level, x.branch_id, x.case_id, c.person_id into g from public.collaboration_group x
      left join public.case_file c on c.id = x.case_id where x.id = wanted;
    if g.level = 'none' then return true; end if;
    if not caller.works_on(g.case_id) then return false; end if;
    if m.branch_id = g.branch_id then return true; end if;
    if m.terms = 'with-consent' then
      return lock.reaches(g.person_id, lock.house(g.branch_id), lock.house(mine), clock.now());
    end if;
    return m.terms = 'assessed' and exists (select 1 from public.assessment a where a.person_id = g.person_id
      and a.from_house = lock.house(g.branch_id) and a.to_house = lock.house(mine)
      and a.decided_at <= clock.now() and a.until > clock.now());
  end $$;
  create function caller.sees_group(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    g record;
  begin
    select x.level, x.branch_id, x.case_id into g from public.collaboration_group x where x.id = wanted;
    if not found then return false; end if;
    if caller.role() in ('auditor','administrator') then return false; end if;
    if g.branch_id = caller.branch() then
      if g.level = 'none' then
        if caller.role() in ('coordinator','manager') then return true; end if;
      elsif caller.works_on(g.case_id) then
        return true;
      end if;
    end if;
    return caller.is_group_member(wanted);
  end $$;
  -- How many of the own house's groups in a form take up room, also those of cases that the caller does not work on.
  create function caller.groups_taking_room(house uuid, wanted text) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
    select count(*)::integer from public.collaboration_group g where g.branch_id = house and house = caller.branch()
      and g.kind = wanted and g.standing in ('active','paused','placed')
  $$;
  -- The number that the members say, and whom the group's items are sealed for; nothing else of the case.
  create function caller.group_case(wanted uuid) returns table (number text, person_id uuid) language sql stable strict security definer set search_path = pg_catalog, public as $$
    select c.number, c.person_id from public.collaboration_group g join public.case_file c on c.id = g.case_id
      where g.id = wanted and caller.sees_group(wanted)
  $$;
`;

/** Who leaves a post works on the group's case until that instant and no longer; the screens that show it are told. */
const POSTS = `
  create function lock.post_groups() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.assignment a set ends_at = greatest(new.ends_at, a.starts_at)
      from public.group_member m where m.membership_id = new.id and m.ends_at is null and m.case_id is not null
        and a.case_id = m.case_id and a.staff_id = m.staff_id and a.branch_id = m.branch_id and a.reason = 'group'
        and (a.ends_at is null or a.ends_at > new.ends_at);
    return null;
  end $$;
  create trigger membership_groups after update of ends_at on membership for each row
    when (new.ends_at is not null and new.ends_at is distinct from old.ends_at) execute function lock.post_groups();
`;

const ownGroup = `exists (select 1 from collaboration_group g where g.id = group_id and g.branch_id = (select caller.branch()))`;
const leads = `(select caller.role()) in ('coordinator','manager')`;
const keepsForms = `municipality_id = (select caller.municipality()) and (select caller.role()) in ('administrator','manager')`;
/** The coordinator it is for; whoever leads there when that coordinator has left the post. */
const receives = `branch_id = (select caller.branch()) and ${leads}
  and (to_staff_id = (select caller.staff()) or not caller.holds_post(to_staff_id, branch_id, 'coordinator'))`;

const policies: Record<string, string[]> = {
  form_setting: [
    `for select using (municipality_id = (select caller.municipality()) or (select caller.service()) = 'administration')`,
    `for insert with check (${keepsForms} and changed_by = (select caller.staff()))`,
    `for update using (${keepsForms}) with check (${keepsForms} and changed_by = (select caller.staff()))`,
    `for delete using (${keepsForms})`,
  ],
  nomination: [
    `for select using ((by_staff_id = (select caller.staff()) and from_branch_id = (select caller.branch())) or (${receives}))`,
    `for insert with check (by_staff_id = (select caller.staff()) and from_branch_id = (select caller.branch())
      and from_unit_id = (select caller.unit()) and municipality_id = (select caller.municipality())
      and exists (select 1 from branch b where b.id = branch_id and b.municipality_id = (select caller.municipality()))
      and caller.holds_post(to_staff_id, branch_id, 'coordinator') and (case_id is null or caller.works_on(case_id)))`,
    `for update using ((by_staff_id = (select caller.staff()) and from_branch_id = (select caller.branch())) or (${receives}))`,
  ],
  nomination_answer: [
    `for select using (branch_id = (select caller.branch()) and exists (select 1 from nomination n where n.id = nomination_id and n.branch_id = (select caller.branch())))`,
    `for insert with check (branch_id = (select caller.branch()) and ${leads} and decided_by = (select caller.staff())
      and exists (select 1 from nomination n where n.id = nomination_id and n.branch_id = (select caller.branch()))
      and (case_id is null or caller.works_on(case_id)))`,
  ],
  collaboration_group: [
    `for select using ((select caller.service()) in ('reception','deadlines') or caller.sees_group(id)
      or (created_by = (select caller.staff()) and branch_id = (select caller.branch()) and ${leads} and (case_id is null or caller.works_on(case_id))))`,
    `for insert with check (branch_id = (select caller.branch()) and ${leads} and created_by = (select caller.staff())
      and (case_id is null or (caller.works_on(case_id) and exists (select 1 from case_file c where c.id = case_id))))`,
    `for update using (branch_id = (select caller.branch()) and ${leads} and (case_id is null or caller.works_on(case_id)))`,
  ],
  // Who sits where is seen by whoever sees the group.
  group_member: [
    `for select using ((select caller.service()) in ('reception','deadlines') or exists (select 1 from collaboration_group g where g.id = group_id))`,
    `for insert with check (${ownGroup} and ${leads} and added_by = (select caller.staff())
      and case_id is not distinct from (select g.case_id from collaboration_group g where g.id = group_id)
      and exists (select 1 from membership w join unit u on u.id = w.unit_id where w.id = membership_id and w.staff_id = group_member.staff_id
        and w.unit_id = group_member.unit_id and u.branch_id = group_member.branch_id and u.municipality_id = (select caller.municipality())))`,
    `for update using (${ownGroup} and ${leads})`,
  ],
  // Another house's member sees that a step was taken; the reasons are an item and stay with who may read it.
  group_act: [
    `for select using (exists (select 1 from collaboration_group g where g.id = group_id))`,
    `for insert with check (${ownGroup} and ${leads} and by_staff_id = (select caller.staff())
      and case_id is not distinct from (select g.case_id from collaboration_group g where g.id = group_id))`,
  ],
};
