/** Intake that has searched and found puts the report on the child who is registered, and makes no second record. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import {
  CHILD,
  makeReport,
  REGISTER,
  registerInput,
  reportedChild,
  reportInput,
  SEARCH,
  SUBMIT,
} from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const nameless = { number: '', noNumberReason: '', bornYear: null };

let world: World;
let api: Api;
let maria: ApiClient;
let marcus: ApiClient;
let known: string;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  maria = await api.as({ id: world.town.staff.get('maria')! });
  marcus = await api.as({ id: world.town.staff.get('marcus')! });
  await makeReport(marcus);
  known = (await maria.query(SEARCH, { input: { asked: CHILD } })).searchPeople.hits[0].id;
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const people = async (): Promise<number> =>
  Number((await world.behindTheLocks<{ n: string }>('select count(*) as n from person'))[0]!.n);
const faultsOf = (refusal: { faults: readonly { field: string; code: string }[] }) =>
  refusal.faults.map(({ field, code }) => `${field} ${code}`);

describe('a report that is written down', () => {
  it('is put on the chosen child without asking for a number again', async () => {
    const before = await people();
    const { registerReport } = await maria.query(REGISTER, {
      input: registerInput({ children: [reportedChild(nameless)], personIds: [known] }),
    });
    const [file] = await world.behindTheLocks<{ person_id: string }>('select person_id from case_file where id = $1', [
      registerReport.caseIds[0],
    ]);
    expect(file?.person_id).toBe(known);
    expect(await people()).toBe(before);
  });

  it('still asks for number or year of a child who was not chosen', async () => {
    await maria.query(SEARCH, { input: { asked: 'Alva Ek' } });
    const refusal = await maria.refusal(REGISTER, {
      input: registerInput({ children: [reportedChild(nameless), reportedChild(nameless)], personIds: [known, ''] }),
    });
    expect(faultsOf(refusal)).toEqual(['children.1.number NUMBER_OR_REASON', 'children.1.bornYear BORN_YEAR_MISSING']);
  });

  it('refuses somebody who is nobody here, of another house, or chosen twice', async () => {
    const [other] = await world.behindTheLocks<{ id: string }>(
      `insert into person (id, municipality_id, branch_id, born)
       select gen_random_uuid(), b.municipality_id, b.id, '2012-01-01' from branch b where b.slug = 'grundskola' returning id`,
    );
    for (const id of [randomUUID(), other!.id]) {
      const refusal = await maria.refusal(REGISTER, {
        input: registerInput({ children: [reportedChild(nameless)], personIds: [id] }),
      });
      expect(faultsOf(refusal)).toEqual(['children.0.givenName NOT_FOUND']);
    }
    const twice = await maria.refusal(REGISTER, {
      input: registerInput({ children: [reportedChild(nameless), reportedChild(nameless)], personIds: [known, known] }),
    });
    expect(faultsOf(twice)).toEqual(['children.1.givenName SAME_CHILD_TWICE']);
  });

  it('is not a door for reporters: their form knows no such field', async () => {
    const refusal = await marcus.refusal(SUBMIT, { input: { ...reportInput(), personIds: [known] } });
    expect(refusal.code).not.toBe('UNKNOWN');
    expect(refusal.message).not.toBe('');
  });
});
