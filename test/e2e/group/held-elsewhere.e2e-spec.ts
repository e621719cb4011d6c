/** A meeting that was held elsewhere: the group's clock counts from its day, whatever day it is written down. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, STEP } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a meeting held elsewhere', () => {
  it('sets the clock of the next one from its own day', async () => {
    const group = await formedGroup(world, api, { givenName: 'Tage' });
    await group.step('plan', { words: 'Skola varje dag.' });
    await world.behindTheLocks(
      `update collaboration_group set formed_at = formed_at - interval '20 days' where id = $1`,
      [group.id],
    );
    const day = async (ahead: number) => {
      const [row] = await world.behindTheLocks<{ day: string }>(
        `select ((clock.now() at time zone 'Europe/Stockholm')::date + $1::int)::text as day`,
        [ahead],
      );
      return row!.day;
    };
    const held = { reason: 'done-elsewhere', heldOn: await day(-6) };
    const { version } = await group.seenBy('anna');
    const refused = async (heldOn: string) =>
      (await group.as('anna')).refusal(STEP, { i: { groupId: group.id, version, step: 'meet', ...held, heldOn } });
    expect(await refused(await day(1))).toMatchObject({ code: 'HELD_ON_WRONG', field: 'heldOn' });
    expect(await refused('2026-02-30')).toMatchObject({ code: 'HELD_ON_WRONG', field: 'heldOn' });
    await group.step('meet', held);
    const sixDaysAgo = { since: await day(-6), isOpen: true };
    const next = () =>
      world.behindTheLocks<object>(
        `select (d.starts_at at time zone 'Europe/Stockholm')::date::text as since, d.state = 'open' as "isOpen"
         from deadline d join collaboration_group g on g.id = d.about_id
         where d.about_id = $1 and d.kind = 'sig-meeting' and d.state = 'open' and g.last_met_at = d.starts_at`,
        [group.id],
      );
    expect(await next()).toEqual([sixDaysAgo]);
    // One that was held before it and is written down after it sets nothing back.
    await group.step('meet', { ...held, heldOn: await day(-9) });
    expect(await next()).toEqual([sixDaysAgo]);
  });
});
