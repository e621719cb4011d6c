import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions of an investigation to other houses: they give, and see the question and their own answer and nothing else. */
export class Inquiries1764000000053 implements MigrationInterface {
  readonly name = 'Inquiries1764000000053';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LOOKS);
    await runner.query(GUARDS);
    for (const [table, rules] of Object.entries(policies)) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
      for (const [index, rule] of rules.entries())
        await runner.query(`create policy ${table}_${index} on ${table} ${rule}`);
    }
    for (const [table, rule] of Object.entries(oneWay))
      await runner.query(`create policy ${table}_inquiry on ${table.replace(/_(read|write)$/, '')} ${rule}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(oneWay))
      await runner.query(`drop policy ${table}_inquiry on ${table.replace(/_(read|write)$/, '')}`);
    await runner.query(`
      drop trigger case_file_inquiries on case_file;
      drop table inquiry_item, inquiry;
      drop function lock.inquiry_guard, lock.inquiry_sight, lock.end_inquiries, caller.asked, caller.is_asked_in, caller.is_asked_about, caller.may_answer_to, caller.answered_with;
    `);
  }
}

const TABLES = `
  -- One question to one unit of another house. It has no sibling: nothing in it says who else was asked, or why.
  create table inquiry (
    id uuid primary key,
    municipality_id uuid not null references municipality,
    -- The house that asks.
    branch_id uuid not null references branch,
    case_id uuid not null references case_file,
    person_id uuid not null references person,
    kind text not null check (kind in ('mash-2','mash-3')),
    to_branch_id uuid not null references branch,
    unit_id uuid not null references unit,
    representative_id uuid references staff_member,
    deputy_id uuid references staff_member,
    deputy_asked_at timestamptz,
    -- Which kinds of information are asked for: closed words, so that a question tells nothing.
    categories text[] not null check (cardinality(categories) > 0),
    -- Whom it is about, sealed for the asked house.
    ciphertext bytea not null,
    key_version integer not null,
    asked_by uuid not null references staff_member,
    asked_at timestamptz not null default clock.now(),
    due_at timestamptz not null,
    answer text check (answer in ('knows','knew','does-not-know')),
    answered_by uuid references staff_member,
    answered_at timestamptz,
    ended_at timestamptz,
    ended_how text check (ended_how in ('withdrawn','closed')),
    version integer not null default 1,
    check (branch_id <> to_branch_id),
    check ((answer is null) = (answered_at is null)),
    check ((ended_at is null) = (ended_how is null))
  );
  create unique index inquiry_once on inquiry (case_id, unit_id) where ended_at is null;
  create index inquiry_case on inquiry (case_id, asked_at);
  create index inquiry_unit on inquiry (unit_id) where ended_at is null;
  create table inquiry_item (
    inquiry_id uuid not null references inquiry,
    item_id uuid not null references item,
    position smallint not null,
    primary key (inquiry_id, item_id)
  );
  create index inquiry_item_item on inquiry_item (item_id);
`;

const LOOKS = `
  -- Questions that wait for, or have been answered by, this very caller: named, in the post that is asked, while the
  -- investigation is open. The deputy from when they are asked; whoever stands in the unit where nobody is named.
  create function caller.asked() returns table (inquiry_id uuid, case_id uuid, person_id uuid, to_branch_id uuid, branch_id uuid, phase text)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select q.id, q.case_id, q.person_id, q.to_branch_id, q.branch_id, c.phase from public.inquiry q
      join public.case_file c on c.id = q.case_id join public.person p on p.id = q.person_id
    where q.unit_id = caller.unit() and q.to_branch_id = caller.branch() and q.ended_at is null
      and caller.role() not in ('auditor','administrator')
      and (q.representative_id = caller.staff() or (q.deputy_id = caller.staff() and q.deputy_asked_at is not null)
        or (q.representative_id is null and q.deputy_id is null))
      and c.phase = 'investigation' and c.closed_at is null and p.protection in ('none','marking')
  $$;
  create function caller.is_asked_in(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from caller.asked() a where a.case_id = wanted)
  $$;
  create function caller.is_asked_about(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from caller.asked() a where a.person_id = wanted)
  $$;
  -- Is this item what the caller, or the caller's unit, has answered with?
  create function caller.answered_with(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.item i join caller.asked() a on a.case_id = i.case_id and a.to_branch_id = i.branch_id
      where i.id = wanted and ((i.created_by = caller.staff() and i.created_at = clock.now())
        or exists (select 1 from public.inquiry_item x where x.item_id = i.id and x.inquiry_id = a.inquiry_id)))
  $$;
  -- An answer goes to the house that asks and to no other.
  create function caller.may_answer_to(wanted uuid, house uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select caller.answered_with(wanted) and exists (select 1 from public.item i join caller.asked() a on a.case_id = i.case_id
      where i.id = wanted and a.branch_id = house)
  $$;
`;

const GUARDS = `
  -- Whoever is asked writes the answer and nothing else of the row.
  create function lock.inquiry_guard() returns trigger language plpgsql as $$
  begin
    if caller.branch() = old.to_branch_id and caller.service() is null
      and to_jsonb(new) - array['answer','answered_by','answered_at','version'] is distinct from to_jsonb(old) - array['answer','answered_by','answered_at','version'] then
      raise exception 'whoever is asked answers, and changes nothing else';
    end if;
    return new;
  end $$;
  create trigger inquiry_guard before update on inquiry for each row execute function lock.inquiry_guard();
  -- What was asked leaves the asked house's screens at the instant at which it ends.
  create function lock.inquiry_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform lock.lessen(array[new.case_id], array[new.to_branch_id]);
    return null;
  end $$;
  create trigger inquiry_sight after update of ended_at on inquiry for each row
    when (old.ended_at is null and new.ended_at is not null) execute function lock.inquiry_sight();
  -- A case that leaves the investigation has nothing more to ask.
  create function lock.end_inquiries() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.inquiry set ended_at = clock.now(), ended_how = 'closed', version = version + 1
      where case_id = new.id and ended_at is null;
    return null;
  end $$;
  create trigger case_file_inquiries after update of phase, closed_at on case_file for each row
    when (old.phase = 'investigation' and (new.phase <> 'investigation' or new.closed_at is not null)) execute function lock.end_inquiries();
`;

const onCase = `branch_id = (select caller.branch()) and caller.works_on(case_id)`;
const isAsked = `exists (select 1 from caller.asked() a where a.inquiry_id = inquiry.id)`;
const isAskedBy = `exists (select 1 from caller.asked() a where a.inquiry_id = inquiry_item.inquiry_id)`;

const policies: Record<string, string[]> = {
  inquiry: [
    `for select using ((select caller.service()) = 'deadlines' or (${onCase}) or ${isAsked})`,
    `for insert with check (${onCase} and asked_by = (select caller.staff()) and municipality_id = (select caller.municipality())
      and exists (select 1 from case_file c where c.id = case_id and c.person_id = inquiry.person_id and c.phase = 'investigation' and c.closed_at is null)
      and exists (select 1 from person p where p.id = person_id and p.protection in ('none','marking'))
      and exists (select 1 from unit u join branch b on b.id = u.branch_id
        where u.id = unit_id and u.branch_id = to_branch_id and b.municipality_id = (select caller.municipality())))`,
    `for update using ((select caller.service()) = 'deadlines' or (${onCase}) or ${isAsked})`,
  ],
  // The investigator sees that an answer holds so many things; what they say, by the share alone.
  inquiry_item: [
    `for select using (exists (select 1 from inquiry q where q.id = inquiry_id))`,
    `for insert with check (${isAskedBy})`,
    `for delete using (${isAskedBy})`,
  ],
};

/** What the asked house needs to answer, beside the policies that ask for an assignment: it has none and gets none. */
const oneWay: Record<string, string> = {
  person: `for select using (caller.is_asked_about(id))`,
  person_key: `for select using (caller.is_asked_about(person_id))`,
  item_read: `for select using (branch_id = (select caller.branch()) and caller.answered_with(id))`,
  item_write: `for insert with check (branch_id = (select caller.branch()) and created_by = (select caller.staff()) and caller.is_asked_in(case_id))`,
  item_subject: `for insert with check (exists (select 1 from item i where i.id = item_id and i.branch_id = (select caller.branch())) and caller.is_asked_about(person_id))`,
  share: `for insert with check (from_branch_id = (select caller.branch()) and decided_by = (select caller.staff()) and caller.may_answer_to(item_id, to_branch_id))`,
};
