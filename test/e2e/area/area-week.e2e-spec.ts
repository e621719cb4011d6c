/** The week of an EST group over the api: two parties tell, nobody is named, the week is closed and what is open follows ([S0]; OSL 26:1). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Api, startApi } from '../../support/api.js';
import { SEARCHES } from '#platform/person/memory-search-limit.js';
import { formPlaceGroup } from '../../support/busy-area.js';
import { clientsOf } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const WEEK = `query($id: ID!, $monday: String) { areaWeek(groupId: $id, monday: $monday) { monday thisMonday week mayAdd mayLead closedAt closedBy silent
  sightings { id own branchName place phenomenon times { count fewMore } words struck } places { place times { count fewMore } before { count fewMore } }
  trend { week times { count fewMore } } measures { id version place what ownerName state carried late mayEnd result } members { staffId } sketch { places { slug } } } }`;
const TELL = `mutation($i: TellSightingInput!) { tellSighting(input: $i) { sightings { id } } }`;
const MEASURE = `mutation($i: AreaMeasureInput!) { addAreaMeasure(input: $i) { measures { id version } } }`;
const END = `mutation($i: EndAreaMeasureInput!) { endAreaMeasure(input: $i) { measures { id state } } }`;
const CLOSE = `mutation($g: ID!, $m: String!) { closeAreaWeek(groupId: $g, monday: $m) { closedAt } }`;

let world: World;
let api: Api;
let groupId: string;
let as: ReturnType<typeof clientsOf>;
const id = (key: string) => world.caller(key).staffId;
const week = async (key: string, monday?: string) =>
  (await (await as(key)).query(WEEK, { id: groupId, monday: monday ?? null })).areaWeek;
const seen = (more: object = {}) => ({
  i: { groupId, place: 'stationen', band: 'evening', phenomenon: 'threat', times: 4, ...more },
});
/** What the register was asked by a text, as the ledger has it. */
const asked = async (key: string) =>
  (
    await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where actor_staff = $1 and action = 'search' and outcome = 'done' order by id`,
      [id(key)],
    )
  ).map(({ detail }) => detail);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
  groupId = await formPlaceGroup(world, await as('anna'));
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('the week of an area', () => {
  it('sums what two parties have told, and tells small numbers of others as few', async () => {
    await (await as('marcus')).query(TELL, seen({ words: 'Två gäng möttes vid perrongen.' }));
    await (await as('hassan')).query(TELL, seen({ times: 2 }));
    await (await as('hassan')).query(TELL, seen({ place: 'torget', phenomenon: 'calm', times: 1 }));
    const anna = await week('anna');
    // Marcus's four are told; a sum of six would give away that Hassan told two.
    expect(anna.places).toEqual([
      { place: 'stationen', times: { count: 4, fewMore: true }, before: { count: 0, fewMore: false } },
    ]);
    expect(anna.silent).toEqual(['Individ och familj']);
    const hassan = await week('hassan');
    expect(hassan.sightings.find((one: any) => !one.own)).toMatchObject({ times: { count: 4, fewMore: false } });
    // Marcus knows his four; that there are two more would be told by the sum.
    expect((await week('marcus')).places[0].times).toEqual({ count: 4, fewMore: true });
    expect((await week('marcus')).sightings.filter((one: any) => !one.own).map((one: any) => one.times)).toEqual([
      { count: 0, fewMore: true },
      { count: 0, fewMore: true },
    ]);
  });

  it('refuses what points at a person with its places in the text, and keeps a line of that', async () => {
    const marcus = await as('marcus');
    const text = 'Sara Lindgren, 20010315-2384, sågs i Viken';
    const refusal = await marcus.refusal(TELL, seen({ words: text }));
    expect(refusal.code).toBe('INVALID_INPUT');
    const [fault] = refusal.faults as any[];
    expect(fault).toMatchObject({ field: 'words', code: 'POINTS_AT_A_PERSON' });
    expect(fault.spans.map((one: any) => text.slice(one.from, one.to))).toEqual(['Sara Lindgren', '20010315-2384']);
    const lines = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where actor_staff = $1 and action = 'refuse' and ground = 'no-person-data'`,
      [id('marcus')],
    );
    expect(lines).toMatchObject([{ detail: { words: 'name number', found: 2 } }]);
  });

  it('lets the writer say that a word is no person, and never that a full name is none', async () => {
    const marcus = await as('marcus');
    const maybe = await marcus.refusal(TELL, seen({ words: 'Skylten hos Elton är sönder' }));
    expect((maybe.faults as any[])[0].code).toBe('MAY_POINT_AT_A_PERSON');
    await marcus.query(TELL, seen({ words: 'Skylten hos Elton är sönder', noPerson: ['Elton'] }));
    const sure = await marcus.refusal(TELL, seen({ words: 'Sara Lindgren', noPerson: ['Sara Lindgren'] }));
    expect((sure.faults as any[])[0].code).toBe('POINTS_AT_A_PERSON');
  });

  it('knows the people of the writer’s own house by how they sound, and says nothing of other houses’', async () => {
    const maria = await as('maria');
    await maria.query(`query($w: String!) { searchPeople(input: { asked: $w }) { by } }`, { w: 'Zyrvan Qorvex' });
    const { createPerson } = await maria.query(
      `mutation($i: CreatePersonInput!) { createPerson(input: $i) { person { id } } }`,
      { i: { givenName: 'Zyrvan', familyName: 'Qorvex', noNumberReason: 'unknown', bornYear: 2010 } },
    );
    expect(createPerson.person.id).toBeTruthy();
    const words = 'Vid torget höll Syrvan Korveks till';
    const refusal = await (await as('anna')).refusal(TELL, seen({ words, noPerson: ['Syrvan Korveks'] }));
    expect((refusal.faults as any[])[0].spans).toMatchObject([{ kind: 'known', severity: 'points' }]);
    await (await as('marcus')).query(TELL, seen({ words, noPerson: ['Syrvan Korveks'] }));
    const line = (found: number) => [expect.objectContaining({ by: 'name', found, asked: expect.any(String) })];
    expect([await asked('anna'), await asked('marcus')]).toEqual([line(1), line(0)]);
    expect(JSON.stringify([await asked('anna'), await asked('marcus')])).not.toMatch(/korve|syrvan/i);
  });

  it('asks the register of nothing for whoever may not tell there, nor of more names than a few words hold', async () => {
    const before = [await asked('anna'), await asked('lena')];
    const words = 'Vid torget höll Syrvan Korveks till';
    const maybe = { words, noPerson: ['Syrvan Korveks'] };
    const anna = await as('anna');
    const elsewhere = randomUUID();
    const lena = await (await as('lena')).refusal(TELL, seen(maybe));
    expect([(await anna.refusal(TELL, seen({ ...maybe, groupId: elsewhere }))).code, lena.code]).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    const measure = { place: 'stationen', what: words, ownerStaffId: id('hassan'), dueOn: inDays(3) };
    expect((await anna.refusal(MEASURE, { i: { ...measure, groupId: elsewhere } })).code).toBe('NOT_FOUND');
    expect((await anna.refusal(MEASURE, { i: { ...measure, groupId, dueOn: inDays(-1) } })).faults).toMatchObject([
      { code: 'DUE_OUT_OF_RANGE' },
    ]);
    const end = { measureId: elsewhere, version: 1, state: 'done', result: words };
    expect((await anna.refusal(END, { i: end })).code).toBe('NOT_FOUND');
    const many = 'Bezzu Mofir. Tazzu Lefir. Pozzu Gefir. Kazzu Nefir. Syrvan Korveks.';
    expect((await anna.refusal(TELL, seen({ words: many }))).faults).toMatchObject([
      { field: 'words', code: 'NAMES_LIKELY_TOO_MANY' },
    ]);
    expect([await asked('anna'), await asked('lena')]).toEqual(before);
  });

  it('lets nothing through unasked when the searches are spent, and keeps a line of that', async () => {
    const anna = await as('anna');
    const told = seen({ words: 'Vid torget höll Syrvan Korveks till', noPerson: ['Syrvan Korveks'] });
    let refusal = await anna.refusal(TELL, told);
    for (let at = 0; at < SEARCHES.inTenMinutes && refusal.code === 'INVALID_INPUT'; at++)
      refusal = await anna.refusal(TELL, told);
    expect(refusal).toMatchObject({ code: 'SEARCHES_TOO_MANY', field: 'words' });
    expect(await asked('anna')).toHaveLength(SEARCHES.inTenMinutes);
    const lines = await world.behindTheLocks(
      `select 1 from ledger_entry where actor_staff = $1 and action = 'search' and outcome = 'refuse' and ground = 'search-limit'`,
      [id('anna')],
    );
    expect(lines).toHaveLength(1);
  });

  it('is closed to more, and the next week carries what is open', async () => {
    const [anna, marcus] = [await as('anna'), await as('marcus')];
    const measure = {
      groupId,
      place: 'stationen',
      phenomenon: 'threat',
      what: 'Vandring två kvällar',
      dueOn: inDays(3),
    };
    const late = await anna.refusal(MEASURE, { i: { ...measure, ownerStaffId: id('hassan'), dueOn: inDays(-1) } });
    expect((late.faults as any[])[0]).toMatchObject({ field: 'dueOn', code: 'DUE_OUT_OF_RANGE' });
    await anna.query(MEASURE, { i: { ...measure, ownerStaffId: id('hassan') } });
    const { monday } = await week('anna');
    expect((await marcus.refusal(CLOSE, { g: groupId, m: monday })).code).toBe('NOT_ALLOWED');
    await anna.query(CLOSE, { g: groupId, m: monday });
    expect((await marcus.refusal(TELL, seen())).faults).toMatchObject([{ field: 'monday', code: 'WEEK_CLOSED' }]);
    await world.database.moveClock('7 days');
    as = clientsOf(world, api);
    const next = await week('hassan');
    expect(next.monday > monday).toBe(true);
    expect(next).toMatchObject({ mayAdd: true, sightings: [] });
    const [carried] = next.measures;
    expect(carried).toMatchObject({
      carried: true,
      late: true,
      state: 'open',
      mayEnd: true,
      what: 'Vandring två kvällar',
    });
    expect((await week('marcus')).measures[0].mayEnd).toBe(false);
    const result = {
      measureId: carried.id,
      version: carried.version,
      state: 'done',
      result: 'Lugnare båda kvällarna.',
    };
    expect((await (await as('marcus')).refusal(END, { i: result })).code).toBe('NOT_ALLOWED');
    await (await as('hassan')).query(END, { i: result });
    expect((await week('hassan', monday)).measures).toMatchObject([{ state: 'done', carried: false }]);
    await world.database.moveClock('0 days');
    as = clientsOf(world, api);
  });

  it('lets anyone in the group take words away at once, and nobody outside it see a row', async () => {
    const own = (await week('marcus', undefined)).sightings;
    const [first] = own.filter((one: any) => one.words !== null);
    await (await as('hassan')).query(`mutation($id: ID!) { strikeAreaWords(id: $id) { groupId } }`, { id: first.id });
    expect((await week('anna')).sightings.find((one: any) => one.id === first.id)).toMatchObject({
      words: null,
      struck: true,
    });
    for (const key of ['lena', 'karin', 'maria', 'petra']) {
      expect([key, (await (await as(key)).refusal(WEEK, { id: groupId })).code]).toEqual([key, 'NOT_FOUND']);
      const strike = await (
        await as(key)
      ).refusal(`mutation($id: ID!) { strikeAreaWords(id: $id) { groupId } }`, { id: first.id });
      expect([key, strike.code]).toEqual([key, 'NOT_FOUND']);
    }
  });

  it('looks through a place in its own words too, where the town has no sketch, and lets it be taken away', async () => {
    const town = [world.caller('hassan').municipalityId];
    await world.behindTheLocks(
      `update municipality set settings = settings #- '{area,sketch}' where id = $1 returning 1`,
      town,
    );
    await world.behindTheLocks(`delete from area_week where group_id = $1 returning 1`, [groupId]);
    const hassan = await as('hassan');
    const told = (more: object) => seen({ monday: null, ...more });
    expect((await hassan.refusal(TELL, told({ place: 'Hos Sara Lindgren' }))).faults).toMatchObject([
      { field: 'place', code: 'POINTS_AT_A_PERSON' },
    ]);
    const measure = {
      groupId,
      place: 'Hos Sara Lindgren',
      what: 'Vandring',
      ownerStaffId: id('hassan'),
      dueOn: inDays(3),
    };
    expect((await (await as('anna')).refusal(MEASURE, { i: measure })).faults).toMatchObject([
      { field: 'place', code: 'POINTS_AT_A_PERSON' },
    ]);
    await hassan.query(TELL, told({ place: 'bakom den gula kiosken' }));
    const own = async () => (await week('hassan')).sightings.find((one: any) => /kiosk|^$/.test(one.place));
    await (
      await as('anna')
    ).query(`mutation($id: ID!) { strikeAreaWords(id: $id) { groupId } }`, { id: (await own()).id });
    expect(await own()).toMatchObject({ place: '', words: null, struck: true });
  });
});
