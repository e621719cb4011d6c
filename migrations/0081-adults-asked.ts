import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A question about a grown person stands on that person's own yes, and closes in the instant in which the yes does. */
export class AdultsAsked1764000000081 implements MigrationInterface {
  readonly name = 'AdultsAsked1764000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null about a child; about an adult, whether the own consent lets the asked house answer anything that is asked.
      create function caller.own_yes(wanted uuid) returns boolean language sql stable strict security definer set search_path = pg_catalog, public as $$
        select case when lock.under(p.born, 18, clock.now()) then null else exists (select 1 from unnest(q.categories) said
            where lock.has_consent(q.person_id, lock.house(q.to_branch_id), lock.house(q.branch_id), said, 'investigate-need', clock.now())) end
          from public.inquiry q join public.person p on p.id = q.person_id
          where q.id = wanted and caller.branch() in (q.branch_id, q.to_branch_id)
      $$;
    `);
    await runner.query(asked(`and caller.own_yes(q.id) is not false`));
    // Whoever is asked decides by the yes that lets them answer, narrowed as for any other house.
    await runner.query(consentsFor(SEES, `(${SEES} or caller.is_asked_about(wanted))`));
    await runner.query(`
      create function caller.is_child(wanted uuid) returns boolean language sql stable strict security definer set search_path = pg_catalog, public as $$
        select lock.under(p.born, 18, clock.now()) from public.person p where p.id = wanted and caller.sees_person(p.id)
      $$;
      create policy inquiry_of_adult on inquiry as restrictive for insert with check (kind = 'mash-3' or caller.is_child(person_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(consentsFor(`(${SEES} or caller.is_asked_about(wanted))`, SEES));
    await runner.query(asked(''));
    await runner.query(`drop policy inquiry_of_adult on inquiry; drop function caller.own_yes, caller.is_child;`);
  }
}

const SEES = 'caller.sees_person(wanted)';

/** The function as it stands, with another guard. */
const consentsFor = (before: string, after: string): string => `
  do $do$
  declare body constant text := pg_get_functiondef('caller.consents_about(uuid)'::regprocedure);
  begin
    if position('${before}' in body) = 0 then raise exception 'consents_about has another guard than is known'; end if;
    execute replace(body, '${before}', '${after}');
  end $do$;
`;

const asked = (more: string): string => `
  create or replace function caller.asked() returns table (inquiry_id uuid, case_id uuid, person_id uuid, to_branch_id uuid, branch_id uuid, phase text)
  language sql stable security definer set search_path = pg_catalog, public as $$
    select q.id, q.case_id, q.person_id, q.to_branch_id, q.branch_id, c.phase from public.inquiry q
      join public.case_file c on c.id = q.case_id join public.person p on p.id = q.person_id
    where q.unit_id = caller.unit() and q.to_branch_id = caller.branch() and q.ended_at is null
      and caller.role() not in ('auditor','administrator')
      and (q.representative_id = caller.staff() or (q.deputy_id = caller.staff() and q.deputy_asked_at is not null)
        or (q.representative_id is null and q.deputy_id is null))
      and c.phase = 'investigation' and c.closed_at is null and p.protection in ('none','marking') ${more}
  $$;
`;
