import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assessments ordered around a group's young person, by instrument and clock; how close somebody in nobody's house stands. */
export class GroupAssessments1764000000085 implements MigrationInterface {
  readonly name = 'GroupAssessments1764000000085';

  async up(runner: QueryRunner): Promise<void> {
    const own = `exists (select 1 from collaboration_group g where g.id = group_id and g.branch_id = (select caller.branch()) and g.case_id = group_assessment.case_id)`;
    await runner.query(`
      create table group_assessment (
        id uuid primary key,
        group_id uuid not null references collaboration_group,
        case_id uuid not null references case_file,
        instrument text not null,
        assessor_id uuid not null references staff_member,
        ordered_by uuid not null references staff_member,
        ordered_at timestamptz not null default clock.now(),
        due_at timestamptz not null,
        done_by uuid references staff_member,
        done_at timestamptz,
        -- What it came to, who may read it being the gate's to say.
        item_id uuid references item,
        withdrawn_at timestamptz,
        check ((done_at is null) = (item_id is null)),
        check ((done_at is null) = (done_by is null)),
        check (done_at is null or withdrawn_at is null)
      );
      create unique index group_assessment_once on group_assessment (group_id, instrument) where done_at is null and withdrawn_at is null;
      alter table group_assessment enable row level security;
      alter table group_assessment force row level security;
      -- Of the own house alone: that somebody is assessed is said about them.
      create policy group_assessment_0 on group_assessment for select using (${own} and caller.works_on(case_id));
      create policy group_assessment_1 on group_assessment for insert with check (${own} and caller.works_on(case_id) and ordered_by = (select caller.staff())
        and (select caller.role()) in ('coordinator','manager'));
      create policy group_assessment_2 on group_assessment for update using (${own} and caller.works_on(case_id));
      alter table group_guest add column closeness text check (closeness in ('sibling','relative','neighbour','friend','coach','other'));
      alter table group_guest add constraint group_guest_close check (closeness is null or kind = 'private-person');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_guest drop constraint group_guest_close, drop column closeness;
      drop table group_assessment;
    `);
  }
}
