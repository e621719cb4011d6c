import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one has signed that others may be told is no secret to oneself: the extract may tell that it was told. */
export class ExtractOfTheSigned1764000000485 implements MigrationInterface {
  name = 'ExtractOfTheSigned1764000000485';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the consents about this person that the caller has signed, what the caller let go from which houses.
      create function caller.extract_signed(wanted uuid) returns json language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce(json_agg(json_build_object(
            'from', (select coalesce(json_agg(h), '[]') from unnest(c.from_houses) h where h <> all (s.refused_houses)),
            'categories', (select coalesce(json_agg(k), '[]') from unnest(c.categories) k where k <> all (s.refused_categories)))
          order by c.id), '[]')
        from public.consent c join public.consent_signer s on s.consent_id = c.id
        where c.person_id = wanted and s.person_id = caller.person() and s.signed_at is not null and caller.may_extract(wanted)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.extract_signed`);
  }
}
