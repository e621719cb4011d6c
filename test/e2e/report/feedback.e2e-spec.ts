/** Feedback to the reporter: when it can be given, and that its time ends with the deed and with nothing else (SoL 19:6). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { FEEDBACK, makeReport, MINE } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const ASK = `mutation($id: ID!) { askForFeedback(reportId: $id) { reportId } }`;
const TO_GIVE = `query($id: ID!) { case(id: $id) { reports { id feedbackToGive } } }`;

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  for (const key of ['marcus', 'lena', 'maria', 'sara', 'birgitta'])
    people.set(key, await api.as({ id: world.town.staff.get(key)! }));
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

async function aReport(over: object = {}, who = 'marcus'): Promise<{ reportId: string; caseId: string }> {
  const { id } = await makeReport(as(who), over);
  const [row] = await world.behindTheLocks<{ case_id: string }>(
    'select case_id from report_child where report_id = $1',
    [id],
  );
  return { reportId: id, caseId: row!.case_id };
}
const become = (caseId: string, state: string) =>
  world.behindTheLocks(`update case_file set state = $2 where id = $1`, [caseId, state]);
const toGive = async (caseId: string) =>
  (await as('maria').query(TO_GIVE, { id: caseId })).case.reports.map((report: any) => report.feedbackToGive);
const times = (reportId: string) =>
  world.behindTheLocks<{ state: string; at: string }>(
    `select state, case_id as at from deadline where kind = 'report-feedback' and about_id = $1 and state <> 'void' order by starts_at`,
    [reportId],
  );

describe('what can be told', () => {
  it('is said where an investigation ran already, is owed at once, and is given before any decision', async () => {
    const first = await aReport();
    expect(await toGive(first.caseId)).toEqual([null]);
    await become(first.caseId, 'investigation');
    expect(await toGive(first.caseId)).toEqual(['investigation-opened']);
    const { reportId, caseId } = await aReport({}, 'lena');
    expect(await times(reportId)).toEqual([{ state: 'open', at: caseId }]);
    expect(await toGive(caseId)).toEqual(['investigation-runs-already']);
    const input = { reportId, caseId, notUnsuitable: true, reasons: 'Inget hinder.' };
    expect((await as('maria').query(FEEDBACK, { input })).giveFeedback.outcome).toBe('shared');
    expect(await times(reportId)).toEqual([{ state: 'met', at: caseId }]);
    expect(await toGive(caseId)).toEqual([null]);
    const mine = (await as('lena').query(MINE)).myReports.edges[0].node;
    expect(mine.parts.at(-1)).toMatchObject({ feedback: 'investigation-runs-already' });
    await become(first.caseId, 'closed');
  });

  it('is said too to whoever asks while an investigation runs that began after their report', async () => {
    const { reportId, caseId } = await aReport({ wantsFeedback: false });
    const later = await aReport({ wantsFeedback: false }, 'lena');
    await become(later.caseId, 'investigation');
    expect(await toGive(caseId)).toEqual([null]);
    await as('marcus').query(ASK, { id: reportId });
    expect(await times(reportId)).toEqual([{ state: 'open', at: caseId }]);
    expect(await toGive(caseId)).toEqual(['investigation-runs-already']);
    const input = { reportId, caseId, notUnsuitable: true, reasons: 'Inget hinder.' };
    expect((await as('maria').query(FEEDBACK, { input })).giveFeedback.outcome).toBe('shared');
    await become(later.caseId, 'closed');
  });
});
