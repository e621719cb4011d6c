import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the database ends by itself is told to those for whom it ended, and has its line in the ledger: it stands as untold
 * until the program has taken it up, in the same transaction where one is at hand and within a minute otherwise.
 */
export class ToldEnds1764000000111 implements MigrationInterface {
  readonly name = 'ToldEnds1764000000111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table inquiry add column untold boolean not null default false;
      alter table relocation add column untold boolean not null default false;
      create index inquiry_untold on inquiry (person_id) where untold;
      create index relocation_untold on relocation (person_id) where untold;
    `);
    for (const [name, before] of Object.entries(ENDING))
      await runner.query(changed(name, before, `untold = true, ${before}`));
    await runner.query(guard(BY_ITSELF));
    await runner.query(TAKEN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function caller.take_ended_inquiries, caller.take_ended_relocations, caller.seats_ended_with;`,
    );
    await runner.query(guard(''));
    for (const [name, before] of Object.entries(ENDING))
      await runner.query(changed(name, `untold = true, ${before}`, before));
    await runner.query(`alter table inquiry drop column untold; alter table relocation drop column untold;`);
  }
}

/** Everything that ends a question or an offer without anybody's hand. */
const ENDING: Readonly<Record<string, string>> = {
  'lock.end_inquiries()': 'version = version + 1',
  'lock.end_inquiries_of_merged()': 'version = version + 1',
  'lock.end_unanswerable(uuid)': 'version = q.version + 1',
  'lock.end_relocations_of_merged()': 'version = version + 1',
  'lock.end_relocations_of_group()': 'version = version + 1',
  'lock.end_relocations_of_case()': 'version = version + 1',
};

/** The function as it stands, with one part put otherwise. */
const changed = (name: string, before: string, after: string): string => `
  do $do$
  declare body constant text := pg_get_functiondef('${name}'::regprocedure);
  begin
    if position('${before}' in body) = 0 then raise exception '${name} ends things in another way than is known'; end if;
    execute replace(body, '${before}', '${after}');
  end $do$;
`;

const BY_ITSELF = `when current_user = 'samnav_definer' then array['withdrawn_at','untold','version']`;

const guard = (more: string): string => `
  create or replace function lock.relocation_guard() returns trigger language plpgsql as $$
  declare
    open text[] := case ${more} when caller.branch() = old.to_branch_id then array['answer','reason','answered_by','answered_at','new_case_id','version']
      else array['withdrawn_at','version'] end;
  begin
    if to_jsonb(new) - open is distinct from to_jsonb(old) - open then raise exception 'an offer is answered or taken back, and not rewritten'; end if;
    return new;
  end $$;
`;

const TAKEN = `
  -- Questions that have ended by themselves and that nobody has been told of, about one person or all; each is taken once.
  create function caller.take_ended_inquiries(about uuid default null) returns table (id uuid, case_id uuid, municipality_id uuid, person_id uuid,
    branch_id uuid, to_branch_id uuid, asked_by uuid, how text, answered boolean, asked uuid[])
  language sql volatile security definer set search_path = pg_catalog, public as $$
    update public.inquiry q set untold = false
      where q.untold and caller.service() = 'consents' and (about is null or q.person_id = about)
      returning q.id, q.case_id, q.municipality_id, q.person_id, q.branch_id, q.to_branch_id, q.asked_by, q.ended_how, q.answer is not null,
        array_remove(array[q.representative_id, case when q.deputy_asked_at is not null then q.deputy_id end], null)
  $$;
  -- Offers to another municipality, likewise.
  create function caller.take_ended_relocations(about uuid default null) returns table (id uuid, case_id uuid, municipality_id uuid, person_id uuid,
    to_branch_id uuid, offered_by uuid, coordinator_id uuid)
  language sql volatile security definer set search_path = pg_catalog, public as $$
    update public.relocation r set untold = false from public.collaboration_group g
      where r.untold and g.id = r.group_id and caller.service() = 'consents' and (about is null or r.person_id = about)
      returning r.id, r.case_id, r.municipality_id, r.person_id, r.to_branch_id, r.offered_by, g.coordinator_id
  $$;
  -- Seats in groups whose work on the case a post takes along as it ends; for whoever keeps the posts of the municipality.
  create function caller.seats_ended_with(wanted uuid) returns table (id uuid, group_id uuid, case_id uuid, person_id uuid, staff_id uuid, branch_id uuid)
  language sql stable strict security definer set search_path = pg_catalog, public as $$
    select m.id, m.group_id, m.case_id, c.person_id, m.staff_id, m.branch_id from public.group_member m
      join public.membership w on w.id = m.membership_id left join public.case_file c on c.id = m.case_id
    where w.id = wanted and w.municipality_id = caller.municipality() and caller.role() = 'administrator'
      and w.ends_at is not null and m.ends_at is null
    order by m.group_id, m.id
  $$;
`;
