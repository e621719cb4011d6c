/**
 * Who was registered and has nothing to do with any case is in a list for those who keep the register, and is removed by one
 * of them only while nothing points at them; a protected name is in nobody's list who is not named (GDPR 5.1 e; OSL 21:3, 26:1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { testNumber } from '../../support/people.js';
import { makeReport } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const SEARCH = `query ($input: SearchPeopleInput!) { searchPeople(input: $input) { hits { id } } }`;
const CREATE = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id } existing { id } } }`;
const LIST = `query ($first: Int!, $after: String) { unattachedPeople(first: $first, after: $after) {
  edges { node { version registeredAt lookDueAt isDue seen { id name } } } pageInfo { hasNextPage endCursor } } }`;
const REMOVE = `mutation ($input: RemovePersonInput!) { removePerson(input: $input) { id } }`;
const CUSTODY = `mutation ($input: RecordCustodyInput!) { recordCustody(input: $input) { id } }`;

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  for (const key of ['marcus', 'maria', 'elin', 'birgitta'])
    people.set(key, await api.as({ id: world.town.staff.get(key)! }));
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

async function register(familyName: string, more: object = {}): Promise<string> {
  await as('maria').query(SEARCH, { input: { asked: `Nils ${familyName}` } });
  const input = { givenName: 'Nils', familyName, noNumberReason: 'unknown', bornYear: 1980, ...more };
  return (await as('maria').query(CREATE, { input })).createPerson.person.id;
}
const page = async (who: string, first = 100, after: string | null = null) =>
  (await as(who).query(LIST, { first, after })).unattachedPeople;
const listed = async (who: string): Promise<{ id: string; version: number; isDue: boolean }[]> =>
  (await page(who)).edges.map(({ node }: any) => ({ id: node.seen.id, version: node.version, isDue: node.isDue }));
const isListed = async (id: string, who = 'maria') => (await listed(who)).some((one) => one.id === id);
const versionOf = async (id: string) => (await listed('maria')).find((one) => one.id === id)!.version;
const count = async (table: string, id: string) =>
  (await world.behindTheLocks(`select 1 from ${table} where ${table === 'person' ? 'id' : 'person_id'} = $1`, [id]))
    .length;
const ledger = (where: string, values: unknown[] = []) =>
  world.behindTheLocks<{ detail: any }>(`select detail from ledger_entry where ${where} order by id`, values);

describe('the list of people without a case', () => {
  it('has whoever nothing points at, longest registered first, in pages, and leaves its line', async () => {
    const [one, other] = [await register('Adlerkvist'), await register('Bergdahl')];
    const first = await page('maria', 1);
    expect([first.edges[0].node.seen.id, first.pageInfo.hasNextPage]).toEqual([one, true]);
    const second = await page('maria', 1, first.pageInfo.endCursor);
    expect([second.edges[0].node.seen.id, second.pageInfo.hasNextPage]).toEqual([other, false]);
    expect(await isListed(one, 'birgitta')).toBe(true);
    const lines = await ledger(`action = 'read' and detail->>'list' = 'unattached-people' and actor_staff = $1`, [
      world.town.staff.get('birgitta'),
    ]);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('is for those who keep the register, each for their own house', async () => {
    for (const who of ['elin', 'marcus']) {
      expect(await as(who).refusal(LIST, { first: 10 })).toMatchObject({ code: 'NOT_ALLOWED' });
      const input = { id: await register('Obehörig'), version: 1, reason: 'by-mistake' };
      expect(await as(who).refusal(REMOVE, { input })).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  it('says who is to be looked at when three months have gone', async () => {
    const id = await register('Cederlund');
    expect((await listed('maria')).find((one) => one.id === id)!.isDue).toBe(false);
    await world.behindTheLocks(
      `update person set created_at = created_at - interval '4 months' where id = $1 returning 1`,
      [id],
    );
    expect((await listed('maria'))[0]).toMatchObject({ id, isDue: true });
  });

  it('never has somebody whose name is protected, but for those who are named', async () => {
    const id = await register('Dahlqvist', { protection: 'protected-registration' });
    expect([await isListed(id, 'maria'), await isListed(id, 'birgitta')]).toEqual([true, false]);
    const input = { id, version: await versionOf(id), reason: 'by-mistake' };
    expect(await as('birgitta').refusal(REMOVE, { input })).toMatchObject({ code: 'CONFLICT' });
    expect(await count('person', id)).toBe(1);
  });

  it('has nobody who is in a case, in a report or in somebody’s custody', async () => {
    const { id: reportId } = await makeReport(as('marcus'));
    const child = await world.behindTheLocks<{ id: string }>(
      `select person_id as id from report_child where report_id = $1`,
      [reportId],
    );
    expect(await isListed(child[0]!.id)).toBe(false);
    const guardian = await register('Ekwall');
    const version = await versionOf(guardian);
    await as('maria').query(CUSTODY, {
      input: {
        childId: child[0]!.id,
        guardianId: guardian,
        kind: 'parent',
        source: 'told',
        sourceOn: '2020-01-01',
        startsOn: '2020-01-01',
      },
    });
    expect(await isListed(guardian)).toBe(false);
    const refusal = await as('maria').refusal(REMOVE, { input: { id: guardian, version, reason: 'never-needed' } });
    expect(refusal).toMatchObject({ code: 'PERSON_NEEDED' });
    expect(refusal.message).toMatch(/behövs nu/);
    expect(await count('person', guardian)).toBe(1);
  });
});

describe('a person who is removed', () => {
  it('is gone with name, number and key, cannot be found, and the ledger says why and by whom', async () => {
    const number = testNumber('19800504');
    const id = await register('Fagerlind', { number, noNumberReason: '' });
    const input = { id, version: await versionOf(id), reason: 'by-mistake' };
    expect(await as('maria').refusal(REMOVE, { input: { ...input, reason: 'för att' } })).toMatchObject({
      faults: [{ field: 'reason', code: 'CHOOSE_ONE' }],
    });
    expect(await as('maria').refusal(REMOVE, { input: { ...input, version: 99 } })).toMatchObject({ code: 'CONFLICT' });
    await as('maria').query(REMOVE, { input });
    for (const table of ['person', 'person_identity', 'person_key', 'person_name_index', 'person_number_index'])
      expect([table, await count(table, id)]).toEqual([table, 0]);
    expect((await as('maria').query(SEARCH, { input: { asked: number } })).searchPeople.hits).toEqual([]);
    expect(await as('maria').refusal(REMOVE, { input })).toMatchObject({ code: 'NOT_FOUND' });
    const lines = await ledger(`person_id = $1 and detail->>'deed' = 'person-removed' and actor_staff = $2`, [
      id,
      world.town.staff.get('maria'),
    ]);
    expect(lines.map(({ detail }) => detail)).toEqual([{ deed: 'person-removed', reason: 'by-mistake' }]);
  });
});
