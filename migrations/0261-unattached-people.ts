import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was registered and is pointed at by nothing: listed for those who keep their house's register, and removed by them with
 * name, number and key. What points at a person is asked of the database itself, so that no table that is added is forgotten.
 */
export class UnattachedPeople1764000000261 implements MigrationInterface {
  readonly name = 'UnattachedPeople1764000000261';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a record is made of goes with it; every other reference is somebody's need of it. A consent names a receiver in words.
      create function caller.points_at_nobody() returns text language sql stable security definer set search_path = pg_catalog, public as $$
        select 'not exists (select 1 from public.consent c where ''person:'' || p.id = any(c.from_houses || c.to_houses))'
          || ' and not exists (select 1 from public.assessment a where ''person:'' || p.id in (a.from_house, a.to_house))'
          || string_agg(format(' and not exists (select 1 from public.%I t where t.%I = p.id)', r.relname, a.attname), '' order by r.relname, a.attname)
        from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.confrelid = 'public.person'::regclass
          and r.relname not in (${OWN.map((table) => `'${table}'`).join(',')})
      $$;
      create function caller.keeps_register() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce(caller.role() in ('intake','manager'), false)
      $$;
      ${overUnattached('create', SEEN)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function caller.remove_person, caller.unattached_people, caller.keeps_register, caller.points_at_nobody`,
    );
  }
}

const OWN = [
  'person_identity',
  'person_key',
  'person_name_index',
  'person_number_index',
  'person_phone_index',
  'person_address_index',
  'named_staff',
];

/** Within a quoted statement. */
export const SEEN = `p.merged_into is null and (p.protection in (''none'',''marking'') or caller.is_named_for(p.id))`;

/** The list and the removal of those of whom `seen` holds, which is written within a quoted statement. */
export const overUnattached = (create: 'create' | 'create or replace', seen: string): string => `
      ${create} function caller.unattached_people(most integer, after_at timestamptz, after_id uuid) returns table (id uuid)
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if not caller.keeps_register() then return; end if;
        -- To the millisecond, which is what a cursor can carry.
        return query execute format('select p.id from public.person p where p.branch_id = $1 and ${seen}
          and ($3::uuid is null or (date_trunc(''milliseconds'', p.created_at), p.id) > ($2, $3)) and %s
          order by date_trunc(''milliseconds'', p.created_at), p.id limit $4', caller.points_at_nobody())
          using caller.branch(), after_at, after_id, most;
      end $$;
      ${create} function caller.remove_person(wanted uuid, expected integer) returns text
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare free boolean;
      begin
        if not caller.keeps_register() then return 'changed'; end if;
        -- Whoever is about to point at it waits, and finds that it is gone.
        perform 1 from public.person p where p.id = wanted and p.branch_id = caller.branch() and p.version = expected and ${seen.replaceAll("''", "'")}
          for update;
        if not found then return 'changed'; end if;
        execute format('select %s from public.person p where p.id = $1', caller.points_at_nobody()) into free using wanted;
        if not free then return 'needed'; end if;
        ${OWN.map((table) => `delete from public.${table} where person_id = wanted;`).join('\n        ')}
        delete from public.person where id = wanted;
        return 'removed';
      end $$;
    `;
