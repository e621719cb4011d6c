/** Feedback to the reporter: when it can be given, and that its time ends with the deed and with nothing else (SoL 19:6). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FOLLOW_REPORTS } from '#migrations/0252-feedback-follows-its-report.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import {
  CASE,
  CHILD,
  FEEDBACK,
  GRADE,
  JOIN,
  makeReport,
  MINE,
  PROTECT,
  REGISTER,
  registerInput,
  SEARCH,
  SEPARATE,
} from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const ASK = `mutation($id: ID!) { askForFeedback(reportId: $id) { reportId } }`;
const DECIDE = `mutation($input: DecideCaseInput!) { decideCase(input: $input) { state } }`;
const TO_GIVE = `query($id: ID!) { case(id: $id) { reports { id feedbackToGive } } }`;

const RUNS = 'investigation-runs-already';
const NONE = 'no-investigation';

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
const version = async (id: string) => (await as('maria').query(CASE, { id })).case.version;
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
    const input = { reportId, caseId, content: RUNS, notUnsuitable: true, reasons: 'Inget hinder.' };
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
    const input = { reportId, caseId, content: RUNS, notUnsuitable: true, reasons: 'Inget hinder.' };
    expect((await as('maria').query(FEEDBACK, { input })).giveFeedback.outcome).toBe('shared');
    await become(later.caseId, 'closed');
  });
});

describe('the time for feedback', () => {
  /** Two reports of a child whose investigation runs, and the earlier is asked for feedback on at once. */
  async function twoReports() {
    const running = await aReport({ wantsFeedback: false }, 'lena');
    await become(running.caseId, 'investigation');
    const lead = await aReport({ wantsFeedback: false }, 'lena');
    const joined = await aReport();
    expect(await times(joined.reportId)).toEqual([{ state: 'open', at: joined.caseId }]);
    return { running, lead, joined };
  }
  const join = async (own: string, other: string) =>
    as('maria').query(JOIN, {
      input: { caseId: own, otherCaseId: other, expectedVersion: await version(own), reasons: 'Samma barn.' },
    });
  const give = (of: { reportId: string; caseId: string }) =>
    as('maria').query(FEEDBACK, { input: { ...of, content: RUNS, notUnsuitable: true, reasons: 'Inget hinder.' } });

  it('follows the report into the case that carries it on, and is met there', async () => {
    const { running, lead, joined } = await twoReports();
    expect((await join(lead.caseId, joined.caseId)).joinReports.joinedId).toBe(joined.caseId);
    expect(await times(joined.reportId)).toEqual([{ state: 'open', at: lead.caseId }]);
    await give({ reportId: joined.reportId, caseId: lead.caseId });
    expect(await times(joined.reportId)).toEqual([{ state: 'met', at: lead.caseId }]);
    await become(running.caseId, 'closed');
  });

  it('is brought to the case that carries it on where an earlier version left it behind', async () => {
    const { running, lead, joined } = await twoReports();
    await join(lead.caseId, joined.caseId);
    await world.behindTheLocks(
      `update deadline set case_id = $1 where kind = 'report-feedback' and about_id = $2 returning 1`,
      [joined.caseId, joined.reportId],
    );
    await world.behindTheLocks(`${FOLLOW_REPORTS.trim().slice(0, -1)} returning 1`);
    expect(await times(joined.reportId)).toEqual([{ state: 'open', at: lead.caseId }]);
    await become(running.caseId, 'closed');
  });

  it('comes back with it once when the join is undone, and not at all when it was given meanwhile', async () => {
    const { running, lead, joined } = await twoReports();
    const separate = async () =>
      as('maria').query(SEPARATE, {
        input: {
          caseId: lead.caseId,
          joinedCaseId: joined.caseId,
          expectedVersion: await version(lead.caseId),
          reasons: 'Fel barn.',
        },
      });
    await join(lead.caseId, joined.caseId);
    await separate();
    expect(await times(joined.reportId)).toEqual([{ state: 'open', at: joined.caseId }]);
    await join(lead.caseId, joined.caseId);
    await give({ reportId: joined.reportId, caseId: lead.caseId });
    await separate();
    expect(await times(joined.reportId)).toEqual([{ state: 'met', at: lead.caseId }]);
    await become(running.caseId, 'closed');
  });

  it('is no other when the case is decided before anybody gave it', async () => {
    const { running, joined } = await twoReports();
    const { caseId } = joined;
    await as('maria').query(PROTECT, { input: { caseId, needsProtection: false, reasons: 'Tryggt hemma.' } });
    await as('maria').query(GRADE, {
      input: {
        caseId,
        expectedVersion: await version(caseId),
        grade: 'green',
        reasons: 'Enstaka.',
        instrument: 'check-irk',
      },
    });
    await as('birgitta').query(DECIDE, {
      input: { caseId, expectedVersion: await version(caseId), kind: 'no-investigation', reasons: 'Stödet räcker.' },
    });
    expect(await times(joined.reportId)).toEqual([{ state: 'open', at: caseId }]);
    await become(running.caseId, 'closed');
  });
});

