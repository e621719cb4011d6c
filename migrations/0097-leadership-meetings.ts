import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A leadership's meeting was set on the form of young people's groups, where it passed for their own. What a town has set
 * becomes the cadence of its steering group, unless it has set one there already.
 */
export class LeadershipMeetings1764000000097 implements MigrationInterface {
  readonly name = 'LeadershipMeetings1764000000097';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into form_setting (municipality_id, kind, adjustment, changed_by)
        select municipality_id, 'steering', jsonb_build_object('kind', 'steering', 'meetings',
            jsonb_build_object('atMostWeeksApart', min((adjustment #>> '{meetings,leadershipEveryWeeks}')::int))), (array_agg(changed_by))[1]
        from form_setting where adjustment #> '{meetings,leadershipEveryWeeks}' is not null group by municipality_id
        on conflict (municipality_id, kind) do nothing;
      update form_setting set adjustment = adjustment #- '{meetings,leadershipEveryWeeks}'
        where adjustment #> '{meetings,leadershipEveryWeeks}' is not null;
    `);
  }

  /** A steering group's cadence is right as it is; nothing reads the other word any more. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
