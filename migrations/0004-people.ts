import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searching for people, decisions about them, and what it takes to fold two records of one person into one. */
export class People1764000000004 implements MigrationInterface {
  readonly name = 'People1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_phone_index (
        person_id uuid not null references person,
        branch_id uuid not null references branch,
        phone_hash bytea not null,
        primary key (person_id, phone_hash)
      );
      create index person_phone_lookup on person_phone_index (branch_id, phone_hash);
      -- What someone searched for, as keyed hashes: nobody is registered whom nobody has looked for.
      create table person_search (
        id uuid primary key,
        staff_id uuid not null references staff_member,
        branch_id uuid not null references branch,
        hashes bytea[] not null,
        searched_at timestamptz not null default clock.now()
      );
      create index person_search_staff on person_search (staff_id, searched_at);
      -- A decision about a person that needs reasons, and for some a second person; the reasons are sealed.
      create table person_decision (
        id uuid primary key,
        person_id uuid not null references person,
        branch_id uuid not null references branch,
        kind text not null check (kind in ('protection','named-staff','maturity')),
        from_value text,
        to_value text,
        staff_id uuid references staff_member,
        key_person_id uuid not null references person,
        ciphertext bytea not null,
        key_version integer not null,
        asked_by uuid not null references staff_member,
        asked_at timestamptz not null default clock.now(),
        state text not null check (state in ('waiting','in-force','declined')),
        settled_by uuid references staff_member,
        settled_at timestamptz,
        check ((kind = 'named-staff') = (staff_id is not null))
      );
      create index person_decision_person on person_decision (person_id, asked_at desc);
      create index person_merge_kept on person_merge (kept_id);
    `);

    // Where a person may stand. A table's own key tells which row was moved; the gate's keys, the sealed identity and the
    // lookups stay where they are, since a search resolves a folded record to the one that was kept.
    await runner.query(`
      create function caller.places_of_person() returns table (place text, kind text, field text, key text) language sql immutable as $$
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
          ('person.merged_into', 'person', 'merged_into', 'id::text')
      $$;

      -- Moving looks past the policies: whoever merges need not work on every case of the person, and learns nothing of them
      -- but ids. It asks itself that both people are of the caller's house and that the caller may merge.
      create function caller.may_merge(one uuid, other uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce(caller.role() in ('intake','manager'), false)
          and (select count(*) from public.person p where p.id in (one, other) and p.branch_id = caller.branch()) = 2
      $$;
      create function caller.references_of(wanted uuid) returns table (place text, id text) language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare p record;
      begin
        if not coalesce(caller.role() in ('intake','manager'), false)
          or not exists (select 1 from public.person x where x.id = wanted and x.branch_id = caller.branch()) then return; end if;
        for p in select * from caller.places_of_person() loop
          return query execute format('select %L::text, (%s) from public.%I where %I = $1 order by 2', p.place, p.key, p.kind, p.field) using wanted;
        end loop;
      end $$;
      -- A row that the receiver already has a like of (both are subjects of one item) stays where it is. Returns how many moved.
      create function caller.move_references(from_person uuid, to_person uuid, wanted_place text, ids text[]) returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
      declare p record; apart text := ''; moved integer;
      begin
        if not caller.may_merge(from_person, to_person) then raise exception 'these two are not this caller''s to merge'; end if;
        select * into strict p from caller.places_of_person() x where x.place = wanted_place;
        if p.kind in ('named_staff','item_subject') then
          apart := format('and not exists (select 1 from public.%1$I o where o.person_id = $1 and (o.%2$s) = (t.%2$s))', p.kind, replace(p.key, '::text', ''));
        end if;
        execute format('update public.%I t set %I = $1 where %I = $2 and (%s) = any($3) %s', p.kind, p.field, p.field, p.key, apart)
          using to_person, from_person, ids;
        get diagnostics moved = row_count;
        return moved;
      end $$;
    `);

    const inHouse = `branch_id = (select caller.branch())`;
    const registrars = `(select caller.role()) in ('intake','coordinator','investigator','manager')`;
    const policies: Record<string, string[]> = {
      person_phone_index: [`for all using ((select caller.service()) = 'reception' or (${inHouse} and ${registrars}))`],
      person_search: [`for all using (staff_id = (select caller.staff()) and ${inHouse})`],
      person_decision: [
        `for select using (${inHouse} and caller.sees_person(person_id))`,
        `for insert with check (${inHouse} and asked_by = (select caller.staff()) and caller.sees_person(person_id)
          and case when state = 'in-force' then settled_by is null and (kind = 'maturity' or (kind = 'protection' and
              array_position(array['none','marking','protected-registration','assumed-identity'], to_value)
              > array_position(array['none','marking','protected-registration','assumed-identity'], from_value)))
            else state = 'waiting' and settled_by is null end)`,
        // The second person is another than the first: also the database says so.
        `for update using (${inHouse} and (select caller.role()) in ('intake','manager') and state = 'waiting' and caller.sees_person(person_id))
          with check (${inHouse} and settled_by = (select caller.staff()) and (state = 'declined' or asked_by <> (select caller.staff())))`,
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
      drop function caller.move_references, caller.references_of, caller.may_merge, caller.places_of_person;
      drop table person_decision, person_search, person_phone_index;
      drop index person_merge_kept;
    `);
  }
}
