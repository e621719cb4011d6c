import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom the house keeps a person apart from, for what the platform asks before it shows one signer what another has said: the
 * register is known to few, and honoured for everyone (OSL 12:3, 21:3). Never told to anybody.
 */
export class HeldApartInConsents1764000000220 implements MigrationInterface {
  readonly name = 'HeldApartInConsents1764000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.held_apart_from(person uuid) returns setof uuid
      language sql stable security definer set search_path = pg_catalog, public as $$
        select case when k.person_id = person then k.other_person_id else k.person_id end
        from public.kept_apart k
        where caller.service() = 'consents' and person in (k.person_id, k.other_person_id)
          and k.ended_at is null and k.until > clock.now()
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.held_apart_from`);
  }
}
