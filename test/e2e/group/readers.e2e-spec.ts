/**
 * Who is said to get a thing before it is said are the very houses that have it afterwards: for every kind of information, about
 * the young person and about others, of something new and of what is put otherwise (OSL 8:1, 10:1).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CATEGORIES } from '#domain/disclosure/vocabulary.js';
import { type Api, startApi } from '../../support/api.js';
import { WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, seat, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { conveneJoint, openMeasuresCase, signedConsent } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const BOARD = `query($id: ID!, $category: String!, $about: [ID!]!, $point: ID, $item: ID) {
  boardReaders(hubId: $id, category: $category, about: $about, pointId: $point, itemId: $item) { houses { branchId sees } } }`;
const PLAN = `query($id: ID!, $category: String!, $entry: ID) { planReaders(groupId: $id, category: $category, entryId: $entry) { branchId sees } }`;
const PICTURE = `query($id: ID!) { pictureReaders(questionId: $id) { houses { branchId sees } } }`;
const MEETING = `query($id: ID!) { groupMeeting(hubId: $id) { points { id } lines { id itemVersion said { itemId text } } } }`;
const ENTRIES = `query($id: ID!) { plan(groupId: $id) { entries { id version said { itemId text version } } } }`;
const WRITE = `mutation($i: WriteMinutesInput!) { writeMinutes(input: $i) }`;
const END = `mutation($id: ID!) { endShare(id: $id) { taken } }`;

jest.setTimeout(120_000);

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

interface House {
  readonly branchId: string;
  readonly sees: boolean;
}
const seeing = (houses: readonly House[]): string[] =>
  houses
    .filter(({ sees }) => sees)
    .map(({ branchId }) => branchId)
    .sort();
/** Whose readers at the table are shown a text. */
async function having(
  group: Pick<GroupUnderTest, 'as'>,
  document: string,
  id: string,
): Promise<(text: string) => string[]> {
  const shown = await Promise.all(
    ['marcus', 'lena'].map(async (key) => {
      const said = JSON.stringify(await (await group.as(key)).query(document, { id }));
      return { branchId: world.caller(key).branchId, said };
    }),
  );
  return (text) =>
    shown
      .filter(({ said }) => said.includes(`"${text}"`))
      .map(({ branchId }) => branchId)
      .sort();
}
/** Takes back from a house what the own house has given it. */
async function takeBack(group: Pick<GroupUnderTest, 'as'>, itemId: string, key: string): Promise<void> {
  const [share] = await world.behindTheLocks<{ id: string }>(
    `select id from share where item_id = $1 and to_branch_id = $2 and ended_at is null`,
    [itemId, world.caller(key).branchId],
  );
  await (await group.as('anna')).query(END, { id: share?.id });
}

