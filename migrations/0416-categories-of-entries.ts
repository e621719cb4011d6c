import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That something in a plan is of another kind than was said first: from what to what, by whom and why, for the house that wrote it. */
export class CategoriesOfEntries1764000000416 implements MigrationInterface {
  readonly name = 'CategoriesOfEntries1764000000416';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plan_entry_category (
        id uuid primary key,
        entry_id uuid not null references plan_entry,
        from_category text not null,
        to_category text not null check (to_category <> from_category),
        reason_item_id uuid not null references item,
        by_staff uuid not null references staff_member,
        by_branch uuid not null references branch,
        at timestamptz not null default clock.now()
      );
      create index plan_entry_category_entry on plan_entry_category (entry_id, at);
      alter table plan_entry_category enable row level security;
      alter table plan_entry_category force row level security;
      create policy plan_entry_category_0 on plan_entry_category for select using (${OWN});
      create policy plan_entry_category_1 on plan_entry_category for insert with check (${OWN} and by_staff = (select caller.staff())
        and exists (select 1 from item i where i.id = reason_item_id));
      -- What becomes of another kind is read by nobody any longer as what it was, a family's telephone that is just asking included.
      create function lock.item_category_sight() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.lessen(array[new.case_id], array[new.branch_id]);
        return null;
      end $$;
      create trigger item_category_sight after update of category on item for each row
        when (new.category is distinct from old.category) execute function lock.item_category_sight();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger item_category_sight on item;
      drop function lock.item_category_sight();
      drop table plan_entry_category;
    `);
  }
}

/** Of the house that wrote it, and of it whoever sees what it says. */
const OWN = `by_branch = (select caller.branch()) and exists (select 1 from plan_entry e where e.id = entry_id
  and e.by_branch = plan_entry_category.by_branch)`;
