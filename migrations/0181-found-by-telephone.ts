import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The telephone and the home of whoever is protected, of any grade, are no answer to a search: as with a hidden name, neither index
 * tells whoever is not named for them. Before, the program alone left them out (OSL 21:3, 22:1).
 */
export class FoundByTelephone1764000000181 implements MigrationInterface {
  readonly name = 'FoundByTelephone1764000000181';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index person_protected on person (branch_id) where protection <> 'none';
      -- Records of the caller's house whose whereabouts are hidden from the caller, with what has been folded into them.
      create function caller.hidden_contacts() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
        with recursive hidden as (
          select p.id from public.person p where p.branch_id = caller.branch() and p.merged_into is null
            and p.protection <> 'none' and not caller.is_named_for(p.id)
          union select m.id from hidden h join public.person m on m.merged_into = h.id)
        select array(select h.id from hidden h)
      $$;
    `);
    for (const index of ['person_phone_index', 'person_address_index'])
      await runner.query(
        `create policy ${index}_hidden on ${index} as restrictive for select
           using ((select caller.service()) = 'reception' or person_id <> all ((select caller.hidden_contacts())::uuid[]))`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['person_phone_index', 'person_address_index'])
      await runner.query(`drop policy ${index}_hidden on ${index}`);
    await runner.query(`drop function caller.hidden_contacts; drop index person_protected`);
  }
}
