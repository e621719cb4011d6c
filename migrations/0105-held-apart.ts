import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two who must never meet are called one at a time: of two transactions at once neither would see the other's meeting. */
export class HeldApart1764000000105 implements MigrationInterface {
  readonly name = 'HeldApart1764000000105';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Waits for whoever calls the other of a pair, until the transaction ends; in the order of the pairs, so that nobody waits in a ring.
      create function caller.hold_apart(file uuid) returns void
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        me uuid;
        pair uuid;
      begin
        select c.person_id into me from public.case_file c where c.id = file and c.branch_id = caller.branch();
        if me is null or not caller.works_on(file) then return; end if;
        for pair in select k.id from public.kept_apart k where me in (k.person_id, k.other_person_id) and k.ended_at is null order by k.id loop
          perform pg_advisory_xact_lock(hashtextextended('apart ' || pair::text, 0));
        end loop;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function caller.hold_apart;`);
  }
}
