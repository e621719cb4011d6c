/**
 * What shows where a protected person is, and whom a sentence is about, is said by its writer wherever they write: in a plan,
 * in what is done with it, in minutes and in a decision. It reaches nobody who is not named, in program and in database, and
 * what is about a relative is decided for the relative too (OSL 21:3, 26:1).
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { ACT_ON_ENTRY as ACT, WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

const PLAN = `query($id: ID!) { plan(groupId: $id) { entries { id version said { itemId text version about revealsPlace } acts { said { text itemId } } } } }`;
const MEETING = `query($id: ID!) { groupMeeting(hubId: $id) { points { id said { text } } seats { memberId houseKind }
  lines { id itemVersion said { itemId text revealsPlace } } decisions { said { itemId text } } } }`;
const READERS = `query($id: ID!, $category: String!, $entry: ID, $of: ID, $place: Boolean!, $about: [ID!]!) {
  planReaders(groupId: $id, category: $category, entryId: $entry, ofEntryId: $of, revealsPlace: $place, about: $about) { kind sees } }`;
const BOARD = `query($id: ID!, $category: String!, $place: Boolean!, $about: [ID!]!) {
  boardReaders(hubId: $id, category: $category, revealsPlace: $place, about: $about) { houses { kind sees } } }`;
const CIRCLE = `query($id: ID!) { groupCircle(groupId: $id) { kind person { personId protection } } }`;
const VERSIONS = `query($id: ID!) { planVersions(groupId: $id) { versions { answers { id house mayAnswer words } } } }`;
const AMENDED = `query($id: ID!) { groupMeeting(hubId: $id) { versions { version reason } } }`;
const ADD_POINT = `mutation($i: AddMeetingPointInput!) { addMeetingPoint(input: $i) }`;
const WRITE = `mutation($i: WriteMinutesInput!) { writeMinutes(input: $i) }`;
const DECIDE = `mutation($i: MakeMeetingDecisionInput!) { makeMeetingDecision(input: $i) }`;
const CHANGE = `mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`;

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

let group: GroupUnderTest;
let hubId: string;
let pointId: string;
// There is room for six groups at once.
beforeEach(async () => {
  await world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  );
  group = await formedGroup(world, api);
  await group.step('plan', { words: 'Skola varje dag.' });
  const meeting = await convenedMeeting(world, group);
  await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  hubId = meeting.hubId;
  pointId = (await (await group.as('anna')).query(MEETING, { id: hubId })).groupMeeting.points[1].id;
  await write('anna', { words: 'Envis.' });
}, 60_000);

/** Protected, with Anna on the short list. */
async function protect(personId: string): Promise<void> {
  await world.behindTheLocks(`update person set protection = 'marking' where id = $1`, [personId]);
  await world.behindTheLocks(`insert into named_staff (person_id, staff_id) values ($1, $2)`, [
    personId,
    world.caller('anna').staffId,
  ]);
}
const write = async (key: string, i: object): Promise<string> =>
  (await (await group.as(key)).query(WRITE_ENTRY, { i: { groupId: group.id, kind: 'strength', ...i } })).writePlanEntry;
const entryOf = async (key: string, text: string): Promise<Record<string, any> | undefined> =>
  (await (await group.as(key)).query(PLAN, { id: group.id })).plan.entries.find(
    ({ said }: { said: { text: string } }) => said.text === text,
  );
const meetingOf = async (key: string): Promise<Record<string, any>> =>
  (await (await group.as(key)).query(MEETING, { id: hubId })).groupMeeting;
/** Who of these is shown the text anywhere in the plan or the meeting. */
async function shown(text: string): Promise<string[]> {
  const those: string[] = [];
  for (const key of ['anna', 'marcus', 'lena']) {
    const client = await group.as(key);
    const pages = [await client.query(PLAN, { id: group.id }), await client.query(MEETING, { id: hubId })];
    if (JSON.stringify(pages).includes(text)) those.push(key);
  }
  return those;
}
/** Houses to which the database itself holds the things open. */
const openIn = async (...itemIds: string[]): Promise<number> =>
  (
    await world.behindTheLocks(`select 1 from share where item_id = any($1::uuid[]) and in_force @> clock.now()`, [
      itemIds,
    ])
  ).length;
