/** The auditor's queries over GraphQL: what they find, what they never show, to whom they are closed, and that looking is logged. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { buildWorld, type World } from '../../support/world.js';

const ENTRIES = `query ($filter: LedgerFilterInput, $first: Int, $after: String) {
  ledgerEntries(filter: $filter, first: $first, after: $after) {
    edges { node { id at staffName role house action outcome ground purpose caseNumber itemId } } pageInfo { hasNextPage endCursor } } }`;
const PATTERNS = 'query { ledgerPatterns { pattern entries staff } }';
const SAMPLE = 'query { ledgerSample { id action } }';
const STAFF = 'query { ledgerStaff { id name } }';

let world: World;
let api: Api;
let olof: ApiClient;
let maria: string;

type Row = Readonly<Record<string, string | null>>;

async function entries(filter: object = {}): Promise<Row[]> {
  const found = await olof.query<{ ledgerEntries: { edges: { node: Row }[] } }>(ENTRIES, { filter, first: 100 });
  return found.ledgerEntries.edges.map(({ node }) => node);
}

/** As superuser, so that hours and days can be chosen. */
const put = (columns: Record<string, unknown>): Promise<object[]> => {
  const all: Record<string, unknown> = { municipality_id: world.town.municipalityId, actor_staff: maria, ...columns };
  const names = Object.keys(all);
  return world.behindTheLocks(
    `insert into ledger_entry (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
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
    const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    await put({ action: 'refuse', outcome: 'refuse', ground: 'need-to-know' });
    await put({ action: 'refuse', outcome: 'refuse', ground: 'no-ground' });
    await put({ action: 'read', at: `${day} 23:30 Europe/Stockholm` });
    await put({ action: 'read', at: `${day} 21:59 Europe/Stockholm` });
    await put({ action: 'read', at: `${day} 06:00 Europe/Stockholm` });
    for (let at = 0; at < 20; at += 1) await put({ action: 'read', at: `${day} 10:00+00`, case_id: randomUUID() });
    for (let at = 0; at < 12; at += 1)
      await put({ action: 'search', at: `${day} 11:00:${String(at * 4).padStart(2, '0')}+00` });
    expect(await count('refused')).toEqual({ pattern: 'refused', entries: 2, staff: 1 });
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
