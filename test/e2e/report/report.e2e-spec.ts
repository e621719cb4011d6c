/** From a reporter's form to a graded, joined and answered case, over GraphQL as the pages speak it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import {
  CASE,
  CHILD,
  COMPLETE,
  completion,
  COORDINATION_CHILD,
  FEEDBACK,
  GRADE,
  JOIN,
  makeReport,
  MINE,
  PROTECT,
  QUEUE,
  REGISTER,
  registerInput,
  reportedChild,
  reportInput,
  SEARCH,
  SIBLING,
  SUBMIT,
  SUBMIT_AGAIN,
} from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  for (const key of ['marcus', 'lena', 'hassan', 'maria', 'sara', 'elin', 'birgitta', 'tove', 'olof'])
    people.set(key, await api.as({ id: world.town.staff.get(key)! }));
}, 60_000);

afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** Cases of a report, in the order of its children. */
async function casesOf(reportId: string): Promise<string[]> {
  const rows = await world.behindTheLocks<{ case_id: string }>(
    'select case_id from report_child where report_id = $1 order by position',
    [reportId],
  );
  return rows.map((row) => row.case_id);
}
const view = async (id: string, who = 'maria') => (await as(who).query(CASE, { id })).case;
const faultsOf = (refusal: { faults: readonly { field: string; code: string }[] }) =>
  refusal.faults.map(({ field, code }) => `${field} ${code}`);
const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

