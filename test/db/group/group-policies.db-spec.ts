/** The second lock of groups: what the database shows to whom, whatever a program would ask for. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, NOMINATE, type GroupUnderTest } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let group: GroupUnderTest;

/** The group's own rows, not those of the preparatory group that took it up. */
const ROWS = [
  'collaboration_group where id = $1',
  'group_member where group_id = $1',
  'group_act where group_id = $1',
  'nomination where $1::uuid is not null',
  'nomination_answer where $1::uuid is not null',
  'form_setting where $1::uuid is not null',
];

const as = <T>(
  caller: StaffCaller,
  work: (query: (sql: string, values?: unknown[]) => Promise<any>) => Promise<T>,
): Promise<T> =>
  world.source.transaction(async (manager) => {
    await manager.query(
      `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
        set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
      [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
    );
    return work((sql, values) => manager.query(sql, values));
  });

const seen = (caller: StaffCaller): Promise<number[]> =>
  as(caller, async (query) => {
    const counts: number[] = [];
    for (const rows of ROWS) counts.push(Number((await query(`select count(*) from ${rows}`, [group.id]))[0].count));
    return counts;
  });

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await formedGroup(world, api);
  await (await group.as('marcus')).query(NOMINATE, { i: { kind: 'sig', toStaffId: world.caller('anna').staffId } });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('the rows of a group', () => {
  it('are seen by whom they are for', async () => {
    // Groups, members, acts, nominations, answers, settings.
    expect(await seen(world.caller('anna'))).toEqual([1, 3, 4, 2, 1, 0]);
    expect(await seen(world.caller('elin'))).toEqual([1, 3, 4, 1, 1, 0]);
    expect(await seen(world.caller('marcus'))).toEqual([1, 3, 4, 1, 0, 0]);
    expect(await seen(world.caller('lena'))).toEqual([1, 3, 4, 0, 0, 0]);
  });

  it('say to those who sit there from another house nothing of how it came about, what was signed and why of that age', async () => {
    await world.behindTheLocks(
      `insert into group_act_term (act_id, group_id, known_by) select id, group_id, 'report' from group_act where group_id = $1 and word = 'nominate'
       on conflict (act_id) do update set known_by = excluded.known_by`,
      [group.id],
    );
    await world.behindTheLocks(`insert into group_outside_ages (group_id, outside_ages) values ($1, 'work-goes-on')`, [
      group.id,
    ]);
    const words = (key: string) =>
      as(world.caller(key), async (query) => [
        await query(`select known_by from group_act_term where group_id = $1`, [group.id]),
        await query(`select outside_ages from group_outside_ages where group_id = $1`, [group.id]),
        await query(`select standing_reason from group_lead where group_id = $1`, [group.id]),
        await query(`select reason from group_act_term where group_id = $1 and reason is not null`, [group.id]),
      ]);
    await world.behindTheLocks(`update group_lead set standing_reason = 'no-room' where group_id = $1`, [group.id]);
    await world.behindTheLocks(
      `update group_act_term set reason = 'no-room' where act_id = (select act_id from group_act_term where group_id = $1 limit 1)`,
      [group.id],
    );
    expect(await words('anna')).toEqual([
      [{ known_by: 'report' }],
      [{ outside_ages: 'work-goes-on' }],
      [{ standing_reason: 'no-room' }],
      [{ reason: 'no-room' }],
    ]);
    for (const key of ['marcus', 'lena']) expect([key, await words(key)]).toEqual([key, [[], [], [], []]]);
    const write = `insert into group_outside_ages (group_id, outside_ages) values ($1, 'soon-of-age')
      on conflict (group_id) do update set outside_ages = excluded.outside_ages`;
    await expect(as(world.caller('marcus'), (query) => query(write, [group.id]))).rejects.toThrow(/row-level security/);
  });

  it.each(['karin', 'hassan', 'petra', 'olof', 'tove', 'nils'])('are not there for %s', async (key) => {
    expect(await seen(world.caller(key))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('are not there for a member in another post, another unit or another town', async () => {
    const lena = world.caller('lena');
    expect((await seen({ ...lena, unitId: randomUUID() }))[0]).toBe(0);
    expect((await seen({ ...lena, branchId: world.caller('hassan').branchId }))[0]).toBe(0);
    expect((await seen({ ...lena, role: 'administrator' }))[0]).toBe(0);
  });

  it('leave with the post, by the hour that was set for it', async () => {
    const lena = world.caller('lena');
    await world.behindTheLocks(`update membership set ends_at = clock.now() + interval '1 hour' where staff_id = $1`, [
      lena.staffId,
    ]);
    const [work] = await world.behindTheLocks<{ left: number }>(
      `select round(extract(epoch from ends_at - clock.now()))::int as left from assignment where staff_id = $1 and reason = 'group'`,
      [lena.staffId],
    );
    expect(work!.left).toBeGreaterThan(3500);
    expect(work!.left).toBeLessThanOrEqual(3600);
    expect((await seen(lena))[0]).toBe(1);
    await world.behindTheLocks(`update membership set ends_at = clock.now() where staff_id = $1`, [lena.staffId]);
    expect(await seen(lena)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('leave with the consent, for the other houses alone', async () => {
    await group.consent.withdraw(group.file.guardianId);
    expect((await seen(world.caller('marcus'))).slice(0, 3)).toEqual([0, 0, 0]);
    expect((await seen(world.caller('anna'))).slice(0, 3)).toEqual([1, 3, 4]);
  });
});

describe('nobody writes', () => {
  const refused = /row-level security|permission denied/;

  it('a group of another house, or about a case that is not theirs', async () => {
    for (const key of ['marcus', 'karin', 'hassan']) {
      const caller = world.caller(key);
      await expect(
        as(caller, (query) =>
          query(
            `insert into collaboration_group (id, municipality_id, branch_id, kind, form, level, case_id, coordinator_id, created_by)
             values ($1, $2, $3, 'gvi', 'gvi', 'persons', $4, $5, $5)`,
            [randomUUID(), caller.municipalityId, caller.branchId, group.file.caseId, caller.staffId],
          ),
        ),
      ).rejects.toThrow(refused);
    }
  });

  it('themselves a seat, nor an act in another’s name, nor history anew', async () => {
    const marcus = world.caller('marcus');
    const anna = world.caller('anna');
    const [post] = await world.behindTheLocks<{ id: string }>(`select id from membership where staff_id = $1`, [
      world.caller('hassan').staffId,
    ]);
    const hassan = world.caller('hassan');
    const seat = [randomUUID(), group.id, group.file.caseId, hassan.branchId, hassan.unitId, hassan.staffId, post?.id];
    const sit = `insert into group_member (id, group_id, case_id, branch_id, unit_id, staff_id, membership_id, mandate, terms, added_by)
      values ($1, $2, $3, $4, $5, $6, $7, 'speaks', 'internal', $8)`;
    await expect(as(marcus, (query) => query(sit, [...seat, marcus.staffId]))).rejects.toThrow(refused);
    await expect(as(hassan, (query) => query(sit, [...seat, hassan.staffId]))).rejects.toThrow(refused);
    await expect(as(anna, (query) => query(sit, [...seat, marcus.staffId]))).rejects.toThrow(refused);
    const act = `insert into group_act (id, group_id, case_id, act, word, standing, by_staff_id) values ($1, $2, $3, 'step', 'meet', 'active', $4)`;
    await expect(
      as(anna, (query) => query(act, [randomUUID(), group.id, group.file.caseId, marcus.staffId])),
    ).rejects.toThrow(refused);
    await expect(as(anna, (query) => query(`update group_act set word = 'x'`))).rejects.toThrow(refused);
    await expect(as(anna, (query) => query(`update collaboration_group set case_id = null`))).rejects.toThrow(refused);
    await expect(as(anna, (query) => query(`delete from group_member`))).rejects.toThrow(refused);
  });

  it('a nomination in another’s name, about another house’s case, or to no coordinator', async () => {
    const marcus = world.caller('marcus');
    const anna = world.caller('anna');
    const nominate = (row: { by?: string; to?: string; caseId?: string | null; ground?: string }) =>
      as(marcus, (query) =>
        query(
          `insert into nomination (id, municipality_id, branch_id, to_staff_id, kind, from_branch_id, from_unit_id, by_staff_id, ground, case_id)
           values ($1, $2, $3, $4, 'sig', $5, $6, $7, $8, $9)`,
          [
            randomUUID(),
            marcus.municipalityId,
            anna.branchId,
            row.to ?? anna.staffId,
            marcus.branchId,
            marcus.unitId,
            row.by ?? marcus.staffId,
            row.ground ?? 'no-person-data',
            row.caseId ?? null,
          ],
        ),
      );
    await nominate({});
    await expect(nominate({ by: anna.staffId })).rejects.toThrow(refused);
    await expect(nominate({ to: world.caller('maria').staffId })).rejects.toThrow(refused);
    await expect(nominate({ ground: 'internal', caseId: group.file.caseId })).rejects.toThrow();
  });

  it('a setting of another municipality, nor without the role', async () => {
    const tove = world.caller('tove');
    const put = (caller: StaffCaller, municipality: string) =>
      as(caller, (query) =>
        query(`insert into form_setting (municipality_id, kind, adjustment, changed_by) values ($1, 'sig', '{}', $2)`, [
          municipality,
          caller.staffId,
        ]),
      );
    await expect(put(tove, randomUUID())).rejects.toThrow();
    await expect(put(world.caller('anna'), tove.municipalityId)).rejects.toThrow(refused);
  });
});
