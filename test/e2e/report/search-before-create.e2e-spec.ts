/** Who writes a report down has looked for the child before a new record is made, and reporters are never asked to. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { testNumber } from '../../support/people.js';
import { CHILD, makeReport, REGISTER, registerInput, reportedChild, SEARCH } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const CREATE = `mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }`;
const unknownNumber = { number: '', noNumberReason: 'unknown', bornYear: 2012 };

let world: World;
let api: Api;
let maria: ApiClient;
let jonas: ApiClient;
let marcus: ApiClient;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  maria = await api.as({ id: world.town.staff.get('maria')! });
  jonas = await api.as({ id: world.town.staff.get('jonas')! });
  marcus = await api.as({ id: world.town.staff.get('marcus')! });
  await makeReport(marcus);
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const people = async (): Promise<number> =>
  Number((await world.behindTheLocks<{ n: string }>('select count(*) as n from person'))[0]!.n);
const faultsOf = (refusal: { faults: readonly { field: string; code: string }[] }) =>
  refusal.faults.map(({ field, code }) => `${field} ${code}`);
const write = (...children: object[]) => ({ input: registerInput({ children }) });
const search = (who: ApiClient, asked: string) => who.query(SEARCH, { input: { asked } });
/** Jonas as he comes to work. */
const forgetSearches = () =>
  world.behindTheLocks(`delete from person_search where staff_id = $1`, [world.town.staff.get('jonas')]);

describe('a child of whom nobody was chosen', () => {
  it('is searched for first where the house knows someone of that name or number, and nothing is saved', async () => {
    await forgetSearches();
    const before = await people();
    const stranger = reportedChild({ ...unknownNumber, givenName: 'Quirin', familyName: 'Zetterholm' });
    for (const child of [unknownNumber, { givenName: 'Okänd', familyName: '' }]) {
      const refusal = await jonas.refusal(REGISTER, write(stranger, reportedChild(child)));
      expect(faultsOf(refusal)).toEqual(['children.1 SEARCH_FIRST']);
      expect(refusal.faults[0]?.message).toBe('Sök på personen först, så att samma person inte läggs upp två gånger.');
    }
    expect(await people()).toBe(before);
    const lines = await world.behindTheLocks(
      `select ground, outcome, detail ->> 'by' as by from ledger_entry where actor_staff = $1 and action = 'search' order by id`,
      [world.town.staff.get('jonas')],
    );
    // Whoever is not known is written down as well: the answer told that too.
    expect(lines).toEqual([
      { ground: 'search-first', outcome: 'done', by: 'name' },
      { ground: 'search-first', outcome: 'refuse', by: 'name' },
      { ground: 'search-first', outcome: 'done', by: 'name' },
      { ground: 'search-first', outcome: 'refuse', by: 'number+name' },
    ]);
  });

  it('is not asked about where nobody has that name, nor when the same form comes twice', async () => {
    await forgetSearches();
    const form = write(reportedChild({ ...unknownNumber, givenName: 'Wolmar', familyName: 'Zettergran' }));
    const first = await jonas.query(REGISTER, form);
    expect((await jonas.query(REGISTER, form)).registerReport.caseIds).toEqual(first.registerReport.caseIds);
    expect(faultsOf(await jonas.refusal(REGISTER, write(...form.input.children)))).toEqual(['children.0 SEARCH_FIRST']);
  });

  it.each([
    ['by name', 'Alva Ek', unknownNumber],
    ['by the name as it sounds', 'alwa eck', unknownNumber],
    ['by a part of the name', 'Ek', unknownNumber],
    ['by number', CHILD, {}],
  ])('may be written down once one has searched %s', async (_, asked, child) => {
    await forgetSearches();
    await search(jonas, asked);
    expect((await jonas.query(REGISTER, write(reportedChild(child)))).registerReport.caseIds).toHaveLength(1);
  });

  it('is not covered by a search for another, by a colleague’s, or by an old one', async () => {
    await forgetSearches();
    await search(maria, 'Alva Ek');
    await search(jonas, 'Alva Dalhem');
    const asks = async () => faultsOf(await jonas.refusal(REGISTER, write(reportedChild(unknownNumber))));
    expect(await asks()).toEqual(['children.0 SEARCH_FIRST']);
    await search(jonas, 'Alva Ek');
    await world.behindTheLocks(
      `update person_search set searched_at = searched_at - interval '61 minutes' where staff_id = $1`,
      [world.town.staff.get('jonas')],
    );
    expect(await asks()).toEqual(['children.0 SEARCH_FIRST']);
  });

  it('of a name that is hidden from the caller gives nothing away by being asked about', async () => {
    await forgetSearches();
    const number = testNumber('20120707');
    const hidden = { givenName: 'Wilfrida', familyName: 'Skyddlund', number };
    await search(maria, 'Wilfrida Skyddlund');
    await maria.query(CREATE, { input: { ...hidden, protection: 'protected-registration' } });
    const written = { ...hidden, ...unknownNumber };
    expect(faultsOf(await jonas.refusal(REGISTER, write(reportedChild(hidden))))).toEqual(['children.0 SEARCH_FIRST']);
    expect((await jonas.query(REGISTER, write(reportedChild(written)))).registerReport.caseIds).toHaveLength(1);
  });
});

describe('a form as a way to ask about names', () => {
  const asked = async (): Promise<number> =>
    Number(
      (
        await world.behindTheLocks<{ n: string }>(
          `select count(*) as n from ledger_entry where actor_staff = $1 and action = 'search'`,
          [world.town.staff.get('maria')],
        )
      )[0]!.n,
    );
  const named = (at: number) =>
    reportedChild({ ...unknownNumber, givenName: `Quirin${'abcdefghij'[at % 10]!}`, familyName: 'Zetterholm' });

  it('answers nothing where the form could not be sent anyway, however many are named', async () => {
    await world.behindTheLocks(`delete from person_search where staff_id = $1`, [world.town.staff.get('maria')]);
    const before = await asked();
    const known = reportedChild(unknownNumber);
    const unsent = await maria.refusal(REGISTER, { input: registerInput({ children: [known], channel: 'pigeon' }) });
    expect(faultsOf(unsent)).toEqual(['channel CHOOSE_ONE']);
    const crowd = await maria.refusal(REGISTER, write(...Array.from({ length: 100 }, () => known)));
    expect(faultsOf(crowd)).toEqual(['children TOO_MANY_CHILDREN']);
    expect(await asked()).toBe(before);
  });

  it('spends the searches of whoever asks, one for each child', async () => {
    const codes: string[] = [];
    for (let forms = 0; forms < 8 && codes.at(-1) !== 'SEARCHES_TOO_MANY'; forms += 1) {
      const children = [reportedChild(unknownNumber), ...Array.from({ length: 9 }, (_, at) => named(at))];
      codes.push((await maria.refusal(REGISTER, write(...children))).code);
    }
    expect(codes.at(-1)).toBe('SEARCHES_TOO_MANY');
    expect((await maria.refusal(SEARCH, { input: { asked: 'Alva Ek' } })).code).toBe('SEARCHES_TOO_MANY');
  });
});

it('asks nothing of a reporter, who may not search', async () => {
  const known = { children: [reportedChild(unknownNumber)] };
  expect(await makeReport(marcus, known)).toMatchObject({
    receipt: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/),
  });
});
