import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A house is known by `authority/branch`: in consents, assessments and every rule. On one installation no two houses may be
 * called the same, in whichever towns they are, or they would be one house to all of these (OSL 8:1–2).
 */
export class OneNameOneHouse1764000000113 implements MigrationInterface {
  readonly name = 'OneNameOneHouse1764000000113';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Not house: functions have parameters called so, which a column of that name would hide.
      alter table branch add column written_house text;
      -- The owner is bound by the policies too, and would find no house to fill or compare.
      alter table branch no force row level security;
      alter table authority no force row level security;
      alter table municipality no force row level security;
      update branch b set written_house = a.slug || '/' || b.slug from authority a where a.id = b.authority_id;
      do $do$
      declare double record;
      begin
        for double in select b.written_house, string_agg(m.name, ', ' order by m.name) as towns from branch b join municipality m on m.id = b.municipality_id
            group by b.written_house having count(*) > 1 loop
          raise exception 'Several towns have a house called % (%): give all but one of them another slug in the table branch, and update again. Consents and assessments that name it hold for the one that keeps the name.',
            double.written_house, double.towns;
        end loop;
      end $do$;
      alter table branch force row level security;
      alter table authority force row level security;
      alter table municipality force row level security;
      alter table branch alter column written_house set not null;
      create unique index branch_house on branch (written_house);
      create function lock.name_house() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        select a.slug || '/' || new.slug into new.written_house from public.authority a where a.id = new.authority_id;
        return new;
      end $$;
      create trigger branch_name_house before insert or update of slug, authority_id, written_house on branch for each row execute function lock.name_house();
      create function lock.name_houses() returns trigger language plpgsql as $$
      begin
        update public.branch set written_house = new.slug || '/' || slug where authority_id = new.id;
        return null;
      end $$;
      create trigger authority_name_houses after update of slug on authority for each row when (old.slug is distinct from new.slug) execute function lock.name_houses();
      create or replace function lock.house(wanted uuid) returns text language sql stable as $$
        select b.written_house from public.branch b where b.id = wanted
      $$;
      -- Branches of an authority called so, in whichever town: what a new one may not be called. For whoever adds one.
      create function caller.branch_names(authority text) returns table (slug text, municipality_id uuid)
        language sql stable strict security definer set search_path = pg_catalog, public as $$
        select b.slug, b.municipality_id from public.branch b join public.authority a on a.id = b.authority_id
        where a.slug = branch_names.authority and (caller.service() = 'administration' or caller.role() = 'administrator') order by 1
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function caller.branch_names;
      create or replace function lock.house(wanted uuid) returns text language sql stable as $$
        select a.slug || '/' || b.slug from public.branch b join public.authority a on a.id = b.authority_id where b.id = wanted
      $$;
      drop trigger authority_name_houses on authority; drop function lock.name_houses;
      drop trigger branch_name_house on branch; drop function lock.name_house;
      drop index branch_house;
      alter table branch drop column written_house;
    `);
  }
}
