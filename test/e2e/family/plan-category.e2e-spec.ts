/**
 * What something in a plan is about was said wrongly and is put right: who sees it follows, nobody comes to see it who was not
 * named before, earlier words stay of the kind that they were, and why it was changed is kept (OSL 8:1, 10:1; 12:1, 12:3).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { ACT_ON_ENTRY, TELL_VALUE } from '../../support/busy-plan.js';
import { bankidEnv, FamilyBrowser, linkTo } from '../../support/family.js';
import { plannedFamily, type PlannedFamily } from '../../support/planned-family.js';
import { buildWorld, type World } from '../../support/world.js';

const READERS = `query($id: ID!, $category: String!) { planCategoryReaders(entryId: $id, category: $category) { key kind saw sees } }`;
const CHANGE = `mutation($i: ChangePlanCategoryInput!) { changePlanCategory(input: $i) }`;
const WORDS = `mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`;
const PLAN = `query($id: ID!) { plan(groupId: $id) { entries { id version said { text version category } acts { said { text category } }
  categoryChanges { from to reason byName } } } }`;
const COMPARE = `query($id: ID!) { planComparison(groupId: $id, before: 1) { entryId before { text } after { text } } }`;
const PLANS = `{ familyPlans { entries { id words } } }`;

jest.setTimeout(120_000);

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;
let of: PlannedFamily;
beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
  of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

const plan = async (key: string): Promise<any[]> =>
  (await (await of.group.as(key)).query(PLAN, { id: of.group.id })).plan.entries;
const entry = async (key: string, id: string): Promise<any> => (await plan(key)).find((one) => one.id === id);
const sees = async (id: string): Promise<string[]> => {
  const found: string[] = [];
  for (const key of ['anna', 'lena', 'marcus']) if (await entry(key, id)) found.push(key);
  return found;
};
const readers = async (key: string, id: string, category: string): Promise<any[]> =>
  (await (await of.group.as(key)).query(READERS, { id, category })).planCategoryReaders;
const asked = async (key: string, id: string, category: string, more: object = {}) => {
  const { version } = await entry(key, id);
  return { i: { entryId: id, version, category, reason: 'Fel slag från början.', ...more } };
};
const branch = (key: string): string => world.caller(key).branchId;

describe('what something in a plan is about', () => {
  it('is put right with why: it leaves those who may not have it, with what was said of it, and they come back only by name', async () => {
    const id = await of.write('anna', {
      ...{ kind: 'measure', words: 'Samtal om cannabis.', needArea: 'substances', aim: 'Slutar röka.' },
      ...{ ownerMemberId: of.seat('social-services'), followUpOn: '2099-01-01', forFamily: false },
    });
    const anna = await of.group.as('anna');
    await anna.query(ACT_ON_ENTRY, { i: { entryId: id, version: 1, act: 'start' } });
    const followed = {
      entryId: id,
      version: 2,
      act: 'follow-up',
      words: 'Har rökt i helgen.',
      followUpOn: '2099-02-01',
    };
    await anna.query(ACT_ON_ENTRY, { i: followed });
    expect(await sees(id)).toEqual(['anna', 'lena', 'marcus']);
    const there = [
      { key: branch('marcus'), kind: 'police', saw: true, sees: false },
      { key: branch('lena'), kind: 'school', saw: true, sees: false },
    ];
    expect(await readers('anna', id, 'addiction')).toEqual(expect.arrayContaining(there));
    await anna.query(CHANGE, await asked('anna', id, 'addiction'));
    expect(await sees(id)).toEqual(['anna']);
    const theirs = JSON.stringify(await plan('marcus'));
    for (const word of ['cannabis', 'helgen']) expect(theirs).not.toContain(word);
    expect(await entry('anna', id)).toMatchObject({
      said: { category: 'addiction', version: 1 },
      acts: [{ said: null }, { said: { category: 'addiction' } }],
      categoryChanges: [{ from: 'measures-and-plan', to: 'addiction', reason: 'Fel slag från början.' }],
    });
    const lines = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where detail->>'planEntry' = $1 and detail->>'plan' = 'category-changed'`,
      [id],
    );
    expect(lines).toEqual([{ n: 1 }]);
    // Back again it would be read by two houses more: nothing is changed before somebody has been told of both.
    const both = [branch('marcus'), branch('lena')];
    const coming = (await readers('anna', id, 'measures-and-plan')).filter((one) => one.sees && !one.saw);
    expect(coming.map(({ key }) => key).sort()).toEqual([...both].sort());
    for (const announced of [[], both.slice(1)]) {
      const again = await asked('anna', id, 'measures-and-plan', { announced });
      expect((await anna.refusal(CHANGE, again)).code).toBe('READERS_NOT_SEEN');
      expect(await sees(id)).toEqual(['anna']);
    }
    expect((await entry('anna', id)).categoryChanges).toHaveLength(1);
    await anna.query(CHANGE, await asked('anna', id, 'measures-and-plan', { announced: both }));
    expect(await sees(id)).toEqual(['anna', 'lena', 'marcus']);
    expect((await entry('marcus', id)).categoryChanges).toEqual([]);
  });

  it('gives it to nobody by the way who was never told it', async () => {
    const id = await of.write('anna', {
      kind: 'risk',
      words: 'Röker hasch.',
      needArea: 'substances',
      category: 'addiction',
      forFamily: false,
    });
    expect(await readers('anna', id, 'measures-and-plan')).toEqual([]);
    await (await of.group.as('anna')).query(CHANGE, await asked('anna', id, 'measures-and-plan'));
    expect(await sees(id)).toEqual(['anna']);
  });

  it('opens it to a guardian only where that was said before, and to nobody else of the family', async () => {
    const linda = new FamilyBrowser(api, bankid);
    const { consentId } = of;
    await linda.signIn(await linkTo(world, maria, { consentId, personId: of.person('Linda') }), 'Linda');
    const reads = async () =>
      (await linda.query(PLANS)).familyPlans.flatMap((one: any) => one.entries.map(({ id }: any) => id));
    const id = await of.write('anna', { kind: 'protection', words: 'Mormor bor nära.', category: 'home-and-family' });
    expect(await reads()).not.toContain(id);
    const coming = async () => (await readers('anna', id, 'measures-and-plan')).filter((one) => one.sees && !one.saw);
    const family = (await coming()).filter(({ kind }) => kind === 'guardian' || kind === 'subject');
    expect(family).toEqual([{ key: 'guardian', kind: 'guardian', saw: false, sees: true }]);
    const anna = await of.group.as('anna');
    const houses = (await coming()).map(({ key }) => key).filter((key) => key !== 'guardian');
    const without = await asked('anna', id, 'measures-and-plan', { announced: houses });
    expect((await anna.refusal(CHANGE, without)).code).toBe('READERS_NOT_SEEN');
    expect(await reads()).not.toContain(id);
    await anna.query(CHANGE, await asked('anna', id, 'measures-and-plan', { announced: [...houses, 'guardian'] }));
    expect(await reads()).toContain(id);
    await anna.query(CHANGE, await asked('anna', id, 'home-and-family'));
    expect(await reads()).not.toContain(id);
    // Another house is told of the family only as the rule has it for everybody.
    const theirs = await of.write('lena', {
      kind: 'strength',
      words: 'Hjälper syskonen.',
      category: 'home-and-family',
    });
    const told = await readers('lena', theirs, 'leisure');
    expect(told.filter(({ key }) => !/^[0-9a-f]{8}-/.test(key))).toEqual([
      { key: 'family', kind: 'guardian', saw: false, sees: true },
    ]);
  });

  it('leaves earlier words of the kind that they were', async () => {
    const words = { needArea: 'substances', forFamily: false };
    const id = await of.write('anna', {
      kind: 'risk',
      words: 'Röker hasch på helgerna.',
      category: 'addiction',
      ...words,
    });
    await of.write('anna', { kind: 'future', words: 'En egen verkstad.' });
    await of.putForward();
    const anna = await of.group.as('anna');
    const { version, said } = await entry('anna', id);
    const anew = { entryId: id, version, itemVersion: said.version, words: 'Kvällarna vid torget.', ...words };
    await anna.query(WORDS, { i: anew });
    await anna.query(CHANGE, await asked('anna', id, 'measures-and-plan'));
    const now = await entry('anna', id);
    await anna.query(WORDS, {
      i: { ...anew, version: now.version, itemVersion: now.said.version, words: 'Kvällarna vid torget!', opens: true },
    });
    expect(await sees(id)).toEqual(['anna', 'lena', 'marcus']);
    const compared = async (key: string) =>
      (await (await of.group.as(key)).query(COMPARE, { id: of.group.id })).planComparison.filter(
        ({ entryId }: { entryId: string }) => entryId === id,
      );
    expect(await compared('anna')).toEqual([
      { entryId: id, before: { text: 'Röker hasch på helgerna.' }, after: { text: 'Kvällarna vid torget!' } },
    ]);
    expect(await compared('marcus')).toEqual([]);
  });

  it('is put right by the house that wrote it, of no place and of nothing with figures, and says what is missing', async () => {
    const id = await of.write('anna', { kind: 'goal', words: 'Komma in på fordon.' });
    const marcus = await of.group.as('marcus');
    const i = await asked('marcus', id, 'leisure');
    expect((await marcus.refusal(CHANGE, i)).code).toBe('NOT_YOUR_ENTRY');
    expect((await marcus.refusal(READERS, { id, category: 'leisure' })).code).toBe('NOT_YOUR_ENTRY');
    expect((await (await of.group.as('hassan')).refusal(READERS, { id, category: 'leisure' })).code).toBe('NOT_FOUND');
    const anna = await of.group.as('anna');
    const refused = async (category: string, more: object = {}) => {
      const { code, faults } = await anna.refusal(CHANGE, await asked('anna', id, category, more));
      return faults?.map(({ field, code: why }: any) => `${field} ${why}`).join() || code;
    };
    expect([
      await refused('leisure', { reason: ' ' }),
      await refused('measures-and-plan'),
      await refused('nonsense'),
      await refused('whereabouts'),
      await refused('leisure', { version: 7 }),
    ]).toEqual(['reason REQUIRED', 'category CHOOSE_ONE', 'category CHOOSE_ONE', 'PLACE_KEEPS_ITS_KIND', 'CONFLICT']);
    const seriesId = await of.write('anna', {
      ...{ kind: 'series', words: 'Är i skolan', category: 'school-attendance-and-results', forFamily: false },
      ...{ measured: { unit: 'percent', better: 'more', cadence: 'week' }, ownerMemberId: of.seat('school') },
    });
    await (await of.group.as('lena')).query(TELL_VALUE, { i: { seriesId, on: '2026-01-07', value: '6' } });
    expect((await anna.refusal(CHANGE, await asked('anna', seriesId, 'leisure'))).code).toBe('SERIES_HAS_FIGURES');
  });
});
