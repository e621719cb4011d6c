/** The auditor's queries over GraphQL: what they find, what they never show, to whom they are closed, and that looking is logged. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { formatCivilDay, weekdayIndex } from '#domain/kernel/civil-day.js';
import { isWorkday } from '#domain/kernel/public-holidays.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import { familyNameCodes } from '#domain/ledger/reader-traces.js';
import { REVIEW_PATTERNS } from '#domain/ledger/review-pattern.js';
import { readAddress } from '#domain/person/address.js';
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { openGradedCase } from '../../support/case.js';
import { testNumber } from '../../support/people.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { buildWorld, type World } from '../../support/world.js';

const ENTRIES = `query ($filter: LedgerFilterInput, $first: Int, $after: String) {
  ledgerEntries(filter: $filter, first: $first, after: $after) {
    edges { node { id at staffName role house action outcome ground purpose caseNumber itemId byFamily toHouse outcomeOfReview reviewedBy } } pageInfo { hasNextPage endCursor } } }`;
const PATTERNS = 'query { ledgerPatterns { pattern entries staff unreviewed } }';
const SAMPLE = 'query { ledgerSample { id action } }';
const NOTE = 'mutation ($input: NoteReviewInput!) { noteReview(input: $input) }';
const STAFF = 'query { ledgerStaff { id name } }';

let world: World;
let api: Api;
let olof: ApiClient;
let maria: string;

type Row = Readonly<Record<string, string | null>>;

/** The latest working day, at least two days ago, before which the day was one too. */
const workday = ((): string => {
  let day = civilDayOf(Date.now()) - 2;
  while (!isWorkday(day)) day -= 1;
  return formatCivilDay(day);
})();
const saturday = ((): string => {
  let day = civilDayOf(Date.now()) - 2;
  while (weekdayIndex(day) !== 5) day -= 1;
  return formatCivilDay(day);
})();

async function entries(filter: object = {}): Promise<Row[]> {
  const found = await olof.query<{ ledgerEntries: { edges: { node: Row }[] } }>(ENTRIES, { filter, first: 100 });
  return found.ledgerEntries.edges.map(({ node }) => node);
}

/** As superuser, so that hours and days can be chosen. */
const put = (columns: Record<string, unknown>): Promise<object[]> => {
  const all: Record<string, unknown> = { municipality_id: world.town.municipalityId, actor_staff: maria, ...columns };
  const names = Object.keys(all);
  return world.behindTheLocks(
    `insert into ledger_entry (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning id::text as id`,
    Object.values(all),
  );
};

const count = async (pattern: string) =>
  (
    await olof.query<{ ledgerPatterns: { pattern: string; entries: number; staff: number }[] }>(PATTERNS)
  ).ledgerPatterns.find((one) => one.pattern === pattern);

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  olof = await api.as({ id: world.town.staff.get('olof') ?? '' });
  maria = world.town.staff.get('maria') ?? '';
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('patterns', () => {
  it('count what they are about, and their entries are exactly those', async () => {
    const day = workday;
    await put({ action: 'refuse', outcome: 'refuse', ground: 'need-to-know' });
    await put({ action: 'refuse', outcome: 'refuse', ground: 'no-ground' });
    await put({ action: 'read', at: `${day} 23:30 Europe/Stockholm` });
    await put({ action: 'read', at: `${day} 21:59 Europe/Stockholm` });
    await put({ action: 'read', at: `${day} 06:00 Europe/Stockholm` });
    for (let at = 0; at < 20; at += 1) await put({ action: 'read', at: `${day} 10:00+00`, case_id: randomUUID() });
    for (let at = 0; at < 12; at += 1)
      await put({ action: 'search', at: `${day} 11:00:${String(at * 4).padStart(2, '0')}+00` });
    expect(await count('refused')).toEqual({ pattern: 'refused', entries: 2, staff: 1, unreviewed: 2 });
    expect(await count('without-assignment')).toMatchObject({ entries: 1 });
    expect(await count('unusual-hours')).toMatchObject({ entries: 1 });
    expect(await count('many-cases')).toMatchObject({ entries: 20, staff: 1 });
    expect(await count('many-searches')).toMatchObject({ entries: 3 });
    expect(await entries({ pattern: 'many-searches' })).toHaveLength(3);
    expect((await entries({ pattern: 'without-assignment' })).map(({ ground }) => ground)).toEqual(['need-to-know']);
  });

  it('tell of a protected person without saying who', async () => {
    const personId = randomUUID();
    const { branchId } = world.caller('maria');
    await world.behindTheLocks(
      `insert into person (id, municipality_id, branch_id, born, protection) values ($1, $2, $3, '2010-05-04', 'marking')`,
      [personId, world.town.municipalityId, branchId],
    );
    await put({ action: 'read', outcome: 'release', person_id: personId });
    const found = await entries({ pattern: 'protected' });
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain(personId);
  });
});

