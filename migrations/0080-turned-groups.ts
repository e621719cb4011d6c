import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A group that goes on as another form's, and the hub's regular look at work that has become joint. */
export class TurnedGroups1764000000080 implements MigrationInterface {
  readonly name = 'TurnedGroups1764000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table collaboration_group add constraint collaboration_group_in_case unique (id, case_id, branch_id);
      -- The group whose work this one goes on with, about the same person in the same house.
      alter table collaboration_group add column turned_from uuid;
      alter table collaboration_group add constraint collaboration_group_turned_from
        foreign key (turned_from, case_id, branch_id) references collaboration_group (id, case_id, branch_id);
      create unique index collaboration_group_turned_once on collaboration_group (turned_from) where turned_from is not null;
      -- How often the hub looks again, as the form had it when the group was formed; null where no hub monitors.
      alter table collaboration_group add column look_rule jsonb;
      alter table collaboration_group add column last_look_at timestamptz;
      alter table collaboration_group add constraint collaboration_group_looked check ((look_rule is null) = (last_look_at is null));
      alter table group_act drop constraint group_act_act_check;
      alter table group_act add constraint group_act_act_check check (act in ('step','move','look'));
      -- What is done in one breath stands in the order in which it was done.
      alter table group_act add column place bigint generated always as identity;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_act no force row level security;
      delete from group_act where act = 'look';
      alter table group_act force row level security;
      alter table group_act drop column place;
      alter table group_act drop constraint group_act_act_check;
      alter table group_act add constraint group_act_act_check check (act in ('step','move'));
      alter table collaboration_group drop constraint collaboration_group_looked;
      alter table collaboration_group drop column last_look_at, drop column look_rule, drop column turned_from;
      alter table collaboration_group drop constraint collaboration_group_in_case;
    `);
  }
}
