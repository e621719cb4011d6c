import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SEARCHES } from '#platform/person/memory-search-limit.js';
import { anIdentity, type People, peopleOf, testCoordinationNumber, testNumber } from '../../support/people.js';
import { buildWorld, type World } from '../../support/world.js';

const TABLES = [
  ...[
    'person',
    'person_identity',
    'person_number_index',
    'person_name_index',
    'person_phone_index',
    'custody',
    'relation',
  ],
  ...['named_staff', 'person_merge', 'person_decision', 'person_search'],
];
const NUMBER = testNumber('20100504');

describe('search before create', () => {
  let world: World;
  let people: People;
  const ids = new Map<string, string>();
  const maria = () => world.caller('maria');
  const found = async (asked: string, key = 'maria') => (await people.search.run(world.caller(key), asked)).hits;

  beforeAll(async () => {
    world = await buildWorld();
    people = peopleOf(world);
    const add = async (key: string, more: Parameters<typeof anIdentity>[0]) =>
      ids.set(key, await people.register(maria(), anIdentity(more)));
    await add('muhammad', { givenName: 'Muhammad', familyName: 'Warsame', number: NUMBER });
    await add('asa', { givenName: 'Asa', familyName: 'Bäcklund', phone: '070-174 06 05' });
    await add('mohamed', { givenName: 'Mohamed', familyName: 'Öberg' });
    await add('coord', { givenName: 'Zahra', familyName: 'Nilsson', number: testCoordinationNumber('20110207') });
  });
  afterAll(() => world.close());

  it.each([
    ['Mohammed', ['muhammad', 'mohamed']],
    ['Mohammed Warsame', ['muhammad', 'mohamed']],
    ['Åsa', ['asa']],
    ['åsa backlund', ['asa']],
    ['Xylofon', []],
  ])('finds by the name %s as it sounds', async (asked, keys) => {
    expect(new Set((await found(asked)).map(({ id }) => id))).toEqual(new Set(keys.map((key) => ids.get(key))));
  });

  it('puts who is spelt likest first', async () => {
    expect((await found('Mohammed Warsame'))[0]?.id).toBe(ids.get('muhammad'));
    expect((await found('Mohamed'))[0]?.id).toBe(ids.get('mohamed'));
  });

  it.each([
    NUMBER,
    `${NUMBER.slice(0, 8)}-${NUMBER.slice(8)}`,
    `${NUMBER.slice(2, 8)}-${NUMBER.slice(8)}`,
    NUMBER.slice(2),
    ` ${NUMBER.slice(0, 8)} ${NUMBER.slice(8)} `,
  ])('finds by the number written %s', async (asked) => {
    const result = await people.search.run(maria(), asked);
    expect(result).toMatchObject({ by: 'number', hits: [{ id: ids.get('muhammad'), personalNumber: NUMBER }] });
  });

  it.each(['0701740605', '+46 70 174 06 05', '070-1740605'])('finds by the telephone number %s', async (asked) => {
    expect((await found(asked)).map(({ id }) => id)).toEqual([ids.get('asa')]);
  });

  it.each([
    ['', 'SEARCH_EMPTY'],
    ['a', 'SEARCH_TOO_SHORT'],
    ['12 34', 'SEARCH_NOT_A_NUMBER'],
    [`${NUMBER.slice(0, 11)}${(Number(NUMBER[11]) + 1) % 10}`, 'NUMBER_CHECK_DIGIT'],
    ['201013321234', 'NUMBER_NOT_A_DATE'],
  ])('says what is wrong with %j', async (asked, code) => {
    await expect(found(asked)).rejects.toMatchObject({ code, field: 'asked' });
  });

  it('shows other houses and an administrator nothing', async () => {
    for (const key of ['marcus', 'lena', 'hassan', 'tove', 'olof']) {
      expect(await found('Mohammed', key)).toEqual([]);
      expect(await found(NUMBER, key)).toEqual([]);
      const caller = world.caller(key);
      const rows = await world.source.transaction(async (manager) => {
        await manager.query(
          `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
           set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
          [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
        );
        const counts: number[] = [];
        for (const table of TABLES)
          counts.push(
            ...(await manager.query<{ n: string }[]>(`select count(*) as n from ${table}`)).map(({ n }) => Number(n)),
          );
        return counts;
      });
      // A search of one's own is the only row that one's search leaves.
      expect(rows.slice(0, -1)).toEqual(rows.slice(0, -1).map(() => 0));
    }
  });

  it('keeps hashes and nothing readable in the index', async () => {
    const rows = await world.behindTheLocks<{ hash: Buffer }>(
      `select part_hash as hash from person_name_index union all select number_hash from person_number_index
       union all select phone_hash from person_phone_index union all select unnest(hashes) from person_search`,
    );
    expect(rows.length).toBeGreaterThan(15);
    for (const { hash } of rows) {
      expect(hash).toHaveLength(32);
      expect(hash.toString('latin1')).not.toMatch(/moham|muham|warsame|asa|2010/i);
    }
  });

  it('writes each search in the ledger with a keyed hash, never the words', async () => {
    await found('Muhammad Warsame', 'elin');
    const lines = await world.behindTheLocks<{ detail: Record<string, unknown>; line: string }>(
      `select detail, row_to_json(l)::text as line from ledger_entry l
       where action = 'search' and person_id is null and actor_staff = $1 order by id`,
      [world.caller('elin').staffId],
    );
    expect(lines.at(-1)?.detail).toMatchObject({ by: 'name', found: 2 });
    expect(String(lines.at(-1)?.detail['asked'])).toMatch(/^[\w-]{43}( [\w-]{43})*$/);
    const all = await world.behindTheLocks<{ line: string }>(`select row_to_json(l)::text as line from ledger_entry l`);
    expect(all.filter(({ line }) => /warsame|muhammad|bäcklund|1740605/i.test(line) || line.includes(NUMBER))).toEqual(
      [],
    );
  });

  it('stops whoever goes through the register, and only them', async () => {
    const own = peopleOf(world);
    for (let at = 0; at < SEARCHES.inTenMinutes; at++) await own.search.run(world.caller('jonas'), 'Xylofon');
    await expect(own.search.run(world.caller('jonas'), 'Xylofon')).rejects.toMatchObject({
      code: 'SEARCHES_TOO_MANY',
      values: { minutes: 10 },
    });
    expect((await own.search.run(maria(), 'Xylofon')).hits).toEqual([]);
    const refused = await world.behindTheLocks(
      `select 1 from ledger_entry where action = 'search' and outcome = 'refuse' and actor_staff = $1`,
      [world.caller('jonas').staffId],
    );
    expect(refused).toHaveLength(1);
  });
});

describe('registering', () => {
  let world: World;
  let people: People;
  const maria = () => world.caller('maria');
  beforeAll(async () => {
    world = await buildWorld();
    people = peopleOf(world);
  });
  afterAll(() => world.close());

  it('asks for a search first, by the same person', async () => {
    const written = { ...anIdentity({ familyName: 'Oletad' }), protection: 'none' as const };
    await expect(people.create.run(maria(), written)).rejects.toMatchObject({ code: 'SEARCH_FIRST' });
    await people.search.run(world.caller('elin'), 'Alva Oletad');
    await expect(people.create.run(maria(), written)).rejects.toMatchObject({ code: 'SEARCH_FIRST' });
    await people.search.run(maria(), 'Oletad');
    expect((await people.create.run(maria(), written)).person?.name).toBe('Alva Oletad');
  });

  it('offers who has the number instead of a double', async () => {
    const number = testNumber('20120303');
    const id = await people.register(maria(), anIdentity({ givenName: 'Nour', number }));
    await people.search.run(maria(), 'Annan Stavning');
    const again = await people.create.run(maria(), {
      ...anIdentity({ givenName: 'Annan', familyName: 'Stavning', number }),
      protection: 'none',
    });
    expect(again).toMatchObject({ person: null, existing: { id, givenName: 'Nour' } });
    expect(await world.behindTheLocks(`select 1 from person_number_index`)).toHaveLength(1);
  });

  it('makes one record when two register the same number at once', async () => {
    const number = testNumber('20120404');
    const both = [maria(), world.caller('jonas')];
    const written = { ...anIdentity({ givenName: 'Samma', number }), protection: 'none' as const };
    await Promise.all(both.map((caller) => people.search.run(caller, number)));
    const answers = await Promise.all(both.map((caller) => people.create.run(caller, written)));
    expect(answers.filter(({ person }) => person !== null)).toHaveLength(1);
    expect(answers.filter(({ existing }) => existing !== null)).toHaveLength(1);
  });

  it('names every fault at its field', async () => {
    const fault = people.create.run(maria(), {
      ...anIdentity({ givenName: ' ', familyName: '', phone: '12', email: 'x', number: '19' }),
      protection: 'none',
    });
    await expect(fault).rejects.toMatchObject({
      faults: [
        { field: 'givenName', code: 'NAME_MISSING' },
        { field: 'phone', code: 'PHONE_WRONG' },
        { field: 'email', code: 'EMAIL_WRONG' },
        { field: 'number', code: 'NUMBER_NOT_TWELVE_DIGITS' },
      ],
    });
  });

  it('keeps the lookups in step with a corrected identity, and refuses a stale one', async () => {
    const coordination = testCoordinationNumber('20130505');
    const number = testNumber('20130505', 239);
    const id = await people.register(
      maria(),
      anIdentity({ givenName: 'Gammalt', familyName: 'Namn', number: coordination, phone: '070-1740611' }),
    );
    const page = await people.read.run(maria(), id);
    const next = {
      ...anIdentity({ givenName: 'Nytt', familyName: 'Efternamn', number, phone: '070-1740612' }),
      id,
      version: page.facts.version,
      identityVersion: page.identityVersion ?? 0,
    };
    await people.identity.run(maria(), next);
    const hits = async (asked: string) => (await people.search.run(maria(), asked)).hits.map((hit) => hit.id);
    expect(await hits('Gammalt Namn')).not.toContain(id);
    expect(await hits('Nytt Efternamn')).toContain(id);
    expect(await hits('0701740611')).toEqual([]);
    expect(await hits('0701740612')).toEqual([id]);
    expect(await hits(number)).toEqual([id]);
    // Others' papers still carry the coordination number.
    expect(await hits(coordination)).toEqual([id]);
    await expect(people.identity.run(maria(), next)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await people.read.run(maria(), id)).seen).toMatchObject({ name: 'Nytt Efternamn', personalNumber: number });
  });

  it('refuses a number that another person has', async () => {
    const number = testNumber('20140606');
    await people.register(maria(), anIdentity({ givenName: 'Har', number }));
    const id = await people.register(maria(), anIdentity({ givenName: 'Vill', familyName: 'Ha' }));
    const page = await people.read.run(maria(), id);
    const versions = { id, version: page.facts.version, identityVersion: page.identityVersion ?? 0 };
    await expect(
      people.identity.run(maria(), { ...anIdentity({ givenName: 'Vill', number }), ...versions }),
    ).rejects.toMatchObject({ faults: [{ field: 'number', code: 'NUMBER_TAKEN' }] });
  });
});
