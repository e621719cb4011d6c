/**
 * A group's plan taken out to a house's own files: on paper, for its system and for health care, each with just what the gate
 * lets that reader have at that instant, and never a word or a number of anything else (OSL 10:1, 26:1).
 */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { type Api, startApi } from '../../support/api.js';
import { layPlan, WRITE_ENTRY as WRITE } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { poppler, readPaper } from '../../support/paper.js';
import { peopleOf, testNumber } from '../../support/people.js';
import { buildWorld, type World } from '../../support/world.js';

const PLAN = `query($id: ID!) { plan(groupId: $id) { about entries { id state said { itemId text } } } }`;
const PREVIEW = `query($id: ID!) { planRecordPreview(groupId: $id) { houseName readerName readerTitle about things holds { category ground count } } }`;
const SECRET = 'Bara socialtjänsten vet: röker hasch på helgerna.';
const FORMS = ['pdf', 'json', 'fhir'] as const;

jest.setTimeout(60_000);

const schemaIn = (file: string, more: object = {}) =>
  ajv.compile({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...more });
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const record = schemaIn('config/schemas/plan-record.schema.json');
const bundle = schemaIn('test/support/standards/fhir-r5.schema.json', { $ref: '#/definitions/Bundle' });

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

async function laidPlan(givenName: string): Promise<GroupUnderTest> {
  const group = await formedGroup(world, api, { givenName });
  await layPlan(group);
  const secret = { kind: 'risk', words: SECRET, needArea: 'substances', category: 'addiction' };
  await (await group.as('anna')).query(WRITE, { i: { groupId: group.id, ...secret } });
  return group;
}

const NUMBER = testNumber('20110504');
/** The young person is in the register by number too. */
async function number({ file: { personId: id } }: GroupUnderTest): Promise<void> {
  const [row] = await world.behindTheLocks<{ version: number }>(`select version from person where id = $1`, [id]);
  await peopleOf(world).identity.run(world.caller('maria'), {
    ...{ id, version: row?.version ?? 0, identityVersion: 1, noNumberReason: '', bornYear: null, email: '' },
    ...{ givenName: 'Alva', familyName: 'Ek', number: NUMBER, address: '', phone: '' },
  });
}

const out = async (group: GroupUnderTest, key: string, form: (typeof FORMS)[number]) =>
  (await group.as(key)).fetch(`/documents/plan/${group.id}/${form}`);
const json = async (group: GroupUnderTest, key: string, form: 'json' | 'fhir'): Promise<any> =>
  JSON.parse(await (await out(group, key, form)).text());
const seenBy = async (group: GroupUnderTest, key: string): Promise<string[]> =>
  (await (await group.as(key)).query(PLAN, { id: group.id })).plan.entries
    .filter(({ state }: { state: string }) => state !== 'removed')
    .map(({ said }: { said: { text: string } }) => said.text)
    .sort();

