import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part in a group and is in nobody's house, and whom the young person has wished for. */
export class GroupGuests1764000000030 implements MigrationInterface {
  readonly name = 'GroupGuests1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_member add column wished boolean not null default false;

      -- A sibling, a relative, a neighbour, a coach, an interpreter: who it is stands in an item, never here.
      create table group_guest (
        id uuid primary key,
        group_id uuid not null references collaboration_group,
        case_id uuid not null references case_file,
        kind text not null check (kind in ('subject','guardian','private-person','interpreter')),
        item_id uuid not null references item,
        wished boolean not null default false,
        -- The day on which an interpreter has been bound to silence.
        silence_on date,
        added_by uuid not null references staff_member,
        added_at timestamptz not null default clock.now(),
        ended_at timestamptz,
        check (kind <> 'interpreter' or silence_on is not null)
      );
      create index group_guest_group on group_guest (group_id);
      alter table group_guest enable row level security;
      alter table group_guest force row level security;
      -- Members of other houses see that somebody takes part; who it is, only where they may read the item.
      create policy group_guest_0 on group_guest for select using (exists (select 1 from collaboration_group g where g.id = group_id));
      create policy group_guest_1 on group_guest for insert with check (
        exists (select 1 from collaboration_group g where g.id = group_id and g.branch_id = (select caller.branch()) and g.case_id = group_guest.case_id)
        and (select caller.role()) in ('coordinator','manager') and added_by = (select caller.staff())
        and exists (select 1 from item i where i.id = item_id and i.case_id = group_guest.case_id));
      create policy group_guest_2 on group_guest for update using (
        exists (select 1 from collaboration_group g where g.id = group_id and g.branch_id = (select caller.branch()))
        and (select caller.role()) in ('coordinator','manager'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table group_guest; alter table group_member drop column wished;`);
  }
}