describe('whoever cannot read it here', () => {
  const SEEN = `query($id: ID!) { case(id: $id) { reports { toldInPerson feedbackOutcome parts { kind feedback toldHow toldOn } } } }`;
  const seen = async (caseId: string) => (await as('maria').query(SEEN, { id: caseId })).case.reports[0];
  const today = async () =>
    (
      await world.behindTheLocks<{ day: string }>(
        `select to_char(clock.now() at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as day`,
      )
    )[0]!.day;
  const faultsOf = (refusal: { faults: readonly { field: string; code: string }[] }) =>
    refusal.faults.map(({ field, code }) => `${field} ${code}`);

  async function called(): Promise<{ reportId: string; caseId: string }> {
    await as('maria').query(SEARCH, { input: { asked: CHILD } });
    const { registerReport } = await as('maria').query(REGISTER, {
      input: registerInput({
        reporterKind: 'school',
        reporterName: 'Rektor',
        reporterOrganisation: 'Friskolan',
        reporterContact: '08-123',
        feedbackWish: 'wanted',
      }),
    });
    return { reportId: registerReport.id, caseId: registerReport.caseIds[0] };
  }

  it.each([
    ['who called', called],
    ['in social services themselves', () => aReport({}, 'sara')],
  ])('has had it only when somebody says how and when: %s', async (_, made) => {
    const of = await made();
    await become(of.caseId, 'closed');
    await world.behindTheLocks(
      `insert into deadline (id, municipality_id, branch_id, kind, case_id, about_id, rule, source, starts_at, due_at, alarms)
       select gen_random_uuid(), municipality_id, branch_id, 'report-feedback', case_id, $1, rule, source, clock.now(), clock.now() + interval '7 days', alarms
       from deadline where case_id = $2 and kind = 'protection-assessment'`,
      [of.reportId, of.caseId],
    );
    expect(await seen(of.caseId)).toMatchObject({ toldInPerson: true });
    const input = { ...of, content: NONE, notUnsuitable: true, reasons: 'Inget hinder.' };
    const refused = async (over: object) =>
      faultsOf(await as('maria').refusal(FEEDBACK, { input: { ...input, ...over } }));
    expect(await refused({})).toEqual(['toldHow CHOOSE_ONE']);
    expect(await refused({ toldHow: 'not-yet' })).toEqual(['toldHow TELL_FIRST']);
    expect(await refused({ toldHow: 'phone' })).toEqual(['toldOn DAY_FORM']);
    expect(await refused({ toldHow: 'phone', toldOn: '2999-01-01' })).toEqual(['toldOn TOLD_LATER']);
    expect(await refused({ toldHow: 'phone', toldOn: '2001-01-01' })).toEqual(['toldOn TOLD_BEFORE_REPORT']);
    expect(await times(of.reportId)).toEqual([{ state: 'open', at: of.caseId }]);
    expect((await seen(of.caseId)).feedbackOutcome).toBeNull();
    const toldOn = await today();
    const told = await as('maria').query(FEEDBACK, { input: { ...input, toldHow: 'phone', toldOn } });
    expect(told.giveFeedback.outcome).toBe('told');
    expect(await times(of.reportId)).toEqual([{ state: 'met', at: of.caseId }]);
    const after = await seen(of.caseId);
    expect(after.feedbackOutcome).toBe('told');
    expect(after.parts.at(-1)).toEqual({ kind: 'feedback', feedback: 'no-investigation', toldHow: 'phone', toldOn });
  });

  it('is told in time by the day on which they were, however late it is written down', async () => {
    const day = async (ago: number) =>
      (
        await world.behindTheLocks<{ day: string }>(
          `select to_char((clock.now() - $1 * interval '1 day') at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as day`,
          [ago],
        )
      )[0]!.day;
    /** Owed until the end of the day before yesterday, and found missed by the clock. */
    const missed = async () => {
      const of = await called();
      await become(of.caseId, 'closed');
      await world.behindTheLocks(
        `update report set received_at = received_at - interval '10 days' where id = $1 returning 1`,
        [of.reportId],
      );
      await world.behindTheLocks(
        `insert into deadline (id, municipality_id, branch_id, kind, case_id, about_id, rule, source, starts_at, due_at, alarms, state, settled_at)
         select gen_random_uuid(), municipality_id, branch_id, 'report-feedback', case_id, $1, rule, source,
           clock.now() - interval '9 days', ($3::date - 1)::timestamp at time zone 'Europe/Stockholm', alarms, 'missed', clock.now()
         from deadline where case_id = $2 and kind = 'protection-assessment' returning 1`,
        [of.reportId, of.caseId, await day(0)],
      );
      return { ...of, content: NONE, notUnsuitable: true, reasons: 'Inget hinder.', toldHow: 'phone' };
    };
    const came = async ({ reportId }: { reportId: string }) =>
      (
        await world.behindTheLocks<object>(
          `select state, met_late as late, settled_by as by,
             to_char(settled_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as day
           from deadline where kind = 'report-feedback' and about_id = $1 and state <> 'void'`,
          [reportId],
        )
      )[0];
    const by = world.town.staff.get('maria');
    const inTime = await missed();
    await as('maria').query(FEEDBACK, { input: { ...inTime, toldOn: await day(2) } });
    expect(await came(inTime)).toEqual({ state: 'met', late: false, by, day: await day(2) });
    const late = await missed();
    await as('maria').query(FEEDBACK, { input: { ...late, toldOn: await day(1) } });
    expect(await came(late)).toEqual({ state: 'met', late: true, by, day: await day(1) });
    const now = await missed();
    await as('maria').query(FEEDBACK, { input: { ...now, toldOn: await day(0) } });
    expect(await came(now)).toEqual({ state: 'met', late: true, by, day: await day(0) });
    const ahead = await world.behindTheLocks(
      `select 1 from deadline where kind = 'report-feedback' and settled_at > clock.now()`,
    );
    expect(ahead).toEqual([]);
  });

  it('has had what the officer read, and nothing when that is another thing by now', async () => {
    const of = await called();
    await become(of.caseId, 'closed');
    const told = { notUnsuitable: true, reasons: 'Inget hinder.', toldHow: 'phone', toldOn: await today() };
    const [content] = await toGive(of.caseId);
    await become(of.caseId, 'investigation');
    const refusal = await as('maria').refusal(FEEDBACK, { input: { ...of, ...told, content } });
    expect([content, refusal.code]).toEqual([NONE, 'FEEDBACK_CHANGED']);
    expect(refusal.message).toBe(
      'Det som kan sägas till anmälaren har ändrats sedan du läste det. Läs vad som gäller nu, säg det till anmälaren och spara igen.',
    );
    expect((await seen(of.caseId)).feedbackOutcome).toBeNull();
    const [now] = await toGive(of.caseId);
    await as('maria').query(FEEDBACK, { input: { ...of, ...told, content: now } });
    expect((await seen(of.caseId)).parts.at(-1)).toMatchObject({ feedback: 'investigation-opened' });
    await become(of.caseId, 'closed');
  });

  it('cannot have had it before it was decided, however long ago the report came', async () => {
    const of = await called();
    const { caseId } = of;
    await as('maria').query(PROTECT, { input: { caseId, needsProtection: false, reasons: 'Tryggt hemma.' } });
    const grade = { caseId, grade: 'green', reasons: 'Enstaka.', instrument: 'check-irk' };
    await as('maria').query(GRADE, { input: { ...grade, expectedVersion: await version(caseId) } });
    const decision = { caseId, kind: 'no-investigation', reasons: 'Stödet räcker.' };
    await as('birgitta').query(DECIDE, { input: { ...decision, expectedVersion: await version(caseId) } });
    await world.behindTheLocks(`update report set received_at = received_at - interval '10 days' where id = $1`, [
      of.reportId,
    ]);
    const day = async (ago: number) =>
      (
        await world.behindTheLocks<{ day: string }>(
          `select to_char((clock.now() - $1 * interval '1 day') at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as day`,
          [ago],
        )
      )[0]!.day;
    const input = { ...of, content: NONE, notUnsuitable: true, reasons: 'Inget hinder.', toldHow: 'phone' };
    const refusal = await as('maria').refusal(FEEDBACK, { input: { ...input, toldOn: await day(5) } });
    expect(faultsOf(refusal)).toEqual(['toldOn TOLD_BEFORE_DECISION']);
    expect(refusal.faults[0]!.message).toBe(
      `Dagen är före beslutet, som fattades ${await day(0)}. Skriv dagen då du sa vad det blev.`,
    );
    const told = await as('maria').query(FEEDBACK, { input: { ...input, toldOn: await day(0) } });
    expect(told.giveFeedback.outcome).toBe('told');
  });

  it('is not needed where the reporter’s house is here, nor where it would be unsuitable', async () => {
    const shared = await aReport();
    await become(shared.caseId, 'closed');
    expect(await seen(shared.caseId)).toMatchObject({ toldInPerson: false });
    const one = { ...shared, content: NONE, notUnsuitable: true, reasons: 'Inget hinder.' };
    expect((await as('maria').query(FEEDBACK, { input: one })).giveFeedback.outcome).toBe('shared');
    const of = await called();
    await become(of.caseId, 'closed');
    const other = { ...of, content: NONE, notUnsuitable: false, reasons: 'Hot mot barnet.' };
    expect((await as('maria').query(FEEDBACK, { input: other })).giveFeedback.outcome).toBe('unsuitable');
  });
});
