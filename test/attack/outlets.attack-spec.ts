/**
 * A protected child of each grade, and whoever is not named for them, at every outlet that the code has: each query and
 * mutation of the schema with all its fields, each address, each kind of screen, and what the deeds leave behind in tables,
 * queue and log. The outlets are read from the program, so that a new one is walked without being told of (OSL 21:3, 22:1).
 * Papers, exports, messages, the family's pages and the worker's log are walked in outlets-on-paper, the browser's windows
 * in test/browser/pages, groups and their meetings in outlets-of-meetings. A calendar program is given meetings about the
 * protected, and hears times alone.
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LiveTopics } from '#api/live/live-topic.js';
import { startApi, type Api } from '../support/api.js';
import { GRADES, hiddenOf, leaksIn, registerCanary, type Canary } from '../support/canaries.js';
import { GRADE } from '../support/reports.js';
import { buildWorld, type World } from '../support/world.js';
import { fewAtATime, schemaOf } from './calls.js';
import { answerTo, headOf, leftOutOf, outletsOf, type Outlet } from './outlets.js';
import { isLong } from './quarry.js';

let world: World;
let api: Api;
const canaries: Canary[] = [];
const written: string[] = [];
const spies: { mockRestore(): void }[] = [];
const as = (key: string) => api.as({ id: world.town.staff.get(key) ?? '' });

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...more: unknown[]) => boolean;
    spies.push(
      jest.spyOn(stream, 'write').mockImplementation(((chunk: unknown, ...more: unknown[]) => {
        written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8'));
        return write(chunk, ...more);
      }) as typeof stream.write),
    );
  }
  world = await buildWorld();
  api = await startApi(world.database, { SAMNAV_LOG: 'debug' });
  const maria = await as('maria');
  for (const [at, grade] of GRADES.entries()) canaries.push(await registerCanary(maria, grade, at));
}, 120_000);
afterAll(async () => {
  spies.forEach((spy) => spy.mockRestore());
  await api?.close();
  await world?.close();
});

/** In the same house and not named, in others, and those who keep or review the system. */
const UNNAMED = ['jonas', 'lena', 'olof', 'tove'];

describe('the canaries sing', () => {
  it('to who is named, at the outlets that are theirs, or the silence would prove nothing', async () => {
    const maria = await as('maria');
    const person = outletsOf(api, 'Query').find(({ name }) => name === 'person');
    const file = outletsOf(api, 'Query').find(({ name }) => name === 'case');
    if (!person || !file) throw new Error('the schema has no person or no case');
    for (const canary of canaries) {
      const heard = await answerTo(maria, api, person, canary.personId);
      expect([canary.grade, leaksIn(heard, canary.place.slice(0, 2)).length]).toEqual([canary.grade, 2]);
      expect(await answerTo(maria, api, file, canary.caseId)).toContain(canary.content);
    }
  });
});

describe('the walk', () => {
  it('asks for all that any answer can hold, however deep, and for nothing that the api would not answer', async () => {
    const schema = schemaOf(api);
    const outlets = (['Query', 'Mutation'] as const).flatMap((kind) => outletsOf(api, kind));
    expect(outlets.flatMap(({ document }) => leftOutOf(schema, document))).toEqual([]);
    const jonas = await as('jonas');
    const unasked: string[] = [];
    for (const outlet of outlets.filter(({ document }) => document.startsWith('query'))) {
      const said = await answerTo(jonas, api, outlet, canaries[0]!.caseId);
      if (/GRAPHQL_(VALIDATION|PARSE)_FAILED|BAD_USER_INPUT/.test(said))
        unasked.push(`${outlet.name}: ${said.slice(0, 300)}`);
    }
    expect(unasked).toEqual([]);
  }, 60_000);

  it('gives every id that can be given', () => {
    const filled = outletsOf(api, 'Query').filter(({ name }) => name === 'meetingRooms');
    expect(filled.map((outlet) => Object.keys(outlet.variables('the-id')).length)).toEqual([2, 5]);
    expect(JSON.stringify(outletsOf(api, 'Mutation').map((outlet) => outlet.variables('the-id')))).toContain(
      '"ownerMemberId":"the-id"',
    );
  });
});

/**
 * The ids that an outlet is asked with: of every canary in the long form; else of one child and of another's case, each outlet of
 * the next. One that takes no id is asked once.
 */
function idsFor(outlet: Outlet, at: number): readonly string[] {
  if (!JSON.stringify(outlet.variables('the-id')).includes('the-id')) return [''];
  const [child, other] = [canaries[at % canaries.length], canaries[(at + 1) % canaries.length]];
  if (!isLong && child && other) return [child.personId, other.caseId];
  return canaries.flatMap(({ personId, caseId }) => [personId, caseId]);
}

