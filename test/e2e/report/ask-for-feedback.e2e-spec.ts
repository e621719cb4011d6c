/** Asked for after the report, feedback is owed all the same: at once where it is decided, else with the decision (SoL 19:6). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { GRADE, makeReport, PROTECT } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const ASK = `mutation($id: ID!) { askForFeedback(reportId: $id) { reportId } }`;
const DECIDE = `mutation($input: DecideCaseInput!) { decideCase(input: $input) { state } }`;
const VERSION = `query($id: ID!) { case(id: $id) { version reports { wantsFeedback } } }`;

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  for (const key of ['marcus', 'lena', 'maria', 'birgitta'])
    people.set(key, await api.as({ id: world.town.staff.get(key)! }));
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

async function silentReport(): Promise<{ reportId: string; caseId: string }> {
  const { id } = await makeReport(as('marcus'), { wantsFeedback: false });
  const [row] = await world.behindTheLocks<{ case_id: string }>(
    'select case_id from report_child where report_id = $1',
    [id],
  );
  return { reportId: id, caseId: row!.case_id };
}

async function decide(caseId: string): Promise<void> {
  const version = async () => (await as('maria').query(VERSION, { id: caseId })).case.version;
  await as('maria').query(PROTECT, { input: { caseId, needsProtection: false, reasons: 'Tryggt hemma.' } });
  await as('maria').query(GRADE, {
    input: { caseId, expectedVersion: await version(), grade: 'green', reasons: 'Enstaka.', instrument: 'check-irk' },
  });
  await as('birgitta').query(DECIDE, {
    input: { caseId, expectedVersion: await version(), kind: 'no-investigation', reasons: 'Stödet räcker.' },
  });
}

const owed = (reportId: string) =>
  world.behindTheLocks<{ state: string; seconds: string }>(
    `select state, extract(epoch from due_at - starts_at)::int as seconds from deadline where kind = 'report-feedback' and about_id = $1`,
    [reportId],
  );

describe('asking after the report', () => {
  it('is owed at once when the case is decided, once however often one asks', async () => {
    const { reportId, caseId } = await silentReport();
    await decide(caseId);
    expect(await owed(reportId)).toEqual([]);
    const answers = [await as('marcus').query(ASK, { id: reportId }), await as('marcus').query(ASK, { id: reportId })];
    expect(answers.map((a) => a['askForFeedback'])).toEqual([{ reportId }, { reportId }]);
    expect((await owed(reportId)).map((d) => Number(d.seconds))).toEqual([0]);
    expect((await as('maria').query(VERSION, { id: caseId })).case.reports[0].wantsFeedback).toBe(true);
  });

  it('is owed with the decision while there is none, and says the same to who asks', async () => {
    const { reportId, caseId } = await silentReport();
    expect((await as('marcus').query(ASK, { id: reportId })).askForFeedback).toEqual({ reportId });
    expect(await owed(reportId)).toEqual([]);
    await decide(caseId);
    const [limit] = await owed(reportId);
    expect(limit?.state).toBe('open');
    expect(Number(limit?.seconds)).toBeGreaterThan(6 * 86_400);
  });

  it('is for the reporter alone', async () => {
    const { reportId } = await silentReport();
    for (const key of ['lena', 'maria']) expect((await as(key).refusal(ASK, { id: reportId })).code).toBe('NOT_FOUND');
  });
});
