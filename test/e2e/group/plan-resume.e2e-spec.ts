/**
 * A plan that was left open while its reader was away is told the rest, at whichever node they come back to: what is theirs then,
 * each thing once; what has been taken back meanwhile is not told them, and nobody is told of it ([S1]; OSL 12:2, 26:1).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OutboxReader } from '#use-cases/outbox/outbox-reader.port.js';
import { type Api, startApi } from '../../support/api.js';
import { ACT_ON_ENTRY, WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { until } from '../../support/hub.js';
import { PlanScreen, readPlan } from '../../support/plan-screen.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let here: Api;
let there: Api;
let group: GroupUnderTest;
let screen: PlanScreen;
let told: { kind: string; entry?: { said: { text: string } } }[];

const write = async (words: string, more: object = {}): Promise<string> =>
  (await (await group.as('anna')).query(WRITE_ENTRY, { i: { groupId: group.id, kind: 'strength', words, ...more } }))
    .writePlanEntry;
const texts = (): string[] => screen.page?.entries.map(({ said }) => said.text) ?? [];
const entriesTold = () => told.flatMap(({ entry }) => entry?.said.text ?? []);
const cookieOf = async (key: string): Promise<string> => (await group.as(key)).cookie;

beforeAll(async () => {
  world = await buildWorld();
  [here, there] = await Promise.all([startApi(world.database), startApi(world.database)]);
}, 120_000);
beforeEach(async () => {
  await world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  );
  group = await formedGroup(world, here);
  await write('Stod där.');
  // Both nodes have heard of it: what is told from here on is what a test has done.
  await sleep(250);
  told = [];
  screen = new PlanScreen({
    groupId: group.id,
    cookie: await cookieOf('marcus'),
    onTold: (change) => void told.push(change as never),
  });
  await screen.connect(here.url);
}, 60_000);
afterAll(async () => {
  screen?.disconnect();
  await Promise.all([here?.close(), there?.close()]);
  await world?.close();
});

describe('an open plan', () => {
  it('lies as a fresh reading would, without having been read anew', async () => {
    const reads = screen.reads;
    const entryId = await write('Komma in på fordon.', { kind: 'goal' });
    await (await group.as('anna')).query(ACT_ON_ENTRY, { i: { entryId, version: 1, act: 'reach', words: 'Ja.' } });
    await until(() => screen.page?.entries.some(({ id, acts }) => id === entryId && acts.length === 1) ?? false);
    expect(screen.page).toEqual(
      (await readPlan(there.url, { groupId: group.id, cookie: await cookieOf('marcus') }))?.plan,
    );
    expect(screen.reads).toBe(reads);
  });

  it('is read anew as what there is one alone of is begun, and not for its words', async () => {
    const reads = screen.reads;
    const entryId = await write('Egen verkstad.', { kind: 'future' });
    await until(() => screen.reads === reads + 1 && texts().includes('Egen verkstad.'));
    const said = { needArea: null, startsOn: null, followUpOn: null, aim: '', help: '', watch: '' };
    const i = { ...said, entryId, version: 1, itemVersion: 1, words: 'Egen verkstad, och en hund.' };
    await (await group.as('anna')).query(`mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`, { i });
    await write('Efteråt.');
    await until(() => texts().includes('Efteråt.'));
    expect([texts().includes('Egen verkstad, och en hund.'), screen.reads]).toEqual([true, reads + 1]);
  });

  it('is told what came while its reader was away, at another node, in order and once', async () => {
    screen.disconnect();
    told.length = 0;
    const reads = screen.reads;
    await write('Medan du sov.');
    await write('Bara för oss.', { category: 'addiction' });
    await write('Strax innan du vaknade.');
    await screen.connect(there.url);
    expect(texts()).toEqual(['Stod där.', 'Medan du sov.', 'Strax innan du vaknade.']);
    expect(entriesTold()).toEqual(['Medan du sov.', 'Strax innan du vaknade.']);
    await write('Nu.');
    await until(() => texts().includes('Nu.'));
    expect(entriesTold()).toEqual(['Medan du sov.', 'Strax innan du vaknade.', 'Nu.']);
    expect(screen.reads).toBe(reads);
  });

  it('loses what was taken back meanwhile, and is told nothing of it', async () => {
    await write('Sågs vid torget.', { category: 'crime-and-suspicion' });
    await until(() => texts().includes('Sågs vid torget.'));
    screen.disconnect();
    told.length = 0;
    await write('Sågs igen.', { category: 'crime-and-suspicion' });
    await group.consent.narrow(group.file.guardianId, { categories: ['crime-and-suspicion'] });
    await screen.connect(there.url);
    expect(texts()).toEqual(['Stod där.']);
    expect(JSON.stringify(told)).not.toContain('Sågs');
  });

  it('is closed to whoever lost their seat meanwhile', async () => {
    screen.disconnect();
    told.length = 0;
    await group.consent.withdraw(group.file.guardianId);
    await write('Efteråt.').catch(() => undefined);
    await screen.connect(there.url);
    expect([screen.isGone, screen.page, told]).toEqual([true, null, []]);
  });

  it('is read afresh where what it missed has been swept away', async () => {
    screen.disconnect();
    const reads = screen.reads;
    await write('För länge sedan.');
    for (let twice = 0; twice < 2; twice += 1)
      await world.asCaller.run({ kind: 'service', name: 'outbox', requestId: 'test' }, (tx) =>
        tx.of(OutboxReader).sweep(new Date(tx.now.getTime() + 1)),
      );
    await screen.connect(there.url);
    expect(texts()).toEqual(['Stod där.', 'För länge sedan.']);
    expect(screen.reads).toBe(reads + 1);
  });
});
