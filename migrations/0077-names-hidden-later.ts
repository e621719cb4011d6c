import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What said who somebody is was told while nothing hid it. When the registers change or hide the name, it says from then on
 * where they live, as one that is told afterwards does (FOL 16 §; OSL 22:1): only the named go on reading it.
 */
export class NamesHiddenLater1764000000077 implements MigrationInterface {
  readonly name = 'NamesHiddenLater1764000000077';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HIDDEN);
    await runner.query(HIDDEN_BEFORE);
  }

  /** What was hidden stays so: which of them said a name before cannot be told apart, and nobody is harmed by it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger person_hidden on person; drop function lock.person_hidden`);
  }
}

const TABLES = ['item', 'item_subject', 'person'];

/** Of those who were protected already, whichever house has them. */
export const HIDDEN_BEFORE = `
  ${TABLES.map((table) => `alter table ${table} no force row level security;`).join(' ')}
  update item i set reveals_place = true where i.category = 'nomination' and not i.reveals_place and exists (
    select 1 from item_subject x join person p on p.id = x.person_id
    where x.item_id = i.id and p.protection in ('protected-registration','assumed-identity'));
  ${TABLES.map((table) => `alter table ${table} force row level security;`).join(' ')}
`;

/** Before the shares are reckoned anew and the screens are told: triggers of one event run in the order of their names. */
const HIDDEN = `
  create function lock.person_hidden() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update public.item i set reveals_place = true where i.category = 'nomination' and not i.reveals_place
      and exists (select 1 from public.item_subject x where x.item_id = i.id and x.person_id = new.id);
    return null;
  end $$;
  create trigger person_hidden after update of protection on person for each row
    when (new.protection is distinct from old.protection and new.protection in ('protected-registration','assumed-identity'))
    execute function lock.person_hidden();
`;
