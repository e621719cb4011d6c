/**
 * What shows where a protected person is, marked in an answer to a hub’s question or another house’s, in a joint text and on a
 * joint map: it reaches nobody who is not named, in program and in database; and what is about a relative is decided for them
 * too (OSL 21:3, 26:1).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import type { HubUnderTest } from '../../support/hub.js';
import { ANSWER, askAs, GATHERED, openInvestigation } from '../../support/inquiry.js';
import { conveneJoint, openMeasuresCase, signedConsent, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const BOARD = `query($id: ID!) { hubBoard(id: $id, afterSeq: 0) { items { id text version revealsPlace } } }`;
const READERS = `query($id: ID!, $category: String!, $place: Boolean!, $about: [ID!]!, $item: ID) {
  boardReaders(hubId: $id, category: $category, revealsPlace: $place, about: $about, itemId: $item) { houses { kind sees } } }`;
const CIRCLE = `query($id: ID!) { meetingCircle(hubId: $id) { kind person { personId protection } } }`;

jest.setTimeout(120_000);

let world: World;
let api: Api;
let file: JointCase;
let hub: HubUnderTest;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  file = await openMeasuresCase(world);
  await signedConsent(world, file);
  await protect(file.personId);
  hub = await conveneJoint(world, () => api, file, {
    anna: { category: 'home-and-family', text: 'Bor hos mormor i norr.', revealsPlace: true },
    marcus: { category: 'crime-and-suspicion', text: 'Inte sedd vid torget.' },
    lena: null,
  });
  await hub.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** Protected, with Anna on the short list. */
async function protect(personId: string): Promise<void> {
  await world.behindTheLocks(`update person set protection = 'marking' where id = $1`, [personId]);
  await world.behindTheLocks(`insert into named_staff (person_id, staff_id) values ($1, $2)`, [
    personId,
    world.caller('anna').staffId,
  ]);
}
async function shown(text: string): Promise<string[]> {
  const those: string[] = [];
  for (const key of ['anna', 'marcus', 'lena'])
    if (JSON.stringify(await (await hub.as(key)).query(BOARD, { id: hub.hubId })).includes(text)) those.push(key);
  return those;
}
const itemOf = async (text: string): Promise<Record<string, any>> =>
  (await (await hub.as('anna')).query(BOARD, { id: hub.hubId })).hubBoard.items.find(
    (item: { text: string }) => item.text === text,
  );
const openIn = async (itemId: string): Promise<number> =>
  (await world.behindTheLocks(`select 1 from share where item_id = $1 and in_force @> clock.now()`, [itemId])).length;
const readers = async (category: string, more: { place?: boolean; about?: string[]; item?: string }) =>
  (
    await (await hub.as('anna')).query(READERS, { id: hub.hubId, category, place: false, about: [], ...more })
  ).boardReaders.houses
    .filter(({ sees }: { sees: boolean }) => sees)
    .map(({ kind }: { kind: string }) => kind)
    .sort();
const put = (key: string, text: string, more: object = {}) =>
  hub.act(key, 'putMapEntry', 'PutMapEntryInput', { entryId: randomUUID(), kind: 'contact', text, ...more });
const save = (value: string, baseVersion: number | null, more: object = {}) =>
  hub.act('anna', 'saveBoardText', 'SaveBoardTextInput', { text: 'next-steps', value, baseVersion, ...more });
const refusalOf = async (act: Promise<unknown>): Promise<string> => act.then(String, (error: Error) => error.message);

