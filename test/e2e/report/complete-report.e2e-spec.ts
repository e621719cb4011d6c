/** What is added to a report is added once, however often its answer was lost, and the ledger says that it was. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import {
  CASE,
  COMPLETE,
  completion,
  COORDINATION_CHILD,
  makeReport,
  reportedChild,
  SIBLING,
} from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  for (const key of ['marcus', 'lena', 'sara', 'maria'])
    people.set(key, await api.as({ id: world.town.staff.get(key)! }));
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** Parts that were added, and how often anyone was told. */
async function added(reportId: string): Promise<{ parts: number; told: number }> {
  const [row] = await world.behindTheLocks<{ parts: number; told: number }>(
    `select (select count(*)::int from report_item where report_id = $1 and kind = 'completion') as parts,
       (select coalesce(max(n), 0)::int from (select count(*) as n from notice n join report_child k on k.case_id = n.case_id
         where k.report_id = $1 and n.kind = 'report-completed' group by n.staff_id) t) as told`,
    [reportId],
  );
  return row!;
}

describe('a completion that is sent again', () => {
  it('is one, with all its parts, and nobody is told twice', async () => {
    const { id, receipt } = await makeReport(as('marcus'));
    const said = completion({ receipt, content: 'Frånvaro.', whereabouts: 'Hos en kamrat.' });
    const { completeReport: first } = await as('lena').query(COMPLETE, said);
    expect(first).toMatchObject({ receipt, wordsArrived: true });
    expect(await added(id)).toEqual({ parts: 2, told: 1 });
    const { completeReport: second } = await as('lena').query(COMPLETE, said);
    expect(second).toEqual(first);
    expect(await added(id)).toEqual({ parts: 2, told: 1 });
  });

  it('is one also when both are on their way at once', async () => {
    const { id, receipt } = await makeReport(as('marcus'));
    const said = completion({ receipt, content: 'Frånvaro.' });
    const answers = await Promise.all([1, 2, 3].map(() => as('lena').query(COMPLETE, said)));
    expect(answers.map((answer) => answer['completeReport'].wordsArrived)).toEqual([true, true, true]);
    expect(await added(id)).toEqual({ parts: 1, told: 1 });
  });

  it('says so when its words were changed in between, and is another under another key or by another hand', async () => {
    const { id, receipt } = await makeReport(as('marcus'));
    const said = completion({ receipt, content: 'Frånvaro.' });
    await as('lena').query(COMPLETE, said);
    const changed = { input: { ...said.input, content: 'Frånvaro och bråk.' } };
    expect((await as('lena').query(COMPLETE, changed)).completeReport.wordsArrived).toBe(false);
    expect((await added(id)).parts).toBe(1);
    expect((await as('sara').query(COMPLETE, said)).completeReport.wordsArrived).toBe(true);
    await as('lena').query(COMPLETE, completion({ receipt, content: 'Bråk.' }));
    expect((await added(id)).parts).toBe(3);
    const refusal = await as('lena').refusal(COMPLETE, { input: { ...said.input, clientKey: 'x' } });
    expect(refusal.faults.map(({ field }) => field)).toEqual(['clientKey']);
  });
});

describe('from the case that one works on', () => {
  const casesOf = async (reportId: string): Promise<string[]> =>
    (
      await world.behindTheLocks<{ id: string }>(
        'select case_id as id from report_child where report_id = $1 order by position',
        [reportId],
      )
    ).map(({ id }) => id);

  it('is about its child whatever the number, and reaches only the case of whoever works on it', async () => {
    const { id, receipt } = await makeReport(as('marcus'), {
      children: [reportedChild(), reportedChild({ number: SIBLING, content: 'Var med.' })],
    });
    const [first, second] = await casesOf(id);
    await as('maria').query(
      COMPLETE,
      completion({ receipt, caseId: second, content: 'Mottagningen känner syskonet.' }),
    );
    const said = async (caseId?: string) =>
      (await as('maria').query(CASE, { id: caseId })).case.reports[0].parts.map(({ text }: any) => text);
    expect(await said(second)).toEqual(['Var med.', 'Mottagningen känner syskonet.']);
    expect(await said(first)).not.toContain('Mottagningen känner syskonet.');
    const { id: other } = await makeReport(as('lena'), { children: [reportedChild({ number: COORDINATION_CHILD })] });
    const [elsewhere] = await casesOf(other);
    const refused = async (who: string, caseId?: string) =>
      as(who).refusal(COMPLETE, completion({ receipt, caseId, content: 'Mer.' }));
    expect((await refused('maria', elsewhere)).faults.map(({ code }) => code)).toEqual(['RECEIPT_CHILD_UNKNOWN']);
    for (const key of ['lena', 'sara']) expect((await refused(key, second)).code).toBe('NOT_FOUND');
  });
});

describe('the ledger', () => {
  it.each(['sara', 'lena'])('has a line for what %s added, once, by name, child and report', async (who) => {
    const { id, receipt } = await makeReport(as('marcus'));
    const [child] = await world.behindTheLocks<{ caseId: string; personId: string }>(
      'select case_id as "caseId", person_id as "personId" from report_child where report_id = $1',
      [id],
    );
    const said = completion({ receipt, content: 'Syskonet är känt.', whereabouts: 'Hos en kamrat.' });
    await as(who).query(COMPLETE, said);
    await as(who).query(COMPLETE, said);
    const lines = await world.behindTheLocks(
      `select actor_staff as by, case_id as "caseId", person_id as "personId", action, outcome, purpose
       from ledger_entry where detail->>'deed' = 'report-completed' and detail->>'report' = $1`,
      [id],
    );
    expect(lines).toEqual([
      { by: world.town.staff.get(who), ...child, action: 'change', outcome: 'done', purpose: 'report-concern' },
    ]);
  });
});
