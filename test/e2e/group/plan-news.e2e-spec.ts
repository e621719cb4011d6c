/**
 * What is told between meetings: each house has just what the gate lets it have, at that instant; it comes up at the next
 * meeting by itself with the good first, and figures have both their readings ([S1]; OSL 10:1, 26:1).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { ACT_ON_ENTRY as ACT, WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

const NEWS = `query($id: ID!) { planNews(groupId: $id) { lastMetAt mayWrite
  happenings { id kind said { itemId text category version } of act result figure { value period } corrected { why byName } byName isSince mayChange }
  series { seriesId name ownerName mayTell isFollowed untold reading { from to way isBetter left }
    values { id period value byName itemVersion isCorrected mayCorrect earlier { value period why byName } } } } }`;
const WRITE = `mutation($i: WritePlanNewsInput!) { writePlanNews(input: $i) }`;
const CORRECT = `mutation($i: CorrectPlanNewsInput!) { correctPlanNews(input: $i) }`;
const TAKE_OUT = `mutation($i: TakeOutPlanNewsInput!) { takeOutPlanNews(input: $i) }`;
const TELL = `mutation($i: TellPlanValueInput!) { tellPlanValue(input: $i) }`;
const RIGHT = `mutation($i: CorrectPlanValueInput!) { correctPlanValue(input: $i) }`;
const READERS = `query($id: ID!, $category: String!, $news: ID, $place: Boolean!) {
  planReaders(groupId: $id, category: $category, newsId: $news, revealsPlace: $place) { kind sees } }`;
const SHARED = `query($id: ID!) { sharedCase(caseId: $id) { things { part { text } } } }`;
const MEETING = `query($id: ID!) { groupMeeting(hubId: $id) { news { kind said { text } byName } } }`;
const GROUPS = `{ groups { lines { id news { good all } } } }`;

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

const begun = async (givenName: string): Promise<GroupUnderTest> => {
  const group = await formedGroup(world, api, { givenName });
  await entry(group, 'anna', { kind: 'future', words: 'Om tio år har jag en egen verkstad.' });
  return group;
};
const entry = async (group: GroupUnderTest, key: string, i: object): Promise<string> =>
  (await (await group.as(key)).query(WRITE_ENTRY, { i: { groupId: group.id, ...i } })).writePlanEntry;
const page = async (group: GroupUnderTest, key: string): Promise<Record<string, any>> =>
  (await (await group.as(key)).query(NEWS, { id: group.id })).planNews;
const tell = async (group: GroupUnderTest, key: string, words: string, more: object = {}): Promise<string> =>
  (await (await group.as(key)).query(WRITE, { i: { groupId: group.id, kind: 'news', words, ...more } })).writePlanNews;
const refusal = async (group: GroupUnderTest, key: string, act: string, i: object) =>
  (await group.as(key)).refusal(act, { i });
const textsOf = async (group: GroupUnderTest, key: string): Promise<string[]> =>
  (await page(group, key))['happenings'].flatMap(({ kind, said }: any) => (kind.endsWith('news') ? [said.text] : []));
const readers = async (group: GroupUnderTest, key: string, of: { category: string; news?: string; place?: boolean }) =>
  (
    await (
      await group.as(key)
    ).query(READERS, { id: group.id, news: of.news ?? null, place: of.place ?? false, category: of.category })
  ).planReaders
    .filter(({ sees }: { sees: boolean }) => sees)
    .map(({ kind }: { kind: string }) => kind)
    .sort();
const seatOf = async (group: GroupUnderTest, kind: string): Promise<string> => {
  const { plan } = await (
    await group.as('anna')
  ).query(`query($id: ID!) { plan(groupId: $id) { seats { memberId kind } } }`, { id: group.id });
  return plan.seats.find((one: { kind: string }) => one.kind === kind).memberId;
};
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds() && tries < 100; tries++) await new Promise((wait) => setTimeout(wait, 50));
};

describe('news between meetings', () => {
  it('are told from any seat, to each house that may have them and to no other', async () => {
    const group = await begun('Alva');
    await tell(group, 'lena', 'Höll föredrag för hela klassen.', { kind: 'good-news' });
    await tell(group, 'anna', 'Röker hasch på helgerna.', { category: 'addiction' });
    expect(await textsOf(group, 'marcus')).toEqual(['Höll föredrag för hela klassen.']);
    expect(await textsOf(group, 'lena')).toEqual(['Höll föredrag för hela klassen.']);
    expect(await textsOf(group, 'anna')).toEqual(['Röker hasch på helgerna.', 'Höll föredrag för hela klassen.']);
    expect(await readers(group, 'anna', { category: 'measures-and-plan' })).toEqual(['police', 'school']);
    expect(await readers(group, 'anna', { category: 'addiction' })).toEqual([]);
    const [good] = (await page(group, 'marcus'))['happenings'];
    expect(good).toMatchObject({ kind: 'good-news', isSince: true, mayChange: false, corrected: null });
    // Whoever has no seat finds nothing, and the look of those who have one stands in the ledger.
    const outside = await group.as('hassan');
    expect((await outside.refusal(NEWS, { id: group.id })).code).toBe('NOT_FOUND');
    expect((await refusal(group, 'hassan', WRITE, { groupId: group.id, kind: 'news', words: 'x' })).code).toBe(
      'NOT_FOUND',
    );
    const looks = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where actor_staff = $1 and case_id = $2 and action = 'read' and detail->>'list' = 'plan-news'`,
      [world.caller('marcus').staffId, group.file.caseId],
    );
    expect(looks[0]?.n).toBeGreaterThan(0);
  });

  it('say what is wrong at each field, and wait for the plan to be begun', async () => {
    const group = await formedGroup(world, api, { givenName: 'Bea' });
    const i = { groupId: group.id, kind: 'news', words: 'Hej' };
    expect((await refusal(group, 'lena', WRITE, i)).code).toBe('PLAN_NOT_BEGUN');
    await entry(group, 'anna', { kind: 'goal', words: 'Godkänd.' });
    expect(
      (await refusal(group, 'lena', WRITE, { ...i, kind: 'own', words: ' ', category: 'x' })).faults,
    ).toMatchObject([
      { field: 'kind', code: 'CHOOSE_ONE' },
      { field: 'words', code: 'REQUIRED' },
      { field: 'category', code: 'CHOOSE_ONE' },
    ]);
    expect((await refusal(group, 'lena', WRITE, { ...i, words: 'å'.repeat(501) })).faults).toMatchObject([
      { field: 'words', code: 'TOO_LONG' },
    ]);
    await tell(group, 'lena', 'å'.repeat(500));
  });

  it('leave a house in the instant in which the family takes its yes back', async () => {
    const group = await begun('Cleo');
    await tell(group, 'lena', 'Klarade provet.', { kind: 'good-news', category: 'school-attendance-and-results' });
    expect(await textsOf(group, 'marcus')).toEqual(['Klarade provet.']);
    await group.consent.narrow(group.file.guardianId, { categories: ['school-attendance-and-results'] });
    expect(await textsOf(group, 'marcus')).toEqual([]);
    expect(await textsOf(group, 'anna')).toEqual([]);
    expect(await textsOf(group, 'lena')).toEqual(['Klarade provet.']);
  });

  it('that show where a protected person is reach nobody who is not named', async () => {
    const group = await begun('Disa');
    await world.behindTheLocks(`update person set protection = 'marking' where id = $1`, [group.file.personId]);
    await world.behindTheLocks(`insert into named_staff (person_id, staff_id) values ($1, $2)`, [
      group.file.personId,
      world.caller('anna').staffId,
    ]);
    expect(await readers(group, 'anna', { category: 'measures-and-plan', place: true })).toEqual([]);
    await tell(group, 'anna', 'Tränar i hallen i norr.', { revealsPlace: true });
    const kept = await tell(group, 'anna', 'Tränar varje tisdag.');
    expect(await textsOf(group, 'marcus')).toEqual(['Tränar varje tisdag.']);
    // What comes to show a place when it is put right leaves them too.
    const i = { newsId: kept, itemVersion: 1, words: 'Tränar i norr på tisdagar.', why: 'Mer exakt.' };
    expect(await readers(group, 'anna', { category: 'measures-and-plan', news: kept, place: true })).toEqual([]);
    await (await group.as('anna')).query(CORRECT, { i: { ...i, revealsPlace: true } });
    expect(await textsOf(group, 'marcus')).toEqual([]);
    expect(await textsOf(group, 'anna')).toContain('Tränar i norr på tisdagar.');
  });

  it('are put right with why by the house that told them, and what they said is kept', async () => {
    const group = await begun('Ebba');
    const newsId = await tell(group, 'lena', 'Klarade provet i engelska.', { kind: 'good-news' });
    const i = { newsId, itemVersion: 1, words: 'Klarade provet i matte.', why: 'Fel ämne.' };
    expect((await refusal(group, 'marcus', CORRECT, i)).code).toBe('NOT_YOUR_NEWS');
    expect((await refusal(group, 'lena', CORRECT, { ...i, why: ' ' })).faults).toMatchObject([
      { field: 'why', code: 'REQUIRED' },
    ]);
    await (await group.as('lena')).query(CORRECT, { i });
    expect((await refusal(group, 'lena', CORRECT, i)).code).toBe('CONFLICT');
    const [shown] = (await page(group, 'marcus'))['happenings'];
    expect(shown).toMatchObject({ said: { text: 'Klarade provet i matte.' }, corrected: { why: 'Fel ämne.' } });
    const kept = await world.behindTheLocks(`select 1 from item_version where item_id = $1`, [shown.said.itemId]);
    expect(kept).toHaveLength(1);
  });

  it('leave all who were told when they are taken out, with why told to nobody else', async () => {
    const group = await begun('Fia');
    const newsId = await tell(group, 'lena', 'Slog en lärare.');
    const { said } = (await page(group, 'marcus'))['happenings'][0];
    expect((await refusal(group, 'anna', TAKE_OUT, { newsId, why: 'x' })).code).toBe('NOT_YOUR_NEWS');
    expect((await refusal(group, 'lena', TAKE_OUT, { newsId, why: '' })).faults).toMatchObject([{ field: 'why' }]);
    await (await group.as('lena')).query(TAKE_OUT, { i: { newsId, why: 'Det var ett annat barn.' } });
    expect((await refusal(group, 'lena', TAKE_OUT, { newsId, why: 'En gång till.' })).code).toBe('NOTHING_TAKEN_AWAY');
    for (const key of ['anna', 'marcus', 'lena']) expect([key, await textsOf(group, key)]).toEqual([key, []]);
    const { sharedCase } = await (await group.as('marcus')).query(SHARED, { id: group.file.caseId });
    expect(JSON.stringify(sharedCase)).not.toMatch(/Slog|ett annat barn/);
    const ends = await world.behindTheLocks<{ why: string }>(
      `select detail ->> 'why' as why from ledger_entry where item_id = $1 and detail ->> 'deed' = 'share-ended'`,
      [said.itemId],
    );
    expect(ends).toEqual([{ why: 'off-the-plan' }, { why: 'off-the-plan' }]);
  });

  it('come onto the screens of those who may have them, and of no other', async () => {
    const group = await begun('Greta');
    const heard: Record<string, string[]> = { lena: [], marcus: [], elin: [] };
    const sockets = await Promise.all(
      Object.keys(heard).map(async (key) => {
        const socket = await (await group.as(key)).socket();
        socket.on('change', (event: any) => heard[key]!.push(event.change.news));
        expect([key, await socket.emitWithAck('watch', `news:${group.id}`)]).toMatchObject([key, { ok: true }]);
        return socket;
      }),
    );
    const outside = await (await group.as('hassan')).socket();
    expect(await outside.emitWithAck('watch', `news:${group.id}`)).toMatchObject({ ok: false });
    const inside = await tell(group, 'anna', 'Röker hasch.', { category: 'addiction' });
    const known = await tell(group, 'lena', 'Kom i tid hela veckan.', { kind: 'good-news' });
    await until(() => heard['marcus']!.includes(known) && heard['elin']!.length === 2);
    expect(heard).toEqual({ lena: [known], marcus: [known], elin: [inside, known] });
    for (const socket of [...sockets, outside]) socket.disconnect();
  });
});

describe('a list of groups', () => {
  it('hears of a note more or less where somebody may have it, in the teller’s own house too', async () => {
    const group = await begun('Gry');
    const heard: Record<string, number> = { lena: 0, marcus: 0, elin: 0 };
    const sockets = await Promise.all(
      Object.keys(heard).map(async (key) => {
        const address = `group-news:${world.caller(key).branchId}`;
        const socket = await (await group.as(key)).socket();
        socket.on('change', (event: any) => (heard[key]! += event.address === address ? 1 : 0));
        expect([key, await socket.emitWithAck('watch', address)]).toMatchObject([key, { ok: true }]);
        expect(await socket.emitWithAck('watch', `group-news:${world.caller('hassan').branchId}`)).toMatchObject({
          ok: false,
        });
        return socket;
      }),
    );
    await tell(group, 'anna', 'Röker hasch.', { category: 'addiction' });
    await until(() => heard['elin'] === 1);
    const known = await tell(group, 'lena', 'Kom i tid hela veckan.', { kind: 'good-news' });
    await until(() => heard['marcus'] === 1 && heard['lena'] === 1 && heard['elin'] === 2);
    expect(heard).toEqual({ lena: 1, marcus: 1, elin: 2 });
    // Its own house counts it no more; the others hear it as what has left them.
    await (await group.as('lena')).query(TAKE_OUT, { i: { newsId: known, why: 'Fel barn.' } });
    await until(() => heard['lena'] === 2);
    expect(heard).toEqual({ lena: 2, marcus: 1, elin: 2 });
    sockets.forEach((socket) => socket.disconnect());
  });
});

describe('the next meeting', () => {
  it('does not tell a house of news that it may not have: not even that somebody has written', async () => {
    const group = await begun('Gunda');
    await group.step('plan', { words: 'Skola varje dag.' });
    const { branchId } = world.caller('marcus');
    const heard: string[] = [];
    const socket = await (await group.as('marcus')).socket();
    socket.on('change', ({ address }: any) => heard.push(address));
    for (const address of [`hubs:${branchId}`, `news:${group.id}`])
      expect(await socket.emitWithAck('watch', address)).toMatchObject({ ok: true });
    await convenedMeeting(world, group);
    await until(() => heard.includes(`hubs:${branchId}`));
    // What the convening said has all come.
    await new Promise((wait) => setTimeout(wait, 500));
    heard.length = 0;
    const inside = await tell(group, 'anna', 'Röker hasch.', { category: 'addiction' });
    await (await group.as('anna')).query(TAKE_OUT, { i: { newsId: inside, why: 'Fel barn.' } });
    await tell(group, 'lena', 'Kom i tid hela veckan.', { kind: 'good-news' });
    await until(() => heard.length > 0);
    await new Promise((wait) => setTimeout(wait, 500));
    expect(heard).toEqual([`news:${group.id}`]);
    socket.disconnect();
  });

  it('goes through what was told since the one before, the good first, and each reader has their own', async () => {
    const group = await begun('Hedda');
    await group.step('plan', { words: 'Skola varje dag.' });
    await tell(group, 'lena', 'Skolkade på fredagen.');
    await tell(group, 'lena', 'Klarade provet.', { kind: 'good-news' });
    await tell(group, 'anna', 'Röker hasch.', { category: 'addiction' });
    const gone = await tell(group, 'lena', 'Fel barn.');
    await (await group.as('lena')).query(TAKE_OUT, { i: { newsId: gone, why: 'Fel barn.' } });
    const first = await convenedMeeting(world, group);
    const at = async (hubId: string, key: string) =>
      (await (await group.as(key)).query(MEETING, { id: hubId })).groupMeeting.news.map(
        ({ kind, said }: any) => `${kind}: ${said.text}`,
      );
    const both = ['good-news: Klarade provet.', 'news: Skolkade på fredagen.'];
    expect(await at(first.hubId, 'marcus')).toEqual(both);
    expect(await at(first.hubId, 'anna')).toEqual([...both, 'news: Röker hasch.']);
    const count = async (key: string) =>
      (await (await group.as(key)).query(GROUPS)).groups.lines.find(({ id }: any) => id === group.id).news;
    expect([await count('anna'), await count('marcus')]).toEqual([
      { good: 1, all: 3 },
      { good: 1, all: 2 },
    ]);
    await first.hold();
    expect(await count('anna')).toEqual({ good: 0, all: 0 });
    await tell(group, 'lena', 'Ny vän i klassen.', { kind: 'good-news' });
    expect(await at(first.hubId, 'marcus')).toEqual(both);
    const second = await convenedMeeting(world, group);
    expect(await at(second.hubId, 'marcus')).toEqual(['good-news: Ny vän i klassen.']);
    const { happenings, lastMetAt } = await page(group, 'marcus');
    expect(lastMetAt).not.toBeNull();
    expect(happenings.filter(({ isSince }: any) => isSince).map(({ said }: any) => said.text)).toEqual([
      'Ny vän i klassen.',
    ]);
  });
});

describe('a series', () => {
  const ATTENDANCE = {
    ...{ kind: 'series', words: 'Är i skolan, av schemalagd tid.', category: 'school-attendance-and-results' },
    measured: { unit: 'percent', better: 'more', cadence: 'week' },
  };
  const agreed = async (group: GroupUnderTest, more: object = {}): Promise<string> =>
    entry(group, 'anna', { ...ATTENDANCE, ownerMemberId: await seatOf(group, 'school'), ...more });
  const figure = async (group: GroupUnderTest, key: string, seriesId: string, on: string, value: string) =>
    (await (await group.as(key)).query(TELL, { i: { seriesId, on, value } })).tellPlanValue as string;

  it('is agreed on in the plan, with all that it lacks said at each field', async () => {
    const group = await begun('Ida');
    const i = { groupId: group.id, kind: 'series', words: '', measured: { unit: 'x', better: 'y', cadence: 'z' } };
    expect((await refusal(group, 'anna', WRITE_ENTRY, i)).faults).toMatchObject([
      { field: 'words', code: 'REQUIRED' },
      { field: 'unit', code: 'CHOOSE_ONE' },
      { field: 'better', code: 'CHOOSE_ONE' },
      { field: 'cadence', code: 'CHOOSE_ONE' },
      { field: 'ownerMemberId', code: 'CHOOSE_ONE' },
    ]);
    const told = {
      ...ATTENDANCE,
      groupId: group.id,
      category: 'addiction',
      ownerMemberId: await seatOf(group, 'school'),
    };
    expect((await refusal(group, 'anna', WRITE_ENTRY, told)).code).toBe('OWNER_MAY_NOT_BE_TOLD');
    await agreed(group);
    const [series] = (await page(group, 'marcus'))['series'];
    expect(series).toMatchObject({ name: ATTENDANCE.words, mayTell: false, reading: null, values: [], untold: null });
    // It owes nobody a day.
    const owed = await world.behindTheLocks(`select 1 from deadline where about_id = $1`, [series.seriesId]);
    expect(owed).toEqual([]);
  });

  it('is told by whom it was agreed with, has both its readings, and is put right without losing what it was', async () => {
    const group = await begun('Juni');
    const seriesId = await agreed(group);
    const wrong = { seriesId, on: '2026-01-07', value: '165' };
    expect((await refusal(group, 'lena', TELL, wrong)).faults).toMatchObject([
      { field: 'value', code: 'FIGURE_TOO_HIGH' },
    ]);
    expect((await refusal(group, 'lena', TELL, { ...wrong, on: '2099-01-01', value: 'många' })).faults).toMatchObject([
      { field: 'on', code: 'NOT_THERE_YET' },
      { field: 'value', code: 'NO_FIGURE' },
    ]);
    expect((await refusal(group, 'marcus', TELL, { ...wrong, value: '65' })).code).toBe('ANOTHER_TELLS');
    await figure(group, 'lena', seriesId, '2026-01-07', '6');
    const last = await figure(group, 'lena', seriesId, '2026-01-14', '56 %');
    expect((await refusal(group, 'lena', TELL, { seriesId, on: '2026-01-16', value: '70' })).faults).toMatchObject([
      { field: 'on', code: 'FIGURE_IS_THERE' },
    ]);
    const right = { valueId: last, itemVersion: 1, value: '65', why: 'Räknat fel.' };
    expect((await refusal(group, 'anna', RIGHT, right)).code).toBe('NOT_YOUR_FIGURE');
    await (await group.as('lena')).query(RIGHT, { i: right });
    expect((await refusal(group, 'lena', RIGHT, right)).code).toBe('CONFLICT');
    const [series] = (await page(group, 'marcus'))['series'];
    expect(series.reading).toEqual({ from: 6, to: 65, way: 'up', isBetter: true, left: 35 });
    expect(series.values).toMatchObject([
      { period: '2026-01-05', value: 6, byName: 'Lena Åsbrink', isCorrected: false },
      { period: '2026-01-12', value: 65, isCorrected: true, mayCorrect: false },
    ]);
    expect(series.values[1].earlier).toEqual([
      { value: 56, period: '2026-01-12', why: 'Räknat fel.', byName: 'Lena Åsbrink' },
    ]);
    // The house that leads may have heard a figure on the telephone.
    await figure(group, 'anna', seriesId, '2026-01-19', '70');
    const told = (await page(group, 'lena'))['happenings'].filter(({ kind }: any) => kind === 'value');
    expect(told.map(({ figure: one, of }: any) => [one.value, of])).toEqual([
      ...[
        [70, ATTENDANCE.words],
        [65, ATTENDANCE.words],
        [6, ATTENDANCE.words],
      ],
    ]);
  });

  it('is moved to the week that it was of, with why and what it was, and onto no other figure', async () => {
    const group = await begun('Kim');
    const seriesId = await agreed(group);
    const first = await figure(group, 'lena', seriesId, '2026-01-07', '6');
    const wrong = await figure(group, 'lena', seriesId, '2026-01-14', '12');
    const move = { valueId: wrong, itemVersion: 1, value: '12', on: '2026-01-23', why: 'Fel vecka.' };
    expect((await refusal(group, 'lena', RIGHT, { ...move, why: ' ' })).faults).toMatchObject([
      { field: 'why', code: 'REQUIRED' },
    ]);
    expect((await refusal(group, 'lena', RIGHT, { ...move, on: '2026-01-08' })).faults).toMatchObject([
      { field: 'on', code: 'FIGURE_IS_THERE' },
    ]);
    expect((await refusal(group, 'lena', RIGHT, { ...move, on: '2099-01-01' })).faults).toMatchObject([
      { field: 'on', code: 'NOT_THERE_YET' },
    ]);
    expect((await refusal(group, 'anna', RIGHT, move)).code).toBe('NOT_YOUR_FIGURE');
    await (await group.as('lena')).query(RIGHT, { i: move });
    expect((await refusal(group, 'lena', RIGHT, move)).code).toBe('CONFLICT');
    await (
      await group.as('lena')
    ).query(RIGHT, { i: { ...move, itemVersion: 2, value: '20', why: 'Och fel siffra.' } });
    for (const key of ['anna', 'lena', 'marcus']) {
      const [series] = (await page(group, key))['series'];
      expect([key, series.values.map(({ id, period, value }: any) => [id, period, value])]).toEqual([
        key,
        [
          [first, '2026-01-05', 6],
          [wrong, '2026-01-19', 20],
        ],
      ]);
      expect([key, series.values.map(({ earlier }: any) => earlier)]).toEqual([
        key,
        [
          [],
          [
            { value: 12, period: '2026-01-12', why: 'Fel vecka.', byName: 'Lena Åsbrink' },
            { value: 12, period: '2026-01-19', why: 'Och fel siffra.', byName: 'Lena Åsbrink' },
          ],
        ],
      ]);
    }
    // The week that it left waits for its own again.
    await figure(group, 'lena', seriesId, '2026-01-14', '9');
    const lines = await world.behindTheLocks<{ news: string }>(
      `select detail->>'news' as news from ledger_entry where detail->>'planNews' = $1 order by id`,
      [wrong],
    );
    expect(lines.map(({ news }) => news)).toEqual(['figure-told', 'figure-moved', 'figure-corrected']);
  });

  it('leaves a house with all its figures when the family takes its yes back, and all when it is taken out', async () => {
    const group = await begun('Kajsa');
    const seriesId = await agreed(group);
    await figure(group, 'lena', seriesId, '2026-01-07', '6');
    await group.consent.narrow(group.file.guardianId, { categories: ['school-attendance-and-results'] });
    expect(await page(group, 'marcus')).toMatchObject({ series: [], happenings: [] });
    const other = await begun('Love');
    const second = await agreed(other);
    await figure(other, 'lena', second, '2026-01-07', '6');
    expect((await page(other, 'marcus'))['series'][0].values).toHaveLength(1);
    const i = { entryId: second, version: 1, act: 'remove', words: 'Fel barn.' };
    await (await other.as('anna')).query(ACT, { i });
    expect(await page(other, 'marcus')).toMatchObject({ series: [], happenings: [] });
    const { sharedCase } = await (await other.as('marcus')).query(SHARED, { id: other.file.caseId });
    expect(JSON.stringify(sharedCase)).not.toContain('6 %');
  });

  it('is told to those alone who have what it is a figure of', async () => {
    const group = await begun('Lo');
    const seriesId = await agreed(group);
    const [share] = await world.behindTheLocks<{ id: string }>(
      `select s.id from share s join plan_entry e on e.item_id = s.item_id where e.id = $1 and s.to_branch_id = $2`,
      [seriesId, world.caller('marcus').branchId],
    );
    await (await group.as('anna')).query(`mutation($id: ID!) { endShare(id: $id) { taken } }`, { id: share!.id });
    await figure(group, 'lena', seriesId, '2026-01-07', '6');
    const { sharedCase } = await (await group.as('marcus')).query(SHARED, { id: group.file.caseId });
    expect(JSON.stringify(sharedCase)).not.toContain('6 %');
    expect((await page(group, 'anna'))['series'][0].values).toHaveLength(1);
  });

  it('is told no longer once it is done, and by nobody but the house that leads once its teller has left', async () => {
    const group = await begun('Mira');
    const seriesId = await agreed(group);
    const { group: seen } = await (
      await group.as('anna')
    ).query(`query($id: ID!) { group(id: $id) { version members { id staffId } } }`, { id: group.id });
    const seat = seen.members.find(({ staffId }: any) => staffId === world.caller('lena').staffId);
    await (
      await group.as('anna')
    ).query(`mutation($i: EndMemberInput!) { endGroupMember(input: $i) { id } }`, {
      i: { groupId: group.id, version: seen.version, memberId: seat.id, reason: 'not-needed' },
    });
    expect((await page(group, 'anna'))['series']).toMatchObject([{ ownerName: null, mayTell: true }]);
    await figure(group, 'anna', seriesId, '2026-01-07', '6');
    const { plan } = await (
      await group.as('anna')
    ).query(`query($id: ID!) { plan(groupId: $id) { entries { id version } } }`, { id: group.id });
    const { version } = plan.entries.find(({ id }: any) => id === seriesId);
    await (await group.as('anna')).query(ACT, { i: { entryId: seriesId, version, act: 'reach' } });
    expect((await page(group, 'anna'))['series']).toMatchObject([{ isFollowed: false, mayTell: false }]);
    expect((await refusal(group, 'anna', TELL, { seriesId, on: '2026-01-14', value: '7' })).code).toBe('ENTRY_IS_OVER');
  });
});

describe('accelerating and braking between meetings', () => {
  it('asks why, and is told of among what has happened', async () => {
    const group = await begun('Nova');
    const measure = await entry(group, 'anna', {
      ...{ kind: 'measure', words: 'Läxhjälp på tisdagar.', needArea: 'school-or-work', aim: 'Godkänd.' },
      ...{ ownerMemberId: await seatOf(group, 'school'), followUpOn: '2099-01-01' },
    });
    const act = async (version: number, i: object) =>
      (await group.as('lena')).query(ACT, { i: { entryId: measure, version, ...i } });
    await act(1, { act: 'start' });
    await act(2, { act: 'pause', words: 'Höstlov.' });
    const again = { entryId: measure, version: 3, act: 'start' };
    expect((await refusal(group, 'lena', ACT, again)).faults).toMatchObject([{ field: 'words', code: 'REQUIRED' }]);
    await act(3, { act: 'start', words: 'Skolan har börjat igen.' });
    await act(4, { act: 'end', words: 'Godkänd i matte.', result: 'reached' });
    const told = (await page(group, 'marcus'))['happenings'].map(
      ({ kind, act: done, of, said }: any) => `${kind} ${done ?? ''}: ${of} ${said?.text ?? ''}`,
    );
    expect(told).toEqual([
      'act end: Läxhjälp på tisdagar. Godkänd i matte.',
      'act start: Läxhjälp på tisdagar. Skolan har börjat igen.',
      'act pause: Läxhjälp på tisdagar. Höstlov.',
      'act start: Läxhjälp på tisdagar. ',
      'added : Läxhjälp på tisdagar. ',
    ]);
  });
});