const seeing = (houses: readonly { kind: string; sees: boolean }[]): string[] =>
  houses
    .filter(({ sees }) => sees)
    .map(({ kind }) => kind)
    .sort();
const readers = async (key: string, more: { entry?: string; of?: string; place?: boolean; about?: string[] }) =>
  seeing(
    (
      await (
        await group.as(key)
      ).query(READERS, { id: group.id, category: 'measures-and-plan', place: false, about: [], ...more })
    ).planReaders,
  );

describe('what shows where a protected person is', () => {
  beforeEach(() => protect(group.file.personId));

  it('stays with those who are named, in a plan', async () => {
    expect(await readers('anna', {})).toEqual(['police', 'school']);
    expect(await readers('anna', { place: true })).toEqual([]);
    await write('anna', { words: 'Tränar boxning.' });
    await write('anna', { words: 'Tränar tisdagar klockan sex.', revealsPlace: true });
    expect(await shown('Tränar boxning.')).toEqual(['anna', 'marcus', 'lena']);
    expect(await shown('Tränar tisdagar klockan sex.')).toEqual(['anna']);
    const marked = await entryOf('anna', 'Tränar tisdagar klockan sex.');
    expect(marked).toMatchObject({ said: { revealsPlace: true } });
    expect(await openIn(marked!['said'].itemId)).toBe(0);
  });

  it('leaves those who had it as soon as the words that stand there come to show it, and never comes back', async () => {
    const entryId = await write('anna', { words: 'Tränar boxning.' });
    const before = (await entryOf('anna', 'Tränar boxning.'))!;
    const { itemId } = before['said'];
    expect(await openIn(itemId)).toBe(2);
    expect(await readers('anna', { entry: entryId, place: true })).toEqual([]);
    const change = async (words: string, version: number, itemVersion: number, revealsPlace: boolean) =>
      (await group.as('anna')).query(CHANGE, { i: { entryId, version, itemVersion, words, revealsPlace } });
    await change('Tränar i hallen i norr.', before['version'], before['said'].version, true);
    expect(await shown('Tränar i hallen i norr.')).toEqual(['anna']);
    expect(await shown('Tränar boxning.')).toEqual([]);
    expect(await openIn(itemId)).toBe(0);
    const after = (await entryOf('anna', 'Tränar i hallen i norr.'))!;
    await change('Tränar fortfarande.', after['version'], after['said'].version, false);
    expect(await shown('Tränar fortfarande.')).toEqual(['anna']);
    // Nor does anyone get round the program.
    await expect(
      world.asCaller.run(world.caller('anna'), (tx) =>
        (tx as unknown as { manager: { query(sql: string, of: unknown[]): Promise<unknown> } }).manager.query(
          `update item set reveals_place = false where id = $1`,
          [itemId],
        ),
      ),
    ).rejects.toThrow('goes on showing it');
  });

  it('stays with those who are named when it is said of something that stands in the plan', async () => {
    const [seat] = (await meetingOf('anna'))['seats'].filter(
      ({ houseKind }: { houseKind: string }) => houseKind === 'social-services',
    );
    const entryId = await write('anna', {
      ...{ kind: 'measure', words: 'Boxning.', needArea: 'leisure', aim: 'Något att längta till.' },
      ...{ ownerMemberId: seat.memberId, followUpOn: '2099-01-01' },
    });
    expect(await readers('anna', { of: entryId })).toEqual(['police', 'school']);
    expect(await readers('anna', { of: entryId, place: true })).toEqual([]);
    const said = { entryId, version: 1, act: 'start', words: 'Har börjat i hallen i norr.', revealsPlace: true };
    await (await group.as('anna')).query(ACT, { i: said });
    expect(await shown('Har börjat i hallen i norr.')).toEqual(['anna']);
    expect(await shown('Boxning.')).toEqual(['anna', 'marcus', 'lena']);
  });

  it('stays with those who are named, in minutes and in a decision with the measure that comes of it', async () => {
    const anna = await group.as('anna');
    const board = async (place: boolean) =>
      seeing(
        (await anna.query(BOARD, { id: hubId, category: 'measures-and-plan', place, about: [] })).boardReaders.houses,
      );
    expect([await board(false), await board(true)]).toEqual([['police', 'school'], []]);
    const line = { pointId, category: 'measures-and-plan' };
    const minutes = (lines: object[]) => anna.query(WRITE, { i: { hubId, lines } });
    await minutes([
      { ...line, text: 'Tränar boxning.' },
      { ...line, text: 'Hallen i norr.', revealsPlace: true },
    ]);
    expect(await shown('Tränar boxning.')).toEqual(['anna', 'marcus', 'lena']);
    expect(await shown('Hallen i norr.')).toEqual(['anna']);
    // Written anew with the mark it leaves those who had it; without, what was marked stays marked.
    const standing = async (text: string) =>
      (await meetingOf('anna'))['lines'].find(({ said }: { said: { text: string } }) => said.text === text);
    const anew = async (of: string, text: string, revealsPlace: boolean) => {
      const { id: lineId, itemVersion: expectedVersion } = await standing(of);
      await minutes([{ ...line, lineId, expectedVersion, text, revealsPlace }]);
    };
    await anew('Tränar boxning.', 'Tränar boxning i söder.', true);
    expect([await shown('Tränar boxning.'), await shown('Tränar boxning i söder.')]).toEqual([[], ['anna']]);
    await anew('Hallen i norr.', 'Hallen i väster.', false);
    expect(await shown('Hallen i väster.')).toEqual(['anna']);
    expect(await openIn((await standing('Hallen i väster.')).said.itemId)).toBe(0);

    const [seat] = (await meetingOf('anna'))['seats'].filter(
      ({ houseKind }: { houseKind: string }) => houseKind === 'social-services',
    );
    const decided = { hubId, aim: 'Trygg väg.', ownerMemberId: seat.memberId, dueOn: '2099-01-01' };
    await anna.query(DECIDE, { i: { ...decided, text: 'Anna ringer hem.', needArea: 'relations' } });
    await anna.query(DECIDE, {
      i: { ...decided, text: 'Hämtas vid skolan i öster.', needArea: 'leisure', revealsPlace: true },
    });
    expect(await shown('Anna ringer hem.')).toEqual(['anna', 'marcus', 'lena']);
    expect(await shown('Hämtas vid skolan i öster.')).toEqual(['anna']);
    const items = await world.behindTheLocks<{ id: string }>(
      `select item_id as id from meeting_decision where hub_id = $1 order by made_at desc limit 1`,
      [hubId],
    );
    expect(await openIn(items[0]!.id, (await entryOf('anna', 'Hämtas vid skolan i öster.'))!['said'].itemId)).toBe(0);
  });

  it('stays with those who are named on the agenda, among the news, in an answer to the plan and in why it was amended', async () => {
    const anna = await group.as('anna');
    await world.behindTheLocks(`update hub set state = 'lobby' where id = $1`, [hubId]);
    for (const kind of ['own', 'news'])
      for (const revealsPlace of [false, true])
        await anna.query(ADD_POINT, {
          i: {
            hubId,
            kind,
            text: `${kind} ${revealsPlace ? 'i norr' : 'alls'}`,
            minutes: kind === 'own' ? 5 : 0,
            revealsPlace,
          },
        });
    for (const kind of ['own', 'news']) {
      expect([kind, await shown(`${kind} alls`)]).toEqual([kind, ['anna', 'marcus', 'lena']]);
      expect([kind, await shown(`${kind} i norr`)]).toEqual([kind, ['anna']]);
    }
    await write('anna', { kind: 'future', words: 'Elektriker.' });
    await anna.query(`mutation($id: ID!) { putPlanForward(groupId: $id) }`, { id: group.id });
    const versions = async (key: string) =>
      (await (await group.as(key)).query(VERSIONS, { id: group.id })).planVersions;
    const own = (await versions('anna')).versions[0].answers.find(({ mayAnswer }: { mayAnswer: boolean }) => mayAnswer);
    await anna.query(`mutation($i: AnswerPlanInput!) { answerPlan(input: $i) }`, {
      i: {
        answerId: own.id,
        answer: 'no',
        words: 'Hen tränar i norr.',
        how: own.house ? null : 'phone',
        revealsPlace: true,
      },
    });
    for (const [key, sees] of [
      ['anna', true],
      ['marcus', false],
      ['lena', false],
    ] as const)
      expect([key, JSON.stringify(await versions(key)).includes('Hen tränar i norr.')]).toEqual([key, sees]);

    await world.behindTheLocks(`update hub set state = 'closed', closed_at = clock.now() where id = $1`, [hubId]);
    await world.behindTheLocks(`insert into minutes (hub_id) values ($1) on conflict do nothing`, [hubId]);
    await world.behindTheLocks(`update minutes set fixes_at = clock.now() - interval '1 hour' where hub_id = $1`, [
      hubId,
    ]);
    const line = { pointId, category: 'measures-and-plan' };
    const amend = (text: string, reason: string, more: object) =>
      anna.query(WRITE, {
        i: {
          hubId,
          reason,
          lines: [{ ...line, text, ...(more as { line?: object }).line }],
          ...(more as { why?: object }).why,
        },
      });
    await amend('Mamma ringer.', 'Rätt ska vara rätt.', {});
    await amend('Mamma hämtar.', 'Hämtas vid hallen.', { why: { reasonRevealsPlace: true } });
    await amend('Hallen i väster.', 'Det stod fel hall.', { line: { revealsPlace: true } });
    const reasons = async (key: string): Promise<string> =>
      JSON.stringify((await (await group.as(key)).query(AMENDED, { id: hubId })).groupMeeting.versions);
    for (const key of ['anna', 'marcus', 'lena']) {
      const told = await reasons(key);
      const seen = ['Rätt ska vara rätt.', 'Hämtas vid hallen.', 'Det stod fel hall.'].filter((one) =>
        told.includes(one),
      );
      expect([key, seen.length]).toEqual([key, key === 'anna' ? 3 : 1]);
    }
  });

  it('is refused in plain words to whoever is not named, and leaves nothing', async () => {
    for (const key of ['marcus', 'lena']) {
      const client = await group.as(key);
      const refusals = [
        await client.refusal(WRITE_ENTRY, {
          i: { groupId: group.id, kind: 'strength', words: 'Bor på Norrgatan.', category: 'whereabouts' },
        }),
        await client.refusal(WRITE_ENTRY, {
          i: { groupId: group.id, kind: 'strength', words: 'Bor på Norrgatan.', revealsPlace: true },
        }),
        await client.refusal(WRITE, {
          i: { hubId, lines: [{ pointId, category: 'whereabouts', text: 'Bor på Norrgatan.' }] },
        }),
      ];
      expect([key, refusals.map(({ code }) => code)]).toEqual([key, Array(3).fill('PLACE_REACHES_NOBODY')]);
    }
    expect(await shown('Bor på Norrgatan.')).toEqual([]);
  });

  it('can be marked by whoever may know that somebody is protected, who alone is told so', async () => {
    const circleOf = async (key: string) => (await (await group.as(key)).query(CIRCLE, { id: group.id })).groupCircle;
    expect(await circleOf('anna')).toContainEqual({
      kind: 'person',
      person: { personId: group.file.personId, protection: 'marking' },
    });
    for (const key of ['marcus', 'lena']) expect([key, await circleOf(key)]).toEqual([key, []]);
    expect(await (await group.as('hassan')).refusal(CIRCLE, { id: group.id })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what is about a relative too', () => {
  it('is decided for the relative: without a consent of theirs it reaches no other house', async () => {
    const { guardianId } = group.file;
    expect(await readers('anna', { about: [guardianId] })).toEqual([]);
    await write('anna', { words: 'Mamma söker nytt jobb.', about: [guardianId] });
    expect(await shown('Mamma söker nytt jobb.')).toEqual(['anna']);
    const entry = (await entryOf('anna', 'Mamma söker nytt jobb.'))!;
    expect(entry['said'].about).toEqual([guardianId]);
    expect(await openIn(entry['said'].itemId)).toBe(0);
    const [seat] = (await meetingOf('anna'))['seats'].filter(
      ({ houseKind }: { houseKind: string }) => houseKind === 'social-services',
    );
    const decided = { hubId, ownerMemberId: seat.memberId, dueOn: '2099-01-01' };
    await (
      await group.as('anna')
    ).query(DECIDE, { i: { ...decided, text: 'Anna ringer mamma.', about: [guardianId] } });
    expect(await shown('Anna ringer mamma.')).toEqual(['anna']);
  });

  it('is decided for the relative where it is told to another house by an act of its own', async () => {
    const { guardianId, caseId } = group.file;
    const anna = await group.as('anna');
    const { sharing } = await anna.query(`query($id: ID!) { sharing(caseId: $id) { houses { branchId kind } } }`, {
      id: caseId,
    });
    const school = sharing.houses.find(({ kind }: { kind: string }) => kind === 'school').branchId;
    const told = async (about: string[]) => {
      const draft = { category: 'measures-and-plan', about };
      const asked = { caseId, purpose: 'support', draft, toBranchIds: [school] };
      const { previewShare } = await anna.query(
        `query($i: PreviewShareInput!) { previewShare(input: $i) { pairs { outcome } } }`,
        { i: asked },
      );
      const { shareItems } = await anna.query(
        `mutation($i: ShareItemsInput!) { shareItems(input: $i) { outcome itemId } }`,
        {
          i: {
            ...{ caseId, purpose: 'support', pairs: [{ thing: 'draft', toBranchId: school }] },
            draft: { ...draft, text: 'Mamma söker jobb.' },
          },
        },
      );
      const subjects = await world.behindTheLocks(`select person_id from item_subject where item_id = $1`, [
        shareItems[0].itemId,
      ]);
      return [previewShare.pairs[0].outcome, shareItems[0].outcome, subjects.length];
    };
    expect(await told([])).toEqual(['release', 'release', 1]);
    const [before, after, subjects] = await told([guardianId]);
    expect([before === 'release', after === 'release', subjects]).toEqual([false, false, 2]);
    const { caseCircle } = await anna.query(
      `query($id: ID!) { caseCircle(caseId: $id) { kind person { personId } } }`,
      {
        id: caseId,
      },
    );
    expect(caseCircle).toContainEqual({ kind: 'guardian', person: { personId: guardianId } });
  });

  it('is about them also when it is put otherwise, or said of something about them', async () => {
    const { guardianId } = group.file;
    const entryId = await write('anna', { kind: 'frame', words: 'Hemma klockan nio.', watch: 'Anna.' });
    const { version, said } = (await entryOf('lena', 'Hemma klockan nio.'))!;
    const i = { entryId, version, itemVersion: said.version, words: 'Mamma ringer klockan nio.', watch: 'Mamma.' };
    await (await group.as('anna')).query(CHANGE, { i: { ...i, about: [guardianId] } });
    expect(await shown('Mamma ringer klockan nio.')).toEqual(['anna']);
    expect(await readers('anna', { of: entryId })).toEqual([]);
  });

  it('stays with those who are named for the relative where it shows where they are', async () => {
    const { guardianId } = group.file;
    await protect(guardianId);
    await write('anna', { words: 'Bor hos mormor.', about: [guardianId], revealsPlace: true });
    const { said } = (await entryOf('anna', 'Bor hos mormor.'))!;
    await world.behindTheLocks(`delete from named_staff where person_id = $1`, [guardianId]);
    expect(await entryOf('anna', 'Bor hos mormor.')).toBeUndefined();
    expect(await openIn(said.itemId)).toBe(0);
    const i = {
      groupId: group.id,
      kind: 'strength',
      words: 'Bor hos morfar.',
      about: [guardianId],
      revealsPlace: true,
    };
    expect(await (await group.as('anna')).refusal(WRITE_ENTRY, { i })).toMatchObject({ code: 'PLACE_FOR_NAMED_ONLY' });
  });

  it('names only those close to the young person whom the writer sees', async () => {
    const stranger = world.caller('anna').staffId;
    const i = { groupId: group.id, kind: 'strength', words: 'Envis.', about: [stranger] };
    for (const key of ['anna', 'lena'])
      expect(await (await group.as(key)).refusal(WRITE_ENTRY, { i })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
