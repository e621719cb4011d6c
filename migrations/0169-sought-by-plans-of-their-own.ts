import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The question what a refusal was about is asked by two callers in turn on each connection, and under row-level security a
 * plan is kept for one of them alone: each needs a function of its own, or every refusal plans some sixty branches anew.
 */
export class SoughtByPlansOfTheirOwn1764000000169 implements MigrationInterface {
  readonly name = 'SoughtByPlansOfTheirOwn1764000000169';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The same as caller.find_objects, for caller.sought alone; made anew after every migration too.
      create function caller.find_all_objects(ids uuid[]) returns table (id uuid, kind text, person uuid, file uuid, item uuid) language plpgsql stable set search_path = pg_catalog, public as $$
      begin
        raise exception 'made by the migration command';
      end $$;
    `);
    await runner.query(sought('find_all_objects'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(sought('find_objects'));
    await runner.query(`drop function caller.find_all_objects(uuid[])`);
  }
}

const sought = (source: string): string => `
      create or replace function caller.sought(ids uuid[]) returns table (id uuid, branch_id uuid, person_id uuid, case_id uuid, item_id uuid) language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if caller.service() is distinct from 'ledger' then return; end if;
        return query select o.id, coalesce(c.branch_id, p.branch_id), coalesce(o.person, c.person_id), o.file, o.item
          from caller.${source}(ids) o
          left join public.case_file c on c.id = o.file
          left join public.person p on p.id = coalesce(o.person, c.person_id);
      end $$;
    `;
