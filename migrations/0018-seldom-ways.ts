import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policies whose seldom-taken ways are planned when they are taken. They decide as before. */
export class SeldomWays1764000000018 implements MigrationInterface {
  readonly name = 'SeldomWays1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The item's own policy answers, as whoever asks. A statement that names a policy's tables carries their policies in its
      -- plan, asked or not; what stands in a function costs nothing until it is called.
      create function caller.sees_item(wanted uuid) returns boolean language plpgsql stable as $$
      begin return exists (select 1 from public.item i where i.id = wanted); end $$;
      create function caller.sees_item_sealed_for(wanted uuid) returns boolean language plpgsql stable as $$
      begin return exists (select 1 from public.item i where i.key_person_id = wanted); end $$;

      drop policy person_key_0 on person_key;
      create policy person_key_0 on person_key for select using ((select caller.service()) = 'reception'
        or caller.sees_person(person_id) or caller.sees_item_sealed_for(person_id));
      drop policy report_item_0 on report_item;
      create policy report_item_0 on report_item for select using ((select caller.service()) = 'reception'
        or exists (select 1 from case_file c where c.id = case_id) or caller.sees_item(item_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy report_item_0 on report_item;
      create policy report_item_0 on report_item for select using ((select caller.service()) = 'reception'
        or exists (select 1 from case_file c where c.id = case_id) or exists (select 1 from item i where i.id = item_id));
      drop policy person_key_0 on person_key;
      create policy person_key_0 on person_key for select using ((select caller.service()) = 'reception'
        or caller.sees_person(person_id) or exists (select 1 from item i where i.key_person_id = person_id));
      drop function caller.sees_item_sealed_for, caller.sees_item;
    `);
  }
}