describe('a plan taken out', () => {
  it('holds just what its reader sees of the plan, in each form, and no trace of the rest', async () => {
    const group = await laidPlan('Alva');
    await number(group);
    const putForward = `mutation($id: ID!) { putPlanForward(groupId: $id) }`;
    await (await group.as('anna')).query(putForward, { id: group.id });
    for (const key of ['anna', 'marcus', 'lena']) {
      const seen = await seenBy(group, key);
      expect([key, seen.includes(SECRET)]).toEqual([key, key === 'anna']);
      const data = await json(group, key, 'json');
      expect([key, record(data) ? [] : record.errors]).toEqual([key, []]);
      expect([key, data.entries.map(({ text }: { text: string }) => text).sort()]).toEqual([key, seen]);
      const fhir = await json(group, key, 'fhir');
      expect([key, bundle(fhir) ? [] : bundle.errors]).toEqual([key, []]);
      const said = fhir.entry.flatMap(({ resource: { resourceType, description } }: any) =>
        resourceType === 'Goal' ? description.text : (description ?? []),
      );
      expect(said.length).toBe(6);
      for (const text of said) expect([key, seen.includes(text)]).toEqual([key, true]);
      for (const file of [data, fhir])
        expect([key, JSON.stringify(file).includes('hasch')]).toEqual([key, key === 'anna' && file === data]);
      // Who is responsible stands there by name; whom it is about by number for the house that leads alone.
      expect([key, data.plan.personal_number]).toEqual([key, key === 'anna' ? NUMBER : null]);
      expect([key, JSON.stringify(fhir).includes(NUMBER)]).toEqual([key, key === 'anna']);
      expect(data.version).toMatchObject({ number: 2, changed_since: false });
    }
    // That something of which a reader has no part has changed is not said to them either.
    const more = { kind: 'risk', words: 'Mer om hasch.', needArea: 'substances', category: 'addiction' };
    await (await group.as('anna')).query(WRITE, { i: { groupId: group.id, ...more } });
    for (const key of ['anna', 'marcus'])
      expect([key, (await json(group, key, 'json')).version.changed_since]).toEqual([key, key === 'anna']);
    const { about } = (await json(group, 'marcus', 'json')).plan;
    expect(about).toBe((await (await group.as('marcus')).query(PLAN, { id: group.id })).plan.about);
  });

  it('is a tagged paper: the young person’s own picture first, measures as a table, and answers to the version', async () => {
    const group = await laidPlan('Bea');
    const response = await out(group, 'lena', 'pdf');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).not.toContain('Bea');
    if (!poppler) return;
    const { info, tree, text } = await readPaper(Buffer.from(await response.arrayBuffer()));
    expect(info).toMatch(/Tagged:\s+yes/);
    const read = tree.replace(/\s+/g, ' ');
    const order = ['Min framtid', 'Delmål och steg', 'Insatser', 'Mattestuga', 'Ramar', 'Styrkor', 'Version och svar'];
    const places = order.map((word) => read.indexOf(word));
    expect(places.filter((at) => at < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(read.indexOf('Table')).toBeGreaterThan(read.indexOf('Insatser'));
    expect(read.split('TH').length - 1).toBeGreaterThanOrEqual(5);
    // What stands below one another in a cell is not read as one word.
    expect(read).toContain('förmiddagen." P');
    expect(read).toMatch(/Version 1, framlagd av .* väntar på svar/);
    expect(text).toMatch(/Så som .+ får ha den/);
    expect(text).toMatch(/Innehåller sekretess/);
    for (const hint of ['hasch', 'Risker 2', 'dold', 'stängd']) expect(read).not.toContain(hint);
  });

  it('is looked at before it leaves, and what leaves stands in the ledger with its form', async () => {
    const group = await laidPlan('Cleo');
    const lines = (action: string) =>
      world.behindTheLocks<{ form: string; ground: string; whole: boolean }>(
        `select detail ->> 'form' as form, ground, case_id is not null and person_id is not null as whole from ledger_entry
          where action = $2 and detail ->> 'groupId' = $1 and detail ? 'form' order by form`,
        [group.id, action],
      );
    const marcus = await group.as('marcus');
    const { planRecordPreview: preview } = await marcus.query(PREVIEW, { id: group.id });
    const held = await json(group, 'marcus', 'json');
    expect(preview.houseName).toBe(held.taken_out.agency);
    expect(preview.about).toBe(held.plan.about);
    const counted = preview.holds.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
    expect(counted).toBe(preview.things);
    // The measure that the police wrote is their own.
    expect(preview.holds).toEqual(
      expect.arrayContaining([
        { category: 'measures-and-plan', ground: 'consent', count: preview.things - 2 },
        { category: 'measures-and-plan', ground: 'internal', count: 1 },
        { category: 'school-attendance-and-results', ground: 'consent', count: 1 },
      ]),
    );
    expect(preview.things).toBeGreaterThanOrEqual(held.entries.length);
    expect((await lines('read')).length).toBe(preview.things);
    await out(group, 'marcus', 'pdf');
    await out(group, 'anna', 'fhir');
    expect(await lines('export')).toEqual([
      { form: 'fhir', ground: 'internal', whole: true },
      { form: 'json', ground: 'consent', whole: true },
      { form: 'pdf', ground: 'consent', whole: true },
    ]);
    const opened = await world.behindTheLocks<{ n: number }>(
      `select count(distinct item_id)::int as n from ledger_entry where action = 'export' and actor_staff = $1 and case_id = $2`,
      [world.caller('marcus').staffId, group.file.caseId],
    );
    expect(opened[0]?.n).toBeGreaterThanOrEqual(held.entries.length);
  });

  it('is given to nobody outside, not before it is begun, and no more when the consent is gone', async () => {
    const empty = await formedGroup(world, api, { givenName: 'Dina' });
    for (const form of FORMS) {
      expect((await out(empty, 'anna', form)).status).toBe(400);
      expect((await out(empty, 'hassan', form)).status).toBe(404);
      expect((await api.anonymous.fetch(`/documents/plan/${empty.id}/${form}`)).status).toBe(401);
    }
    const exported = await world.behindTheLocks(
      `select 1 from ledger_entry where action = 'export' and detail ->> 'groupId' = $1`,
      [empty.id],
    );
    expect(exported).toEqual([]);
    const group = await laidPlan('Ebba');
    expect((await out(group, 'marcus', 'json')).status).toBe(200);
    await group.consent.narrow(group.file.guardianId, { categories: ['measures-and-plan'] });
    const after = await out(group, 'marcus', 'json');
    if (after.status === 200) {
      const data = JSON.parse(await after.text());
      // The figures that the school tells are of another kind, which they have said yes to still.
      const byConsent = data.entries.filter(({ ground }: { ground: string }) => ground === 'consent');
      expect(byConsent.map(({ kind, category }: any) => [kind, category])).toEqual([
        ['series', 'school-attendance-and-results'],
      ]);
    }
    expect(await seenBy(group, 'marcus').catch(() => [])).not.toContain('Godkänd i matte före jul.');
    await group.consent.withdraw(group.file.guardianId);
    for (const form of FORMS) expect([form, (await out(group, 'marcus', form)).status]).toEqual([form, 404]);
    expect((await out(group, 'anna', 'json')).status).toBe(200);
  });
});
