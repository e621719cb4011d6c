/**
 * Who has which field of a plan open is told, across nodes, to the others who have the entry at that moment, by a name that they
 * may have, and to nobody else; with its line a pen goes down ([S1]; OSL 12:2, 26:1).
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { type Api, startApi } from '../../support/api.js';
import { ACT_ON_ENTRY, WRITE_ENTRY } from '../../support/busy-plan.js';
import { clientsOf, formedGroup, type GroupUnderTest } from '../../support/group.js';
import { until } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

interface Told {
  readonly kind: string;
  readonly pen: string;
  readonly entryId: string;
  readonly field: string | null;
  readonly name: string | null;
}

/** A tab that watches the pens of the plan, with every word that its line has carried. */
interface Tab {
  readonly socket: Socket;
  readonly heard: unknown[];
  pens(): readonly Told[];
  /** Where it has a field open; null puts the pen down. */
  says(at: object | null): Promise<{ ok: boolean; code?: string }>;
}

let world: World;
let here: Api;
let there: Api;
let group: GroupUnderTest;
let tabs: Tab[] = [];

const write = async (words: string, more: object = {}): Promise<string> =>
  (await (await group.as('anna')).query(WRITE_ENTRY, { i: { groupId: group.id, kind: 'strength', words, ...more } }))
    .writePlanEntry;
const nameOf = async (key: string): Promise<string> => {
  const [row] = await world.behindTheLocks<{ name: string }>('select name from staff_member where id = $1', [
    world.caller(key).staffId,
  ]);
  return row!.name;
};

async function open(api: Api, key: string, watches = true): Promise<Tab> {
  const socket = await (await clientsOf(world, api)(key)).socket();
  const heard: unknown[] = [];
  socket.onAny((...said: unknown[]) => void heard.push(said));
  const address = `plan-pens:${group.id}`;
  if (watches) expect(await socket.emitWithAck('watch', address)).toMatchObject({ ok: true });
  const tab: Tab = {
    socket,
    heard,
    pens: () =>
      (heard as [string, { change: Told }][]).filter(([event]) => event === 'change').map(([, { change }]) => change),
    says: (at) => socket.timeout(5_000).emitWithAck('pen', address, at) as never,
  };
  tabs.push(tab);
  return tab;
}

/** A pen that all of these may know of has come: whatever was said before it would have come before. */
async function afterCanary(canary: string, of: readonly Tab[], by: Tab): Promise<void> {
  const place = { entryId: canary, field: 'words' };
  expect(await by.says(place)).toEqual({ ok: true });
  await until(() => of.every((tab) => tab.pens().some((pen) => pen.entryId === canary && pen.field === 'words')));
}

beforeAll(async () => {
  world = await buildWorld();
  [here, there] = await Promise.all([startApi(world.database), startApi(world.database)]);
}, 120_000);
beforeEach(async () => {
  await world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  );
  group = await formedGroup(world, here);
}, 60_000);
afterEach(() => {
  for (const { socket } of tabs) socket.disconnect();
  tabs = [];
});
afterAll(async () => {
  await Promise.all([here?.close(), there?.close()]);
  await world?.close();
});

