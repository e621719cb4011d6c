/**
 * Who was registered and has nothing to do with any case is in a list for those who keep the register, and is removed by one
 * of them only while nothing points at them; who is protected is in nobody's list (GDPR 5.1 e; OSL 21:3, 26:1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnattachedStore } from '#use-cases/person/unattached.port.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { testNumber } from '../../support/people.js';
import { makeReport, REGISTER, registerInput, reportedChild } from '../../support/reports.js';
import { untilSomebodyWaits } from '../../support/waiting.js';
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

  it('never has somebody who is protected, and nobody removes the protection with the record, also who is named', async () => {
    for (const protection of ['marking', 'protected-registration', 'assumed-identity']) {
      const id = await register('Dahlqvist', { protection });
      expect([protection, await isListed(id, 'maria'), await isListed(id, 'birgitta')]).toEqual([
        protection,
        false,
        false,
      ]);
      const input = { id, version: 1, reason: 'by-mistake' };
      for (const who of ['maria', 'birgitta'])
        expect([who, await as(who).refusal(REMOVE, { input })]).toMatchObject([who, { code: 'CONFLICT' }]);
      expect([protection, await count('person', id)]).toEqual([protection, 1]);
    }
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
    // Whoever tries records to learn who is in a case leaves a line for each.
    expect(await ledger(`action = 'refuse' and ground = 'person-needed' and person_id = $1`, [guardian])).toHaveLength(
      1,
    );
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

describe('a report about somebody who is being removed', () => {
  it('arrives, about a record of its own', async () => {
    const number = testNumber('20140312');
    const id = await register('Granström', { number, noNumberReason: '' });
    const version = await versionOf(id);
    let arriving: Promise<unknown> | undefined;
    await world.asCaller.run(world.caller('maria'), async (tx) => {
      expect(await tx.of(UnattachedStore).remove(id, version)).toBe('removed');
      arriving = makeReport(as('marcus'), { children: [reportedChild({ number })] });
      await untilSomebodyWaits(world);
    });
    expect(await arriving).toHaveProperty('receipt');
    const { hits } = (await as('maria').query(SEARCH, { input: { asked: number } })).searchPeople;
    expect(hits).toHaveLength(1);
    expect(hits[0].id).not.toBe(id);
  });

  it('is answered at the child’s name where intake had chosen the record', async () => {
    const id = await register('Hallberg', { bornYear: 2014 });
    const version = await versionOf(id);
    let arriving: Promise<any> | undefined;
    await world.asCaller.run(world.caller('maria'), async (tx) => {
      await tx.of(UnattachedStore).remove(id, version);
      arriving = as('maria').refusal(REGISTER, {
        input: registerInput({
          children: [reportedChild({ givenName: 'Nils', familyName: 'Hallberg', number: '' })],
          personIds: [id],
        }),
      });
      await untilSomebodyWaits(world);
    });
    expect(await arriving).toMatchObject({ faults: [{ field: 'children.0.givenName', code: 'NOT_FOUND' }] });
  });
});
