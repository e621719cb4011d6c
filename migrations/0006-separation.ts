import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A join that is undone: by whom, when and why, and that no case leaves its lead in any other way. And the hand-over of a
 * case that was decided on without a hub.
 */
export class Separation1764000000006 implements MigrationInterface {
  readonly name = 'Separation1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_join
        add column separated_by uuid,
        add column separated_at timestamptz,
        -- The lead of the day: it may have come to lead long after the join.
        add column separated_from uuid references case_file,
        -- The same reasons in both files: of the case that was taken out, and of the one that it was taken out of.
        add column separation_item_id uuid references item,
        add column separation_lead_item_id uuid references item,
        add check (num_nonnulls(separated_by, separated_at, separated_from, separation_item_id, separation_lead_item_id) in (0, 5)),
        drop constraint case_join_joined_case_id_key;
      -- A case that was taken out may be joined again, rightly.
      create unique index case_join_standing on case_join (joined_case_id) where separated_at is null;
      create index case_join_joined on case_join (joined_case_id);

      create function caller.leaves_by_separation() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if old.joined_into is not null and new.joined_into is null
            and exists (select 1 from public.case_join j where j.joined_case_id = new.id and j.separated_at is null) then
          raise exception 'a case leaves the one that it was joined into only by a separation';
        end if;
        return new;
      end $$;
      create trigger case_file_leaves before update of joined_into on case_file
        for each row execute function caller.leaves_by_separation();

      -- Whoever works on the case that was taken out sees that it had been joined, also without working on the other.
      create policy case_join_joined_side on case_join for select
        using (exists (select 1 from case_file c where c.id = joined_case_id));
      -- Once, in one's own name, out of an open lead, with reasons in both files.
      create policy case_join_separation on case_join for update
        using (separated_at is null and caller.works_on(joined_case_id))
        with check (separated_by = (select caller.staff())
          and exists (select 1 from case_file c join case_file l on l.id = c.joined_into
            where c.id = joined_case_id and l.id = separated_from and l.state in ('received','graded','in-hub') and caller.works_on(l.id))
          and exists (select 1 from item i where i.id = separation_item_id and i.case_id = joined_case_id and i.branch_id = (select caller.branch()))
          and exists (select 1 from item i where i.id = separation_lead_item_id and i.case_id = separated_from and i.branch_id = (select caller.branch())));
    `);
    await runner.query(`
      alter table hand_over alter column hub_id drop not null,
        add column decision_id uuid unique references case_decision,
        add check (num_nonnulls(hub_id, decision_id) = 1);
      create index hand_over_case on hand_over (case_id);
      -- Whoever decided hands over, on the very case, and only what opened an investigation.
      create policy hand_over_decided on hand_over for insert with check (
        hub_id is null and made_by = (select caller.staff())
        and exists (select 1 from case_decision d where d.id = decision_id and d.case_id = hand_over.case_id
          and d.kind = 'open-investigation' and d.decided_by = (select caller.staff()) and d.investigator_id = to_staff_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy hand_over_decided on hand_over;
      drop index hand_over_case;
      delete from hand_over where hub_id is null;
      alter table hand_over drop column decision_id, alter column hub_id set not null;
      drop policy case_join_separation on case_join;
      drop policy case_join_joined_side on case_join;
      drop trigger case_file_leaves on case_file;
      drop function caller.leaves_by_separation;
      drop index case_join_joined, case_join_standing;
      delete from case_join where separated_at is not null;
      alter table case_join drop column separated_by, drop column separated_at, drop column separated_from,
        drop column separation_item_id, drop column separation_lead_item_id, add unique (joined_case_id);
    `);
  }
}
