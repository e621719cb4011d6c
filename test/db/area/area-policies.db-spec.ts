/** The second lock of areas: who sees and writes the rows of a form without persons, whatever a program would ask for. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { type Api, startApi } from '../../support/api.js';
import { clientsOf, FORM, seat } from '../../support/group.js';
import { openMeasuresCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let groupId: string;
let monday: string;
const refused = /row-level security|permission denied/;

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
    for (const table of ['area_sighting', 'area_measure', 'area_week'])
      counts.push(Number((await query(`select count(*) from ${table}`))[0].count));
    return counts;
  });

/** Every house's sightings, as the database tells them: the times, null where they are too few. */
const told = (caller: StaffCaller): Promise<(number | null)[]> =>
  as(caller, async (query) =>
    (await query(`select times from caller.area_sightings($1, $2, $2) order by times`, [groupId, monday])).map(
      ({ times }: { times: number | null }) => times,
    ),
  );

const SIGHT = `insert into area_sighting (id, group_id, branch_id, staff_id, monday, place, band, phenomenon, times, words)
  values ($1, $2, $3, $4, $5, 'torget', 'night', 'threat', $6, 'Bråk')`;
const sight = (caller: StaffCaller, more: Partial<Record<'branchId' | 'staffId' | 'monday', string>> = {}, times = 3) =>
  as(caller, (query) =>
    query(SIGHT, [
      randomUUID(),
      groupId,
      more.branchId ?? caller.branchId,
      more.staffId ?? caller.staffId,
      more.monday ?? monday,
      times,
    ]),
  );
/** Every reading of rows of which some are told as few. */
const possible = (rows: readonly (number | null)[]): number[][] =>
  rows.reduce<number[][]>(
    (all, row) => all.flatMap((before) => (row === null ? [1, 2] : [row]).map((one) => [...before, one])),
    [[]],
  );

const close = (caller: StaffCaller, week: string) =>
  as(caller, (query) =>
    query(`insert into area_week (id, group_id, monday, closed_by) values ($1, $2, $3, $4)`, [
      randomUUID(),
      groupId,
      week,
      caller.staffId,
    ]),
  );
