import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was signed before a child was protected names houses that would tell a guardian where the child is; what was written
 * afterwards does not (OSL 21:3). Of what is there already it is not known, so it is taken to name them.
 */
export class PapersNamingHouses1764000000477 implements MigrationInterface {
  readonly name = 'PapersNamingHouses1764000000477';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consent_evidence add column names_houses boolean not null default true;
      create function lock.evidence_names_houses() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        -- A paper that somebody has written on is whatever it is.
        new.names_houses := new.kind in ('paper', 'oral') or not exists (select 1 from public.consent c join public.person p on p.id = c.person_id
          where c.id = new.consent_id and p.protection <> 'none' and c.person_id <> new.signer_id);
        return new;
      end $$;
      create trigger evidence_names_houses before insert on consent_evidence for each row execute function lock.evidence_names_houses();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger evidence_names_houses on consent_evidence;
      drop function lock.evidence_names_houses();
      alter table consent_evidence drop column names_houses;
    `);
  }
}
