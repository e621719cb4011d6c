import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A name that is hidden is no answer to a search: not in the index of names, nor in the yes or no about words of an area. Who is
 * hidden is reckoned once for a statement, whatever is asked for, so that neither count nor time tells (OSL 21:3, 22:1).
 */
export class FoundByName1764000000166 implements MigrationInterface {
  readonly name = 'FoundByName1764000000166';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index person_hidden on person (branch_id) where protection in ('protected-registration','assumed-identity');
      create index person_merged on person (merged_into) where merged_into is not null;
      -- Records of the caller's house whose names are hidden from the caller, with what has been folded into them.
      create function caller.hidden_names() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
        with recursive hidden as (
          select p.id from public.person p where p.branch_id = caller.branch() and p.merged_into is null
            and p.protection in ('protected-registration','assumed-identity') and not caller.is_named_for(p.id)
          union select m.id from hidden h join public.person m on m.merged_into = h.id)
        select array(select h.id from hidden h)
      $$;
      create policy person_name_index_hidden on person_name_index as restrictive for select
        using (person_id <> all ((select caller.hidden_names())::uuid[]));
    `);
    await runner.query(knows('a.person_id <> all (hidden)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(knows(`p.protection <> 'assumed-identity'`, true));
    await runner.query(`
      drop policy person_name_index_hidden on person_name_index;
      drop function caller.hidden_names;
      drop index person_merged, person_hidden;
    `);
  }
}

/** `before`: as 0049 has it, where one of the two grades was told of. */
const knows = (told: string, before = false): string => `
  create or replace function caller.knows_people(pairs jsonb) returns setof integer language plpgsql stable security definer set search_path = pg_catalog, public as $$
  declare
    mine constant uuid := caller.branch();
${before ? '' : `    hidden constant uuid[] := caller.hidden_names();\n`}    pair jsonb;
    at integer := 0;
  begin
    if mine is null or caller.staff() is null or jsonb_array_length(pairs) > 60 then return; end if;
    for pair in select * from jsonb_array_elements(pairs) loop
      if exists (
        select 1 from public.person_name_index a join public.person_name_index b on b.person_id = a.person_id and b.branch_id = mine
          join public.person p on p.id = a.person_id
        where a.branch_id = mine and ${told}
          and a.part_hash in (select decode(h, 'hex') from jsonb_array_elements_text(pair -> 0) h)
          and b.part_hash in (select decode(h, 'hex') from jsonb_array_elements_text(pair -> 1) h)
          and a.part_hash <> b.part_hash
      ) then return next at; end if;
      at := at + 1;
    end loop;
  end $$;
`;