const measure = (caller: StaffCaller, owner: StaffCaller) =>
  as(caller, (query) =>
    query(
      `insert into area_measure (id, group_id, place, what, owner_branch, owner_staff, due_on, since, decided_by)
       values ($1, $2, 'torget', 'Vandring', $3, $4, $5::date + 5, $5::date, $6)`,
      [randomUUID(), groupId, owner.branchId, owner.staffId, monday, caller.staffId],
    ),
  );

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  await openMeasuresCase(world);
  const anna = await clientsOf(world, api)('anna');
  const { startGroup } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
    i: { kind: 'est', area: 'Torget' },
  });
  groupId = startGroup;
  const members = ['anna', 'marcus', 'hassan'].map((key) => seat(world, key));
  await anna.query(FORM, { i: { groupId, version: 1, contactStaffId: world.caller('hassan').staffId, members } });
  const [row] = await world.behindTheLocks<{ monday: string }>(
    `select date_trunc('week', clock.now())::date::text as monday`,
  );
  monday = row!.monday;
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('the rows of an area', () => {
  it('are written by those who sit there, for their own house and in their own name', async () => {
    const [marcus, hassan] = [world.caller('marcus'), world.caller('hassan')];
    await sight(marcus);
    await sight(hassan);
    await measure(marcus, hassan);
    await expect(sight(marcus, { branchId: hassan.branchId })).rejects.toThrow(refused);
    await expect(sight(marcus, { staffId: hassan.staffId })).rejects.toThrow(refused);
    await expect(measure(marcus, world.caller('lena'))).rejects.toThrow(refused);
    for (const key of ['lena', 'karin', 'elin', 'olof', 'tove'])
      await expect(sight(world.caller(key))).rejects.toThrow(refused);
  });

  it('are seen by the house that told them alone, and what is decided by all who sit there', async () => {
    for (const [key, own] of [
      ['anna', 0],
      ['marcus', 1],
      ['hassan', 1],
    ] as const)
      expect([key, await seen(world.caller(key))]).toEqual([key, [own, 1, 0]]);
    for (const key of ['lena', 'karin', 'elin', 'olof', 'tove', 'nils'])
      expect([key, await seen(world.caller(key))]).toEqual([key, [0, 0, 0]]);
    expect(await seen({ ...world.caller('marcus'), unitId: randomUUID() })).toEqual([0, 0, 0]);
  });

  it('are told to those who sit there, others’ small ones as few, and to nobody else at all', async () => {
    await sight(world.caller('marcus'), {}, 2);
    expect(await told(world.caller('marcus'))).toEqual([2, 3, 3]);
    for (const key of ['anna', 'hassan']) expect([key, await told(world.caller(key))]).toEqual([key, [3, 3, null]]);
    for (const key of ['lena', 'karin', 'elin', 'olof', 'tove', 'nils'])
      expect([key, await told(world.caller(key))]).toEqual([key, []]);
    const counts = (key: string) =>
      as(world.caller(key), (query) =>
        query(`select own, others, few from caller.area_counts($1, $2, $2)`, [groupId, monday]),
      );
    expect(await counts('marcus')).toEqual([{ own: 5, others: 3, few: false }]);
    expect(await counts('hassan')).toEqual([{ own: 3, others: 3, few: true }]);
    expect(await counts('anna')).toEqual([{ own: 0, others: 6, few: true }]);
    expect(await counts('lena')).toEqual([]);
  });

  it('give no small one away by anything that is told of them', async () => {
    const [reader, other] = [world.caller('hassan'), world.caller('marcus')];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }), async (times) => {
        await world.behindTheLocks(`delete from area_sighting where group_id = $1`, [groupId]);
        for (const one of times) await sight(other, {}, one);
        const rows = await told(reader);
        const [cell] = await as(reader, (query) =>
          query(`select others, few from caller.area_counts($1, $2, $2)`, [groupId, monday]),
        );
        // Everything that the others can have told, by what the reader was told of it and knows of how it is told.
        const few = rows.filter((row) => row === null).length;
        const large = rows.reduce<number>((total, row) => total + (row ?? 0), 0);
        expect(cell).toEqual({ others: large, few: few > 0 });
        const may = possible(rows);
        expect(may).toContainEqual([...times].sort((a, b) => (a < 3 ? 9 : a) - (b < 3 ? 9 : b)));
        for (const [at, row] of rows.entries())
          if (row === null) expect(new Set(may.map((all) => all[at]))).toEqual(new Set([1, 2]));
        expect(rows.filter((row) => row !== null && row < 3)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    await world.behindTheLocks(`delete from area_sighting where group_id = $1`, [groupId]);
    await sight(other);
    await sight(reader);
  });

  it('give none away to whoever looks again as more are told, in whichever order they come', async () => {
    const [reader, other] = [world.caller('hassan'), world.caller('marcus')];
    // What one is told as others tell theirs one by one.
    const looks = async (times: readonly number[]) => {
      await world.behindTheLocks(`delete from area_sighting where group_id = $1`, [groupId]);
      const seenEach: unknown[] = [];
      for (const one of times) {
        await sight(other, {}, one);
        seenEach.push(
          await as(reader, (query) =>
            query(`select others, few from caller.area_counts($1, $2, $2)`, [groupId, monday]),
          ),
        );
      }
      return seenEach;
    };
    const first = await looks([1, 1, 1]);
    for (const times of [
      [1, 1, 2],
      [1, 2, 1],
      [2, 1, 2],
      [2, 2, 1],
      [2, 2, 2],
    ])
      expect([times, await looks(times)]).toEqual([times, first]);
    await world.behindTheLocks(`delete from area_sighting where group_id = $1`, [groupId]);
    await sight(other);
    await sight(reader);
  });

  it('are taken back by their own house alone, and never written anew', async () => {
    const [marcus, hassan] = [world.caller('marcus'), world.caller('hassan')];
    const back = (caller: StaffCaller) =>
      as(caller, (query) =>
        query(`update area_sighting set withdrawn_at = clock.now() where branch_id = $1 returning id`, [
          hassan.branchId,
        ]),
      );
    expect((await back(marcus))[1]).toBe(0);
    for (const set of ['words = null', 'times = 9', "place = 'viken'", 'struck_at = clock.now()'])
      await expect(as(hassan, (query) => query(`update area_sighting set ${set}`))).rejects.toThrow(refused);
    await expect(as(hassan, (query) => query(`delete from area_sighting`))).rejects.toThrow(refused);
    await expect(as(hassan, (query) => query(`update area_measure set what = 'x'`))).rejects.toThrow(refused);
    const end = (caller: StaffCaller) =>
      as(caller, (query) =>
        query(`update area_measure set state = 'done', result = 'Lugnt', ended_week = since returning id`),
      );
    expect((await end(marcus))[1]).toBe(0);
  });

  it('lose their words to whoever sees them, and to nobody else', async () => {
    const [row] = await world.behindTheLocks<{ id: string }>(`select id from area_sighting where branch_id = $1`, [
      world.caller('marcus').branchId,
    ]);
    const strike = (key: string) =>
      as(world.caller(key), async (query) => (await query(`select caller.strike_words($1) as id`, [row!.id]))[0].id);
    expect(await strike('lena')).toBeNull();
    expect(await strike('hassan')).toBe(groupId);
    expect(await world.behindTheLocks(`select words, struck_by from area_sighting where id = $1`, [row!.id])).toEqual([
      { words: null, struck_by: world.caller('hassan').staffId },
    ]);
  });

  it('end with a week that whoever leads has closed', async () => {
    const [anna, marcus] = [world.caller('anna'), world.caller('marcus')];
    await expect(close(marcus, monday)).rejects.toThrow(refused);
    await close(anna, monday);
    await expect(sight(marcus)).rejects.toThrow(refused);
  });
});

describe('the register', () => {
  it('answers about pairs of the own house, and about no other’s', async () => {
    const ask = (key: string, one: string, other: string) =>
      as(
        world.caller(key),
        async (query) =>
          (await query(`select at from caller.knows_people($1::jsonb) at`, [JSON.stringify([[[one], [other]]])]))
            .length,
      );
    const rows = await world.behindTheLocks<{ branch: string; hashes: string[] }>(
      `select branch_id as branch, array_agg(encode(part_hash, 'hex')) as hashes from person_name_index
       where branch_id = $1 group by person_id, branch_id having count(*) > 1 limit 1`,
      [world.caller('maria').branchId],
    );
    const [one = '', other = ''] = rows[0]?.hashes ?? [];
    expect(await ask('maria', one, other)).toBe(1);
    expect(await ask('maria', one, one)).toBe(0);
    expect(await ask('marcus', one, other)).toBe(0);
  });
});
