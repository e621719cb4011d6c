import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A group's own meetings: whose they are, what they go through, and seats that end with the consent that they stood on. */
export class GroupMeetings1764000000045 implements MigrationInterface {
  readonly name = 'GroupMeetings1764000000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(SITTING);
    await runner.query(SEATS);
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
      drop policy assignment_group_unreached on assignment;
      drop policy group_member_unreached on group_member;
      drop policy group_member_consents on group_member;
      drop policy collaboration_group_consents on collaboration_group;
      drop function caller.unreached_seats;
      alter table group_member no force row level security;
      update group_member set end_reason = 'not-needed' where end_reason = 'consent-gone';
      alter table group_member force row level security;
      alter table group_member drop constraint group_member_end_reason_check;
      alter table group_member add check (end_reason in ('replaced','post-ended','not-needed','group-closed'));
      drop table meeting_point;
      drop policy hub_of_group on hub;
      alter table hub drop column group_id, drop column meeting_kind, drop column step_reason;
    `);
    await runner.query(SITTING_BEFORE);
    await runner.query(`
      alter table hub_party no force row level security;
      delete from hub_party where terms = 'assessed';
      alter table hub_party force row level security;
      alter table hub_party drop constraint hub_party_terms_check;
      alter table hub_party add check (terms in ('internal','with-consent'));
    `);
  }
}

const TABLES = `
  alter table hub add column group_id uuid references collaboration_group;
  -- Which of its form's kinds of meeting it is.
  alter table hub add column meeting_kind text;
  -- Why steps before the meeting are passed over: a closed word.
  alter table hub add column step_reason text;
  alter table hub add constraint hub_of_group_is_joint check (group_id is null or (kind = 'joint' and meeting_kind is not null));
  create index hub_group on hub (group_id, starts_at) where group_id is not null;
  create policy hub_of_group on hub as restrictive for insert with check (group_id is null or exists (
    select 1 from collaboration_group g where g.id = group_id and g.case_id = hub.case_id and g.branch_id = hub.branch_id));

  alter table hub_party drop constraint hub_party_terms_check;
  alter table hub_party add check (terms in ('internal','with-consent','assessed'));

  -- What a meeting goes through, in the order of place. Names come from the form; what somebody has written is an item.
  create table meeting_point (
    id uuid primary key,
    hub_id uuid not null references hub,
    place integer not null,
    kind text not null check (kind in ('form','own','news','good-news')),
    name jsonb,
    item_id uuid references item,
    minutes integer not null check (minutes between 0 and 240),
    audience text not null check (audience in ('professionals','everyone')),
    by_staff uuid not null references staff_member,
    by_branch uuid not null references branch,
    made_at timestamptz not null default clock.now(),
    removed_at timestamptz,
    check ((kind = 'form') = (name is not null)),
    check ((kind = 'form') = (item_id is null))
  );
  create index meeting_point_hub on meeting_point (hub_id, place);
`;

/** Also by an assessment that somebody has made: what a council of assessed grounds stands on. */
const SITTING = `
  create or replace function caller.sits_in(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant uuid := caller.branch();
    p record;
    h record;
  begin
    select bool_or(x.terms = 'with-consent') as consent, bool_or(x.terms = 'assessed') as assessed into p
      from public.hub_party x where x.hub_id = wanted and x.branch_id = mine and x.ended_at is null
        and x.terms in ('with-consent','assessed') and (x.staff_id = caller.staff() or x.unit_id = caller.unit());
    if p.consent is null then return false; end if;
    select x.case_id, x.branch_id, c.person_id into h from public.hub x join public.case_file c on c.id = x.case_id
      where x.id = wanted and x.kind = 'joint';
    if not found or h.branch_id = mine or not caller.works_on(h.case_id) then return false; end if;
    if p.consent and lock.reaches(h.person_id, lock.house(h.branch_id), lock.house(mine), clock.now()) then return true; end if;
    return p.assessed and exists (select 1 from public.assessment a where a.person_id = h.person_id
      and a.from_house = lock.house(h.branch_id) and a.to_house = lock.house(mine)
      and a.decided_at <= clock.now() and a.until > clock.now());
  end $$;
`;

const SITTING_BEFORE = `
  create or replace function caller.sits_in(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant uuid := caller.branch();
    h record;
  begin
    if not exists (select 1 from public.hub_party p where p.hub_id = wanted and p.branch_id = mine and p.ended_at is null
        and p.terms = 'with-consent' and (p.staff_id = caller.staff() or p.unit_id = caller.unit())) then
      return false;
    end if;
    select x.case_id, x.branch_id, c.person_id into h from public.hub x join public.case_file c on c.id = x.case_id
      where x.id = wanted and x.kind = 'joint';
    return found and h.branch_id <> mine and caller.works_on(h.case_id)
      and lock.reaches(h.person_id, lock.house(h.branch_id), lock.house(mine), clock.now());
  end $$;
`;

/** A seat that no consent reaches any more is ended by the platform, in the transaction that made the consent less. */
const SEATS = `
  alter table group_member drop constraint group_member_end_reason_check;
  alter table group_member add check (end_reason in ('replaced','post-ended','not-needed','group-closed','consent-gone'));
  -- Seats of a case's groups that stand on a consent which no longer reaches them; the platform asks as it ends them.
  create function caller.unreached_seats(wanted uuid) returns table (id uuid, group_id uuid, staff_id uuid, branch_id uuid)
  language sql stable strict security definer set search_path = pg_catalog, public as $$
    select m.id, m.group_id, m.staff_id, m.branch_id from public.group_member m
      join public.collaboration_group g on g.id = m.group_id join public.case_file c on c.id = g.case_id
    where caller.service() = 'consents' and g.case_id = wanted and m.ends_at is null and m.terms = 'with-consent'
      and m.branch_id <> g.branch_id
      and not lock.reaches(c.person_id, lock.house(g.branch_id), lock.house(m.branch_id), clock.now())
    order by m.group_id, m.id
  $$;
  create policy collaboration_group_consents on collaboration_group for select using ((select caller.service()) = 'consents');
  create policy group_member_consents on group_member for select using ((select caller.service()) = 'consents');
  create policy group_member_unreached on group_member for update using ((select caller.service()) = 'consents' and terms = 'with-consent')
    with check ((select caller.service()) = 'consents' and end_reason = 'consent-gone');
  create policy assignment_group_unreached on assignment for update using ((select caller.service()) = 'consents' and reason = 'group');
`;

const viaHub = `exists (select 1 from hub h where h.id = hub_id)`;
const ownHub = `exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch()))`;
const said = `(item_id is null or exists (select 1 from item i where i.id = item_id))`;

const policies: Record<string, string[]> = {
  // A point that somebody has written is seen by whoever sees the item.
  meeting_point: [
    `for select using (${viaHub} and ${said})`,
    `for insert with check (${viaHub} and ${said} and by_staff = (select caller.staff()) and by_branch = (select caller.branch())
      and (kind in ('news','good-news') or ${ownHub}))`,
    `for update using (${ownHub} or (by_staff = (select caller.staff()) and ${viaHub}))`,
  ],
};