describe('entries', () => {
  it('are filtered by who, what, outcome and time, newest first, page by page', async () => {
    const refused = await entries({ outcome: 'refuse', staffId: maria });
    expect(refused.every(({ outcome, staffName }) => outcome === 'refuse' && staffName === 'Maria Lindgren')).toBe(
      true,
    );
    expect(refused).toHaveLength(2);
    expect(await entries({ action: 'search' })).toHaveLength(12);
    expect(await entries({ from: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
    expect(await entries({ caseNumber: '1999-00001' })).toEqual([]);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: { ledgerEntries: { edges: { node: Row }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await olof.query(ENTRIES, { filter: { action: 'search' }, first: 5, after });
      seen.push(...page.ledgerEntries.edges.map(({ node }) => node['id'] ?? ''));
      if (!page.ledgerEntries.pageInfo.hasNextPage) break;
      after = page.ledgerEntries.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(12);
    expect(seen).toHaveLength(12);
  });

  it('of another municipality are not there', async () => {
    const before = (await entries({ action: 'export' })).length;
    await put({ action: 'export', municipality_id: randomUUID() });
    await put({ action: 'export', municipality_id: null });
    expect(await entries({ action: 'export' })).toHaveLength(before);
    await put({ action: 'export' });
    expect(await entries({ action: 'export' })).toHaveLength(before + 1);
  });

  it('are drawn by chance, twenty at most', async () => {
    const draw = async () =>
      (await olof.query<{ ledgerSample: { id: string }[] }>(SAMPLE)).ledgerSample.map(({ id }) => id);
    const [one, other] = [await draw(), await draw()];
    expect(one).toHaveLength(20);
    expect(new Set([...one, ...other]).size).toBeGreaterThan(20);
  });

  it('tell that they were looked at', async () => {
    await entries({ pattern: 'refused', staffId: maria });
    const rows = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where action = 'review' and actor_staff = $1 order by id desc limit 1`,
      [world.town.staff.get('olof')],
    );
    expect(rows[0]?.detail).toMatchObject({ view: 'refused', staffId: maria, shown: 2 });
  });

  it.each(['maria', 'tove', 'birgitta'])('are closed to %s', async (key) => {
    const client = await api.as({ id: world.town.staff.get(key) ?? '' });
    for (const document of [ENTRIES, PATTERNS, SAMPLE, STAFF, 'query { ledgerSeal { size } }'])
      expect((await client.refusal(document)).code).toBe('NOT_ALLOWED');
  });

  it.each([{ after: 'x' }, { filter: { pattern: 'x' } }, { filter: { action: 'x' } }, { first: 101 }])(
    'are not shown for %j',
    async (variables) => {
      expect((await olof.refusal(ENTRIES, variables)).code).toMatch(/BAD_REQUEST|INVALID_INPUT/);
    },
  );
});

describe('patterns about who reads of whom', () => {
  const lookup = () => new HmacLookupHash(world.settings.keys);
  const person = async (more: { protection?: string } = {}): Promise<string> => {
    const id = randomUUID();
    const { branchId } = world.caller('maria');
    await world.behindTheLocks(
      `insert into person (id, municipality_id, branch_id, born, protection) values ($1, $2, $3, '2010-05-04', $4)`,
      [id, world.town.municipalityId, branchId, more.protection ?? 'none'],
    );
    return id;
  };
  const index = (table: string, column: string, personId: string, hash: Buffer) =>
    world.behindTheLocks(`insert into ${table} (person_id, branch_id, ${column}) values ($1, $2, $3)`, [
      personId,
      world.caller('maria').branchId,
      hash,
    ]);
  const traces = async (input: object) => {
    const tove = await api.as({ id: world.town.staff.get('tove') ?? '' });
    return tove.query('mutation ($input: KeepStaffTracesInput!) { keepStaffTraces(input: $input) }', { input });
  };
  const idsOf = async (pattern: string) => (await entries({ pattern })).map(({ id }) => id);
  const read = async (staffId: string, personId: string, more: object = {}): Promise<string> => {
    const at = `${workday} 10:00+00`;
    const [row] = (await put({ action: 'read', actor_staff: staffId, person_id: personId, at, ...more })) as [
      { id: string },
    ];
    return row.id;
  };
  const elin = () => world.town.staff.get('elin') ?? '';

  it('stand in the order in which they want asking, emergency openings first', async () => {
    const found = await olof.query<{ ledgerPatterns: { pattern: string }[] }>(PATTERNS);
    expect(found.ledgerPatterns.map(({ pattern }) => pattern)).toEqual([...REVIEW_PATTERNS]);
    expect(REVIEW_PATTERNS[0]).toBe('overrides');
    await put({ action: 'override', outcome: 'done', ground: 'BrB 24:4' });
    expect(await count('overrides')).toMatchObject({ entries: 1 });
  });

  it('find the surname that sounds alike on a sealed name, and no other', async () => {
    const [namesake, other] = [await person(), await person()];
    const [row] = await world.behindTheLocks<{ name: string }>(`select name from staff_member where id = $1`, [maria]);
    for (const code of familyNameCodes((row?.name ?? '').replace('Lindgren', 'Lindgrehn')))
      await index('person_name_index', 'part_hash', namesake, lookup().ofNamePart(code));
    for (const code of familyNameCodes('X Warsame'))
      await index('person_name_index', 'part_hash', other, lookup().ofNamePart(code));
    const alike = await read(maria, namesake);
    await read(maria, other);
    await read(elin(), namesake);
    expect(await idsOf('same-name')).toEqual([alike]);
  });

  it('find the same address, telephone and family by what an administrator entered, and never where a protected person lives', async () => {
    const [neighbour, hidden, own, ownChild, byPhone] = [
      await person(),
      await person({ protection: 'marking' }),
      await person(),
      await person(),
      await person(),
    ];
    for (const id of [neighbour, hidden])
      await index(
        'person_address_index',
        'address_hash',
        id,
        lookup().ofAddress(readAddress('Ekv. 3, lgh 1203') ?? ''),
      );
    await index('person_number_index', 'number_hash', own, lookup().ofNumber(testNumber('19840315')));
    await index('person_phone_index', 'phone_hash', byPhone, lookup().ofPhone('46701740605'));
    await world.behindTheLocks(
      `insert into custody (id, child_id, guardian_id, source, starts_on) values (gen_random_uuid(), $1, $2, 'told', '2020-01-01')`,
      [ownChild, own],
    );
    const reads = {
      neighbour: await read(elin(), neighbour),
      hidden: await read(elin(), hidden),
      own: await read(elin(), own),
      ownChild: await read(elin(), ownChild),
      byPhone: await read(elin(), byPhone),
    };
    expect(await idsOf('same-address')).toEqual([]);
    const input = { staffId: elin(), number: testNumber('19840315'), address: 'Ekvägen 3', phone: '070-174 06 05' };
    expect(await traces(input)).toEqual({ keepStaffTraces: ['number', 'address', 'phone'] });
    expect(await idsOf('same-address')).toEqual([reads.neighbour]);
    expect(new Set(await idsOf('own-household'))).toEqual(new Set([reads.own, reads.ownChild, reads.byPhone]));
    const kept = await world.behindTheLocks(`select t::text as row from staff_trace t`);
    expect(JSON.stringify(kept)).not.toMatch(/Ekv|19840315|0701740605/);
  });

  it('find reading of a person on none of whose cases the reader worked then', async () => {
    const red = await openGradedCase(world, { grade: 'red' });
    const unit = { actor_unit: world.caller('maria').unitId };
    const before = await idsOf('without-assignment');
    await read(maria, red.personId, { ...unit, case_id: red.caseId, at: new Date().toISOString() });
    await read(maria, red.guardianId, { ...unit, at: new Date().toISOString() });
    const early = await read(maria, red.personId, { ...unit, at: `${workday} 09:00+00` });
    const stranger = await read(elin(), red.personId, {
      actor_unit: world.caller('elin').unitId,
      at: new Date().toISOString(),
    });
    const found = (await idsOf('without-assignment')).filter((id) => !before.includes(id));
    expect(new Set(found)).toEqual(new Set([early, stranger]));
  });

  it('leave out whoever is on duty, and find weekends', async () => {
    const at = `${saturday} 12:00 Europe/Stockholm`;
    const [found] = (await put({ action: 'read', at })) as [{ id: string }];
    expect(await idsOf('unusual-hours')).toContain(found.id);
    await world.behindTheLocks(
      `insert into duty_shift (id, municipality_id, unit_id, staff_id, starts_at, ends_at)
       values (gen_random_uuid(), $1, $2, $3, $4::timestamptz - interval '1 hour', $4::timestamptz + interval '1 hour')`,
      [world.town.municipalityId, world.caller('maria').unitId, maria, at],
    );
    expect(await idsOf('unusual-hours')).not.toContain(found.id);
  });

  it('count many people opened one by one, not those in a list, and many refusals', async () => {
    const people = await Promise.all(Array.from({ length: 15 }, () => person()));
    const at = (minute: number) => `${workday} 13:${String(minute).padStart(2, '0')}+00`;
    for (const [place, id] of people.entries())
      await read(elin(), id, { at: at(place), detail: JSON.stringify({ identity: true, list: 'intake-queue' }) });
    expect(await count('many-people')).toMatchObject({ entries: 0 });
    for (const [place, id] of people.entries()) await read(elin(), id, { at: at(place) });
    expect(await count('many-people')).toMatchObject({ entries: 15, staff: 1 });
    for (let place = 0; place < 5; place += 1)
      await put({ action: 'refuse', outcome: 'refuse', ground: 'role', actor_staff: elin(), at: at(place) });
    expect(await entries({ pattern: 'repeated-refusals', staffId: elin() })).toHaveLength(5);
  });
});

describe('what a reviewer came to', () => {
  it('is kept, the newest first, and what is left can be asked for', async () => {
    const [left] = (await put({ action: 'export' })) as [{ id: string }];
    const [entry] = (await put({ action: 'export' })) as [{ id: string }];
    const of = async () => (await entries({ action: 'export' })).find(({ id }) => id === entry.id);
    expect(await of()).toMatchObject({ outcomeOfReview: null });
    await olof.query(NOTE, { input: { entryId: entry.id, outcome: 'to-be-asked' } });
    await olof.query(NOTE, { input: { entryId: entry.id, outcome: 'explained' } });
    expect(await of()).toMatchObject({ outcomeOfReview: 'explained', reviewedBy: 'Olof Sjövall' });
    const unreviewed = (await entries({ action: 'export', unreviewed: true })).map(({ id }) => id);
    expect([unreviewed.includes(left.id), unreviewed.includes(entry.id)]).toEqual([true, false]);
    const kept = await world.behindTheLocks(
      `select outcome from ledger_outcome where entry_id = $1 order by reviewed_at`,
      [entry.id],
    );
    expect(kept).toEqual([{ outcome: 'to-be-asked' }, { outcome: 'explained' }]);
    await expect(world.behindTheLocks(`delete from ledger_outcome`)).rejects.toThrow('append-only');
  });

  it('is never one’s own to say, nor of another municipality, nor anyone else’s than an auditor’s', async () => {
    await entries();
    const [own] = await world.behindTheLocks<{ id: string }>(
      `select id from ledger_entry where actor_staff = $1 order by id desc limit 1`,
      [world.town.staff.get('olof')],
    );
    const note = (entryId: string) => olof.refusal(NOTE, { input: { entryId, outcome: 'explained' } });
    expect((await note(own?.id ?? '')).code).toBe('NOT_YOURSELF');
    const [foreign] = (await put({ action: 'export', municipality_id: randomUUID() })) as [{ id: string }];
    expect((await note(foreign.id)).code).toBe('NOT_FOUND');
    const elsewhere = await api.as({ id: maria });
    expect((await elsewhere.refusal(NOTE, { input: { entryId: '1', outcome: 'explained' } })).code).toBe('NOT_ALLOWED');
    const input = { entryId: foreign.id, outcome: 'forgiven' };
    expect((await olof.refusal(NOTE, { input })).code).toMatch(/BAD_REQUEST|INVALID_INPUT/);
  });
});