describe.each(['none', 'marking'])('about a young person whose protection is %s', (protection) => {
  let group: GroupUnderTest;
  let hubId: string;
  let pointId: string;
  beforeAll(async () => {
    group = await formedGroup(world, api, { givenName: protection === 'none' ? 'Alva' : 'Ebba' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const meeting = await convenedMeeting(world, group);
    await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    hubId = meeting.hubId;
    pointId = (await (await group.as('anna')).query(MEETING, { id: hubId })).groupMeeting.points[1].id;
    await world.behindTheLocks(`update person set protection = $2 where id = $1`, [group.file.personId, protection]);
    // Whoever is not named writes nothing about where a protected person is.
    await world.behindTheLocks(`insert into named_staff (person_id, staff_id) values ($1, $2)`, [
      group.file.personId,
      world.caller('anna').staffId,
    ]);
  }, 60_000);

  it('every kind of line in the minutes, about nobody else and about a guardian', async () => {
    const anna = await group.as('anna');
    const told: [string, string[]][] = [];
    for (const about of [[], [group.file.guardianId]])
      for (const category of CATEGORIES) {
        const text = `Rad ${category} ${about.length}`;
        const { boardReaders } = await anna.query(BOARD, { id: hubId, category, about, point: pointId });
        told.push([text, seeing(boardReaders.houses)]);
        await anna.query(WRITE, { i: { hubId, lines: [{ pointId, category, text, about }] } });
      }
    const has = await having(group, MEETING, hubId);
    expect(told.map(([text]) => [text, has(text)])).toEqual(told);
    // Tables in which nobody or everybody gets everything would prove little.
    expect(new Set(told.map(([, houses]) => houses.length)).size).toBeGreaterThan(1);
  });

  it('every kind of entry in the plan', async () => {
    const anna = await group.as('anna');
    const told: [string, string[]][] = [];
    for (const category of CATEGORIES) {
      const words = `Styrka ${category}`;
      const { planReaders } = await anna.query(PLAN, { id: group.id, category });
      told.push([words, seeing(planReaders)]);
      await anna.query(WRITE_ENTRY, { i: { groupId: group.id, kind: 'strength', words, category } });
    }
    const has = await having(group, ENTRIES, group.id);
    expect(told.map(([text]) => [text, has(text)])).toEqual(told);
  });

  it('what is put otherwise after it was taken back from one of them', async () => {
    const anna = await group.as('anna');
    const category = 'measures-and-plan';
    await anna.query(WRITE, { i: { hubId, lines: [{ pointId, category, text: 'Före', about: [] }] } });
    const line = (await anna.query(MEETING, { id: hubId })).groupMeeting.lines.find(
      ({ said }: { said: { text: string } }) => said.text === 'Före',
    );
    await takeBack(group, line.said.itemId, 'marcus');
    const again = { id: hubId, category, about: [], point: pointId, item: line.said.itemId };
    const readers = seeing((await anna.query(BOARD, again)).boardReaders.houses);
    const rewritten = {
      lineId: line.id,
      expectedVersion: line.itemVersion,
      pointId,
      category,
      text: 'Efter',
      about: [],
    };
    await anna.query(WRITE, { i: { hubId, lines: [rewritten] } });
    expect(readers).toEqual([world.caller('lena').branchId]);
    expect((await having(group, MEETING, hubId))('Efter')).toEqual(readers);

    await anna.query(WRITE_ENTRY, { i: { groupId: group.id, kind: 'strength', words: 'Förr', category } });
    const entry = (await anna.query(ENTRIES, { id: group.id })).plan.entries.find(
      ({ said }: { said: { text: string } }) => said.text === 'Förr',
    );
    await takeBack(group, entry.said.itemId, 'lena');
    const those = seeing((await anna.query(PLAN, { id: group.id, category, entry: entry.id })).planReaders);
    await anna.query(`mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`, {
      i: { entryId: entry.id, version: entry.version, itemVersion: entry.said.version, words: 'Senare' },
    });
    expect(those).toEqual([world.caller('marcus').branchId]);
    expect((await having(group, ENTRIES, group.id))('Senare')).toEqual(those);
  });

  it('not of a thing of another group or another house', async () => {
    const lena = await group.as('lena');
    const [theirs] = (await lena.query(MEETING, { id: hubId })).groupMeeting.lines;
    const asked = { id: hubId, category: 'measures-and-plan', about: [], point: pointId, item: theirs.said.itemId };
    expect(await lena.refusal(BOARD, asked)).toMatchObject({ code: 'NOT_FOUND' });
    const entry = '00000000-0000-4000-8000-000000000000';
    expect(await lena.refusal(PLAN, { id: group.id, category: 'measures-and-plan', entry })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a unit’s own picture', () => {
  it('is decided for everyone whom its parts are about', async () => {
    const file = await openMeasuresCase(world, { givenName: 'Iris' });
    await signedConsent(world, file);
    const pictures = {
      anna: { category: 'home-and-family', text: 'Om mamma.', about: [file.guardianId] },
      marcus: { category: 'crime-and-suspicion', text: 'Om den unga.' },
      lena: null,
    };
    const hub = await conveneJoint(world, () => api, file, pictures);
    for (const [key, who] of [
      ['anna', []],
      ['marcus', ['anna', 'lena']],
    ] as const) {
      const { pictureReaders } = await (await hub.as(key)).query(PICTURE, { id: hub.questions[key] });
      expect([key, seeing(pictureReaders[0].houses)]).toEqual([
        key,
        who.map((one) => world.caller(one).branchId).sort(),
      ]);
    }
    await hub.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    for (const key of ['anna', 'marcus'])
      await hub.act(key, 'givePicture', 'GivePictureInput', { questionId: hub.questions[key] });
    const given = await world.behindTheLocks<{ category: string; houses: string[] }>(
      `select i.category, array_agg(s.to_branch_id::text order by s.to_branch_id::text) filter (where s.in_force @> clock.now()) as houses
       from hub_question q join hub_answer_item a on a.question_id = q.id join item i on i.id = a.item_id left join share s on s.item_id = i.id
       where q.hub_id = $1 group by i.id order by 1`,
      [hub.hubId],
    );
    expect(given).toEqual([
      {
        category: 'crime-and-suspicion',
        houses: [world.caller('anna').branchId, world.caller('lena').branchId].sort(),
      },
      { category: 'home-and-family', houses: null },
    ]);
  });
});

describe('the name', () => {
  it('that was taken back from a house is not told there again when a colleague gets a seat', async () => {
    const group = await formedGroup(world, api, { givenName: 'Vilja' });
    const anna = await group.as('anna');
    const [name] = await world.behindTheLocks<{ id: string }>(
      `select nomination_item_id as id from collaboration_group where id = $1`,
      [group.id],
    );
    expect((await group.seenBy('marcus'))['about'].told).toContain('Vilja');
    await takeBack(group, name?.id ?? '', 'marcus');
    const { version } = await group.seenBy('anna');
    await anna.query(`mutation($i: AddMemberInput!) { addGroupMember(input: $i) { version } }`, {
      i: { groupId: group.id, version, seat: seat(world, 'gunvor', { mandate: 'speaks' }) },
    });
    const open = await world.behindTheLocks<{ branch: string }>(
      `select to_branch_id as branch from share where item_id = $1 and in_force @> clock.now()`,
      [name?.id],
    );
    expect(open.map(({ branch }) => branch)).toEqual([world.caller('lena').branchId]);
  });
});
