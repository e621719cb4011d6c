/** A child's hours are never made longer: not by joining two cases, not by another grade, and taking apart gives each its own. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { CASE, GRADE, JOIN, makeReport, QUEUE, reportedChild, SEPARATE } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const PROPOSED = `query($id: ID!) { proposeHub(caseId: $id) { dueAt } }`;

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 60_000);
beforeEach(() => at('0'));
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** So much later, and signed in anew: nobody sits at a desk for hours without a sign of life. */
async function at(ahead: string): Promise<void> {
  await world.database.moveClock(ahead);
  for (const key of ['marcus', 'lena', 'maria']) people.set(key, await api.as({ id: world.town.staff.get(key)! }));
}
const view = async (id: string) => (await as('maria').query(CASE, { id })).case;
const grade = async (caseId: string, word: string) =>
  as('maria').query(GRADE, {
    input: {
      caseId,
      expectedVersion: (await view(caseId)).version,
      grade: word,
      reasons: 'Skäl.',
      instrument: 'check-irk',
    },
  });
const join = async (caseId: string, otherCaseId: string) =>
  as('maria').query(JOIN, {
    input: { caseId, otherCaseId, expectedVersion: (await view(caseId)).version, reasons: 'Samma barn.' },
  });
const separate = async (caseId: string, joinedCaseId: string) =>
  as('maria').query(SEPARATE, {
    input: { caseId, joinedCaseId, expectedVersion: (await view(caseId)).version, reasons: 'Fel barn.' },
  });
/** When each grade's hours that run end. */
const hours = async (id: string): Promise<string[]> =>
  (await view(id)).deadlines
    .filter(({ kind, state }: any) => state === 'open' && /^grade-(red|orange)/.test(kind))
    .map(({ kind, dueAt }: any) => `${kind.split('-')[1]} ${dueAt}`)
    .sort((a: string, b: string) => a.split(' ')[1]!.localeCompare(b.split(' ')[1]!));

const numbers = ['201203152382', '201306062389', '200907012389', '201012242382', '201109722387'];
/** The police's report first, which leads, and then the school's, about one child. */
async function twoCases(): Promise<readonly [string, string]> {
  const child = { children: [reportedChild({ number: numbers.shift() })] };
  const ids: string[] = [];
  for (const who of ['marcus', 'lena']) {
    const { id } = await makeReport(as(who), child);
    const [row] = await world.behindTheLocks<{ case_id: string }>(
      'select case_id from report_child where report_id = $1',
      [id],
    );
    ids.push(row!.case_id);
  }
  return [ids[0]!, ids[1]!];
}

describe('two cases of one child, both with hours that run', () => {
  it.each<[string, { lead: string; joined: string }]>([
    ['red and red', { lead: 'red', joined: 'red' }],
    ['red and orange', { lead: 'red', joined: 'orange' }],
  ])(
    '%s: the joined one’s earlier hours stand, and each has its own again when they are taken apart',
    async (_, of) => {
      const [lead, joined] = await twoCases();
      await grade(joined, of.joined);
      const [early] = await hours(joined);
      await at(of.joined === 'red' ? '3 hours 50 minutes' : '11 hours 50 minutes');
      await grade(lead, of.lead);
      const [late] = await hours(lead);

      await join(lead, joined);

      expect(await hours(lead)).toEqual([early, late]);
      const ends = early!.split(' ')[1];
      const queued = (await as('maria').query(QUEUE)).intakeQueue.edges.find(({ node }: any) => node.id === lead).node;
      expect(queued.dueAt).toBe(ends);
      expect((await as('maria').query(PROPOSED, { id: lead })).proposeHub.dueAt).toBe(ends);
      await separate(lead, joined);
      expect(await hours(lead)).toEqual([late]);
      expect(await hours(joined)).toEqual([early]);
    },
  );

  it('the lead’s earlier hours stand alone', async () => {
    const [lead, joined] = await twoCases();
    await grade(lead, 'red');
    const [early] = await hours(lead);
    await at('3 hours 50 minutes');
    await grade(joined, 'red');
    const [late] = await hours(joined);
    await join(joined, lead);
    expect(await hours(lead)).toEqual([early]);
    expect(await hours(joined)).toEqual([]);
    await separate(lead, joined);
    expect(await hours(lead)).toEqual([early]);
    expect(await hours(joined)).toEqual([late]);
  });

  it('the graver is owed from when it was first given, and the lesser hours of the lead stand', async () => {
    const [lead, joined] = await twoCases();
    await grade(lead, 'orange');
    await grade(joined, 'red');
    const [orange] = await hours(lead);
    const [red] = await hours(joined);
    await at('1 hour');
    await grade(joined, 'red');
    await join(lead, joined);
    expect((await view(lead)).grade).toBe('red');
    expect(await hours(lead)).toEqual([red, orange]);
    await separate(lead, joined);
    expect((await view(lead)).grade).toBe('orange');
    expect(await hours(lead)).toEqual([orange]);
  });
});

describe('another grade', () => {
  it('never ends later than the graver before it, nor than the lesser that it raises', async () => {
    const [id] = await twoCases();
    await grade(id, 'orange');
    const [orange] = await hours(id);
    await at('11 hours');
    await grade(id, 'red');
    expect(await hours(id)).toEqual([orange!.replace('orange', 'red')]);
    await grade(id, 'orange');
    expect(await hours(id)).toEqual([orange]);
    await at('11 hours 30 minutes');
    await grade(id, 'red');
    expect(await hours(id)).toEqual([orange!.replace('orange', 'red')]);
  });
});
