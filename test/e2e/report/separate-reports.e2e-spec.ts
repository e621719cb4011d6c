/** A join that was a mistake is undone: each case has its own again, in the queue, by its own clock, and nothing is lost. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { CASE, GRADE, JOIN, makeReport, PROTECT, QUEUE, reportedChild, SEPARATE } from '../../support/reports.js';
import { until } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

const DECIDE = `mutation($input: DecideCaseInput!) { decideCase(input: $input) { state } }`;
const WHY = 'Skolans anmälan gäller något annat än polisens.';

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  for (const key of ['marcus', 'lena', 'maria', 'sara', 'elin', 'birgitta', 'tove'])
    people.set(key, await api.as({ id: world.town.staff.get(key)! }));
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const view = async (id: string, who = 'maria') => (await as(who).query(CASE, { id })).case;
const grade = async (caseId: string, word: string) =>
  as('maria').query(GRADE, {
    input: {
      caseId,
      expectedVersion: (await view(caseId)).version,
      grade: word,
      reasons: `Skäl för ${word}.`,
      instrument: 'check-irk',
    },
  });
const protect = (caseId: string) =>
  as('maria').query(PROTECT, { input: { caseId, needsProtection: false, reasons: 'Tryggt hemma i kväll.' } });
const join = async (caseId: string, otherCaseId: string) =>
  as('maria').query(JOIN, {
    input: { caseId, otherCaseId, expectedVersion: (await view(caseId)).version, reasons: 'Samma barn.' },
  });
const separation = async (lead: string, joined: string, over: object = {}) => ({
  input: {
    caseId: lead,
    joinedCaseId: joined,
    expectedVersion: (await view(lead)).version,
    reasons: WHY,
    ...over,
  },
});
/** Kind and state of what runs, with hours from start to end. */
const running = (file: any) =>
  file.deadlines
    .filter(({ state }: any) => state === 'open' || state === 'missed')
    .map(
      ({ kind, dueAt, startsAt }: any) => `${kind} ${Math.round((Date.parse(dueAt) - Date.parse(startsAt)) / 3.6e6)}`,
    )
    .filter((line: string) => !line.startsWith('grade-green'))
    .sort();

let children = 0;
/** The police first, then the school, about one child of their own; the school's is red and the two are joined. */
async function twoJoined(): Promise<{ lead: string; joined: string; receivedAt: Map<string, string> }> {
  const number = ['201203152382', '201306062389', '200907012389', '201012242382'][children++]!;
  const receivedAt = new Map<string, string>();
  const open = async (who: string, content: string): Promise<string> => {
    const { id } = await makeReport(as(who), { children: [reportedChild({ number, content })] });
    const [row] = await world.behindTheLocks<{ case_id: string; received_at: Date }>(
      'select k.case_id, r.received_at from report_child k join report r on r.id = k.report_id where r.id = $1',
      [id],
    );
    receivedAt.set(row!.case_id, row!.received_at.toISOString());
    return row!.case_id;
  };
  const lead = await open('marcus', 'Från polisen.');
  const joined = await open('lena', 'Från skolan.');
  await grade(joined, 'red');
  await join(joined, lead);
  return { lead, joined, receivedAt };
}

