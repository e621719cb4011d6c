/**
 * One plan around a young person, written by several houses: each has just what the gate lets it have, at that instant, and
 * hears of just that; what a measure owes is a deadline of whoever is responsible ([S1]; OSL 10:1, 26:1).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PlanVersionStore } from '#use-cases/plan/plan-version.port.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import { type Api, startApi } from '../../support/api.js';
import { ACT_ON_ENTRY as ACT, WRITE_ENTRY as WRITE } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { SCHOOL } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const PLAN = `query($id: ID!) { plan(groupId: $id) { groupId own about begun mayWrite seats { memberId kind }
  entries { id kind said { itemId text category giverKind ground version } wordsByName wordsAt aim help watch needArea goalId ownerName ownerMemberId
    startsOn followUpOn state version mayChange mayDo acts { act result said { text } byName } } } }`;
const CHANGE = `mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`;
const READERS = `query($id: ID!, $category: String!) { planReaders(groupId: $id, category: $category) { kind sees ground } }`;
const DUE = `{ myDeadlines(first: 50) { edges { node { kind aboutId caseId groupId } } } }`;

jest.setTimeout(60_000);

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
// There is room for six groups at once.
afterEach(() =>
  world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  ),
);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const page = async (group: GroupUnderTest, key: string): Promise<Record<string, any>> =>
  (await (await group.as(key)).query(PLAN, { id: group.id })).plan;
const write = async (group: GroupUnderTest, key: string, i: object): Promise<string> =>
  (await (await group.as(key)).query(WRITE, { i: { groupId: group.id, ...i } })).writePlanEntry;
const refused = async (group: GroupUnderTest, key: string, i: object) =>
  (await group.as(key)).refusal(WRITE, { i: { groupId: group.id, ...i } });
const act = async (group: GroupUnderTest, key: string, entryId: string, i: object): Promise<void> => {
  const { version } = (await page(group, key))['entries'].find(({ id }: { id: string }) => id === entryId);
  await (await group.as(key)).query(ACT, { i: { entryId, version, ...i } });
};
const textsOf = (plan: Record<string, any>): string[] =>
  plan['entries'].map(({ said }: { said: { text: string } }) => said.text);
const seatOf = async (group: GroupUnderTest, kind: string): Promise<string> =>
  (await page(group, 'anna'))['seats'].find((one: { kind: string }) => one.kind === kind).memberId;

const measure = (ownerMemberId: string, more: object = {}) => ({
  kind: 'measure',
  words: 'Läxhjälp på tisdagar.',
  needArea: 'school-or-work',
  aim: 'Godkänd i matte.',
  help: 'Skjuts från skolan.',
  ownerMemberId,
  followUpOn: '2099-01-01',
  ...more,
});

describe('a plan', () => {
  it('is begun by the house that leads, with the young person’s own picture, and written on by the others', async () => {
    const group = await formedGroup(world, api, { givenName: 'Alva' });
    expect(await page(group, 'marcus')).toMatchObject({ begun: false, mayWrite: [], entries: [] });
    expect((await refused(group, 'marcus', { kind: 'strength', words: 'Trofast.' })).code).toBe('PLAN_NOT_BEGUN');
    await write(group, 'anna', { kind: 'future', words: 'Om tio år har jag en egen verkstad.' });
    expect((await refused(group, 'anna', { kind: 'future', words: 'En till.' })).faults).toMatchObject([
      { field: 'kind', code: 'THERE_IS_ONE' },
    ]);
    const goalId = await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    await write(group, 'anna', { kind: 'step', words: 'Gå på öppet hus.', goalId });
    expect((await refused(group, 'lena', { kind: 'goal', words: 'Vårt mål.' })).faults).toMatchObject([
      { field: 'kind', code: 'LEADING_HOUSE_WRITES' },
    ]);
    await write(group, 'lena', { kind: 'strength', words: 'Bra på att laga cyklar.' });
    await write(group, 'marcus', { kind: 'frame', words: 'Hemma klockan nio.', watch: 'Mamma och fältarna.' });
    for (const key of ['anna', 'marcus', 'lena'])
      expect(textsOf(await page(group, key))).toEqual([
        'Om tio år har jag en egen verkstad.',
        'Komma in på fordon.',
        'Gå på öppet hus.',
        'Bra på att laga cyklar.',
        'Hemma klockan nio.',
      ]);
    expect((await page(group, 'marcus'))['entries'].map(({ mayChange }: any) => mayChange)).toEqual([
      ...[false, false, false, false, true],
    ]);
    const outside = await group.as('hassan');
    expect((await outside.refusal(PLAN, { id: group.id })).code).toBe('NOT_FOUND');
    expect((await outside.refusal(WRITE, { i: { groupId: group.id, kind: 'risk', words: 'x' } })).code).toBe(
      'NOT_FOUND',
    );
    const looks = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where actor_staff = $1 and case_id = $2 and action = 'read' and detail->>'list' = 'plan'`,
      [world.caller('marcus').staffId, group.file.caseId],
    );
    expect(looks[0]?.n).toBeGreaterThan(0);
  });

  it('gives each house what the consent lets it have, and takes it back in that instant', async () => {
    const group = await formedGroup(world, api, { givenName: 'Bea' });
    await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    await write(group, 'anna', { kind: 'risk', words: 'Röker hasch.', needArea: 'substances', category: 'addiction' });
    expect(textsOf(await page(group, 'lena'))).toEqual(['Komma in på fordon.']);
    expect(textsOf(await page(group, 'anna'))).toEqual(['Komma in på fordon.', 'Röker hasch.']);
    const readers = async (category: string) =>
      (await (await group.as('anna')).query(READERS, { id: group.id, category })).planReaders
        .filter(({ sees }: { sees: boolean }) => sees)
        .map(({ kind }: { kind: string }) => kind)
        .sort();
    expect(await readers('measures-and-plan')).toEqual(['police', 'school']);
    expect(await readers('addiction')).toEqual([]);
    await group.consent.narrow(group.file.guardianId, { categories: ['measures-and-plan'] });
    expect(textsOf(await page(group, 'lena'))).toEqual([]);
    expect(textsOf(await page(group, 'anna'))).toHaveLength(2);
  });

  it('sends a change to the screens of those who may have it, as each is shown it, and to no other', async () => {
    const group = await formedGroup(world, api, { givenName: 'Cleo' });
    const goal = await write(group, 'anna', { kind: 'goal', words: 'Komma in på fordon.' });
    const heard: Record<string, string[]> = { lena: [], marcus: [], elin: [] };
    const sent: [string, any][] = [];
    const sockets = await Promise.all(
      Object.keys(heard).map(async (key) => {
        const socket = await (await group.as(key)).socket();
        socket.on('change', ({ change }: any) => {
          if (change.kind !== 'entry') return;
          heard[key]!.push(change.entry.id);
          sent.push([key, change.entry]);
        });
        expect([key, await socket.emitWithAck('watch', `plan:${group.id}`)]).toMatchObject([key, { ok: true }]);
        return socket;
      }),
    );
    const outside = await (await group.as('hassan')).socket();
    expect(await outside.emitWithAck('watch', `plan:${group.id}`)).toMatchObject({ ok: false });
    const inside = await write(group, 'anna', {
      ...{ kind: 'risk', words: 'Röker hasch.', needArea: 'substances', category: 'addiction' },
    });
    const known = await write(group, 'lena', { kind: 'strength', words: 'Bra på att laga cyklar.' });
    for (let tries = 0; !heard['marcus']!.includes(known) && tries < 100; tries++)
      await new Promise((wait) => setTimeout(wait, 50));
    // The goal stood there before; whether the word of it was still on its way tells nothing.
    const since = (key: string) => heard[key]!.filter((entry) => entry !== goal);
    for (let tries = 0; since('elin').length < 2 && tries < 100; tries++)
      await new Promise((wait) => setTimeout(wait, 50));
    const once = (key: string) => [...new Set(since(key))];
    expect([once('lena'), once('marcus'), once('elin')]).toEqual([[known], [known], [inside, known]]);
    // What is sent is what the page would be answered.
    for (const key of ['lena', 'marcus', 'elin']) {
      const { entries } = await page(group, key);
      const shown = entries.find(({ id }: { id: string }) => id === known);
      const last = sent.findLast(([to, { id }]) => to === key && id === known)?.[1];
      expect([key, last]).toMatchObject([key, shown]);
    }
    for (const socket of [...sockets, outside]) socket.disconnect();
  });
});

describe('what stands in a plan', () => {
  it('tells of a step nothing of a goal that its reader does not have, on the page and as it changes', async () => {
    const group = await formedGroup(world, api, { givenName: 'Dag' });
    const goalId = await write(group, 'anna', { kind: 'goal', words: 'Sluta röka hasch.', category: 'addiction' });
    const goals: Record<string, (string | null)[]> = { lena: [], elin: [] };
    const sockets = await Promise.all(
      Object.keys(goals).map(async (key) => {
        const socket = await (await group.as(key)).socket();
        socket.on('change', ({ change }: any) => {
          if (change.kind === 'entry' && change.entry.kind === 'step') goals[key]!.push(change.entry.goalId);
        });
        await socket.emitWithAck('watch', `plan:${group.id}`);
        return socket;
      }),
    );
    const stepId = await write(group, 'anna', { kind: 'step', words: 'Gå till mottagningen.', goalId });
    for (let tries = 0; !(goals['lena']!.length && goals['elin']!.length) && tries < 100; tries++)
      await new Promise((wait) => setTimeout(wait, 50));
    expect([new Set(goals['lena']), new Set(goals['elin'])]).toEqual([new Set([null]), new Set([goalId])]);
    const shown = async (key: string) =>
      (await page(group, key))['entries'].find(({ id }: { id: string }) => id === stepId).goalId;
    expect([await shown('lena'), await shown('anna')]).toEqual([null, goalId]);
    for (const socket of sockets) socket.disconnect();
  });

  it('tells of an act nothing to whoever may not have its words', async () => {
    const group = await formedGroup(world, api, { givenName: 'Disa' });
    await write(group, 'anna', { kind: 'goal', words: 'Godkänd.' });
    const entryId = await write(group, 'anna', measure(await seatOf(group, 'social-services')));
    await act(group, 'anna', entryId, { act: 'start' });
    await act(group, 'anna', entryId, { act: 'end', words: 'Återfall.', result: 'not-reached' });
    await world.behindTheLocks(
      `update item set category = 'addiction' where id = (select item_id from plan_act where entry_id = $1 and act = 'end')`,
      [entryId],
    );
    const acts = async (key: string): Promise<string[]> =>
      (await page(group, key))['entries']
        .find(({ id }: { id: string }) => id === entryId)
        .acts.map((one: any) => one.act);
    const NEWS = `query($id: ID!) { planNews(groupId: $id) { happenings { act result } } }`;
    const ended = async (key: string): Promise<boolean> =>
      (await (await group.as(key)).query(NEWS, { id: group.id })).planNews.happenings.some(
        (one: any) => one.act === 'end',
      );
    expect([await acts('anna'), await ended('anna')]).toEqual([['start', 'end'], true]);
    expect([await acts('lena'), await ended('lena')]).toEqual([['start'], false]);
  });

  const SHARED = `query($id: ID!) { sharedCase(caseId: $id) { things { part { text } } } }`;
  const shared = async (group: GroupUnderTest, key: string): Promise<string[]> => {
    const { sharedCase } = await (await group.as(key)).query(SHARED, { id: group.file.caseId });
    return sharedCase.things.map(({ part }: { part: { text: string } }) => part.text);
  };
  const itemOf = async (group: GroupUnderTest, entryId: string): Promise<{ itemId: string; version: number }> => {
    const { said } = (await page(group, 'anna'))['entries'].find(({ id }: { id: string }) => id === entryId);
    return { itemId: said.itemId, version: said.version };
  };
  const PREVIEW = `query($i: PreviewShareInput!) { previewShare(input: $i) { pairs { thing outcome } } }`;
  const SHARE = `mutation($i: ShareItemsInput!) { shareItems(input: $i) { outcome shareId } }`;
  const RISK = 'Äldre killar vid torget.';

  it('is not given again by the way to a house from which it was taken back', async () => {
    const group = await formedGroup(world, api, { givenName: 'Juni' });
    const risk = { kind: 'risk', words: RISK, needArea: 'relations' };
    const entryId = await write(group, 'anna', risk);
    const owned = await write(group, 'anna', measure(await seatOf(group, 'social-services')));
    expect(await shared(group, 'marcus')).toContain(RISK);
    const { itemId, version } = await itemOf(group, entryId);
    const [share] = await world.behindTheLocks<{ id: string }>(
      `select id from share where item_id = $1 and to_branch_id = $2`,
      [itemId, world.caller('marcus').branchId],
    );
    const anna = await group.as('anna');
    await anna.query(`mutation($id: ID!) { endShare(id: $id) { taken } }`, { id: share!.id });
    expect(await shared(group, 'marcus')).not.toContain(RISK);
    // A colleague begins something else; something new is written; the very thing is put otherwise.
    await act(group, 'anna', owned, { act: 'start' });
    await write(group, 'anna', { kind: 'strength', words: 'Trofast.' });
    const changed = { entryId, version: 1, itemVersion: version, words: RISK, needArea: 'relations' };
    await anna.query(CHANGE, { i: changed });
    expect(await shared(group, 'marcus')).not.toContain(RISK);
    expect(textsOf(await page(group, 'marcus'))).toEqual(['Läxhjälp på tisdagar.', 'Trofast.']);
    expect(textsOf(await page(group, 'lena'))).toContain(RISK);
    expect(await sharesTo(itemId, 'marcus')).toEqual([{ open: false }]);
  });

  it('is not given by the way to a house that has come since', async () => {
    const group = await formedGroup(world, api, { givenName: 'Kim' });
    const before = await write(group, 'anna', { kind: 'strength', words: 'Stod där förut.' });
    const { itemId } = await itemOf(group, before);
    await world.behindTheLocks(`delete from share where item_id = $1 and to_branch_id = $2`, [
      itemId,
      world.caller('marcus').branchId,
    ]);
    await write(group, 'anna', { kind: 'strength', words: 'Skrivs nu.' });
    expect(textsOf(await page(group, 'marcus'))).toEqual(['Skrivs nu.']);
    expect(textsOf(await page(group, 'lena'))).toEqual(['Stod där förut.', 'Skrivs nu.']);
    // By a person, thing by thing and house by house, after a look at who will get it and on which ground.
    const anna = await group.as('anna');
    const { branchId, staffId } = world.caller('marcus');
    const { caseId } = group.file;
    const preview = { caseId, itemIds: [itemId], toBranchIds: [branchId], purpose: 'support' };
    const { previewShare } = await anna.query(PREVIEW, { i: preview });
    expect(previewShare.pairs).toEqual([{ thing: itemId, outcome: 'release' }]);
    const receivers = [{ branchId, staffIds: [staffId] }];
    const given = { caseId, pairs: [{ thing: itemId, toBranchId: branchId }], purpose: 'support', receivers };
    await anna.query(SHARE, { i: given });
    expect(textsOf(await page(group, 'marcus'))).toEqual(['Stod där förut.', 'Skrivs nu.']);
  });

  it('leaves those who were told of it when it is taken out, with its reason told to nobody else', async () => {
    const group = await formedGroup(world, api, { givenName: 'Love' });
    const entryId = await write(group, 'anna', { kind: 'risk', words: RISK, needArea: 'relations' });
    const { itemId } = await itemOf(group, entryId);
    await act(group, 'anna', entryId, { act: 'remove', words: 'Det var ett annat barn.' });
    await write(group, 'anna', { kind: 'strength', words: 'Trofast.' });
    for (const key of ['marcus', 'lena']) {
      expect([key, textsOf(await page(group, key))]).toEqual([key, ['Trofast.']]);
      const texts = await shared(group, key);
      expect([key, texts.includes(RISK), texts.includes('Det var ett annat barn.')]).toEqual([key, false, false]);
      expect([key, await sharesTo(itemId, key)]).toEqual([key, [{ open: false }]]);
    }
    // The house that said it sees what became of it, and each end stands in the ledger.
    const [own] = (await page(group, 'anna'))['entries'];
    expect(own).toMatchObject({ state: 'removed', said: { text: RISK } });
    expect(own.acts).toMatchObject([{ act: 'remove', said: { text: 'Det var ett annat barn.' } }]);
    const ends = await world.behindTheLocks<{ why: string; group: string }>(
      `select detail ->> 'why' as why, detail ->> 'groupId' as group from ledger_entry where item_id = $1 and detail ->> 'deed' = 'share-ended'`,
      [itemId],
    );
    const end = { why: 'off-the-plan', group: group.id };
    expect(ends).toEqual([end, end]);
    await expect(
      world.asCaller.run(world.caller('anna'), (tx) =>
        tx.of(ShareStore).add({
          ...{ id: tx.newId(), itemId, toBranchId: world.caller('marcus').branchId },
          ...{ purpose: 'support', ground: 'consent', until: new Date('2099-01-01') },
        }),
      ),
    ).rejects.toThrow('row-level security');
  });

  const sharesTo = (itemId: string, key: string) =>
    world.behindTheLocks<{ open: boolean }>(
      `select in_force @> clock.now() as open from share where item_id = $1 and to_branch_id = $2`,
      [itemId, world.caller(key).branchId],
    );
});

describe('a measure', () => {
  it('says all that it lacks at each field', async () => {
    const group = await formedGroup(world, api, { givenName: 'Dina' });
    const officer = await seatOf(group, 'police');
    expect(
      (await refused(group, 'anna', measure(officer, { words: '', needArea: null, aim: '', followUpOn: '2001-01-01' })))
        .faults,
    ).toMatchObject([
      { field: 'words', code: 'REQUIRED' },
      { field: 'needArea', code: 'CHOOSE_ONE' },
      { field: 'aim', code: 'REQUIRED' },
      { field: 'followUpOn', code: 'STARTS_IN_PAST' },
    ]);
    const told = measure(officer, { category: 'addiction' });
    expect((await refused(group, 'anna', told)).code).toBe('OWNER_MAY_NOT_BE_TOLD');
  });

  it('is followed up by whoever is responsible, in their own house, on its day', async () => {
    const group = await formedGroup(world, api, { givenName: 'Ebba' });
    await write(group, 'anna', { kind: 'goal', words: 'Godkänd.' });
    const entryId = await write(group, 'anna', measure(await seatOf(group, 'school')));
    const running = () =>
      world.behindTheLocks<{ state: string; due: string; owner_staff_id: string }>(
        `select state, owner_staff_id, (due_at at time zone 'Europe/Stockholm')::text as due from deadline
         where about_id = $1 and kind = 'measure-follow-up' order by starts_at, due_at`,
        [entryId],
      );
    expect(await running()).toMatchObject([
      { state: 'open', due: '2099-01-02 00:00:00', owner_staff_id: world.caller('lena').staffId },
    ]);
    const owed = async (key: string) =>
      (await (await group.as(key)).query(DUE)).myDeadlines.edges
        .map((edge: any) => edge.node)
        .filter(({ aboutId }: any) => aboutId === entryId);
    expect(await owed('lena')).toMatchObject([{ kind: 'measure-follow-up', caseId: null, groupId: group.id }]);
    expect(await owed('marcus')).toEqual([]);
    await act(group, 'lena', entryId, { act: 'start' });
    await act(group, 'lena', entryId, { act: 'follow-up', words: 'Kom varje gång.', followUpOn: '2099-02-01' });
    expect((await running()).map(({ state }) => state)).toEqual(['met', 'open']);
    await act(group, 'anna', entryId, { act: 'end', words: 'Godkänd i matte.', result: 'reached' });
    expect((await running()).map(({ state }) => state)).toEqual(['met', 'void']);
    expect(await owed('lena')).toEqual([]);
    const [, shown] = (await page(group, 'marcus'))['entries'];
    expect(shown).toMatchObject({ state: 'ended', mayDo: [], aim: 'Godkänd i matte.', help: 'Skjuts från skolan.' });
    expect(shown.acts).toMatchObject([
      { act: 'start', said: null },
      { act: 'follow-up', said: { text: 'Kom varje gång.' } },
      { act: 'end', result: 'reached', said: { text: 'Godkänd i matte.' } },
    ]);
  });

  it('is paused with a reason, changed by who wrote it, and never by somebody who read an older one', async () => {
    const group = await formedGroup(world, api, { givenName: 'Fia' });
    await write(group, 'anna', { kind: 'goal', words: 'Godkänd.' });
    const owner = await seatOf(group, 'school');
    const entryId = await write(group, 'lena', measure(owner));
    const refusedAct = async (key: string, i: object) => (await group.as(key)).refusal(ACT, { i: { entryId, ...i } });
    expect((await refusedAct('marcus', { version: 1, act: 'start' })).code).toBe('NOT_YOUR_ENTRY');
    expect((await refusedAct('lena', { version: 1, act: 'pause' })).code).toMatch(/INVALID|CHOOSE_ONE/);
    await act(group, 'anna', entryId, { act: 'start' });
    expect((await refusedAct('lena', { version: 2, act: 'pause' })).faults).toMatchObject([{ field: 'words' }]);
    expect((await refusedAct('lena', { version: 1, act: 'pause', words: 'Lov.' })).code).toBe('CONFLICT');
    const changed = { ...measure(owner), entryId, version: 2, itemVersion: 1, words: 'Läxhjälp på torsdagar.' };
    const { kind: _, ...input } = changed;
    expect((await (await group.as('marcus')).refusal(CHANGE, { i: input })).code).toBe('NOT_YOUR_ENTRY');
    const before = (await page(group, 'lena'))['entries'].find(({ id }: { id: string }) => id === entryId);
    await (await group.as('lena')).query(CHANGE, { i: input });
    const after = (await page(group, 'lena'))['entries'].find(({ id }: { id: string }) => id === entryId);
    expect(after.wordsByName).toBe(before.wordsByName);
    expect(Date.parse(after.wordsAt)).toBeGreaterThan(Date.parse(before.wordsAt));
    expect((await (await group.as('lena')).refusal(CHANGE, { i: input })).code).toBe('CONFLICT');
    expect(textsOf(await page(group, 'marcus'))).toEqual(['Godkänd.', 'Läxhjälp på torsdagar.']);
  });

  it('is not proposed anew on a need before its writer has read what came of the earlier one', async () => {
    const group = await formedGroup(world, api, { givenName: 'Greta' });
    const owner = await seatOf(group, 'social-services');
    const first = await write(group, 'anna', measure(owner));
    await act(group, 'anna', first, { act: 'end', words: 'Kom aldrig dit.', result: 'not-reached' });
    expect((await refused(group, 'lena', measure(owner))).code).toBe('EARLIER_RESULT_UNSEEN');
    const other = await write(group, 'lena', measure(owner, { needArea: 'leisure' }));
    // Nor moved to that need afterwards.
    const { kind: _, ...moved } = { ...measure(owner), entryId: other, version: 1, itemVersion: 1 };
    const lena = await group.as('lena');
    expect((await lena.refusal(CHANGE, { i: moved })).code).toBe('EARLIER_RESULT_UNSEEN');
    await lena.query(CHANGE, { i: { ...moved, needArea: 'leisure' } });
    await write(group, 'lena', measure(owner, { seen: [first] }));
    expect((await page(group, 'lena'))['entries']).toHaveLength(3);
  });

  it('stands without anybody responsible once they have left, and owes nobody a day', async () => {
    const group = await formedGroup(world, api, { givenName: 'Hedda' });
    await write(group, 'anna', { kind: 'goal', words: 'Godkänd.' });
    const entryId = await write(group, 'anna', measure(await seatOf(group, 'school')));
    await group.consent.narrow(group.file.guardianId, {
      houses: [SCHOOL],
    });
    const [, shown] = (await page(group, 'anna'))['entries'];
    expect(shown).toMatchObject({ id: entryId, ownerName: null, state: 'planned' });
    const [deadline] = await world.behindTheLocks<{ state: string }>(
      `select state from deadline where about_id = $1 and kind = 'measure-follow-up'`,
      [entryId],
    );
    expect(deadline?.state).toBe('void');
  });
});

describe('what RBM asks', () => {
  const ASKED = `query($id: ID!) { plan(groupId: $id) { questions { asks needArea houses measures } } }`;
  const ORDER = `mutation($i: OrderAssessmentInput!) { orderAssessment(input: $i) { assessments { id } } }`;
  const FINISH = `mutation($i: FinishAssessmentInput!) { finishAssessment(input: $i) { groupId } }`;

  it('is asked of the house that leads by what stands in the plan, and of no guest', async () => {
    const group = await formedGroup(world, api, { givenName: 'Ida' });
    const asked = async (key: string) => (await (await group.as(key)).query(ASKED, { id: group.id })).plan.questions;
    await write(group, 'anna', { kind: 'risk', words: 'De äldre vid torget.', needArea: 'relations' });
    expect(await asked('anna')).toEqual([
      { asks: 'need-without-measure', needArea: 'relations', houses: [], measures: null },
    ]);
    expect(await asked('marcus')).toEqual([]);
    for (const kind of ['police', 'school', 'social-services'])
      await write(group, 'anna', measure(await seatOf(group, kind), { needArea: 'relations' }));
    expect((await asked('anna')).map(({ asks }: { asks: string }) => asks)).toEqual([
      'many-on-one-need',
      'no-adaptation',
    ]);
    await write(group, 'lena', { kind: 'adaptation', words: 'Korta möten.' });
    const anna = await group.as('anna');
    const order = { groupId: group.id, instrument: 'savry', assessorId: world.caller('anna').staffId };
    const { orderAssessment } = await anna.query(ORDER, { i: order });
    const finished = { id: orderAssessment.assessments[0].id, level: 'low', assessedOn: '2026-01-01', words: 'Låg.' };
    await anna.query(FINISH, { i: finished });
    await write(group, 'anna', measure(await seatOf(group, 'police'), { needArea: 'relations' }));
    expect((await asked('anna')).map(({ asks }: { asks: string }) => asks)).toEqual([
      ...['many-on-one-need', 'much-for-low-risk'],
    ]);
    expect(await asked('lena')).toEqual([]);
  });
});

describe('a version of the plan', () => {
  const VERSIONS = `query($id: ID!) { planVersions(groupId: $id) { mayPutForward versions { number state putByName
    answers { id house family person { name } answer how words mayAnswer } } } }`;
  const NEWEST = `query($id: ID!) { plan(groupId: $id) { newest { state } } }`;
  const PUT = `mutation($id: ID!) { putPlanForward(groupId: $id) }`;
  const ANSWER = `mutation($i: AnswerPlanInput!) { answerPlan(input: $i) }`;
  const COMPARE = `query($id: ID!, $before: Int!, $after: Int) { planComparison(groupId: $id, before: $before, after: $after) {
    kind what changed before { text state } after { text state ownerName } } }`;
  const versions = async (group: GroupUnderTest, key: string) =>
    (await (await group.as(key)).query(VERSIONS, { id: group.id })).planVersions;
  const yes = async (group: GroupUnderTest, key: string, answerId: string, more: object = {}) =>
    (await group.as(key)).query(ANSWER, { i: { answerId, answer: 'yes', ...more } });

  it('is adopted by the yes of every house and of the family, and stands as it was for ever', async () => {
    const group = await formedGroup(world, api, { givenName: 'Juni' });
    const anna = await group.as('anna');
    await write(group, 'anna', { kind: 'goal', words: 'Praktik.' });
    expect((await anna.refusal(PUT, { id: group.id })).code).toBe('FUTURE_FIRST');
    await write(group, 'anna', { kind: 'future', words: 'Egen verkstad.' });
    await write(group, 'anna', { kind: 'risk', words: 'Röker.', needArea: 'substances', category: 'addiction' });
    expect((await (await group.as('lena')).refusal(PUT, { id: group.id })).code).toBe('NOT_ALLOWED');
    expect((await anna.query(PUT, { id: group.id })).putPlanForward).toBe(1);
    expect((await anna.refusal(PUT, { id: group.id })).code).toBe('NOTHING_NEW_IN_PLAN');
    const asked = (await versions(group, 'anna')).versions[0].answers as Record<string, any>[];
    expect(asked.filter(({ house }) => house !== null)).toHaveLength(3);
    expect(asked.filter(({ family }) => family !== null).map(({ family, person }) => [family, person.name])).toEqual(
      expect.arrayContaining([
        ['subject', expect.stringContaining('Juni')],
        ['guardian', expect.any(String)],
      ]),
    );
    // Another house is told who of the family has answered by what they are, and never by name.
    const seen = (await versions(group, 'lena')).versions[0].answers as Record<string, any>[];
    expect(seen.map(({ person }) => person).filter((person) => person !== null)).toEqual([]);
    const [own] = seen.filter(({ mayAnswer }) => mayAnswer);
    expect(seen.filter(({ mayAnswer }) => mayAnswer)).toHaveLength(1);
    const others = seen.find(({ house, id }) => house !== null && id !== own?.['id']);
    const lena = await group.as('lena');
    expect((await lena.refusal(ANSWER, { i: { answerId: others?.['id'], answer: 'yes' } })).code).toBe(
      'ANOTHER_ANSWERS',
    );
    expect((await lena.refusal(ANSWER, { i: { answerId: own?.['id'], answer: 'no' } })).code).toBe('REQUIRED');
    await lena.query(ANSWER, { i: { answerId: own?.['id'], answer: 'no', words: 'Tisdagar går inte.' } });
    expect((await versions(group, 'anna')).versions).toMatchObject([{ number: 1, state: 'not-adopted' }]);
    expect((await versions(group, 'marcus')).versions[0].answers).toContainEqual(
      expect.objectContaining({ answer: 'no', words: 'Tisdagar går inte.' }),
    );
    await write(group, 'lena', measure(await seatOf(group, 'school')));
    expect((await anna.query(PUT, { id: group.id })).putPlanForward).toBe(2);
    expect((await lena.refusal(ANSWER, { i: { answerId: own?.['id'], answer: 'yes' } })).code).toBe('VERSION_REPLACED');
    for (const key of ['anna', 'marcus', 'lena'])
      for (const { id, house, mayAnswer } of (await versions(group, key)).versions[0].answers)
        if (mayAnswer && house !== null) await yes(group, key, id);
    expect((await versions(group, 'anna')).versions[0].state).toBe('put-forward');
    for (const { id, mayAnswer } of (await versions(group, 'anna')).versions[0].answers) {
      if (!mayAnswer) continue;
      expect((await anna.refusal(ANSWER, { i: { answerId: id, answer: 'yes' } })).code).toBe('CHOOSE_ONE');
      await yes(group, 'anna', id, { how: 'meeting' });
    }
    expect((await versions(group, 'lena')).versions.map(({ state }: { state: string }) => state)).toEqual([
      ...['adopted', 'replaced'],
    ]);
    const compare = async (key: string, before: number, after: number | null) =>
      (await (await group.as(key)).query(COMPARE, { id: group.id, before, after })).planComparison;
    expect(await compare('marcus', 1, 2)).toMatchObject([
      { kind: 'measure', what: 'added', after: { state: 'planned' } },
    ]);
    const [, , , measured] = (await page(group, 'anna'))['entries'];
    await act(group, 'lena', measured.id, { act: 'start' });
    await write(group, 'anna', { kind: 'risk', words: 'Snusar.', needArea: 'substances', category: 'addiction' });
    expect(await compare('anna', 2, null)).toMatchObject([
      { what: 'changed', changed: ['state'], before: { state: 'planned' }, after: { state: 'running' } },
      { what: 'added', kind: 'risk', after: { text: 'Snusar.' } },
    ]);
    // What a house may not have is otherwise in no version that it reads.
    expect((await compare('lena', 2, null)).map(({ kind }: { kind: string }) => kind)).toEqual(['measure']);
    const outside = await group.as('hassan');
    expect((await outside.refusal(VERSIONS, { id: group.id })).code).toBe('NOT_FOUND');
    expect((await outside.refusal(COMPARE, { id: group.id, before: 1, after: 2 })).code).toBe('NOT_FOUND');
  });

  it('tells a house that has nothing of the plan nothing of who in the family was asked', async () => {
    const group = await formedGroup(world, api, { givenName: 'Jonna' });
    const anna = await group.as('anna');
    await write(group, 'anna', { kind: 'future', words: 'Egen verkstad.', category: 'addiction' });
    await anna.query(PUT, { id: group.id });
    const family = async (key: string) => {
      const { answers } = (await versions(group, key)).versions[0];
      const file: any = await (await (await group.as(key)).fetch(`/documents/plan/${group.id}/json`)).json();
      const copied = file.version.answers.filter((one: { family: string | null }) => one.family !== null);
      return [answers.filter((one: { family: string | null }) => one.family !== null).length, copied.length];
    };
    const [asked] = await family('anna');
    expect(asked).toBeGreaterThan(0);
    expect([await family('anna'), await family('lena')]).toEqual([
      [asked, asked],
      [0, 0],
    ]);
    // Nor by what became of it, whoever has answered; and the database gives it no row to count.
    const seenBy = async (key: string) => {
      const page = (await (await group.as(key)).query(NEWEST, { id: group.id })).plan.newest.state;
      const file: any = await (await (await group.as(key)).fetch(`/documents/plan/${group.id}/json`)).json();
      const rows = await world.asCaller.run(world.caller(key), (tx) => tx.of(PlanVersionStore).findAnswers(group.id));
      const { state } = (await versions(group, key)).versions[0];
      return [state, page, file.version.state, rows.filter(({ personId }) => personId !== null).length];
    };
    expect(await seenBy('lena')).toEqual(['put-forward', 'put-forward', 'put-forward', 0]);
    for (const key of ['anna', 'marcus', 'lena'])
      for (const { id, house, mayAnswer } of (await versions(group, key)).versions[0].answers)
        if (mayAnswer && house !== null) await yes(group, key, id);
    expect(await seenBy('lena')).toEqual(['houses-agreed', 'houses-agreed', 'houses-agreed', 0]);
    for (const { id, mayAnswer } of (await versions(group, 'anna')).versions[0].answers)
      if (mayAnswer) await yes(group, 'anna', id, { how: 'phone' });
    expect(await seenBy('anna')).toEqual(['adopted', 'adopted', 'adopted', asked]);
    expect(await seenBy('lena')).toEqual(['houses-agreed', 'houses-agreed', 'houses-agreed', 0]);
    await write(group, 'anna', { kind: 'strength', words: 'Trofast.' });
    expect(await family('lena')).toEqual([asked, asked]);
    expect(await seenBy('lena')).toEqual(['adopted', 'adopted', 'adopted', asked]);
  });

  it('keeps the words that were put forward when they are changed', async () => {
    const group = await formedGroup(world, api, { givenName: 'Kajsa' });
    const anna = await group.as('anna');
    const entryId = await write(group, 'anna', { kind: 'future', words: 'Egen verkstad.' });
    await anna.query(PUT, { id: group.id });
    await anna.query(CHANGE, { i: { entryId, version: 1, itemVersion: 1, words: 'Egen verkstad och hund.' } });
    const { planComparison } = await anna.query(COMPARE, { id: group.id, before: 1, after: null });
    expect(planComparison).toMatchObject([
      {
        ...{ what: 'changed', changed: ['words'] },
        ...{ before: { text: 'Egen verkstad.' }, after: { text: 'Egen verkstad och hund.' } },
      },
    ]);
  });
});
