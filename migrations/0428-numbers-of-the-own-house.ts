import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What kind of number somebody has, or why none (a newborn, an asylum seeker), is the registering house's own: whoever another
 * house tells something of them needs to know of the person when they were born and how they are protected, and no more (OSL 26:1).
 */
export class NumbersOfTheOwnHouse1764000000428 implements MigrationInterface {
  readonly name = 'NumbersOfTheOwnHouse1764000000428';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_number (
        person_id uuid primary key references person on delete cascade,
        number_kind text not null check (number_kind in ('personal','coordination','none')),
        no_number_reason text check (no_number_reason in ('unknown','new-born','not-registered','asylum-seeker','protected'))
      );
      alter table person no force row level security;
      insert into person_number (person_id, number_kind, no_number_reason) select id, number_kind, no_number_reason from person;
      alter table person force row level security;
      alter table person drop column number_kind, drop column no_number_reason;
      alter table person_number enable row level security;
      alter table person_number force row level security;
      create policy person_number_0 on person_number for select using (${own});
      create policy person_number_1 on person_number for insert with check ((select caller.service()) = 'reception' or ${own});
      create policy person_number_2 on person_number for update using (${own} and ${registrars});
    `);
    await runner.query(changed('caller.points_at_nobody()', `'named_staff'`, `'named_staff','person_number'`));
    await runner.query(changed('caller.sees_person(uuid)', CREATED, `${CREATED} ${ON_CASES}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(changed('caller.sees_person(uuid)', `${CREATED} ${ON_CASES}`, CREATED));
    await runner.query(changed('caller.points_at_nobody()', `'named_staff','person_number'`, `'named_staff'`));
    await runner.query(`
      alter table person add column number_kind text not null default 'none' check (number_kind in ('personal','coordination','none'));
      alter table person add column no_number_reason text check (no_number_reason in ('unknown','new-born','not-registered','asylum-seeker','protected'));
      alter table person no force row level security;
      alter table person_number no force row level security;
      alter table person disable trigger user;
      update person p set number_kind = n.number_kind, no_number_reason = n.no_number_reason from person_number n where n.person_id = p.id;
      alter table person enable trigger user;
      alter table person force row level security;
      drop table person_number;
    `);
  }
}

const own = `exists (select 1 from person p where p.id = person_id and p.branch_id = (select caller.branch()))`;
const registrars = `(select caller.role()) in ('intake','coordinator','investigator','manager')`;

/** Whoever once registered somebody sees them in a post in which one works with people, and not as auditor or administrator. */
const CREATED = `p.created_by = caller.staff()`;
const ON_CASES = `and coalesce(caller.role(), '') not in ('auditor','administrator')`;

/** The function as it stands, with one part put otherwise. */
const changed = (name: string, before: string, after: string): string => `
  do $do$
  declare body constant text := pg_get_functiondef('${name}'::regprocedure);
  begin
    if position($b$${before}$b$ in body) = 0 then raise exception '${name} is another than is known'; end if;
    execute replace(body, $b$${before}$b$, $b$${after}$b$);
  end $do$;
`;
