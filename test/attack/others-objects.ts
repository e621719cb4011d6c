/** Objects of every kind that comes of working together, none of which has anything to do with those who try their ids. */
import { randomUUID } from 'node:crypto';
import type { Quarry } from './quarry.js';

type Target = readonly [kind: string, id: string];

/** Laid past the policies: what is tried is whether its id opens anything, not how it came to be. */
export async function layOthers({ world, busy }: Quarry): Promise<readonly Target[]> {
  const { municipalityId, branchId, staffId } = world.caller('anna');
  const { red, groups, plain } = busy;
  const id = {
    point: randomUUID(),
    calendar: randomUUID(),
    question: randomUUID(),
    assessment: randomUUID(),
    entry: randomUUID(),
    news: randomUUID(),
    figure: randomUUID(),
  };
  const area = { group: randomUUID(), sighting: randomUUID(), measure: randomUUID(), week: randomUUID() };
  const lay = (sql: string, values: unknown[]) => world.behindTheLocks(sql, values);
  await lay(
    `insert into meeting_point (id, hub_id, place, kind, name, minutes, audience, by_staff, by_branch)
     values ($1, $2, 1, 'form', '{"sv": "Läget", "en": "How it is"}', 5, 'professionals', $3, $4)`,
    [id.point, red.hubId, staffId, branchId],
  );
  await lay(`insert into busy_source (id, municipality_id, staff_id, kind) values ($1, $2, $3, 'file')`, [
    ...[id.calendar, municipalityId, staffId],
  ]);
  // As somebody of another house was asked, by name; nobody of those who try is they.
  const asked = world.caller('kerstin');
  await lay(
    `with quiet as materialized (select set_config('session_replication_role', 'replica', true))
     insert into inquiry select (jsonb_populate_record(null::inquiry, to_jsonb(q) || jsonb_build_object('id', $1::uuid, 'case_id', $2::uuid,
       'person_id', $3::uuid, 'to_branch_id', $4::uuid, 'unit_id', $5::uuid, 'representative_id', $6::uuid, 'deputy_id', null))).*
     from inquiry q, quiet where q.id = $7`,
    [id.question, red.caseId, red.personId, asked.branchId, asked.unitId, asked.staffId, plain.asked['marcus']],
  );
  await lay(
    `insert into assessment (id, municipality_id, branch_id, to_branch_id, case_id, ground, person_id, from_house, to_house, categories,
       criteria, decided_by, decided_as, until)
     values ($1, $2, $3, $4, $5, 'OSL 10:18a', $6, 'ekvalla-soc/individ-och-familj', 'polisen/lpo-ekvalla', '{leisure}',
       '{"concreteCircumstances": true, "notUnsuitable": true}', $7, 'manager', clock.now() + interval '30 days')`,
    [id.assessment, municipalityId, branchId, world.caller('marcus').branchId, red.caseId, red.personId, staffId],
  );
  await lay(
    `with quiet as materialized (select set_config('session_replication_role', 'replica', true))
     insert into plan_entry select (jsonb_populate_record(null::plan_entry, to_jsonb(e) || jsonb_build_object('id', $1::uuid, 'case_id', $2::uuid,
       'group_id', $3::uuid))).*
     from (select e.* from plan_entry e, quiet where e.group_id = $4 and e.kind = 'goal' limit 1) e`,
    [id.entry, red.caseId, area.group, groups.activeId],
  );
  for (const [table, own] of [
    ['plan_news', id.news],
    ['plan_value', id.figure],
  ] as const)
    await lay(
      `with quiet as materialized (select set_config('session_replication_role', 'replica', true))
       insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(e) || jsonb_build_object('id', $1::uuid, 'case_id', $2::uuid,
         'group_id', $3::uuid) || case when '${table}' = 'plan_value' then '{"period": "2020-01-06"}'::jsonb else '{}'::jsonb end)).*
       from (select e.* from ${table} e, quiet where e.group_id = $4 limit 1) e`,
      [own, red.caseId, area.group, groups.activeId],
    );
  await lay(
    `insert into collaboration_group select (jsonb_populate_record(null::collaboration_group, to_jsonb(g) || jsonb_build_object('id', $1::uuid))).*
     from collaboration_group g where g.id = $2`,
    [area.group, groups.placeId],
  );
  for (const [table, own] of [
    ['area_sighting', area.sighting],
    ['area_measure', area.measure],
  ] as const)
    await lay(
      `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(a) || jsonb_build_object('id', $1::uuid, 'group_id', $2::uuid))).*
       from (select * from ${table} where group_id = $3 limit 1) a`,
      [own, area.group, groups.placeId],
    );
  await lay(`insert into area_week (id, group_id, monday, closed_by) values ($1, $2, '2026-01-05', $3)`, [
    ...[area.week, area.group, staffId],
  ]);
  const [row] = await world.behindTheLocks<{ invitation: string }>(
    `select i.id as invitation from invitation i where i.hub_id = $1 limit 1`,
    [red.hubId],
  );
  return [
    ['invitation', row?.invitation ?? ''],
    ['meeting point', id.point],
    ['own calendar', id.calendar],
    ['inquiry', id.question],
    ['assessment', id.assessment],
    ['plan entry', id.entry],
    ['plan news', id.news],
    ['figure', id.figure],
    ['area', area.group],
    ['sighting', area.sighting],
    ['measure', area.measure],
    ['week', area.week],
  ];
}
