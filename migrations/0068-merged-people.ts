import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said of two people who must never meet goes along when records are put together; a question under way is asked anew. */
export class MergedPeople1764000000068 implements MigrationInterface {
  readonly name = 'MergedPeople1764000000068';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(places(KEPT_APART));
    await runner.query(move(NEVER_TWICE));
    await runner.query(`
      -- The question is sealed for the record that it was asked about, so it stays there; whoever asked sees that it is over.
      create function lock.end_inquiries_of_merged() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update public.inquiry set ended_at = clock.now(), ended_how = 'withdrawn', version = version + 1
          where person_id in (new.id, new.merged_into) and ended_at is null;
        return null;
      end $$;
      create trigger person_inquiries after update of merged_into on person for each row
        when (new.merged_into is not null and new.merged_into is distinct from old.merged_into) execute function lock.end_inquiries_of_merged();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger person_inquiries on person; drop function lock.end_inquiries_of_merged;`);
    await runner.query(places(''));
    await runner.query(move(''));
  }
}

const KEPT_APART = `
      ('kept_apart.person_id', 'kept_apart', 'person_id', 'id::text'),
      ('kept_apart.other_person_id', 'kept_apart', 'other_person_id', 'id::text'),`;

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
      ('consent_evidence.signer_id', 'consent_evidence', 'signer_id', 'id::text'),${more}
      ('person.merged_into', 'person', 'merged_into', 'id::text')
  $$;
`;

const NEVER_TWICE = `
    if p.kind = 'kept_apart' then apart := 'and $1 not in (t.person_id, t.other_person_id)'; end if;`;

/** A row that the receiver has a like of stays where it is, and so does one that would name the same person twice. */
const move = (more: string): string => `
  create or replace function caller.move_references(from_person uuid, to_person uuid, wanted_place text, ids text[]) returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
  declare p record; apart text := ''; moved integer;
  begin
    if not caller.may_merge(from_person, to_person) then raise exception 'these two are not this caller''s to merge'; end if;
    select * into strict p from caller.places_of_person() x where x.place = wanted_place;
    if p.kind in ('named_staff','item_subject','consent_signer') then
      apart := format('and not exists (select 1 from public.%1$I o where o.person_id = $1 and (o.%2$s) = (t.%2$s))', p.kind, replace(p.key, '::text', ''));
    end if;${more}
    execute format('update public.%I t set %I = $1 where %I = $2 and (%s) = any($3) %s', p.kind, p.field, p.field, p.key, apart)
      using to_person, from_person, ids;
    get diagnostics moved = row_count;
    return moved;
  end $$;
`;
