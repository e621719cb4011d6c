/**
 * A drawing of the future: drawn on the family's telephone or beside the young person, kept sealed with its words, shown to
 * those who have these and to nobody else, told in words to whoever cannot see it, and never anything but lines ([S1]).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MOST_POINTS } from '#domain/plan/drawing.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { bankidEnv, FamilyBrowser, linkTo } from '../../support/family.js';
import { poppler, readPaper } from '../../support/paper.js';
import { plannedFamily, type PlannedFamily } from '../../support/planned-family.js';
import { buildWorld, type World } from '../../support/world.js';

const DRAWING = `drawing { alt strokes }`;
const PLANS = `{ familyPlans { entries { id kind words ${DRAWING} comments { text ${DRAWING} } } proposals { text ${DRAWING} } } }`;
const STAFF = `query($id: ID!) { plan(groupId: $id) { entries { id kind version said { text version ${DRAWING} }
  voices { text ${DRAWING} } } proposals { id text ${DRAWING} } } }`;
const COMMENT = `mutation ($input: CommentFamilyPlanInput!) { commentFamilyPlan(input: $input) }`;
const PROPOSE = `mutation ($input: ProposeInFamilyPlanInput!) { proposeInFamilyPlan(input: $input) }`;
const WRITE = `mutation($i: WritePlanEntryInput!) { writePlanEntry(input: $i) }`;
const CHANGE = `mutation($i: ChangePlanEntryInput!) { changePlanEntry(input: $i) }`;
const COMPARE = `query($id: ID!) { planComparison(groupId: $id, before: 1) { what changed before { ${DRAWING} } after { ${DRAWING} } } }`;

const HOUSE = {
  alt: 'Ett hus med en hund.',
  strokes: ['brown thick 100 600 100 300 500 300 500 600', 'ink thin 700 610'],
};
const BOAT = { alt: 'En båt.', strokes: ['blue thin 1 2 300 400'] };

jest.setTimeout(120_000);

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;
let of: PlannedFamily;
let [melvin, linda]: FamilyBrowser[] = [];

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
  of = await plannedFamily(world, api, ['Melvin', 'Linda', 'Tomas']);
  melvin = await known('Melvin');
  linda = await known('Linda');
}, 120_000);
afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

async function known(givenName: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(api, bankid);
  const { consentId } = of;
  await own.signIn(await linkTo(world, maria, { consentId, personId: of.person(givenName) }), givenName);
  return own;
}

const once = (i: object) => ({ input: { key: randomUUID(), text: '', ...i } });
const planOf = async (who: FamilyBrowser): Promise<any> => (await who.query(PLANS)).familyPlans[0];
const seenBy = async (key: string): Promise<any> =>
  (await (await of.group.as(key)).query(STAFF, { id: of.group.id })).plan;
const future = (plan: any) => plan.entries.find(({ kind }: { kind: string }) => kind === 'future');

describe('a drawing of the future', () => {
  it('is proposed from a telephone with no other words than what it shows, and taken up as it was drawn', async () => {
    // Somebody has to have written something before the plan is the family's to see.
    await of.write('anna', { kind: 'strength', words: 'Envis.' });
    const sent = once({ groupId: of.group.id, drawing: HOUSE });
    await Promise.all([melvin!.query(PROPOSE, sent), melvin!.query(PROPOSE, sent)]);
    expect((await planOf(melvin!)).proposals).toEqual([{ text: HOUSE.alt, drawing: HOUSE }]);
    expect((await planOf(linda!)).proposals).toEqual([]);
    expect((await seenBy('lena')).proposals).toEqual([]);
    const { proposals } = await seenBy('anna');
    expect(proposals).toEqual([{ id: expect.any(String), text: HOUSE.alt, drawing: HOUSE }]);
    const [{ id: proposalId, drawing }] = proposals;
    await of.write('anna', { kind: 'future', words: 'Ett eget hus.', drawing, proposalId });
    for (const who of [melvin!, linda!])
      expect(future(await planOf(who))).toMatchObject({ words: 'Ett eget hus.', drawing: HOUSE });
    for (const key of ['anna', 'lena', 'marcus'])
      expect([key, future(await seenBy(key)).said.drawing]).toEqual([key, HOUSE]);
  });

  it('is kept sealed, and is in no ledger, no outbox and no other column', async () => {
    const rows = await world.behindTheLocks<{ all: string }>(
      `select coalesce(string_agg(t.row, ' '), '') as all from (
         select (to_jsonb(i) - 'ciphertext')::text || encode(i.ciphertext, 'escape') as row from item i
         union all select to_jsonb(l)::text from ledger_entry l union all select to_jsonb(o)::text from outbox o
         union all select to_jsonb(e)::text from plan_entry e union all select to_jsonb(v)::text from plan_voice v) t`,
    );
    expect(rows[0]?.all.length).toBeGreaterThan(1_000);
    for (const hidden of ['strokes', 'hund', '600,100']) expect(rows[0]?.all).not.toContain(hidden);
  });

  it('is said beside the words of the picture, by whoever draws it, and of nothing else', async () => {
    const { id } = future(await planOf(melvin!));
    await melvin!.query(COMMENT, once({ entryId: id, text: 'Så här i stället.', drawing: BOAT }));
    expect(future(await planOf(melvin!)).comments).toEqual([{ text: 'Så här i stället.', drawing: BOAT }]);
    expect(future(await planOf(linda!)).comments).toEqual([]);
    expect(future(await seenBy('anna')).voices).toEqual([{ text: 'Så här i stället.', drawing: BOAT }]);
    expect(future(await seenBy('lena')).voices).toEqual([]);
    const other = await of.write('anna', { kind: 'goal', words: 'Komma in på fordon.' });
    expect(await melvin!.refusal(COMMENT, once({ entryId: other, text: 'Hej', drawing: BOAT }))).toBe('NO_DRAWING');
    expect(await melvin!.refusal(COMMENT, once({ entryId: id }))).toBe('INVALID_INPUT');
  });

  it('is drawn anew over what stood when it was begun, stands as it was in the version before, and clashes with another’s', async () => {
    await of.putForward();
    const anna = await of.group.as('anna');
    const { id: entryId, version, said } = future(await seenBy('anna'));
    const change = { entryId, version, itemVersion: said.version, words: said.text, forFamily: true };
    await anna.query(CHANGE, { i: { ...change, drawing: BOAT } });
    expect((await anna.refusal(CHANGE, { i: { ...change, drawing: HOUSE } })).code).toBe('CONFLICT');
    expect(future(await planOf(melvin!)).drawing).toEqual(BOAT);
    for (const key of ['anna', 'lena']) {
      const [difference] = (await (await of.group.as(key)).query(COMPARE, { id: of.group.id })).planComparison;
      expect([key, difference]).toEqual([
        key,
        { what: 'changed', changed: ['words'], before: { drawing: HOUSE }, after: { drawing: BOAT } },
      ]);
    }
  });

  it('leaves with the words, and with nobody beside those who had them', async () => {
    const marcus = await of.group.as('marcus');
    const out = async (form: string) => marcus.fetch(`/documents/plan/${of.group.id}/${form}`);
    const record = JSON.parse(await (await out('json')).text());
    expect(record.entries.find(({ kind }: { kind: string }) => kind === 'future').drawing).toMatchObject({
      ...{ alt: BOAT.alt, width: 1000, height: 700 },
      strokes: [{ colour: '#1f5fbf', width: 6, points: [1, 2, 300, 400] }],
    });
    expect(await (await out('fhir')).text()).toContain(`Teckning: ${BOAT.alt}`);
    if (!poppler) return;
    const { tree, info } = await readPaper(Buffer.from(await (await out('pdf')).arrayBuffer()));
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(tree).toContain('Figure');
  });

  it('is nothing but lines on a sheet, with what it shows, and no more than can be sent', async () => {
    const anna = await of.group.as('anna');
    const { id: entryId, version, said } = future(await seenBy('anna'));
    const refused = async (drawing: object) => {
      const i = { entryId, version, itemVersion: said.version, words: said.text, forFamily: true, drawing };
      const { code, faults } = await anna.refusal(CHANGE, { i });
      return [code, faults?.map((fault: { field: string; code: string }) => [fault.field, fault.code])];
    };
    for (const wrong of [
      'blue thin 1 2"/><script>alert(1)</script>',
      'url(https://elsewhere.example) thin 1 2',
      'blue thin 1 2 3',
      'blue thin 1 7000',
    ])
      expect([wrong, await refused({ alt: 'Ett hus.', strokes: ['blue thin 1 2', wrong] })]).toEqual([
        wrong,
        ['INVALID_INPUT', [['drawing', 'NO_DRAWING']]],
      ]);
    const many = Array.from({ length: 2 }, () => `blue thin${' 7 7'.repeat(MOST_POINTS)}`);
    expect(await refused({ alt: 'Ett hus.', strokes: many })).toEqual([
      'INVALID_INPUT',
      [['drawing', 'DRAWING_TOO_LARGE']],
    ]);
    expect(await refused({ ...BOAT, alt: ' ' })).toEqual(['INVALID_INPUT', [['drawingAlt', 'DRAWING_IN_WORDS']]]);
    expect(await melvin!.refusal(PROPOSE, once({ groupId: of.group.id, drawing: { ...BOAT, alt: '' } }))).toBe(
      'INVALID_INPUT',
    );
    // It is of the future alone.
    await anna.query(WRITE, { i: { groupId: of.group.id, kind: 'goal', words: 'Ett mål till.', drawing: BOAT } });
    const goal = (await seenBy('anna')).entries.find(({ said: { text } }: any) => text === 'Ett mål till.');
    expect(goal.said.drawing).toBeNull();
  });

  it('is gone with the words when they are taken back from a guardian', async () => {
    const anna = await of.group.as('anna');
    const { id: entryId, version, said } = future(await seenBy('anna'));
    const i = { entryId, version, itemVersion: said.version, words: said.text, forFamily: false, drawing: BOAT };
    await anna.query(CHANGE, { i });
    expect(await linda!.bytes(PLANS)).not.toContain(BOAT.alt);
  });
});
