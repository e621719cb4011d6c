import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes to another municipality is about the young person alone: others in it have their own protection and their own yes. */
export class RelocatedAlone1764000000100 implements MigrationInterface {
  readonly name = 'RelocatedAlone1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Is this thing said about whom the offer is about and nobody else? For the two houses of the offer.
      create function caller.relocated_alone(wanted uuid, thing uuid) returns boolean language sql stable strict security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.relocation r where r.id = wanted and caller.branch() in (r.branch_id, r.to_branch_id)
          and exists (select 1 from public.item_subject s where s.item_id = thing and s.person_id = r.person_id)
          and not exists (select 1 from public.item_subject s where s.item_id = thing and s.person_id <> r.person_id))
      $$;
      create policy relocated_item_alone on relocated_item as restrictive for insert
        with check (caller.relocated_alone(relocation_id, item_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy relocated_item_alone on relocated_item; drop function caller.relocated_alone;`);
  }
}
