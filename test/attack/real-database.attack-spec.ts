/** A demonstration lets anyone sign in as anyone: it never begins on a database that was made for real people. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { migrate } from '#store/migrate.js';
import { startApi } from '../support/api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildWorld, type World } from '../support/world.js';

let world: World;
let empty: TestDatabase;
beforeAll(async () => {
  world = await buildWorld();
  empty = await createTestDatabase();
  for (const { urls } of [world.database, empty]) await migrate(urls.owner, { movableClock: false });
}, 60_000);
afterAll(async () => {
  await empty?.drop();
  await world?.close();
});

const seed = (env: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, [path.resolve('dist/apps/demo/seed.cli.js')], {
    env: { ...process.env, ...env, SAMNAV_DEMONSTRATION: '1' },
    encoding: 'utf8',
  });

it('is not migrated into one', async () => {
  await expect(migrate(world.database.urls.owner, { movableClock: true })).rejects.toThrow(
    /not made for a demonstration/,
  );
  expect(await world.behindTheLocks(`select to_regclass('clock.shift')::text as clock`)).toEqual([{ clock: null }]);
});

it('does not start on one', async () => {
  await expect(startApi(world.database, { SAMNAV_DEMONSTRATION: '1' })).rejects.toThrow(/not made for a demonstration/);
});

it('puts nobody into one', async () => {
  await world.behindTheLocks(`update municipality set slug = 'verklig'`);
  const before = await world.behindTheLocks('select issuer, subject from staff_member order by id');
  const { status, stderr } = seed(world.database.env);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/not made for a demonstration/)]);
  expect(await world.behindTheLocks('select issuer, subject from staff_member order by id')).toEqual(before);
});

it('may still begin in one that is empty', async () => {
  await expect(migrate(empty.urls.owner, { movableClock: true })).resolves.toEqual([]);
});
