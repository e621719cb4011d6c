import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A used or outlived way in is removed by the platform, a time after nobody can come by it any more. */
export class FamilyRetention1764000000024 implements MigrationInterface {
  readonly name = 'FamilyRetention1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create policy family_link_removed on family_link for delete using ((select caller.service()) = 'family')`,
    );
    // Whether a way in may still be wanted; of the consent itself the platform learns nothing by it.
    await runner.query(`
      create function caller.has_open_consent(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select caller.service() = 'family' and exists (select 1 from public.consent c
          where c.id = wanted and c.state in ('offered','partly-signed','active','narrowed'))
      $$`);
    await runner.query(`create index family_link_renews on family_link (renews) where renews is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop index family_link_renews; drop function caller.has_open_consent; drop policy family_link_removed on family_link`,
    );
  }
}
