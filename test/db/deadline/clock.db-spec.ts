/** Time can be moved in a demonstration and in tests, and nowhere else: the table is not even there. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '#store/migrate.js';
import { MoveClock } from '#use-cases/clock/move-clock.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
}, 60_000);
afterAll(() => world?.close());

const clockTables = () =>
  world.behindTheLocks<{ relname: string }>(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'clock'`,
  );

it('is a movable clock only where the migration was told so', async () => {
  const clock = new MoveClock(world.asCaller);
  expect((await clock.move(world.caller('maria'), 90)).aheadMinutes).toBe(90);
  const [moved] = await world.behindTheLocks<{ ahead: number }>(
    `select round(extract(epoch from clock.now() - now()) / 60)::int as ahead`,
  );
  expect(moved).toEqual({ ahead: 90 });
  expect(
    await world.behindTheLocks(
      `select topic from outbox where topic in ('job:reconcile', 'live:clock:all') order by 1`,
    ),
  ).toEqual([{ topic: 'job:reconcile' }, { topic: 'live:clock:all' }]);

  await migrate(world.database.urls.owner, { movableClock: false });
  expect(await clockTables()).toEqual([]);
  const [fixed] = await world.behindTheLocks<{ same: boolean }>(`select clock.now() = now() as same`);
  expect(fixed).toEqual({ same: true });
  await expect(clock.move(world.caller('maria'), 15)).rejects.toThrow(/clock\.shift/);
  await expect(clock.reset(world.caller('maria'))).rejects.toThrow(/clock\.shift/);
}, 30_000);
