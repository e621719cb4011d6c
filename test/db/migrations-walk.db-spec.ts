/**
 * A town in the middle of its work is taken back to the oldest version that one can go back to, and up again, by the owner whom
 * row-level security binds: no migration stumbles over what is there, and what the oldest version had is there afterwards.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '#store/database.js';
import { migrate } from '#store/migrate.js';
import { buildQuarry, type Quarry } from '../attack/quarry.js';

const OLDEST = 'Family1764000000009';
/** Older than the oldest, so that no way back takes them away. */
const KEPT = [
  'municipality',
  'unit',
  'staff_member',
  'person',
  'person_identity',
  'case_file',
  'report',
  'consent_signer',
];

let quarry: Quarry;
let owner: DataSource;

beforeAll(async () => {
  quarry = await buildQuarry();
  await quarry.api.close();
  owner = await ownerDataSource(quarry.world.database.urls.owner).initialize();
}, 240_000);
afterAll(async () => {
  await owner?.destroy();
  await quarry?.world.close();
});

const standing = async (): Promise<string[]> =>
  (await quarry.world.behindTheLocks<{ name: string }>(`select name from migrations order by timestamp`)).map(
    ({ name }) => name,
  );
const contents = (tables: readonly string[]): Promise<readonly unknown[]> =>
  Promise.all(
    tables.map(async (table) => [
      table,
      ...(await quarry.world.behindTheLocks(
        `select count(*)::int as rows, count(distinct t::text)::int as distinct from ${table} t`,
      )),
    ]),
  );

const sharesRunning = async (): Promise<string[]> =>
  (
    await quarry.world.behindTheLocks<{ id: string }>(`select id from share where in_force @> clock.now() order by id`)
  ).map(({ id }) => id);

it('a town with rows in every corner goes back to the oldest version and up again', async () => {
  const all = await standing();
  const before = await contents(KEPT);
  const running = await sharesRunning();
  expect(running.length).toBeGreaterThan(0);
  while ((await standing()).includes(OLDEST)) await owner.undoLastMigration({ transaction: 'each' });
  expect(await standing()).toEqual(all.slice(0, all.indexOf(OLDEST)));

  await migrate(quarry.world.database.urls.owner, { movableClock: true });
  expect(await standing()).toEqual(all);
  expect(await contents(KEPT)).toEqual(before);
  // What a share stands on was found each time that a migration had it reckoned anew.
  expect(await sharesRunning()).toEqual(running);
}, 240_000);
