import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A preparatory group’s decision: who of it took part, who decided for it and in which meeting; the reasons stand in their item. */
export class PreparatoryDecisions1764000000131 implements MigrationInterface {
  readonly name = 'PreparatoryDecisions1764000000131';

  async up(runner: QueryRunner): Promise<void> {
    const own = `branch_id = (select caller.branch()) and (case_id is null or caller.works_on(case_id))`;
    const leads = `(select caller.role()) in ('coordinator','manager')`;
    await runner.query(`
      create table preparatory_decision (
        id uuid primary key,
        -- The house that has the case; the preparatory group's own meetings hold nothing of it.
        branch_id uuid not null references branch,
        case_id uuid references case_file,
        -- The group that it is about; a nomination that was declined has none.
        group_id uuid references collaboration_group,
        nomination_id uuid references nomination,
        step text not null,
        board_id uuid not null references collaboration_group,
        -- Null: between meetings.
        meeting_id uuid references area_meeting,
        met_at timestamptz,
        recorded_by uuid not null references staff_member,
        at timestamptz not null default clock.now(),
        check ((meeting_id is null) = (met_at is null)),
        check (group_id is not null or nomination_id is not null)
      );
      create index preparatory_decision_group on preparatory_decision (group_id);

      -- Who took part, by seat, and as what they were then: a seat can end and a post can change.
      create table preparatory_part (
        decision_id uuid not null references preparatory_decision,
        member_id uuid not null references group_member,
        staff_id uuid not null references staff_member,
        branch_id uuid not null references branch,
        decides boolean not null,
        primary key (decision_id, member_id)
      );
      create unique index preparatory_part_decider on preparatory_part (decision_id) where decides;

      alter table preparatory_decision enable row level security;
      alter table preparatory_decision force row level security;
      create policy preparatory_decision_0 on preparatory_decision for select using (${own} and (case_id is not null or ${leads}));
      create policy preparatory_decision_1 on preparatory_decision for insert with check (${own} and ${leads}
        and recorded_by = (select caller.staff()) and caller.sees_group(board_id)
        and (meeting_id is null or exists (select 1 from area_meeting m where m.id = meeting_id and m.group_id = board_id
          and m.starts_at = met_at and m.starts_at <= clock.now() and m.state <> 'called-off')));
      alter table preparatory_part enable row level security;
      alter table preparatory_part force row level security;
      create policy preparatory_part_0 on preparatory_part for select
        using (exists (select 1 from preparatory_decision d where d.id = decision_id));
      -- Nobody takes part who does not sit in the group that decides.
      create policy preparatory_part_1 on preparatory_part for insert with check (exists (
        select 1 from preparatory_decision d join group_member m on m.group_id = d.board_id
        where d.id = decision_id and d.recorded_by = (select caller.staff()) and m.id = member_id and m.ends_at is null
          and m.staff_id = preparatory_part.staff_id and m.branch_id = preparatory_part.branch_id
          and (not decides or m.mandate <> 'listens')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table preparatory_part, preparatory_decision`);
  }
}
