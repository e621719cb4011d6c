import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A family member may have the telephone number taken away by which they were reached: from the messages that were sent, the
 * search and their record in the house that asks. Each function asks who the caller is and reaches nobody else's (GDPR 17).
 */
export class ForgottenTelephones1764000000280 implements MigrationInterface {
  readonly name = 'ForgottenTelephones1764000000280';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.own_identities() returns table (person_id uuid, version integer, ciphertext bytea, key_version integer,
          wrapped bytea, kek_version integer) language sql security definer set search_path = pg_catalog, public as $$
        select d.person_id, d.version, d.ciphertext, d.key_version, k.wrapped, k.kek_version
        from public.person_identity d join public.person_key k on k.person_id = d.person_id
        where d.person_id in (select caller.one_person(caller.person())) order by d.person_id for update of d
      $$;
      create function caller.keep_own_identity(wanted uuid, expected integer, sealed bytea, sealed_with integer) returns boolean
          language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        update public.person_identity d set ciphertext = sealed, key_version = sealed_with, version = d.version + 1
          where d.person_id = wanted and d.version = expected and wanted in (select caller.one_person(caller.person()));
        return found;
      end $$;
      create function caller.keeps_own_phone() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.family_link l where l.reach is not null and l.person_id in (select caller.one_person(caller.person())))
          or exists (select 1 from public.person_phone_index x where x.person_id in (select caller.one_person(caller.person())))
      $$;
      -- A message that waits is not sent: there is nowhere to send it.
      create function caller.forget_own_phone() returns integer language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        whole constant uuid[] := array(select caller.one_person(caller.person()));
        n integer;
      begin
        update public.family_link l set reach = null, secret = null, next_try_at = null,
          delivery = case when l.delivery = 'waiting' then 'failed' else l.delivery end
          where l.person_id = any (whole) and l.reach is not null;
        get diagnostics n = row_count;
        delete from public.person_phone_index x where x.person_id = any (whole);
        return n;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function caller.own_identities, caller.keep_own_identity, caller.keeps_own_phone, caller.forget_own_phone`,
    );
  }
}