describe('a pen in a plan', () => {
  it('is seen at its field by those who have the entry, at every node, by the name of who sits at the table', async () => {
    const entryId = await write('Envis.');
    const [anna, other, marcus] = [await open(here, 'anna'), await open(there, 'anna'), await open(there, 'marcus')];
    expect(await anna.says({ entryId, field: 'words' })).toEqual({ ok: true });
    await until(() => marcus.pens().length > 0);
    expect(await anna.says({ entryId, field: 'about' })).toEqual({ ok: true });
    await until(() => marcus.pens().some(({ field }) => field === 'about'));
    const [first] = marcus.pens();
    const of = { kind: 'pen', pen: first!.pen, entryId, name: await nameOf('anna') };
    // What is put down and taken up again in one breath may be told as one.
    expect(marcus.pens().filter(({ field }) => field !== null)).toEqual([
      { ...of, field: 'words' },
      { ...of, field: 'about' },
    ]);
    // One's own pen is not shown to oneself, at whichever tab.
    expect([...anna.pens(), ...other.pens()]).toEqual([]);
  });

  it('is not there for whom the entry is not: neither its id, nor whose pen it is, nor that there is one', async () => {
    const [kept, told] = [await write('Röker hasch.', { category: 'addiction' }), await write('Händig.')];
    const [anna, elin, marcus, lena] = [
      await open(here, 'anna'),
      await open(there, 'elin'),
      await open(there, 'marcus'),
      await open(here, 'lena'),
    ];
    expect(await anna.says({ entryId: kept, field: 'words' })).toEqual({ ok: true });
    expect(await anna.says(null)).toEqual({ ok: true });
    await afterCanary(told, [elin, marcus, lena], anna);
    expect(elin.pens().map(({ entryId, field }) => [entryId, field])).toEqual([
      [kept, 'words'],
      [kept, null],
      [told, 'words'],
    ]);
    for (const tab of [marcus, lena]) {
      expect(tab.pens().map(({ entryId }) => entryId)).toEqual([told]);
      expect(JSON.stringify(tab.heard)).not.toContain(kept);
    }
  });

  it('is not told from the moment on at which a family takes back what let the entry be told', async () => {
    const [taken, stays] = [
      await write('Sågs vid torget.', { category: 'crime-and-suspicion' }),
      await write('Envis.'),
    ];
    const [anna, marcus] = [await open(here, 'anna'), await open(there, 'marcus')];
    await anna.says({ entryId: taken, field: 'words' });
    await until(() => marcus.pens().length === 1);
    await group.consent.narrow(group.file.guardianId, { categories: ['crime-and-suspicion'] });
    expect(await anna.says({ entryId: taken, field: 'words' })).toEqual({ ok: true });
    await afterCanary(stays, [marcus], anna);
    expect(marcus.pens().map(({ entryId, field }) => [entryId, field])).toEqual([
      [taken, 'words'],
      [stays, 'words'],
    ]);
  });

  it('goes down with its line, and leaves one at another tab of the same person’s up', async () => {
    const [one, two] = [await write('Envis.'), await write('Händig.')];
    const [first, second, marcus] = [await open(here, 'anna'), await open(here, 'anna'), await open(there, 'marcus')];
    await first.says({ entryId: one, field: 'words' });
    await second.says({ entryId: two, field: 'words' });
    await until(() => marcus.pens().length === 2);
    first.socket.disconnect();
    await until(() => marcus.pens().length === 3, 2_000);
    const [up, stays, down] = marcus.pens();
    expect(down).toEqual({ ...up, field: null, name: null });
    expect(stays!.pen).not.toBe(up!.pen);
  });

  it('is by somebody where the reader does not see who it is, and by name to their colleagues', async () => {
    const entryId = await write('Envis.');
    const [elin, anna, marcus] = [await open(here, 'elin'), await open(there, 'anna'), await open(there, 'marcus')];
    expect(await elin.says({ entryId, field: 'words' })).toEqual({ ok: true });
    await until(() => marcus.pens().length === 1 && anna.pens().length === 1);
    expect(anna.pens()[0]).toMatchObject({ entryId, field: 'words', name: await nameOf('elin') });
    expect(marcus.pens()[0]).toMatchObject({ entryId, field: 'words', name: null });
    expect(JSON.stringify(marcus.heard)).not.toContain(world.caller('elin').staffId);
  });

  it('is nowhere but where its holder may write: not in what another house has written, is over, is elsewhere or is no place', async () => {
    const [theirs, over] = [await write('Envis.'), await write('Händig.')];
    await (
      await group.as('anna')
    ).query(ACT_ON_ENTRY, { i: { entryId: over, version: 1, act: 'remove', words: 'Fel barn.' } });
    const [anna, marcus, lena] = [await open(here, 'anna'), await open(there, 'marcus'), await open(here, 'lena')];
    const no = { ok: false, code: 'NOT_ALLOWED' };
    expect(await marcus.says({ entryId: theirs, field: 'words' })).toEqual(no);
    for (const at of [
      { entryId: over, field: 'words' },
      { entryId: group.id, field: 'words' },
      { entryId: theirs, field: 'password' },
      { entryId: `${theirs}' or true`, field: 'words' },
      'words',
      [theirs],
    ])
      expect([at, await anna.says(at as object)]).toEqual([at, no]);
    await afterCanary(theirs, [marcus, lena], anna);
    for (const tab of [marcus, lena]) expect(tab.pens()).toHaveLength(1);
  });

  it('is not held by whoever does not watch the plan', async () => {
    const entryId = await write('Envis.');
    const [away, hassan] = [await open(here, 'anna', false), await open(here, 'hassan', false)];
    for (const tab of [away, hassan])
      expect(await tab.says({ entryId, field: 'words' })).toEqual({ ok: false, code: 'NOT_FOUND' });
    expect(await hassan.socket.emitWithAck('watch', `plan-pens:${group.id}`)).toMatchObject({ ok: false });
  });

  it('makes no page of the plan say or read anything', async () => {
    const entryId = await write('Envis.');
    const [anna, marcus] = [await open(here, 'anna'), await open(there, 'marcus')];
    expect(await marcus.socket.emitWithAck('watch', `plan:${group.id}`)).toMatchObject({ ok: true });
    marcus.heard.length = 0;
    await anna.says({ entryId, field: 'words' });
    await until(() => marcus.pens().length > 0);
    expect(marcus.heard).toEqual([['change', expect.objectContaining({ address: `plan-pens:${group.id}` })]]);
    const rows = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where actor_staff = $1 and at > clock.now() - interval '1 second' and detail::text like '%pen%'`,
      [world.caller('marcus').staffId],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
