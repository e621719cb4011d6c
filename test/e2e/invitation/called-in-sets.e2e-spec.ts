/** However many sit in a group, they are called to its meeting and let go again by as many statements: one for each set. */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EntityManager } from 'typeorm';
import { type Api, startApi } from '../../support/api.js';
import { FORM, prepareGroup, seat, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(60_000);

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const WRITES = /^\s*(insert into|update) (invitation|invitation_mail)\b/;

/** The statements that write one of these tables, by table, while something is done. */
async function writesOf(act: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
  const spy = jest.spyOn(EntityManager.prototype, 'query');
  await act();
  const written = spy.mock.calls.flatMap(([sql]) => WRITES.exec(sql)?.slice(1, 3).join(' ') ?? []);
  spy.mockRestore();
  return Object.fromEntries([...new Set(written)].sort().map((one) => [one, written.filter((w) => w === one).length]));
}

const FEW = ['anna', 'marcus', 'lena'];
const MORE = [...FEW, 'elin', 'sara'];

async function walked(givenName: string, keys: readonly string[]) {
  const group: GroupUnderTest = await prepareGroup(world, api, { givenName });
  await group.step('consent');
  const { version } = await group.seenBy('anna');
  const contactStaffId = world.caller('anna').staffId;
  const members = keys.map((key) => seat(world, key, key === 'anna' ? { mandate: 'decides' } : {}));
  const i = { groupId: group.id, version, contactStaffId, members };
  await (await group.as('anna')).query(FORM, { i });
  await group.step('plan', { words: 'Skola varje dag.' });
  const convened = await writesOf(() => convenedMeeting(world, group));
  const closed = await writesOf(() => group.step('close', { words: 'Målen är nådda.', reason: 'goals-met' }));
  const seats = await world.behindTheLocks<{ seats: number; invited: number; ended: number }>(
    `select (select count(*)::int from group_member where group_id = $1) as seats,
       (select count(*)::int from invitation i join hub h on h.id = i.hub_id where h.group_id = $1) as invited,
       (select count(*)::int from group_member where group_id = $1 and ends_at is not null) as ended`,
    [group.id],
  );
  return { writes: { convened, closed }, seats: seats[0] };
}

describe('a group of five', () => {
  it('is called together and let go by as many statements as one of three', async () => {
    const few = await walked('Alva', FEW);
    const more = await walked('Bo', MORE);
    expect(few.seats).toMatchObject({ seats: 3, ended: 3 });
    expect(more.seats).toMatchObject({ seats: 5, ended: 5 });
    expect(more.seats!.invited).toBeGreaterThan(few.seats!.invited);
    expect(few.writes.convened).toEqual({ 'insert into invitation': 1, 'insert into invitation_mail': 1 });
    expect(more.writes).toEqual(few.writes);
  });
});
