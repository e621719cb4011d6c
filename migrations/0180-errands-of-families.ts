import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A way in is kept for whoever signs a consent that goes on, or whose end is still told of: that one has ended takes nobody's
 * way to see what was read and received by it (GDPR 15). Before, it was kept by the one consent that it was sent for.
 */
export class ErrandsOfFamilies1764000000180 implements MigrationInterface {
  readonly name = 'ErrandsOfFamilies1764000000180';

  async up(runner: QueryRunner): Promise<void> {
    // Of the consents themselves the platform learns nothing by it.
    await runner.query(`
      drop function caller.has_open_consent;
      create function caller.has_errand(person uuid, ended_before timestamptz) returns boolean
      language sql stable security definer set search_path = pg_catalog, public as $$
        select caller.service() = 'family' and exists (select 1 from public.consent c
          join public.consent_signer s on s.consent_id = c.id and s.person_id = person
          where c.offered_at is not null and (c.ended_at is null or c.ended_at >= ended_before))
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.has_errand;
      create function caller.has_open_consent(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select caller.service() = 'family' and exists (select 1 from public.consent c
          where c.id = wanted and c.state in ('offered','partly-signed','active','narrowed'))
      $$`);
  }
}
