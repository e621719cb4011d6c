import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A figure that was told for the wrong day or week is moved by the house that told it; what it was stays in its versions. */
export class MovedValues1764000000415 implements MigrationInterface {
  readonly name = 'MovedValues1764000000415';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create policy plan_value_2 on plan_value for update using (${OWN}) with check (${OWN})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy plan_value_2 on plan_value`);
  }
}

/** Of a series that is still followed, in a group that its house sees. */
const OWN = `by_branch = (select caller.branch()) and exists (select 1 from item i where i.id = item_id)
  and exists (select 1 from collaboration_group g where g.id = plan_value.group_id)
  and exists (select 1 from plan_entry e where e.id = series_id and e.kind = 'series' and e.state = 'standing')`;
