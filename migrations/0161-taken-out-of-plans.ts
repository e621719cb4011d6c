import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is taken out of a plan leaves those who were told of it, with all that was said of what became of it; to nobody is it told anew. */
export class TakenOutOfPlans1764000000161 implements MigrationInterface {
  readonly name = 'TakenOutOfPlans1764000000161';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index plan_entry_item on plan_entry (item_id);
      create index plan_act_item on plan_act (item_id) where item_id is not null;
      create function lock.end_taken_out() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform lock.end_told(array(select new.item_id union select a.item_id from public.plan_act a where a.entry_id = new.id and a.item_id is not null));
        return null;
      end $$;
      create trigger plan_entry_taken_out after update of state on plan_entry for each row
        when (new.state = 'removed' and old.state <> 'removed') execute function lock.end_taken_out();
    `);
    await runner.query(takenAway(IN_PLANS));
    await runner.query(`
      select lock.end_told(array(
        select e.item_id from plan_entry e where e.state = 'removed'
        union select a.item_id from plan_act a join plan_entry e on e.id = a.entry_id where e.state = 'removed' and a.item_id is not null))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(takenAway(''));
    await runner.query(`
      drop trigger plan_entry_taken_out on plan_entry;
      drop function lock.end_taken_out;
      drop index plan_act_item, plan_entry_item;
    `);
  }
}

const IN_PLANS = `
      or exists (select 1 from public.plan_entry e where e.item_id = wanted and e.state = 'removed')
      or exists (select 1 from public.plan_act a join public.plan_entry e on e.id = a.entry_id where a.item_id = wanted and e.state = 'removed')`;

/** As 0160 made it, and what stood in a plan. */
const takenAway = (more: string): string => `
  create or replace function caller.is_taken_away(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
    select exists (select 1 from public.board_event e where e.item_id = wanted and e.kind = 'MapEntryRemoved')
      or exists (select 1 from public.minute_line l where l.item_id = wanted and l.until_version is not null)
      or exists (select 1 from public.meeting_point p where p.item_id = wanted and p.removed_at is not null)${more}
  $$;
`;