describe('and are silent', () => {
  it.each(['Query', 'Mutation'] as const)(
    'at every %s to whoever is not named',
    async (kind) => {
      const leaks: string[] = [];
      const outlets = outletsOf(api, kind);
      const hidden = canaries.flatMap((canary) => hiddenOf(canary.grade, canary));
      expect(outlets.length).toBeGreaterThan(20);
      for (const who of kind === 'Query' ? UNNAMED : ['jonas', 'lena']) {
        const client = await as(who);
        await fewAtATime(outlets, async (outlet, at) => {
          for (const id of idsFor(outlet, at)) {
            const said = await answerTo(client, api, outlet, id);
            for (const word of leaksIn(said, hidden)) leaks.push(`${outlet.name} to ${who}: ${word}`);
            // Who may not ask at all is told so before any id is looked at: once shows it.
            if (!isLong && said.includes('NOT_ALLOWED')) return;
          }
        });
      }
      expect([...new Set(leaks)]).toEqual([]);
    },
    400_000,
  );

  it('at every kind of screen', async () => {
    const { topics } = api.app.get(LiveTopics) as unknown as { topics: ReadonlyMap<string, unknown> };
    expect(topics.size).toBeGreaterThan(4);
    const heard: string[] = [];
    const jonas = await (await as('jonas')).socket();
    jonas.onAny((...news: unknown[]) => heard.push(JSON.stringify(news)));
    const { branchId } = world.caller('maria');
    for (const topic of topics.keys())
      for (const id of [branchId, ...canaries.flatMap(({ personId, caseId }) => [personId, caseId])])
        heard.push(JSON.stringify(await jonas.emitWithAck('watch', `${topic}:${id}`)));
    const maria = await as('maria');
    const again = await registerCanary(maria, 'marking', 0).catch(() => undefined);
    jonas.close();
    for (const canary of again ? [...canaries, again] : canaries)
      expect(heard.flatMap((text) => leaksIn(text, hiddenOf(canary.grade, canary)))).toEqual([]);
  }, 60_000);

  it('in what a calendar program is given of meetings about them, also to who is named', async () => {
    const maria = await as('maria');
    for (const { caseId } of canaries) {
      const { case: file } = await maria.query(`query($id: ID!) { case(id: $id) { version } }`, { id: caseId });
      const judged = { grade: 'orange', reasons: 'Skäl.', instrument: 'check-irk', factors: [] };
      await maria.query(GRADE, { input: { caseId, expectedVersion: file.version, ...judged } });
      const { proposeHub } = await maria.query(`query($id: ID!) { proposeHub(caseId: $id) { units { unitId } } }`, {
        id: caseId,
      });
      const unitIds = (proposeHub.units as { unitId: string }[]).map(({ unitId }) => unitId);
      await maria.query(`mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`, { i: { caseId, unitIds } });
    }
    const words = canaries.flatMap(({ place, name, content }) => [...place, ...name, content]);
    const meetings = new Map<string, number>();
    for (const who of ['maria', 'sara', 'ali']) {
      const { makeCalendarFeed } = await (await as(who)).query(`mutation { makeCalendarFeed }`);
      const response = await api.anonymous.fetch(new URL(makeCalendarFeed as string).pathname);
      const given = headOf(response) + (await response.text());
      meetings.set(who, given.split('BEGIN:VEVENT').length - 1);
      expect([who, leaksIn(`${makeCalendarFeed} ${given}`, words)]).toEqual([who, []]);
    }
    expect(Math.max(...meetings.values())).toBe(canaries.length);
  }, 60_000);

  it('in every table of ours and of the queue, and in the log at its loudest, whoever they are', async () => {
    const tables = await world.behindTheLocks<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'bullmq') order by 1`,
    );
    expect(tables.length).toBeGreaterThan(50);
    const words = canaries.flatMap(({ place, name, content }) => [...place, ...name, content]);
    const leaks: string[] = [];
    for (const { name } of tables) {
      const rows = await world.behindTheLocks<{ row: string }>(`select t::text as row from ${name} t`);
      for (const { row } of rows) for (const word of leaksIn(row, words)) leaks.push(`${name}: ${word}`);
    }
    expect([...new Set(leaks)]).toEqual([]);
    expect(written.join('')).toContain('"level":');
    expect(leaksIn(written.join(''), words)).toEqual([]);
  }, 60_000);
});