describe('two cases that were joined by mistake', () => {
  it('stand apart again with their own reports, grades, times and reasons', async () => {
    const { lead, joined, receivedAt } = await twoJoined();
    expect(await view(lead)).toMatchObject({ grade: 'red', state: 'graded' });
    await protect(lead);
    const ledgerBefore = await world.behindTheLocks('select 1 from ledger_entry');
    const socket = await as('maria').socket();
    const heard: string[] = [];
    socket.on('change', ({ change }: any) => heard.push(change.caseId));
    const { intakeQueue } = await as('maria').query(QUEUE);
    await socket.timeout(4_000).emitWithAck('watch', `intake-queue:${intakeQueue.branchId}`);

    const { separateReports } = await as('maria').query(SEPARATE, await separation(lead, joined));

    expect(separateReports).toEqual({ caseId: lead, joinedId: joined });
    await until(() => heard.includes(lead) && heard.includes(joined));
    const own = await view(joined);
    expect(own).toMatchObject({ state: 'graded', grade: 'red', joinedInto: null });
    expect(own.reports.map((r: any) => r.parts[0].text)).toEqual(['Från skolan.']);
    expect(own.gradings.map((g: any) => g.reasons.text)).toEqual(['Skäl för red.']);
    // What was judged of both as one is no protection assessment of this one.
    expect(own.protectionAssessments).toEqual([]);
    expect(running(own)).toEqual(['grade-red-assessment 4', 'protection-assessment 24']);
    const start = (kind: string) => own.deadlines.find((d: any) => d.kind === kind && d.state === 'open').startsAt;
    expect(start('protection-assessment')).toBe(receivedAt.get(joined));
    expect(start('grade-green-assessment')).toBe(receivedAt.get(joined));
    expect(own.joins).toEqual([
      {
        joinedId: joined,
        leadNumber: expect.any(String),
        reasons: { text: 'Samma barn.' },
        separation: { byName: 'Maria Lindgren', reasons: { kind: 'separation', text: WHY } },
      },
    ]);
    const left = await view(lead);
    expect(left).toMatchObject({ state: 'received', grade: null });
    expect(left.reports.map((r: any) => r.parts[0].text)).toEqual(['Från polisen.']);
    expect(left.protectionAssessments).toHaveLength(1);
    expect(left.joins[0].separation.reasons.text).toBe(WHY);
    expect(running(left)).toEqual([]);
    const queue = (await as('maria').query(QUEUE)).intakeQueue.edges.map((edge: any) => edge.node.id);
    expect(queue).toEqual(expect.arrayContaining([lead, joined]));
    const lines = await world.behindTheLocks<{ case_id: string; detail: object }>(
      `select case_id, detail from ledger_entry where detail->>'deed' = 'separated' order by id`,
    );
    expect(lines).toEqual([
      { case_id: lead, detail: { deed: 'separated', separatedCase: joined } },
      { case_id: joined, detail: { deed: 'separated', fromCase: lead } },
    ]);
    expect(ledgerBefore.length).toBeGreaterThan(0);
    // Rightly joined, they can be joined once more.
    await join(joined, lead);
    expect((await view(lead)).reports).toHaveLength(2);
    expect((await view(joined)).state).toBe('joined');
  });

  it('are taken apart by whom it may concern, with reasons, from the page as it is now', async () => {
    const { lead, joined } = await twoJoined();
    for (const key of ['sara', 'elin', 'lena', 'tove'])
      expect((await as(key).refusal(SEPARATE, await separation(lead, joined))).code).toBe('NOT_ALLOWED');
    const blank = await as('maria').refusal(SEPARATE, await separation(lead, joined, { reasons: ' ' }));
    expect(blank.faults.map(({ field, code }) => `${field} ${code}`)).toEqual(['reasons REASONS_MISSING']);
    const { version } = await view(lead);
    const stale = await as('maria').refusal(SEPARATE, await separation(lead, joined, { expectedVersion: version - 1 }));
    expect(stale.code).toBe('CONFLICT');
    expect((await as('maria').refusal(SEPARATE, await separation(lead, randomUUID()))).code).toBe('NOT_FOUND');
    expect(await view(lead)).toMatchObject({ version });
    // Two at once: one separates, the other is told that the page has moved on.
    const both = await separation(lead, joined);
    const outcomes = await Promise.allSettled([as('maria').query(SEPARATE, both), as('maria').query(SEPARATE, both)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const again = await as('maria').refusal(SEPARATE, await separation(lead, joined));
    expect(again.code).toBe('NOT_JOINED_HERE');
    expect(again.message).toContain('ligger inte längre ihop');
  });

  it('stay together once it is decided, with a sentence that says what to do', async () => {
    const { lead, joined } = await twoJoined();
    await protect(lead);
    const { version } = await view(lead, 'birgitta');
    await as('birgitta').query(DECIDE, {
      input: { caseId: lead, expectedVersion: version, kind: 'no-investigation', reasons: 'Stöd finns redan.' },
    });
    const refusal = await as('maria').refusal(SEPARATE, await separation(lead, joined));
    expect(refusal.code).toBe('SEPARATION_TOO_LATE');
    expect(refusal.message).toContain('registrera den på nytt');
    expect(await view(joined)).toMatchObject({ state: 'joined', joinedInto: lead });
  });

  it('leave a grade that a person has given since, and give back what was missed', async () => {
    const { lead, joined } = await twoJoined();
    await grade(lead, 'orange');
    await world.behindTheLocks(
      `update deadline set state = 'missed', settled_at = due_at where case_id = $1 and kind = 'protection-assessment'`,
      [joined],
    );
    await as('maria').query(SEPARATE, await separation(lead, joined));
    expect(await view(lead)).toMatchObject({ state: 'graded', grade: 'orange' });
    expect(running(await view(lead))).toEqual(['grade-orange-assessment 12', 'protection-assessment 24']);
    const rows = await world.behindTheLocks(
      `select state, void_reason from deadline where case_id = $1 and kind = 'protection-assessment'`,
      [joined],
    );
    expect(rows).toEqual([{ state: 'missed', void_reason: null }]);
  });
});
