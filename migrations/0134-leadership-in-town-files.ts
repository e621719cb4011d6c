import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What towns had set about how often their leadership meets, by an administrator or in their own file, becomes the cadence of
 * their steering group. 0097 was to do it: forced row-level security holds for the owner too, so that it found no row; and of
 * files it did not know.
 */
export class LeadershipInTownFiles1764000000134 implements MigrationInterface {
  readonly name = 'LeadershipInTownFiles1764000000134';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(unlocked('form_setting', SET));
    await runner.query(unlocked('municipality', WRITTEN));
  }

  /** A steering group's cadence is right as it is; nothing reads the other word any more. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** The owner sees every row while this runs, and nobody else does: others wait for the table until it is locked again. */
const unlocked = (table: string, work: string): string => `
  alter table ${table} no force row level security;
  ${work}
  alter table ${table} force row level security;
`;

const SET = `
  insert into form_setting (municipality_id, kind, adjustment, changed_by)
    select municipality_id, 'steering', jsonb_build_object('kind', 'steering', 'meetings',
        jsonb_build_object('atMostWeeksApart', min((adjustment #>> '{meetings,leadershipEveryWeeks}')::int))), (array_agg(changed_by))[1]
    from form_setting where adjustment #> '{meetings,leadershipEveryWeeks}' is not null group by municipality_id
    on conflict (municipality_id, kind) do nothing;
  update form_setting set adjustment = adjustment #- '{meetings,leadershipEveryWeeks}'
    where adjustment #> '{meetings,leadershipEveryWeeks}' is not null;
`;

const WRITTEN = `
  update municipality t set settings = jsonb_set(t.settings, '{forms}', (
      select jsonb_agg(line #- '{meetings,leadershipEveryWeeks}' order by place) from jsonb_array_elements(t.settings -> 'forms') with ordinality l (line, place))
    || case when exists (select 1 from jsonb_array_elements(t.settings -> 'forms') line where line ->> 'kind' = 'steering') then '[]'::jsonb
      else jsonb_build_array(jsonb_build_object('form', 'none', 'kind', 'steering', 'meetings', jsonb_build_object('atMostWeeksApart',
        (select min((line #>> '{meetings,leadershipEveryWeeks}')::int) from jsonb_array_elements(t.settings -> 'forms') line)))) end)
  where jsonb_typeof(t.settings -> 'forms') = 'array'
    and exists (select 1 from jsonb_array_elements(t.settings -> 'forms') line where line #> '{meetings,leadershipEveryWeeks}' is not null);
`;
