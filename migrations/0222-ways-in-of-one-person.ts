import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person's ways in are those of every record that was folded into theirs: a link stays with the record for which it was
 * sent, while the consents move. And whoever may no longer be told has no errand: a guardian of one who is of age, or who
 * decides alone (OSL 12:3; FB 6:11).
 */
export class WaysInOfOnePerson1764000000222 implements MigrationInterface {
  readonly name = 'WaysInOfOnePerson1764000000222';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The record that was kept and all that was folded into it, from whichever of them one asks; as far as the asker sees.
      create function caller.one_person(person uuid) returns setof uuid language sql stable as $$
        with recursive up as (
            select p.id, p.merged_into from public.person p where p.id = person
            union select p.id, p.merged_into from up join public.person p on p.id = up.merged_into),
          whole as (
            select up.id from up
            union select p.id from whole join public.person p on p.merged_into = whole.id)
        select whole.id from whole
      $$;
      -- As the family's page decides (domain/family/shown-consent.ts): the person it is about, and whoever must sign now.
      create or replace function caller.has_errand(person uuid, ended_before timestamptz) returns boolean
      language sql stable security definer set search_path = pg_catalog, public as $$
        select caller.service() = 'family' and exists (select 1 from public.consent c
          join public.consent_signer s on s.consent_id = c.id and s.person_id in (select caller.one_person(person))
          where c.offered_at is not null and (c.ended_at is null or c.ended_at >= ended_before)
            and (s.person_id = c.person_id or s.person_id = any (lock.signers(c.person_id, clock.now()))))
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function caller.has_errand(person uuid, ended_before timestamptz) returns boolean
      language sql stable security definer set search_path = pg_catalog, public as $$
        select caller.service() = 'family' and exists (select 1 from public.consent c
          join public.consent_signer s on s.consent_id = c.id and s.person_id = person
          where c.offered_at is not null and (c.ended_at is null or c.ended_at >= ended_before))
      $$;
      drop function caller.one_person;`);
  }
}