describe('at a table about a protected person', () => {
  it('keeps a marked part of a unit’s own picture with those who are named', async () => {
    await hub.act('anna', 'givePicture', 'GivePictureInput', { questionId: hub.questions['anna'] });
    await hub.act('marcus', 'givePicture', 'GivePictureInput', { questionId: hub.questions['marcus'] });
    expect(await shown('Bor hos mormor i norr.')).toEqual(['anna']);
    expect((await shown('Inte sedd vid torget.')).includes('anna')).toBe(true);
    expect(await openIn((await itemOf('Bor hos mormor i norr.'))['id'])).toBe(0);
  });

  it('keeps a marked line of the map with them, and one about a relative from houses without a consent of theirs', async () => {
    expect(await readers('associates-and-network', {})).not.toEqual([]);
    expect(await readers('associates-and-network', { place: true })).toEqual([]);
    expect(await readers('associates-and-network', { about: [file.guardianId] })).toEqual([]);
    await put('anna', 'Två nya vänner.');
    await put('anna', 'Vänner på Norrgården.', { revealsPlace: true });
    await put('anna', 'Mamma har en ny vän.', { about: [file.guardianId] });
    expect(await shown('Två nya vänner.')).not.toEqual(['anna']);
    for (const text of ['Vänner på Norrgården.', 'Mamma har en ny vän.']) {
      expect([text, await shown(text)]).toEqual([text, ['anna']]);
      expect([text, await openIn((await itemOf(text))['id'])]).toEqual([text, 0]);
    }
  });

  it('takes a joint text from those who had it as soon as it is marked, although not a word is changed', async () => {
    await save('Mamma ringer på måndag.', null);
    expect(await shown('Mamma ringer på måndag.')).toEqual(['anna', 'marcus', 'lena']);
    const { id: item, version } = await itemOf('Mamma ringer på måndag.');
    expect(await readers('measures-and-plan', { item })).toEqual(['police', 'school']);
    expect(await readers('measures-and-plan', { item, place: true })).toEqual([]);
    await save('Mamma ringer på måndag.', version, { revealsPlace: true });
    expect(await shown('Mamma ringer på måndag.')).toEqual(['anna']);
    expect(await itemOf('Mamma ringer på måndag.')).toMatchObject({ id: item, revealsPlace: true });
    expect(await openIn(item)).toBe(0);
    // And goes on being so for whoever writes on without saying it.
    await save('Mamma ringer på tisdag.', version + 1);
    expect(await shown('Mamma ringer på tisdag.')).toEqual(['anna']);
  });

  it('refuses a place in plain words to whoever is not named, who is not told that somebody is protected', async () => {
    for (const key of ['marcus', 'lena']) {
      expect(await refusalOf(put(key, 'Bor på Norrgatan.', { kind: 'place' }))).toContain('PLACE_REACHES_NOBODY');
      expect((await (await hub.as(key)).query(CIRCLE, { id: hub.hubId })).meetingCircle).toEqual([]);
    }
    expect(await shown('Bor på Norrgatan.')).toEqual([]);
    expect((await (await hub.as('anna')).query(CIRCLE, { id: hub.hubId })).meetingCircle).toContainEqual({
      kind: 'person',
      person: { personId: file.personId, protection: 'marking' },
    });
  });
});

describe('another house’s answer to an investigation', () => {
  it.each([
    ['waits in its own house where they are protected', 'marking', [false]],
    ['is given where they are not, and the house that answers is told the same', 'none', [false, true]],
  ])('that shows where somebody is %s, whatever kind it is of', async (_, protection, given) => {
    const asked = await openInvestigation(world, { givenName: 'Skyddad' });
    const as = async (key: string): Promise<ApiClient> => hub.as(key);
    const ids = await askAs(world, await as('elin'), { caseId: asked.caseId, keys: ['lena'] });
    await world.behindTheLocks(`update person set protection = $2 where id = $1`, [asked.personId, protection]);
    const category = 'school-attendance-and-results';
    const { answerInquiry } = await (
      await as('lena')
    ).query(ANSWER, {
      i: {
        ...{ inquiryId: ids['lena'], version: 1, knowledge: 'knows' },
        parts: [
          { category, text: 'Närvaro 41 procent.' },
          { category, text: 'Går på Norrskolan.', revealsPlace: true },
        ],
      },
    });
    expect(answerInquiry).toEqual({ late: false, given: 1, kept: 0, places: 1 });
    const { inquiries } = (await (await as('elin')).query(GATHERED, { id: asked.caseId })).inquiriesOfCase;
    expect(inquiries[0].parts.map(({ text }: { text: string }) => text)).toEqual(
      ['Närvaro 41 procent.', 'Går på Norrskolan.'].slice(0, given.length),
    );
    const open = await world.behindTheLocks<{ reveals_place: boolean }>(
      `select i.reveals_place from item i join share s on s.item_id = i.id and s.in_force @> clock.now()
       where i.case_id = $1 and i.category = $2 order by i.reveals_place`,
      [asked.caseId, category],
    );
    expect(open.map((one) => one.reveals_place)).toEqual(given);
  });
});
