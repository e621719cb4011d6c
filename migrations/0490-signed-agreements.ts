import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has put their name to is not written anew under it; it may only end sooner. */
export class SignedAgreements1764000000490 implements MigrationInterface {
  name = 'SignedAgreements1764000000490';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function keep_signed_agreement() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if (new.text, new.form, new.starts_on, new.signed_by) is distinct from (old.text, old.form, old.starts_on, old.signed_by)
           or new.ends_on > old.ends_on then
          if exists (select 1 from agreement_signature s where s.agreement_id = old.id) then
            raise exception 'a signed agreement stands as it was signed';
          end if;
        end if;
        return new;
      end $$;
      create trigger agreement_signed before update on agreement for each row execute function keep_signed_agreement();

      create function keep_signed_parties() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if exists (select 1 from agreement_signature s where s.agreement_id = coalesce(new.agreement_id, old.agreement_id)) then
          raise exception 'a signed agreement keeps its parties and what they bring';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger agreement_party_signed before insert or update or delete on agreement_party
        for each row execute function keep_signed_parties();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger agreement_party_signed on agreement_party;
      drop function keep_signed_parties;
      drop trigger agreement_signed on agreement;
      drop function keep_signed_agreement;
    `);
  }
}