describe('a reporter', () => {
  it('gets a receipt with times and learns nothing about the child', async () => {
    const { submitReport } = await as('marcus').query(SUBMIT, { input: reportInput() });
    expect(submitReport.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(minutes(submitReport.receivedAt, submitReport.protectionAssessedBy)).toBe(24 * 60);
    expect(submitReport.caseIds).toEqual([]);
    const again = await as('marcus').query(SUBMIT, { input: reportInput() });
    const { receipt: _, id: __, receivedAt, protectionAssessedBy, decidedBy, ...rest } = again.submitReport;
    expect(rest).toEqual({ caseIds: [] });
    expect([receivedAt, protectionAssessedBy, decidedBy].every((at) => Number.isFinite(Date.parse(at)))).toBe(true);
  });

  it('sends the same form twice, also at once, and makes one report', async () => {
    const input = reportInput();
    const answers = await Promise.all([1, 2, 3].map(() => as('lena').query(SUBMIT, { input })));
    const receipts = new Set(answers.map(({ submitReport }) => submitReport.receipt));
    expect(receipts.size).toBe(1);
    const rows = await world.behindTheLocks('select 1 from report where client_key = $1', [input.clientKey]);
    expect(rows).toHaveLength(1);
    expect(await casesOf(answers[0]!.submitReport.id)).toHaveLength(1);
  });

  it('is told when a form that had arrived comes again with other words, and which words arrived', async () => {
    const input = reportInput({ children: [reportedChild({ whereabouts: 'Hos mormor' })] });
    const send = async (over: object) =>
      (await as('lena').query(SUBMIT_AGAIN, { input: { ...input, ...over } })).submitReport;
    const first = await send({});
    expect(first).toMatchObject({ wordsArrived: true, children: 1 });
    for (const over of [
      { children: [reportedChild({ whereabouts: 'Hos mormor', content: 'Något annat.' })] },
      { children: [reportedChild({ whereabouts: 'Hos farmor' })] },
      { children: [reportedChild({ whereabouts: 'Hos mormor' }), reportedChild({ number: SIBLING, givenName: 'Bo' })] },
      { familyKnows: 'yes' },
      { familyKnowsWhat: 'Mamman vet.' },
      { immediateDanger: true },
      { wantsFeedback: false },
    ])
      expect(await send(over)).toEqual({ ...first, wordsArrived: false });
    // Its own words again, however often and however they are spaced.
    expect(await send({ familyKnowsWhat: '  ' })).toEqual(first);
    const mine = (await as('lena').query(MINE)).myReports.edges.find(
      ({ node }: { node: { id: string } }) => node.id === first.id,
    );
    const texts = mine.node.parts.map(({ text }: { text: string }) => text);
    // Where the child is stands in the register of whoever received it, and is shown to no reporter again, protected or not.
    expect(texts).toEqual(['Bråk vid stationen i går kväll.']);
    const arrived = await world.behindTheLocks(`select 1 from report_item where report_id = $1`, [first.id]);
    expect(arrived).toHaveLength(2);
    const [row] = await world.behindTheLocks<{ mark: Buffer }>(
      'select content_mark as mark from report where id = $1',
      [first.id],
    );
    expect(row?.mark).toHaveLength(32);
  });

  it('is told every fault at its field at once', async () => {
    const refusal = await as('marcus').refusal(SUBMIT, {
      input: reportInput({
        familyKnows: 'maybe',
        children: [
          reportedChild({ givenName: ' ', number: '20120315-2383', content: '' }),
          reportedChild({ number: '', noNumberReason: '', bornYear: null }),
          reportedChild({ number: '', noNumberReason: 'unknown', bornYear: 1985 }),
          reportedChild({ number: '201213152382' }),
          reportedChild({ number: '12' }),
          reportedChild({
            factors: [
              { factor: 'irk-leisure', answer: 'present' },
              { factor: 'nope', answer: 'x' },
            ],
          }),
        ],
      }),
    });
    expect(faultsOf(refusal)).toEqual([
      'children.0.givenName CHILD_NAME_MISSING',
      'children.0.content CONTENT_MISSING',
      'children.0.number NUMBER_CHECK_DIGIT',
      'children.1.number NUMBER_OR_REASON',
      'children.1.bornYear BORN_YEAR_MISSING',
      'children.2.bornYear REPORTED_ADULT',
      'children.3.number NUMBER_NOT_A_DATE',
      'children.4.number NUMBER_NOT_TWELVE_DIGITS',
      'children.5.factors.1.answer CHOOSE_ONE',
      'children.5.factors.0.reasons FACTOR_REASONS_MISSING',
      'children.5.factors.1.factor FACTOR_UNKNOWN',
      'familyKnows CHOOSE_ONE',
    ]);
    expect(refusal.faults.every(({ message }) => message.length > 10)).toBe(true);
    expect(faultsOf(await as('marcus').refusal(SUBMIT, { input: reportInput({ children: [] }) }))).toEqual([
      'children CHILDREN_MISSING',
    ]);
    const twins = reportInput({ children: [reportedChild(), reportedChild({ givenName: 'Bo' })] });
    expect(faultsOf(await as('marcus').refusal(SUBMIT, { input: twins }))).toEqual([
      'children.1.number SAME_CHILD_TWICE',
    ]);
  });

  it('keeps several children apart: a case each, and nothing of the sibling on it', async () => {
    const { id } = await makeReport(as('marcus'), {
      children: [
        reportedChild({ content: 'Om Alva.' }),
        reportedChild({ givenName: 'Bo', number: SIBLING, content: 'Om Bo.' }),
      ],
    });
    const [first, second] = await casesOf(id);
    const cases = [await view(first!), await view(second!)];
    expect(cases.map((one) => one.reports[0].parts.map((p: { text: string }) => p.text))).toEqual([
      ['Om Alva.'],
      ['Om Bo.'],
    ]);
    expect(cases.map((one) => one.reports[0].otherChildren)).toEqual([1, 1]);
  });

  it('may use ten digits, a coordination number, or none with a reason', async () => {
    const { id } = await makeReport(as('hassan'), {
      children: [
        reportedChild({ number: '120315-2382' }),
        reportedChild({ number: COORDINATION_CHILD }),
        reportedChild({ number: '', noNumberReason: 'not-registered', bornYear: 2014 }),
      ],
    });
    const rows = await world.behindTheLocks<{ number_kind: string; born: string; born_exact: boolean }>(
      `select n.number_kind, p.born::text, p.born_exact from report_child k join person p on p.id = k.person_id join person_number n on n.person_id = p.id where k.report_id = $1 order by k.position`,
      [id],
    );
    expect(rows).toEqual([
      { number_kind: 'personal', born: '2012-03-15', born_exact: true },
      { number_kind: 'coordination', born: '2011-09-12', born_exact: true },
      { number_kind: 'none', born: '2014-12-31', born_exact: false },
    ]);
  });

  it('finds own words again, in the own house only', async () => {
    const { receipt } = await makeReport(as('marcus'), { children: [reportedChild({ content: 'Bara mitt.' })] });
    const mine = (await as('marcus').query(MINE)).myReports.edges.map((edge: any) => edge.node);
    const found = mine.find((one: any) => one.receipt === receipt);
    expect(found.parts).toEqual([
      { kind: 'content', child: 1, text: 'Bara mitt.', feedback: null, ground: 'internal' },
    ]);
    const hers = (await as('lena').query(MINE)).myReports.edges.map((edge: any) => edge.node.receipt);
    expect(hers).not.toContain(receipt);
  });
});

describe('a report is completed', () => {
  it('by another house with the receipt as it was read out, and intake reads it', async () => {
    const { id, receipt } = await makeReport(as('marcus'));
    const typed = receipt.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const answers = [{ factor: 'irk-school-work', answer: 'present', reasons: 'Borta tre veckor.' }];
    await as('lena').query(COMPLETE, completion({ receipt: typed, content: 'Frånvaro.', factors: answers }));
    const [caseId] = await casesOf(id);
    const parts = (await view(caseId!)).reports[0].parts;
    expect(parts.at(-1)).toMatchObject({
      kind: 'completion',
      text: 'Frånvaro.',
      ground: 'SoL 19:1',
      answers: [{ factor: 'irk-school-work' }],
    });
    const mine = (await as('marcus').query(MINE)).myReports.edges.find((edge: any) => edge.node.id === id).node;
    expect(mine.parts.map((p: any) => p.text)).not.toContain('Frånvaro.');
    expect(await as('lena').refusal(CASE, { id: caseId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('and whoever works on the case by now is told, once for each time, and nobody of the house that added', async () => {
    const { id, receipt } = await makeReport(as('marcus'));
    const [caseId] = await casesOf(id);
    const { branchId, staffId } = world.caller('elin');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigation')`,
      [caseId, branchId, staffId],
    );
    for (const content of ['Frånvaro.', 'Mer frånvaro.'])
      await as('lena').query(COMPLETE, completion({ receipt, content }));
    const told = await world.behindTheLocks<{ who: string; times: number }>(
      `select s.subject as who, count(*)::int as times from notice n join staff_member s on s.id = n.staff_id
       where n.case_id = $1 and n.kind = 'report-completed' group by 1 order by 1`,
      [caseId],
    );
    expect(told).toContainEqual({ who: 'elin', times: 2 });
    expect(told.map(({ who }) => who)).not.toContain('lena');
    expect(told.map(({ who }) => who)).not.toContain('marcus');
  });

  it('by a colleague in social services, who does not get to read on', async () => {
    const { id, receipt } = await makeReport(as('marcus'));
    await as('sara').query(COMPLETE, completion({ receipt, content: 'Syskonet är känt hos oss.' }));
    const [caseId] = await casesOf(id);
    expect((await view(caseId!)).reports[0].parts.at(-1)).toMatchObject({
      text: 'Syskonet är känt hos oss.',
      ground: 'internal',
    });
    expect(await as('sara').refusal(CASE, { id: caseId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('but not with a wrong number, a child too many, or nothing said', async () => {
    const { receipt } = await makeReport(as('marcus'));
    const refused = async (input: object) => faultsOf(await as('lena').refusal(COMPLETE, completion(input)));
    expect(await refused({ receipt: 'ZZZZZ-ZZZZZ', content: 'x' })).toEqual(['receipt RECEIPT_UNKNOWN']);
    expect(await refused({ receipt: '?', content: 'x' })).toEqual(['receipt RECEIPT_UNKNOWN']);
    expect(await refused({ receipt, child: 2, content: 'x' })).toEqual(['child RECEIPT_CHILD_UNKNOWN']);
    expect(await refused({ receipt })).toEqual(['content NOTHING_ADDED']);
  });
});

describe('intake takes in by phone', () => {
  beforeAll(() => as('maria').query(SEARCH, { input: { asked: CHILD } }));

  it('keeps an anonymous caller unnamed', async () => {
    const named = registerInput({ reporterKind: 'anonymous', reporterName: 'Någon', feedbackWish: 'wanted' });
    expect(faultsOf(await as('maria').refusal(REGISTER, { input: named }))).toEqual([
      'reporterName ANONYMOUS_NOT_NAMED',
      'feedbackWish ANONYMOUS_NO_FEEDBACK',
    ]);
    const { registerReport } = await as('maria').query(REGISTER, {
      input: registerInput({ reporterKind: 'anonymous' }),
    });
    const file = await view(registerReport.caseIds[0]);
    expect(file.reports[0]).toMatchObject({ reporterKind: 'anonymous', reporterName: null });
    expect(file.reports[0].parts.map((p: any) => p.kind)).toEqual(['content']);
  });

  it('asks a bound reporter for name and workplace, and keeps them as an item', async () => {
    const bare = registerInput({ reporterKind: 'school' });
    expect(faultsOf(await as('maria').refusal(REGISTER, { input: bare }))).toEqual([
      'reporterName REQUIRED',
      'reporterOrganisation REQUIRED',
    ]);
    const full = {
      reporterKind: 'school',
      reporterName: 'Rektor',
      reporterOrganisation: 'Skolan',
      reporterContact: '08-123',
    };
    const { registerReport } = await as('maria').query(REGISTER, { input: registerInput(full) });
    const reporter = (await view(registerReport.caseIds[0])).reports[0].parts.find((p: any) => p.kind === 'reporter');
    expect(reporter).toMatchObject({ text: 'Rektor', contact: '08-123', ground: 'internal' });
  });

  it('is not open to other roles or other houses', async () => {
    for (const key of ['sara', 'marcus', 'tove', 'olof'])
      expect(await as(key).refusal(REGISTER, { input: registerInput() })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('intake', () => {
  it('sees the queue by what is due first, page by page, and is told live', async () => {
    const socket = await as('maria').socket();
    const { intakeQueue } = await as('maria').query(QUEUE);
    expect(await socket.emitWithAck('watch', `intake-queue:${intakeQueue.branchId}`)).toEqual({ ok: true });
    const told = new Promise<{ change: { caseId: string } }>((resolve) => socket.once('change', resolve));
    const { id } = await makeReport(as('marcus'));
    expect((await casesOf(id))[0]).toBe((await told).change.caseId);
    const all = (await as('maria').query(QUEUE, { first: 100 })).intakeQueue.edges.map((edge: any) => edge.node);
    const order = all.map((one: any) => [Number(!one.saysDanger || one.needsProtection === false), one.dueAt].join());
    expect(order).toEqual([...order].sort());
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: any = (await as('maria').query(QUEUE, { first: 4, after })).intakeQueue;
      paged.push(...page.edges.map((edge: any) => edge.node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(all.map((one: any) => one.id));
    expect(await as('maria').refusal(QUEUE, { after: 'x' })).toMatchObject({ code: 'BAD_REQUEST', field: 'after' });
  });

  it('sees danger first, whichever of the reports says it, until the need of protection is assessed anew', async () => {
    const queue = async () =>
      (await as('maria').query(QUEUE, { first: 100 })).intakeQueue.edges.map((e: any) => e.node);
    const due = async () =>
      (await as('maria').query(`{ myDeadlines(first: 100) { edges { node { caseId saysDanger } } } }`))[
        'myDeadlines'
      ].edges
        .map(({ node }: any) => node)
        .filter(({ saysDanger }: any) => saysDanger);
    const child = reportedChild({ givenName: 'Isak', number: '200907012389' });
    const [lead] = await casesOf((await makeReport(as('lena'), { children: [child] })).id);
    const [danger] = await casesOf(
      (await makeReport(as('marcus'), { children: [child], immediateDanger: true, familyKnows: 'no' })).id,
    );
    expect((await queue())[0]).toMatchObject({ id: danger, saysDanger: true, needsProtection: null });
    const [first] = (await as('maria').query(`{ myDeadlines(first: 100) { edges { node { caseId initials } } } }`))[
      'myDeadlines'
    ].edges;
    expect(first.node).toEqual({ caseId: danger, initials: 'I E' });
    const calm = { needsProtection: false, reasons: 'Tryggt hemma i kväll.' };
    await as('maria').query(PROTECT, { input: { caseId: lead, ...calm } });
    const { version } = await view(danger!);
    const input = { caseId: danger, otherCaseId: lead, expectedVersion: version, reasons: 'Samma barn.' };
    const { joinReports } = await as('maria').query(JOIN, { input });
    const joined = joinReports.caseId;
    expect((await queue())[0]).toMatchObject({ id: joined, saysDanger: true, needsProtection: null, reportCount: 2 });
    expect(await due()).toContainEqual({ caseId: joined, saysDanger: true });
    await as('maria').query(PROTECT, { input: { caseId: joined, ...calm } });
    const assessed = await queue();
    expect(assessed.find(({ id }: any) => id === joined)).toMatchObject({ saysDanger: true, needsProtection: false });
    expect(assessed[0].id).not.toBe(joined);
    expect(await due()).not.toContainEqual({ caseId: joined, saysDanger: true });
  });

  it('is the only one who does: others may neither ask nor watch', async () => {
    const { intakeQueue } = await as('maria').query(QUEUE);
    for (const key of ['marcus', 'sara', 'tove', 'olof']) {
      expect(await as(key).refusal(QUEUE)).toMatchObject({ code: 'NOT_ALLOWED' });
      const socket = await as(key).socket();
      expect(await socket.emitWithAck('watch', `intake-queue:${intakeQueue.branchId}`)).toMatchObject({ ok: false });
    }
  });

  it('assesses protection with reasons and measures, which meets the deadline', async () => {
    const { id } = await makeReport(as('marcus'));
    const [caseId] = await casesOf(id);
    const refused = async (input: object) =>
      faultsOf(await as('maria').refusal(PROTECT, { input: { caseId, ...input } }));
    expect(await refused({})).toEqual(['needsProtection CHOOSE_ONE', 'reasons REASONS_MISSING']);
    expect(await refused({ needsProtection: true, reasons: 'Hot.' })).toEqual(['measures MEASURES_MISSING']);
    const { assessProtection } = await as('maria').query(PROTECT, {
      input: { caseId, needsProtection: true, reasons: 'Hot hemma.', measures: 'Sover hos farmor.' },
    });
    expect(assessProtection.asksRegrading).toBe(true);
    const file = await view(caseId!);
    expect(file.protectionAssessments).toEqual([
      { needsProtection: true, reasons: { text: 'Hot hemma.', measures: 'Sover hos farmor.' } },
    ]);
    expect(file.deadlines.find((d: any) => d.kind === 'protection-assessment').state).toBe('met');
  });

  it('grades with reasons; hours run from the grading, a new grade replaces them, the history stays', async () => {
    const { id } = await makeReport(as('marcus'));
    const [caseId] = await casesOf(id);
    const grade = (over: object) => ({ input: { caseId, instrument: 'check-irk', reasons: 'Skäl.', ...over } });
    expect(faultsOf(await as('maria').refusal(GRADE, grade({ expectedVersion: 1, reasons: '' })))).toEqual([
      'grade GRADE_MISSING',
      'reasons REASONS_MISSING',
    ]);
    expect((await as('maria').query(GRADE, grade({ expectedVersion: 1, grade: 'orange' }))).gradeCase.change).toBe(
      'first',
    );
    expect(await as('maria').refusal(GRADE, grade({ expectedVersion: 1, grade: 'red' }))).toMatchObject({
      code: 'CONFLICT',
    });
    expect((await as('maria').query(GRADE, grade({ expectedVersion: 2, grade: 'red' }))).gradeCase.change).toBe(
      'raised',
    );
    const file = await view(caseId!);
    expect(file).toMatchObject({ grade: 'red', state: 'graded' });
    expect(file.gradings.map((g: any) => g.grade)).toEqual(['red', 'orange']);
    const of = (kind: string) => file.deadlines.find((d: any) => d.kind === kind);
    expect(minutes(of('grade-red-assessment').startsAt, of('grade-red-assessment').dueAt)).toBe(240);
    expect(minutes(of('grade-orange-assessment').startsAt, of('grade-orange-assessment').dueAt)).toBe(720);
    expect(of('grade-orange-assessment').state).toBe('void');
    expect(of('grade-green-assessment').state).toBe('open');
    for (const key of ['sara', 'elin', 'lena', 'tove'])
      expect((await as(key).refusal(GRADE, grade({ expectedVersion: 3, grade: 'green' }))).code).toBe('NOT_ALLOWED');
  });

  it('joins two cases of one child and loses nothing', async () => {
    const number = '200907012389';
    const child = (content: string) => ({ children: [reportedChild({ number, content })] });
    const first = await makeReport(as('marcus'), child('Först.'));
    const second = await makeReport(as('lena'), child('Sedan.'));
    const [lead] = await casesOf(first.id);
    const [joined] = await casesOf(second.id);
    await as('maria').query(GRADE, {
      input: { caseId: joined, instrument: 'check-irk', reasons: 'Allvarligt.', grade: 'red', expectedVersion: 1 },
    });
    const join = (over: object) => ({
      input: { caseId: joined, otherCaseId: lead, expectedVersion: 2, reasons: 'Samma barn.', ...over },
    });
    expect(faultsOf(await as('maria').refusal(JOIN, join({ reasons: ' ' })))).toEqual(['reasons REASONS_MISSING']);
    expect(faultsOf(await as('maria').refusal(JOIN, join({ otherCaseId: joined })))).toEqual(['otherCaseId SAME_CASE']);
    expect(faultsOf(await as('maria').refusal(JOIN, join({ otherCaseId: randomUUID() })))).toEqual([
      'otherCaseId NOT_FOUND',
    ]);
    expect((await as('maria').query(JOIN, join({}))).joinReports).toEqual({ caseId: lead, joinedId: joined });
    const file = await view(lead!);
    expect(file.grade).toBe('red');
    expect(file.reports.map((r: any) => r.parts[0].text)).toEqual(['Först.', 'Sedan.']);
    expect(file.gradings.map((g: any) => g.reasons.text)).toEqual(['Allvarligt.']);
    expect(file.joins[0].reasons.text).toBe('Samma barn.');
    expect(file.deadlines.filter((d: any) => d.kind === 'protection-assessment' && d.state === 'open')).toHaveLength(2);
    expect(await view(joined!)).toMatchObject({ state: 'joined', joinedInto: lead });
    expect((await as('maria').refusal(JOIN, join({ expectedVersion: 3 }))).faults[0]).toMatchObject({
      code: 'CASE_NOT_OPEN',
    });
    // The reporter of the second report completes it by the old receipt, and it is read on the case that carries on.
    await as('lena').query(COMPLETE, completion({ receipt: second.receipt, content: 'Mer.' }));
    expect((await view(lead!)).reports[1].parts.at(-1).text).toBe('Mer.');
  });
});

describe('a protected child', () => {
  it('is nameless to whoever is not on the short list, and the address stays with the reporter without a word', async () => {
    const number = '201012242382';
    await makeReport(as('marcus'), { children: [reportedChild({ number })] });
    await world.behindTheLocks(`update person set protection = 'protected-registration' where born = '2010-12-24'`);
    const { id } = await makeReport(as('lena'), {
      children: [reportedChild({ number, content: 'Oro.', whereabouts: 'Hemliga gatan 1' })],
    });
    const [caseId] = await casesOf(id);
    const file = await view(caseId!);
    expect(file.person).toEqual({ name: null, protection: null });
    expect(file.reports[0].parts.map((p: any) => p.text)).toEqual(['Oro.']);
    expect(file.reports[0].withheld).toBe(1);
    const queue = (await as('maria').query(QUEUE, { first: 100 })).intakeQueue.edges;
    expect(queue.find((edge: any) => edge.node.id === caseId).node.person.name).toBeNull();
    expect(JSON.stringify([queue, file])).not.toContain('Hemliga');
  });
});

describe('feedback', () => {
  it('waits for a decision, is assessed, and says one of three things to the reporter’s house', async () => {
    const { id } = await makeReport(as('marcus'));
    const [caseId] = await casesOf(id);
    const give = (over: object = {}) => ({
      input: {
        reportId: id,
        caseId,
        content: 'investigation-opened',
        notUnsuitable: true,
        reasons: 'Inget hinder.',
        ...over,
      },
    });
    expect(await as('maria').refusal(FEEDBACK, give())).toMatchObject({ code: 'FEEDBACK_TOO_EARLY' });
    await world.behindTheLocks(`update case_file set state = 'investigation' where id = $1`, [caseId]);
    expect(faultsOf(await as('maria').refusal(FEEDBACK, give({ notUnsuitable: null, reasons: '' })))).toEqual([
      'notUnsuitable CHOOSE_ONE',
      'reasons REASONS_MISSING',
    ]);
    expect((await as('maria').query(FEEDBACK, give())).giveFeedback.outcome).toBe('shared');
    expect(await as('maria').refusal(FEEDBACK, give())).toMatchObject({ code: 'FEEDBACK_GIVEN' });
    const mine = (await as('marcus').query(MINE)).myReports.edges.find((edge: any) => edge.node.id === id).node;
    expect(mine.parts.at(-1)).toMatchObject({
      kind: 'feedback',
      feedback: 'investigation-opened',
      text: '',
      ground: 'OSL 26:9a',
    });
    expect(JSON.stringify(mine)).not.toContain('Inget hinder');
    await world.database.moveClock('91 days');
    try {
      const fresh = await api.as({ id: world.town.staff.get('marcus')! });
      const later = (await fresh.query(MINE)).myReports.edges.find((edge: any) => edge.node.id === id).node;
      expect(later.parts.map((p: any) => p.kind)).toEqual(['content']);
    } finally {
      await world.database.moveClock('0');
    }
  });

  it('is not given when the officer finds it unsuitable, nor to whom nothing was promised', async () => {
    const { id } = await makeReport(as('lena'));
    const [caseId] = await casesOf(id);
    await world.behindTheLocks(`update case_file set state = 'closed' where id = $1`, [caseId]);
    const toGive = `query($id: ID!) { case(id: $id) { reports { feedbackToGive } } }`;
    const content = (await as('maria').query(toGive, { id: caseId })).case.reports[0].feedbackToGive;
    const input = { reportId: id, caseId, content, notUnsuitable: false, reasons: 'Hot mot barnet.' };
    expect((await as('maria').query(FEEDBACK, { input })).giveFeedback.outcome).toBe('unsuitable');
    const mine = (await as('lena').query(MINE)).myReports.edges.find((edge: any) => edge.node.id === id).node;
    expect(mine.parts.filter((p: any) => p.kind === 'feedback')).toEqual([]);
    const { id: other } = await makeReport(as('lena'), { wantsFeedback: false });
    const [otherCase] = await casesOf(other);
    const refusal = await as('maria').refusal(FEEDBACK, { input: { ...input, reportId: other, caseId: otherCase } });
    expect(refusal.code).toBe('FEEDBACK_NOT_WANTED');
  });
});
