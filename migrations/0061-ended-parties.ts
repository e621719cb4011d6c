import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a house is no longer needed at a joint table tells what a family took back: for its own eyes and the leading house's. */
export class EndedParties1764000000061 implements MigrationInterface {
  readonly name = 'EndedParties1764000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy hub_party_0 on hub_party;
      create policy hub_party_0 on hub_party for select using ((select caller.service()) in ('reception','deadlines','consents')
        or exists (select 1 from hub h where h.id = hub_id and (hub_party.ended_at is null
          or hub_party.branch_id = (select caller.branch()) or h.branch_id = (select caller.branch()))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy hub_party_0 on hub_party;
      create policy hub_party_0 on hub_party for select using ((select caller.service()) in ('reception','deadlines','consents')
        or exists (select 1 from hub h where h.id = hub_id));
    `);
  }
}
