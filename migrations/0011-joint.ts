import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Joint meetings on consent (MASH step 4, SIG), the step into the phase of measures, and sight that ends at once. */
export class Joint1764000000011 implements MigrationInterface {
  readonly name = 'Joint1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(SITTING);
    await runner.query(SIGHT);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [name, rule] of Object.entries(rules))
        await runner.query(`drop policy if exists ${name} on ${table}; create policy ${name} on ${table} ${rule}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, rules] of Object.entries(policies))
      for (const name of Object.keys(rules)) await runner.query(`drop policy ${name} on ${table}`);
    await runner.query(`
      drop trigger share_sight on share; drop trigger assignment_sight on assignment; drop trigger named_staff_sight on named_staff;
      drop trigger person_sight on person;
      drop function lock.share_sight, lock.assignment_sight, lock.named_sight, lock.person_sight, lock.lessen_person, lock.lessen, lock.reaches;
      drop function caller.sits_in, caller.is_reached, caller.joint_case, caller.last_board_seq, caller.has_worked_on, caller.given_to_house;
      drop table sight_epoch, phase_decision, hub_party;
      alter table share drop column left_at;
      alter table hub drop column kind, drop column form, drop column purpose, drop column nomination_item_id;
      alter table delivery no force row level security;
      update delivery set state = 'failed' where state = 'stopped';
      alter table delivery force row level security;
      alter table delivery drop constraint delivery_state_check;
      alter table delivery add check (state in ('waiting','sent','failed'));
    `);
    for (const [table, rules] of Object.entries(before))
      for (const [name, rule] of Object.entries(rules)) await runner.query(`create policy ${name} on ${table} ${rule}`);
  }
}

const TABLES = `
  alter table hub add column kind text not null default 'internal' check (kind in ('internal','joint'));
  alter table hub add column form text not null default 'mash';
  -- What is said on its board is said for this.
  alter table hub add column purpose text not null default 'investigate-need';
  -- Says to other houses whom it is about, as far as the consent lets it: an item like any other.
  alter table hub add column nomination_item_id uuid references item;

  create table hub_party (
    hub_id uuid not null references hub,
    unit_id uuid not null references unit,
    branch_id uuid not null references branch,
    -- Who was invited for the unit.
    staff_id uuid references staff_member,
    terms text not null check (terms in ('internal','with-consent')),
    invited_by uuid not null references staff_member,
    invited_at timestamptz not null default clock.now(),
    ended_at timestamptz,
    primary key (hub_id, unit_id)
  );
  create index hub_party_branch on hub_party (branch_id);

  -- A case moves on to another phase by a named person's decision; the reasons are an item.
  create table phase_decision (
    id uuid primary key,
    case_id uuid not null references case_file,
    from_phase text not null,
    to_phase text not null check (to_phase in ('measures')),
    item_id uuid not null references item,
    decided_by uuid not null references staff_member,
    decided_at timestamptz not null default clock.now()
  );
  create index phase_decision_case on phase_decision (case_id, decided_at);

  -- When it left its receiver: a range that is reckoned anew forgets that it ever was.
  alter table share add column left_at timestamptz;

  alter table delivery drop constraint delivery_state_check;
  alter table delivery add check (state in ('waiting','sent','failed','stopped'));
`;

const SITTING = `
  -- Whether any consent in force lets one of two houses tell the other anything at all about a person.
  create function lock.reaches(wanted uuid, one text, other text, at timestamptz) returns boolean language plpgsql stable as $$
  declare
    needed uuid[];
  begin
    if not exists (select 1 from public.consent c where c.person_id = wanted) then return false; end if;
    needed := lock.signers(wanted, at);
    if cardinality(needed) = 0 then return false; end if;
    return exists (select 1 from public.consent c
      where c.person_id = wanted and c.valid_from <= at and at < c.valid_until and (c.withdrawn_at is null or c.withdrawn_at > at)
        and ((one = any (c.from_houses) and other = any (c.to_houses)) or (other = any (c.from_houses) and one = any (c.to_houses)))
        and not exists (select 1 from public.consent_signer s where s.consent_id = c.id and s.refused_houses && array[one, other])
        and exists (select 1 from unnest(c.categories) k where not exists (select 1 from public.consent_signer s
          where s.consent_id = c.id and k = any (s.refused_categories)))
        and not exists (select 1 from unnest(needed) n where not exists (select 1 from public.consent_signer s
          where s.consent_id = c.id and s.person_id = n and s.signed_at <= at)));
  end $$;

  -- Does the caller of another house sit at this joint meeting's table now? Invited, at work on it, and reached by a consent.
  create function caller.sits_in(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
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
  -- The number that the parties say, and whom the items on its board are sealed for; nothing else of the case.
  create function caller.joint_case(wanted uuid) returns table (number text, person_id uuid) language sql stable strict security definer set search_path = pg_catalog, public as $$
    select c.number, c.person_id from public.hub h join public.case_file c on c.id = h.case_id where h.id = wanted and caller.sits_in(wanted)
  $$;
  -- The platform asks before it calls an invitation off.
  create function caller.is_reached(wanted uuid, one text, other text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select caller.service() = 'consents' and lock.reaches(wanted, one, other, clock.now())
  $$;
  -- How many events there are, also those that are not for this reader: numbers have no gaps.
  create function caller.last_board_seq(wanted uuid) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
    select coalesce(max(e.seq), 0) from public.board_event e join public.hub h on h.id = e.hub_id
      where e.hub_id = wanted and (caller.service() = 'reception' or (h.branch_id = caller.branch() and caller.works_on(h.case_id)) or caller.sits_in(h.id))
  $$;
  -- On the case now or before: who may be told that something there is no longer theirs.
  create function caller.has_worked_on(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.assignment a where a.case_id = wanted and a.branch_id = caller.branch()
      and (a.staff_id = caller.staff() or a.unit_id = caller.unit()))
  $$;
  -- What the caller's house has been given in a case and may read no longer, in kinds and times; never what it said.
  create function caller.given_to_house(wanted uuid) returns table (item_id uuid, category text, from_branch uuid, given_at timestamptz, in_force boolean, ended_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select i.id, i.category, h.from_branch_id, h.made_at, h.in_force @> clock.now(),
      coalesce(h.left_at, (select max(upper(r)) from unnest(h.in_force) r where upper(r) <= clock.now()))
    from public.share h join public.item i on i.id = h.item_id
    where i.case_id = wanted and h.to_branch_id = caller.branch() and caller.has_worked_on(wanted)
  $$;
`;

/**
 * Whoever may see less raises the case's count in the same transaction: what was decided on by an older count is decided
 * anew before it is shown, and every screen of those concerned is told (ASVS 8.3.2, 15.4.2).
 */
const SIGHT = `
  create table sight_epoch (
    -- A case or the person whom it is about.
    about uuid primary key,
    epoch bigint not null
  );

  create function lock.lessen(cases uuid[], branches uuid[]) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if cardinality(cases) = 0 then return; end if;
    insert into public.sight_epoch as s (about, epoch)
      select a, 1 from (select unnest(cases) as a union select c.person_id from public.case_file c where c.id = any (cases)) x order by a
      on conflict (about) do update set epoch = s.epoch + 1;
    insert into public.outbox (topic, payload)
      select distinct 'live:sight:' || b, jsonb_build_object('caseId', c) from unnest(cases, branches) x (c, b) where b is not null;
    -- Boards and lobbies of the case that may stand open somewhere.
    insert into public.outbox (topic, payload)
      select w.topic || h.id, w.payload from public.hub h
      cross join (values ('live:board:', '{"sight":true}'::jsonb), ('live:hub:', '{"lobby":true}'::jsonb)) w (topic, payload)
      where h.case_id = any (cases) and (h.closed_at is null or h.closed_at > clock.now() - interval '1 day');
    -- Whoever commits this answers only when nothing that was decided before can still be on its way.
    perform set_config('samnav.lessened', '1', true);
  end $$;

  create function lock.share_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    cases uuid[];
    branches uuid[];
    gone uuid[];
    back uuid[];
  begin
    select array_agg(n.id) filter (where o.in_force @> clock.now() and not n.in_force @> clock.now()),
        array_agg(n.id) filter (where n.in_force @> clock.now() and n.left_at is not null)
      into gone, back from before o join after n on n.id = o.id;
    if gone is not null then update public.share set left_at = clock.now() where id = any (gone); end if;
    if back is not null then update public.share set left_at = null where id = any (back); end if;
    select array_agg(x.case_id), array_agg(x.to_branch_id) into cases, branches from (
      select distinct i.case_id, n.to_branch_id from before o join after n on n.id = o.id join public.item i on i.id = n.item_id
      where n.to_branch_id is not null and not n.in_force @> o.in_force) x;
    perform lock.lessen(coalesce(cases, '{}'), coalesce(branches, '{}'));
    return null;
  end $$;
  create trigger share_sight after update on share referencing old table as before new table as after
    for each statement execute function lock.share_sight();

  create function lock.assignment_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.lessen(array[new.case_id], array[new.branch_id]);
    return null;
  end $$;
  create trigger assignment_sight after update of ends_at on assignment for each row
    when (new.ends_at <= clock.now() and (old.ends_at is null or old.ends_at > clock.now())) execute function lock.assignment_sight();

  -- A protected person's details leave those who are no longer named, and everyone when the protection is raised.
  create function lock.lessen_person(wanted uuid) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    cases uuid[];
    branches uuid[];
  begin
    select array_agg(x.case_id), array_agg(x.branch_id) into cases, branches from (
      select i.case_id, i.branch_id from public.item_subject s join public.item i on i.id = s.item_id where s.person_id = wanted
      union select c.id, c.branch_id from public.case_file c where c.person_id = wanted) x;
    perform lock.lessen(coalesce(cases, '{}'), coalesce(branches, '{}'));
  end $$;
  create function lock.named_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin perform lock.lessen_person(old.person_id); return null; end $$;
  create trigger named_staff_sight after delete on named_staff for each row execute function lock.named_sight();
  create function lock.person_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin perform lock.lessen_person(new.id); return null; end $$;
  create trigger person_sight after update of protection on person for each row
    when (new.protection is distinct from old.protection and new.protection <> 'none') execute function lock.person_sight();
`;

const ownHub = `exists (select 1 from hub h where h.id = hub_id and h.branch_id = (select caller.branch()))`;
const viaHub = `exists (select 1 from hub h where h.id = hub_id)`;
const asked = `unit_id = (select caller.unit()) or representative_id = (select caller.staff()) or deputy_id = (select caller.staff())`;
const ownQuestion = `exists (select 1 from hub_question q where q.id = question_id and (${asked}
  or exists (select 1 from hub h where h.id = q.hub_id and h.branch_id = (select caller.branch()))))`;

/** A policy of the same name before it is replaced. */
const policies: Record<string, Record<string, string>> = {
  hub: {
    hub_0: `for select using ((select caller.service()) in ('reception','deadlines','consents')
      or (branch_id = (select caller.branch()) and caller.works_on(case_id))
      or (kind = 'joint' and branch_id <> (select caller.branch()) and caller.sits_in(id)))`,
  },
  hub_party: {
    hub_party_0: `for select using ((select caller.service()) in ('reception','deadlines','consents') or ${viaHub})`,
    hub_party_1: `for insert with check (${ownHub} and invited_by = (select caller.staff()))`,
    hub_party_2: `for update using ((select caller.service()) = 'consents' or ${ownHub})`,
  },
  // Others see that a unit is asked and that it has answered; each answers for itself.
  hub_question: {
    hub_question_0: `for select using ((select caller.service()) = 'deadlines' or ${viaHub})`,
    hub_question_1: `for insert with check ((select caller.service()) = 'deadlines' or ${ownHub})`,
    hub_question_2: `for update using ((select caller.service()) = 'deadlines' or ${ownHub} or (${viaHub} and (${asked})))`,
  },
  hub_answer_item: {
    hub_answer_item_0: `for select using (exists (select 1 from hub_question q where q.id = question_id))`,
    hub_answer_item_1: `for insert with check (${ownQuestion})`,
    hub_answer_item_2: `for delete using (${ownQuestion})`,
  },
  // In a joint meeting what an event speaks of may itself be a secret: it is seen by whoever sees the item.
  board_event: {
    board_event_0: `for select using (exists (select 1 from hub h where h.id = hub_id and (h.kind = 'internal' or board_event.item_id is null
      or exists (select 1 from item i where i.id = board_event.item_id))))`,
    board_event_1: `for insert with check (
      (${ownHub} and by_staff = (select caller.staff()))
      or ((select caller.service()) = 'reception' and kind = 'MemberLeft' and ${viaHub})
      or (by_staff = (select caller.staff()) and kind in ('MemberArrived','FloorAsked','SteppedBack','PictureGiven','MapEntryPut','MapEntryRemoved')
        and ${viaHub}))`,
  },
  hub_decision: {
    hub_decision_0: `for select using (${ownHub})`,
    hub_decision_1: `for insert with check (${ownHub} and decided_by = (select caller.staff()))`,
    hub_decision_2: `for update using (${ownHub}) with check (${ownHub} and decided_by = (select caller.staff()))`,
  },
  phase_decision: {
    phase_decision_0: `for select using (exists (select 1 from case_file c where c.id = case_id))`,
    phase_decision_1: `for insert with check (decided_by = (select caller.staff()) and caller.works_on(case_id)
      and exists (select 1 from case_file c where c.id = case_id))`,
  },
  // The platform ends an invitation that no consent reaches any more.
  assignment: {
    assignment_joint_end: `for update using ((select caller.service()) = 'consents' and reason = 'joint')`,
  },
  // Counts about ids that one has to know already; the ledger's appender compares them as it writes.
  sight_epoch: { sight_epoch_0: `for select using (true)` },
};

/** The policies that were replaced, as 0003 made them. */
const before: Record<string, Record<string, string>> = {
  hub: {
    hub_0: `for select using ((select caller.service()) in ('reception','deadlines') or (branch_id = (select caller.branch()) and caller.works_on(case_id)))`,
  },
  hub_question: { hub_question_0: `for all using ((select caller.service()) = 'deadlines' or ${viaHub})` },
  hub_answer_item: {
    hub_answer_item_0: `for all using (exists (select 1 from hub_question q where q.id = question_id))`,
  },
  board_event: {
    board_event_0: `for select using (${viaHub})`,
    board_event_1: `for insert with check (${viaHub} and (by_staff = (select caller.staff()) or ((select caller.service()) = 'reception' and kind = 'MemberLeft')))`,
  },
  hub_decision: {
    hub_decision_0: `for select using (${viaHub})`,
    hub_decision_1: `for insert with check (${viaHub} and decided_by = (select caller.staff()))`,
    hub_decision_2: `for update using (${viaHub}) with check (${viaHub} and decided_by = (select caller.staff()))`,
  },
};
