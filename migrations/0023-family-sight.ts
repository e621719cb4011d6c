import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sight that ends at once for families too: the end of custody, an official's view of maturity and a guardian who may no
 * longer be told raise the count in their own transaction, and a protected signer's reaches the consents they sign.
 */
export class FamilySight1764000000023 implements MigrationInterface {
  readonly name = 'FamilySight1764000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lessenPerson(true));
    await runner.query(`
      create function lock.custody_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin perform lock.lessen_person(old.child_id); return null; end $$;
      -- That two records of one person are folded takes nothing from anybody: only its days do.
      create trigger custody_sight after update of starts_on, ends_on on custody for each row
        when ((old.starts_on, old.ends_on) is distinct from (new.starts_on, new.ends_on))
        execute function lock.custody_sight();

      create function lock.harm_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin perform lock.lessen_person(new.person_id); return null; end $$;
      create trigger harm_sight after insert on assessment for each row when (new.ground = 'OSL 12:3') execute function lock.harm_sight();

      create trigger maturity_sight after update of maturity on person for each row
        when (new.maturity is distinct from old.maturity) execute function lock.person_sight();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger maturity_sight on person;
      drop trigger harm_sight on assessment;
      drop trigger custody_sight on custody;
      drop function lock.harm_sight, lock.custody_sight;
    `);
    await runner.query(lessenPerson(false));
  }
}

const SIGNED = `
      union select c.case_id, c.branch_id from public.consent_signer s join public.consent c on c.id = s.consent_id where s.person_id = wanted`;

/** As in 0011, and with `signer` also the cases of consents that the person's name stands under. */
const lessenPerson = (signer: boolean): string => `
  create or replace function lock.lessen_person(wanted uuid) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    cases uuid[];
    branches uuid[];
  begin
    select array_agg(x.case_id), array_agg(x.branch_id) into cases, branches from (
      select i.case_id, i.branch_id from public.item_subject s join public.item i on i.id = s.item_id where s.person_id = wanted
      union select c.id, c.branch_id from public.case_file c where c.person_id = wanted${signer ? SIGNED : ''}) x;
    perform lock.lessen(coalesce(cases, '{}'), coalesce(branches, '{}'));
  end $$;
`;
