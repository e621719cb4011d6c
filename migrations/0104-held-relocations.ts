import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever takes over holds what it stands on until it is done: a lift or a loosening comes before and is seen, or after. */
export class HeldRelocations1764000000104 implements MigrationInterface {
  readonly name = 'HeldRelocations1764000000104';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function caller.hold_relocation(wanted uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare r public.relocation;
      begin
        select * into r from public.relocation x where x.id = wanted and x.to_branch_id = caller.branch();
        if not found then return; end if;
        perform 1 from public.assessment a where a.case_id = r.case_id and a.ground = r.ground and a.to_branch_id = r.to_branch_id order by a.id for share;
        perform 1 from public.person p where p.id = r.person_id for share;
        perform 1 from public.case_file c where c.id = r.case_id for share;
        perform 1 from public.share h where h.id in (select x.share_id from public.relocated_item x where x.relocation_id = wanted) order by h.id for share;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.hold_relocation;`);
  }
}
