import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, cases, items, shares, the ledger and the outbox: everything the gate stands in front of. */
export class Content1764000000002 implements MigrationInterface {
  readonly name = 'Content1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        branch_id uuid not null references branch,
        born date not null,
        -- False when only the year is known: born is then its last day, so that nobody is taken for older than they are.
        born_exact boolean not null default true,
        protection text not null default 'none' check (protection in ('none','marking','protected-registration','assumed-identity')),
        maturity text check (maturity in ('guardian','joint','child')),
        number_kind text not null default 'none' check (number_kind in ('personal','coordination','none')),
        no_number_reason text check (no_number_reason in ('unknown','new-born','not-registered','asylum-seeker','protected')),
        merged_into uuid references person,
        version integer not null default 1,
        created_by uuid,
        created_at timestamptz not null default clock.now()
      );
      create index person_branch on person (branch_id);
      -- Name, number and ways to reach a person: ciphertext only, opened by the gate.
      create table person_identity (
        person_id uuid primary key references person,
        ciphertext bytea not null,
        key_version integer not null,
        version integer not null default 1
      );
      create table person_key (
        person_id uuid primary key references person,
        wrapped bytea not null,
        kek_version integer not null
      );
      create table person_number_index (
        person_id uuid not null references person,
        branch_id uuid not null references branch,
        number_hash bytea not null,
        primary key (person_id, number_hash)
      );
      create index person_number_lookup on person_number_index (branch_id, number_hash);
      create table person_name_index (
        person_id uuid not null references person,
        branch_id uuid not null references branch,
        part_hash bytea not null,
        primary key (person_id, part_hash)
      );
      create index person_name_lookup on person_name_index (branch_id, part_hash);
      create table custody (
        id uuid primary key,
        child_id uuid not null references person,
        guardian_id uuid not null references person,
        kind text not null default 'parent' check (kind in ('parent','appointed')),
        source text not null check (source in ('population-register','court-ruling','approved-agreement','told')),
        -- The day of the extract, ruling or conversation.
        source_on date,
        starts_on date not null,
        ends_on date,
        recorded_by uuid,
        recorded_at timestamptz not null default clock.now(),
        version integer not null default 1
      );
      create index custody_child on custody (child_id);
      create index custody_guardian on custody (guardian_id);
      create table relation (
        id uuid primary key,
        person_id uuid not null references person,
        close_person_id uuid not null references person,
        kind text not null,
        recorded_by uuid,
        recorded_at timestamptz not null default clock.now(),
        ended_at timestamptz
      );
      create index relation_person on relation (person_id);
      create index relation_close_person on relation (close_person_id);
      create table named_staff (
        person_id uuid not null references person,
        staff_id uuid not null references staff_member,
        added_by uuid,
        added_at timestamptz not null default clock.now(),
        primary key (person_id, staff_id)
      );
      create table person_merge (
        id uuid primary key,
        branch_id uuid not null references branch,
        kept_id uuid not null references person,
        merged_id uuid not null references person,
        -- Ids and versions only, and ciphertext as it was: what undoing puts back.
        moved jsonb not null,
        reasons bytea not null,
        key_version integer not null,
        merged_by uuid not null,
        merged_at timestamptz not null default clock.now(),
        undone_by uuid,
        undone_at timestamptz
      );

      create sequence case_number;
      create table case_file (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        branch_id uuid not null references branch,
        number text not null unique default to_char(clock.now() at time zone 'Europe/Stockholm', 'YYYY') || '-' || lpad(nextval('case_number')::text, 5, '0'),
        person_id uuid not null references person,
        form text not null default 'none',
        phase text not null default 'preliminary' check (phase in ('preliminary','investigation','measures','follow-up','none')),
        state text not null default 'received' check (state in ('received','graded','in-hub','investigation','closed','joined')),
        grade text check (grade in ('green','orange','red')),
        joined_into uuid references case_file,
        opened_at timestamptz not null default clock.now(),
        closed_at timestamptz,
        version integer not null default 1
      );
      create index case_file_branch on case_file (branch_id, state);
      create index case_file_person on case_file (person_id);
      create table assignment (
        id uuid primary key,
        case_id uuid not null references case_file,
        branch_id uuid not null references branch,
        unit_id uuid references unit,
        staff_id uuid references staff_member,
        reason text not null,
        starts_at timestamptz not null default clock.now(),
        ends_at timestamptz,
        assigned_by uuid,
        check (unit_id is not null or staff_id is not null)
      );
      create index assignment_case on assignment (case_id);
      create index assignment_staff on assignment (staff_id) where staff_id is not null;
      create index assignment_unit on assignment (unit_id) where unit_id is not null;

      create table item (
        id uuid primary key,
        municipality_id uuid not null references municipality,
        case_id uuid not null references case_file,
        branch_id uuid not null references branch,
        giver_kind text not null,
        giver_person uuid references person,
        category text not null,
        form text not null,
        phase text not null,
        person_data boolean not null default true,
        reveals_place boolean not null default false,
        reported_by text,
        key_person_id uuid not null references person,
        key_version integer not null,
        ciphertext bytea not null,
        version integer not null default 1,
        created_by uuid,
        created_at timestamptz not null default clock.now()
      );
      create index item_case on item (case_id, created_at desc);
      create table item_subject (
        item_id uuid not null references item,
        person_id uuid not null references person,
        position smallint not null,
        primary key (item_id, person_id)
      );
      create index item_subject_person on item_subject (person_id);
      create table item_version (
        item_id uuid not null references item,
        version integer not null,
        ciphertext bytea not null,
        key_version integer not null,
        category text not null,
        written_by uuid,
        written_at timestamptz not null,
        primary key (item_id, version)
      );
      create table share (
        id uuid primary key,
        item_id uuid not null references item,
        from_branch_id uuid not null references branch,
        to_branch_id uuid references branch,
        to_person_id uuid references person,
        purpose text not null,
        ground text not null,
        decided_by uuid,
        in_force tstzrange not null,
        made_at timestamptz not null default clock.now(),
        check ((to_branch_id is null) <> (to_person_id is null))
      );
      create index share_item on share (item_id);
      create index share_to_branch on share (to_branch_id);

      create table ledger_entry (
        id bigint generated always as identity primary key,
        at timestamptz not null default clock.now(),
        xid xid8 not null default pg_current_xact_id(),
        municipality_id uuid,
        actor_staff uuid,
        actor_service text,
        actor_role text,
        actor_branch uuid,
        actor_unit uuid,
        action text not null,
        outcome text not null default 'done',
        person_id uuid,
        case_id uuid,
        item_id uuid,
        item_version integer,
        purpose text,
        ground text,
        origin text,
        request_id text,
        detail jsonb not null default '{}'
      );
      create index ledger_entry_case on ledger_entry (case_id, id);
      create index ledger_entry_person on ledger_entry (person_id, id);

      create table outbox (
        id bigint generated always as identity primary key,
        topic text not null,
        payload jsonb not null,
        created_at timestamptz not null default clock.now(),
        handed_at timestamptz
      );
      create index outbox_waiting on outbox (id) where handed_at is null and topic like 'job:%';
      create index outbox_age on outbox (created_at);
      create function outbox_notify() returns trigger language plpgsql as $$
      begin
        perform pg_notify('outbox', new.id::text || ' ' || new.topic);
        return null;
      end $$;
      create trigger outbox_notify after insert on outbox for each row execute function outbox_notify();

      create function ledger_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'the ledger is append-only';
      end $$;
      create trigger ledger_no_change before update or delete on ledger_entry for each row execute function ledger_is_append_only();
      create trigger ledger_no_truncate before truncate on ledger_entry for each statement execute function ledger_is_append_only();
    `);

    await runner.query(`
      -- Does the caller work on this case? Looks past the policies on purpose: it is what they are made of.
      create function caller.works_on(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare
        mine constant uuid := caller.branch();
        lead uuid;
      begin
        -- Who keeps the system in order or reviews it works on no case, whatever unit the post stands in.
        if caller.role() in ('auditor','administrator') then return false; end if;
        if exists (select 1 from public.assignment a
            where a.case_id = wanted and a.branch_id = mine and (a.staff_id = caller.staff() or a.unit_id = caller.unit())
              and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())) then
          return true;
        end if;
        -- Whoever works on a case works on those joined into it; only in the case's own branch, never in a reporter's.
        select c.joined_into into lead from public.case_file c where c.id = wanted and c.branch_id = mine;
        return lead is not null and exists (select 1 from public.assignment a
            where a.case_id = lead and a.branch_id = mine and (a.staff_id = caller.staff() or a.unit_id = caller.unit())
              and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now()));
      end $$;
      -- May the caller see that this person exists, with the facts a decision needs (never the name)?
      create function caller.sees_person(wanted uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        -- One question at a time, each by its index and the likeliest first: asked as one, it read every case of the town.
        if exists (select 1 from public.person p
            where p.id = wanted and p.branch_id = caller.branch()
              and (p.created_by = caller.staff() or caller.role() in ('intake','coordinator','investigator','manager'))) then
          return true;
        end if;
        if exists (select 1 from public.case_file c where c.person_id = wanted and caller.works_on(c.id)) then return true; end if;
        if exists (select 1 from public.custody k join public.case_file c on c.person_id = k.child_id
            where k.guardian_id = wanted and caller.works_on(c.id)) then
          return true;
        end if;
        if exists (select 1 from public.relation r join public.case_file c on c.person_id = r.person_id
            where r.close_person_id = wanted and caller.works_on(c.id)) then
          return true;
        end if;
        return exists (
          select 1 from public.item_subject s join public.item i on i.id = s.item_id
          where s.person_id = wanted and caller.works_on(i.case_id)
            and (i.branch_id = caller.branch()
              or exists (select 1 from public.share h where h.item_id = i.id and h.from_branch_id = i.branch_id and h.to_branch_id = caller.branch() and h.in_force @> clock.now()))
        );
      end $$;
      -- Has the caller's house anything to do with this case? What its manager may assign people to.
      create function caller.house_works_on(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.case_file c where c.id = wanted and c.branch_id = caller.branch())
          or exists (select 1 from public.assignment a where a.case_id = wanted and a.branch_id = caller.branch())
      $$;
      -- Is this item the caller's own house's, on a case that the caller works on?
      create function caller.may_give(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.item i where i.id = wanted and i.branch_id = caller.branch() and caller.works_on(i.case_id))
      $$;
      -- Do two people stand behind opening this protected person to this member of staff? One has asked, the caller agrees.
      create function caller.seconds_naming(wanted uuid, member uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return member <> caller.staff() and exists (select 1 from public.person_decision d
          where d.person_id = wanted and d.kind = 'named-staff' and d.staff_id = member and d.state = 'waiting'
            and d.asked_by not in (caller.staff(), member));
      end $$;
      create function caller.is_named_for(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.named_staff n where n.person_id = wanted and n.staff_id = caller.staff())
      $$;
    `);

    const policies: Record<string, string[]> = {
      person: [
        `for select using ((select caller.service()) in ('reception','deadlines') or caller.sees_person(id))`,
        `for insert with check ((select caller.service()) = 'reception' or (branch_id = (select caller.branch()) and created_by = (select caller.staff())))`,
        `for update using (branch_id = (select caller.branch()) and (select caller.role()) in ('intake','coordinator','investigator','manager') and caller.sees_person(id))`,
      ],
      person_identity: [
        `for select using (exists (select 1 from person p where p.id = person_id and p.branch_id = (select caller.branch()) and (p.protection in ('none','marking') or caller.is_named_for(p.id))))`,
        `for insert with check ((select caller.service()) = 'reception' or exists (select 1 from person p where p.id = person_id and p.branch_id = (select caller.branch())))`,
        `for update using (exists (select 1 from person p where p.id = person_id and p.branch_id = (select caller.branch()) and (p.protection in ('none','marking') or caller.is_named_for(p.id))))`,
      ],
      person_key: [
        // Useless without the key-encryption key, and yet nobody's who sees neither the person nor anything sealed with it.
        `for select using ((select caller.service()) = 'reception' or caller.sees_person(person_id)
          or exists (select 1 from item i where i.key_person_id = person_id))`,
        `for insert with check ((select caller.service()) = 'reception' or exists (select 1 from person p where p.id = person_id and p.branch_id = (select caller.branch())))`,
      ],
      person_number_index: [
        `for all using ((select caller.service()) = 'reception' or (branch_id = (select caller.branch()) and (select caller.role()) in ('intake','coordinator','investigator','manager')))`,
      ],
      person_name_index: [
        `for all using ((select caller.service()) = 'reception' or (branch_id = (select caller.branch()) and (select caller.role()) in ('intake','coordinator','investigator','manager')))`,
      ],
      custody: [
        `for select using ((select caller.service()) = 'reception' or caller.sees_person(child_id))`,
        // Both ends must be seen already: a relation opens the other end, and would otherwise open whomever one names.
        `for insert with check ((select caller.service()) = 'reception' or (caller.sees_person(child_id) and caller.sees_person(guardian_id)))`,
        `for update using (caller.sees_person(child_id))`,
      ],
      relation: [
        `for select using ((select caller.service()) = 'reception' or caller.sees_person(person_id))`,
        `for insert with check ((select caller.service()) = 'reception' or (caller.sees_person(person_id) and caller.sees_person(close_person_id)))`,
        `for update using (caller.sees_person(person_id))`,
      ],
      named_staff: [
        `for select using (caller.sees_person(person_id))`,
        // Whoever registers a protected person has typed the name and stands on the list from the first row.
        `for insert with check (added_by = (select caller.staff()) and exists (select 1 from person p where p.id = person_id and p.branch_id = (select caller.branch())
          and (((select caller.role()) in ('manager','intake') and (p.protection in ('none','marking') or caller.seconds_naming(p.id, named_staff.staff_id)
              or exists (select 1 from person_merge m where m.kept_id = p.id and m.undone_at is null)))
            or (p.created_by = (select caller.staff()) and staff_id = (select caller.staff()) and p.created_at = clock.now())))
          and exists (select 1 from membership w join unit u on u.id = w.unit_id where w.staff_id = named_staff.staff_id and u.branch_id = (select caller.branch())))`,
        `for delete using ((select caller.role()) in ('manager','intake') and caller.sees_person(person_id))`,
      ],
      person_merge: [
        `for select using (branch_id = (select caller.branch()) and (select caller.role()) in ('intake','manager'))`,
        `for insert with check (branch_id = (select caller.branch()) and (select caller.role()) in ('intake','manager') and merged_by = (select caller.staff())
          and exists (select 1 from person p where p.id = kept_id and p.branch_id = (select caller.branch()))
          and exists (select 1 from person p where p.id = merged_id and p.branch_id = (select caller.branch())))`,
        `for update using (branch_id = (select caller.branch()) and (select caller.role()) in ('intake','manager') and undone_at is null)
          with check (branch_id = (select caller.branch()) and undone_by = (select caller.staff()))`,
      ],
      case_file: [
        `for select using ((select caller.service()) in ('reception','deadlines') or (branch_id = (select caller.branch()) and ((select caller.role()) = 'manager' or caller.works_on(id))))`,
        // A case begins with a report, so the reception opens it; nobody opens one to look at a person through it.
        `for insert with check ((select caller.service()) = 'reception')`,
        `for update using ((select caller.service()) = 'reception' or (branch_id = (select caller.branch()) and caller.works_on(id)))`,
      ],
      assignment: [
        `for select using ((select caller.service()) in ('reception','deadlines') or branch_id = (select caller.branch()))`,
        `for insert with check ((select caller.service()) in ('reception','deadlines') or (branch_id = (select caller.branch()) and assigned_by = (select caller.staff())
          and (((select caller.role()) = 'manager' and caller.house_works_on(case_id)) or caller.works_on(case_id))))`,
        `for update using (branch_id = (select caller.branch()) and ((select caller.role()) = 'manager' or caller.works_on(case_id)))`,
      ],
      item: [
        `for select using (
          (select caller.role()) not in ('auditor','administrator')
          and (exists (select 1 from assignment a where a.case_id = item.case_id and a.branch_id = (select caller.branch())
            and (a.staff_id = (select caller.staff()) or a.unit_id = (select caller.unit()))
            and a.starts_at <= (select clock.now()) and (a.ends_at is null or a.ends_at > (select clock.now())))
            or (exists (select 1 from case_file c where c.id = item.case_id and c.joined_into is not null) and caller.works_on(item.case_id)))
          and (branch_id = (select caller.branch())
            or exists (select 1 from share h where h.item_id = item.id and h.from_branch_id = item.branch_id and h.to_branch_id = (select caller.branch()) and h.in_force @> (select clock.now()))))`,
        `for insert with check (branch_id = (select caller.branch()) and created_by = (select caller.staff()) and caller.works_on(case_id))`,
        `for update using (branch_id = (select caller.branch()) and caller.works_on(case_id))`,
      ],
      // Standing in an item opens a person's facts to its readers: only people whom the writer sees already are put there.
      item_subject: [
        `for select using (exists (select 1 from item i where i.id = item_id))`,
        `for insert with check (exists (select 1 from item i where i.id = item_id and i.branch_id = (select caller.branch())) and caller.sees_person(person_id))`,
      ],
      item_version: [
        `for select using (exists (select 1 from item i where i.id = item_id))`,
        `for insert with check (written_by = (select caller.staff()) and exists (select 1 from item i where i.id = item_id and i.branch_id = (select caller.branch())))`,
      ],
      share: [
        `for select using (from_branch_id = (select caller.branch()) or to_branch_id = (select caller.branch()))`,
        // Only what is one's own house's is given away, by whom the row names.
        `for insert with check (from_branch_id = (select caller.branch()) and decided_by = (select caller.staff()) and caller.may_give(item_id))`,
        `for update using (from_branch_id = (select caller.branch()))`,
      ],
      ledger_entry: [
        // The app signs with the identity of its transaction; the appender's connection has none and writes what it is told.
        `for insert to samnav_app with check (actor_staff is not distinct from (select caller.staff()) and actor_service is not distinct from (select caller.service()))`,
        `for insert to samnav_ledger with check (true)`,
        `for select using ((select caller.service()) in ('sealer','ledger') or ((select caller.role()) = 'auditor' and municipality_id = (select caller.municipality())))`,
      ],
      outbox: [
        `for insert with check (true)`,
        `for select using ((select caller.service()) = 'outbox')`,
        `for update using ((select caller.service()) = 'outbox')`,
        `for delete using ((select caller.service()) = 'outbox')`,
      ],
    };
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
      drop function caller.works_on, caller.sees_person, caller.house_works_on, caller.may_give, caller.seconds_naming, caller.is_named_for;
      drop table outbox, ledger_entry, share, item_version, item_subject, item, assignment, case_file, person_merge, named_staff, relation, custody, person_name_index, person_number_index, person_key, person_identity, person cascade;
      drop sequence case_number;
      drop function outbox_notify, ledger_is_append_only;
    `);
  }
}
