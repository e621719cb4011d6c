/** An investigation asks school and police; they answer in a day and learn nothing back (MASH step 2). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import type { GradedCase } from '../../support/case.js';
import { until } from '../../support/deadlines.js';
import { ANSWER, ASK, ASKED, askAs, GATHERED, openInvestigation } from '../../support/inquiry.js';
import { hostWorker, type HostedWorker } from '../../support/hosted.js';
import { buildWorld, type World } from '../../support/world.js';

const DEMONSTRATION = { SAMNAV_DEMONSTRATION: '1' };
let world: World;
let api: Api;
let worker: HostedWorker;
let file: GradedCase;
let asked: Readonly<Record<string, string>>;
const as = (key: string): Promise<ApiClient> => api.as({ id: world.town.staff.get(key) ?? '' });

beforeAll(async () => {
  world = await buildWorld();
  [api, worker] = await Promise.all([
    startApi(world.database, DEMONSTRATION),
    hostWorker(world.database, DEMONSTRATION),
  ]);
  file = await openInvestigation(world);
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await api?.close();
  await world?.close();
}, 30_000);

const gathered = async () => (await (await as('elin')).query(GATHERED, { id: file.caseId })).inquiriesOfCase;

describe('asking', () => {
  it('shows whom one may ask, and refuses what is missing at its field', async () => {
    const elin = await as('elin');
    const { forms } = await gathered();
    const step2 = forms.find((form: any) => form.kind === 'mash-2');
    expect(step2.refused).toBe(null);
    const kinds = new Set(step2.units.map((unit: any) => unit.kind));
    expect([kinds.has('police'), kinds.has('school'), kinds.has('social-services')]).toEqual([true, true, false]);
    const written = { caseId: file.caseId, kind: 'mash-2', unitIds: [], categories: [], withNumber: false };
    expect(await elin.refusal(ASK, { i: written })).toMatchObject({
      faults: [{ field: 'unitIds' }, { field: 'categories' }],
    });
    const ownHouse = { ...written, unitIds: [world.caller('sara').unitId], categories: ['leisure'] };
    expect((await elin.refusal(ASK, { i: ownHouse })).code).toBe('INQUIRY_NOT_A_PARTY');
    const report = { ...ownHouse, unitIds: [world.caller('lena').unitId], categories: ['report-content'] };
    expect(await elin.refusal(ASK, { i: report })).toMatchObject({ faults: [{ field: 'categories' }] });
  });

  it('is the investigator’s alone', async () => {
    const i = { caseId: file.caseId, kind: 'mash-2', unitIds: [], categories: [], withNumber: false };
    for (const key of ['sara', 'marcus', 'lena'])
      expect((await (await as(key)).refusal(ASK, { i })).code).toBe('NOT_ALLOWED');
  });

  it('puts a question to each with a day, a deadline of the asking house and a line for what was told', async () => {
    asked = await askAs(world, await as('elin'), { caseId: file.caseId, keys: ['marcus', 'lena'] });
    expect(Object.values(asked).every(Boolean)).toBe(true);
    const lines = await world.behindTheLocks<{ ground: string; branch: string }>(
      `select ground, detail ->> 'toBranch' as branch from ledger_entry where action = 'disclose' and case_id = $1 order by 2`,
      [file.caseId],
    );
    expect(lines).toEqual(
      ['marcus', 'lena'].map((key) => ({ ground: 'OSL 10:2', branch: world.caller(key).branchId })).sort(byBranch),
    );
    const deadlines = await world.behindTheLocks<{ hours: number; branch_id: string; about_id: string }>(
      `select extract(epoch from due_at - starts_at)::int / 3600 as hours, branch_id, about_id from deadline
       where kind = 'step-two-gathering' and state = 'open' and case_id = $1`,
      [file.caseId],
    );
    expect(deadlines.map(({ about_id }) => about_id).sort()).toEqual(Object.values(asked).sort());
    expect(deadlines.every((one) => one.hours === 24 && one.branch_id === world.caller('elin').branchId)).toBe(true);
    const again = await (
      await as('elin')
    ).refusal(ASK, {
      i: {
        caseId: file.caseId,
        kind: 'mash-2',
        unitIds: [world.caller('lena').unitId],
        categories: ['leisure'],
        withNumber: false,
      },
    });
    expect(again.code).toBe('INQUIRY_STANDS');
  });
});

const byBranch = (a: { branch: string }, b: { branch: string }): number => (a.branch < b.branch ? -1 : 1);

describe('the asked house', () => {
  it('sees the question and whom it is about, and nobody else of the house does', async () => {
    const { inquiry } = await (await as('lena')).query(ASKED, { id: asked['lena'] });
    expect(inquiry).toMatchObject({
      name: 'Elliot Provberg',
      personalNumber: null,
      ground: 'OSL 10:2',
      byOwnYes: false,
      categories: expect.arrayContaining(['school-attendance-and-results']),
      askedBy: 'Elin Forsbäck',
      knowledge: null,
      parts: [],
    });
    for (const [key, id] of [
      ['marcus', asked['lena']],
      ['lena', asked['marcus']],
      ['hassan', asked['lena']],
      ['sara', asked['lena']],
    ] as const)
      expect((await (await as(key)).refusal(ASKED, { id })).code).toBe('NOT_FOUND');
    const read = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where action = 'read' and ground = 'OSL 10:2' and case_id = $1 and actor_staff = $2`,
      [file.caseId, world.town.staff.get('lena')],
    );
    expect(read[0]?.n).toBe(1);
  });

  it('is told so without the case, answers, and sees its own answer', async () => {
    const lena = await as('lena');
    const { myNotices } = await lena.query(`{ myNotices(first: 10) { edges { node { kind caseId } } } }`);
    expect(myNotices.edges.map((edge: any) => edge.node)).toEqual([{ kind: 'inquiry-asked', caseId: null }]);
    const i = { inquiryId: asked['lena'], version: 1, knowledge: 'knows', parts: [] as object[] };
    expect((await lena.refusal(ANSWER, { i })).faults).toMatchObject([{ field: 'parts' }]);
    const parts = [
      { category: 'school-attendance-and-results', text: 'Närvaro 41 procent sedan påsk.' },
      { category: 'associates-and-network', text: 'Hämtas av äldre vid grinden.' },
    ];
    const { answerInquiry } = await lena.query(ANSWER, { i: { ...i, parts } });
    expect(answerInquiry).toEqual({ late: false, given: 2, kept: 0, places: 0 });
    const { inquiry } = await lena.query(ASKED, { id: asked['lena'] });
    expect(inquiry.parts).toMatchObject(parts);
    expect((await lena.refusal(ANSWER, { i: { ...i, parts } })).code).toBe('CONFLICT');
  });

  it('gives by the duty to the investigator, with its line, and meets the deadline', async () => {
    const { inquiries } = await gathered();
    const school = inquiries.find(({ id }: any) => id === asked['lena']);
    expect(school).toMatchObject({ knowledge: 'knows', kept: 0 });
    expect(school.parts).toEqual([
      { category: 'school-attendance-and-results', text: 'Närvaro 41 procent sedan påsk.', ground: 'SoL 20:6' },
      { category: 'associates-and-network', text: 'Hämtas av äldre vid grinden.', ground: 'SoL 20:6' },
    ]);
    const disclosed = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where action = 'disclose' and ground = 'SoL 20:6' and case_id = $1`,
      [file.caseId],
    );
    expect(disclosed[0]?.n).toBe(2);
    const [deadline] = await world.behindTheLocks<{ state: string }>(`select state from deadline where about_id = $1`, [
      asked['lena'],
    ]);
    expect(deadline?.state).toBe('met');
  });

  it('learns nothing through any list, page, socket or calendar', async () => {
    const marcus = await as('marcus');
    const lists =
      await marcus.query(`{ waitingInquiries { id askedBy askingHouse } sharedWithUs { edges { node { caseId } } }
      myDeadlines { edges { node { id } } } hubsOfToday { id } waitingQuestions { id } hubCalendar { entries { hub { id } } }
      groups { lines { id } } }`);
    expect(lists).toEqual({
      waitingInquiries: [{ id: asked['marcus'], askedBy: 'Elin Forsbäck', askingHouse: expect.any(String) }],
      sharedWithUs: { edges: [] },
      myDeadlines: { edges: [] },
      hubsOfToday: [],
      waitingQuestions: [],
      hubCalendar: expect.anything(),
      groups: { lines: [] },
    });
    expect(JSON.stringify(lists.hubCalendar)).not.toContain('"hub":{');
    for (const query of [
      `query($id: ID!) { case(id: $id) { id } }`,
      `query($id: ID!) { sharedCase(caseId: $id) { caseId } }`,
      `query($id: ID!) { inquiriesOfCase(caseId: $id) { caseId } }`,
    ])
      expect((await marcus.refusal(query, { id: file.caseId })).code).toBe('NOT_FOUND');
    const socket = await marcus.socket();
    for (const topic of [
      `intake-queue:${world.caller('elin').branchId}`,
      `sight:${world.caller('elin').branchId}`,
      `deadlines:${world.caller('elin').branchId}`,
      `board:${randomUUID()}`,
    ])
      expect((await socket.timeout(4_000).emitWithAck('watch', topic)).ok).toBe(false);
  });
});

describe('time', () => {
  it('asks the deputy at half of it, reminds, and warns the one who waits', async () => {
    const elin = await as('elin');
    await elin.query(`mutation { moveClock(minutes: 1141) { aheadMinutes } }`);
    const told = () =>
      world.behindTheLocks<{ who: string; kind: string; case_id: string | null }>(
        `select s.subject as who, n.kind, n.case_id from notice n join staff_member s on s.id = n.staff_id
         where n.effect_key like $1 or (n.kind = 'deadline-warning' and n.case_id = $2)`,
        [`inquiry:${asked['marcus']}:%`, file.caseId],
      );
    await until(told, (now) => now.some(({ kind }) => kind === 'deadline-warning') && now.length >= 3);
    const now = await told();
    expect(now.filter(({ kind }) => kind === 'inquiry-asked').length).toBeGreaterThanOrEqual(2);
    expect(now.filter(({ kind }) => kind === 'inquiry-asked').every(({ case_id }) => case_id === null)).toBe(true);
    expect(now.filter(({ kind }) => kind === 'deadline-warning').map(({ who }) => who)).toContain('elin');
  }, 40_000);
});

describe('the end of a question', () => {
  it('takes it from the asked house at once, and its deadline from the one who waits', async () => {
    const elin = await as('elin');
    const end = `mutation($id: ID!, $how: String!) { endInquiry(id: $id, how: $how) }`;
    expect((await elin.refusal(end, { id: asked['lena'], how: 'withdrawn' })).code).toBe('INQUIRY_ANSWERED');
    expect((await (await as('marcus')).refusal(end, { id: asked['marcus'], how: 'withdrawn' })).code).toBe(
      'NOT_ALLOWED',
    );
    await elin.query(end, { id: asked['marcus'], how: 'withdrawn' });
    expect((await (await as('marcus')).refusal(ASKED, { id: asked['marcus'] })).code).toBe('NOT_FOUND');
    const i = { inquiryId: asked['marcus'], version: 1, knowledge: 'does-not-know', parts: [] };
    expect((await (await as('marcus')).refusal(ANSWER, { i })).code).toBe('NOT_FOUND');
    expect((await elin.refusal(end, { id: asked['marcus'], how: 'closed' })).code).toBe('INQUIRY_ENDED');
    const [deadline] = await world.behindTheLocks<{ void_reason: string }>(
      `select void_reason from deadline where about_id = $1`,
      [asked['marcus']],
    );
    expect(deadline?.void_reason).toBe('inquiry-ended');
  });

  it('comes with the end of the investigation, for everyone', async () => {
    const elin = await as('elin');
    const [row] = await world.behindTheLocks<{ version: number }>(`select version from case_file where id = $1`, [
      file.caseId,
    ]);
    await elin.query(`mutation($i: BeginMeasuresInput!) { beginMeasures(input: $i) { caseId } }`, {
      i: { caseId: file.caseId, expectedVersion: row?.version, reasons: 'Utredningen är klar.' },
    });
    expect((await (await as('lena')).refusal(ASKED, { id: asked['lena'] })).code).toBe('NOT_FOUND');
    expect((await (await as('lena')).query(`{ waitingInquiries { id } }`)).waitingInquiries).toEqual([]);
    const school = (await gathered()).inquiries.find(({ id }: any) => id === asked['lena']);
    expect([school.endedHow, school.parts.length]).toEqual(['closed', 2]);
  });
});
