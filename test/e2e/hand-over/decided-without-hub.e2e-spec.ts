/** A case that was decided without a hub gives its investigator the same record as a hub does: on screen, in the api, on paper. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { poppler, readPaper } from '../../support/paper.js';
import { GRADE, JOIN, makeReport, PROTECT, reportedChild } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const DECIDE = `mutation($input: DecideCaseInput!) { decideCase(input: $input) { state } }`;
const HAND_OVER = `query($id: ID!) { handOver(caseId: $id) { caseNumber hub { id } person { name } mayReceive withheld
  receiver { toStaffName toUnitName madeByName receivedAt receivedByName }
  reports { reporterKind items { category text answers { factor answer reasons } } }
  protections { needsProtection assessedByName reasons { text measures } } gradings { grade gradedByName reasons { text answers { factor } } }
  decision { kind byHub decidedByName reasons { text } } answers { unitName } map { kind } assessment { text } participants { name } } }`;
const RECEIVE = `mutation($id: ID!) { receiveHandOver(caseId: $id) { receivedAt } }`;
const WHY = 'Familjen vill ha stöd som behöver utredas.';

let world: World;
let api: Api;
let caseId: string;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;
const idOf = (key: string): string => world.town.staff.get(key)!;
const versionOf = async (id: string) =>
  (await world.behindTheLocks<{ version: number }>('select version from case_file where id = $1', [id]))[0]!.version;

async function open(who: string, over: object): Promise<string> {
  const { id } = await makeReport(as(who), { children: [reportedChild(over)] });
  const [row] = await world.behindTheLocks<{ case_id: string }>(
    'select case_id from report_child where report_id = $1',
    [id],
  );
  return row!.case_id;
}
const judge = async (id: string, grade: string, factors: object[] = []) =>
  as('maria').query(GRADE, {
    input: {
      caseId: id,
      expectedVersion: await versionOf(id),
      grade,
      reasons: `Därför ${grade}.`,
      instrument: 'check-irk',
      factors,
    },
  });
const decide = async (id: string, over: object = {}) =>
  as('birgitta').query(DECIDE, {
    input: {
      caseId: id,
      expectedVersion: await versionOf(id),
      kind: 'open-investigation',
      reasons: WHY,
      investigator: idOf('elin'),
      ...over,
    },
  });

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  for (const key of ['marcus', 'lena', 'maria', 'sara', 'elin', 'birgitta', 'tove'])
    people.set(key, await api.as({ id: idOf(key) }));
  const factors = [{ factor: 'irk-family', answer: 'present', reasons: 'Bråk hemma.' }];
  caseId = await open('marcus', { content: 'Sen hemkomst.', factors });
  const joined = await open('lena', { content: 'Trött i skolan.' });
  await judge(joined, 'green');
  await as('maria').query(JOIN, {
    input: { caseId, otherCaseId: joined, expectedVersion: await versionOf(caseId), reasons: 'Samma oro.' },
  });
  await as('maria').query(PROTECT, {
    input: { caseId, needsProtection: true, reasons: 'Rädd i kväll.', measures: 'Sover hos mormor.' },
  });
  await judge(caseId, 'orange', factors);
  await judge(caseId, 'green');
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('before the decision', () => {
  it('there is nothing to hand over, and nothing can be written past the decision', async () => {
    expect((await as('maria').refusal(HAND_OVER, { id: caseId })).code).toBe('NOTHING_HANDED_OVER');
    expect((await as('elin').refusal(RECEIVE, { id: caseId })).code).toBe('NOTHING_HANDED_OVER');
  });
});

describe('the hand-over of a case decided without a hub', () => {
  beforeAll(() => decide(caseId));

  it('has reports, protection, gradings with their history, decision and decider, those of joined cases too', async () => {
    const { handOver } = await as('elin').query(HAND_OVER, { id: caseId });
    expect(handOver).toEqual({
      caseNumber: expect.stringMatching(/^\d{4}-\d{5}$/),
      hub: null,
      person: { name: 'Alva Ek' },
      mayReceive: true,
      withheld: 0,
      receiver: {
        toStaffName: 'Elin Forsbäck',
        toUnitName: 'Ungdomsenheten',
        madeByName: 'Birgitta Nordling',
        receivedAt: null,
        receivedByName: null,
      },
      reports: [
        {
          reporterKind: 'police',
          items: [
            { category: 'report-content', text: 'Sen hemkomst.', answers: [] },
            {
              category: 'assessment-results',
              text: '',
              answers: [{ factor: 'irk-family', answer: 'present', reasons: 'Bråk hemma.' }],
            },
          ],
        },
        {
          reporterKind: 'school',
          items: [{ category: 'report-content', text: 'Trött i skolan.', answers: [] }],
        },
      ],
      protections: [
        {
          needsProtection: true,
          assessedByName: 'Maria Lindgren',
          reasons: { text: 'Rädd i kväll.', measures: 'Sover hos mormor.' },
        },
      ],
      gradings: [
        { grade: 'green', gradedByName: 'Maria Lindgren', reasons: { text: 'Därför green.', answers: [] } },
        {
          grade: 'orange',
          gradedByName: 'Maria Lindgren',
          reasons: { text: 'Därför orange.', answers: [{ factor: 'irk-family' }] },
        },
        { grade: 'green', gradedByName: 'Maria Lindgren', reasons: { text: 'Därför green.', answers: [] } },
      ],
      decision: {
        kind: 'open-investigation',
        byHub: false,
        decidedByName: 'Birgitta Nordling',
        reasons: { text: WHY },
      },
      answers: [],
      map: [],
      assessment: null,
      participants: [],
    });
  });

  it('is closed to whoever has no part in it, and each reading stands in the ledger', async () => {
    for (const key of ['marcus', 'lena', 'sara'])
      expect((await as(key).refusal(HAND_OVER, { id: caseId })).code).toBe('NOTHING_HANDED_OVER');
    for (const [key, status] of [
      ['marcus', 404],
      ['sara', 404],
      ['tove', 403],
    ] as const)
      expect((await as(key).fetch(`/documents/hand-over/${caseId}`)).status).toBe(status);
    expect((await as('elin').fetch(`/documents/hand-over/${caseId}`)).status).toBe(200);
    const lines = await world.behindTheLocks(
      `select 1 from ledger_entry where actor_staff = $1 and action = 'export' and item_id is not null`,
      [idOf('elin')],
    );
    // Two reports in three parts, one assessment, three gradings and the decision.
    expect(lines).toHaveLength(8);
  });

  it('is received by its investigator, once, and told to the screens of the case', async () => {
    const socket = await as('maria').socket();
    const told = new Promise((resolve) => socket.on('change', ({ change }: any) => resolve(change)));
    const branch = world.caller('maria').branchId;
    await socket.timeout(4_000).emitWithAck('watch', `intake-queue:${branch}`);
    const first = await as('elin').query(RECEIVE, { id: caseId });
    expect(await told).toEqual({ caseId });
    expect(await as('elin').query(RECEIVE, { id: caseId })).toEqual(first);
    const { handOver } = await as('elin').query(HAND_OVER, { id: caseId });
    expect(handOver).toMatchObject({ mayReceive: false, receiver: { receivedByName: 'Elin Forsbäck' } });
  });
});

(poppler ? describe : describe.skip)('the paper, read by another program', () => {
  it('is a tagged Swedish paper without a word of a hub', async () => {
    const response = await as('elin').fetch(`/documents/hand-over/${caseId}`);
    const { info, tree, text } = await readPaper(Buffer.from(await response.arrayBuffer()));
    expect(info).toMatch(/Tagged:\s+yes/);
    const headings = [...tree.matchAll(/H[12][^\n]*\n\s+"([^"]+)"/g)].map(([, words]) => words);
    expect(headings).toEqual([
      'Överlämning',
      'Beslut',
      'Anmälningar',
      'Omedelbar skyddsbedömning',
      'Bedömningar av hur bråttom det är',
    ]);
    for (const words of [WHY, 'Sen hemkomst.', 'Trött i skolan.', 'Bråk hemma.', 'Sover hos mormor.', 'Därför orange.'])
      expect(tree).toContain(words);
    expect(text.replace(/utan hubb/g, '')).not.toMatch(/hubb/i);
    expect(text).toMatch(/Birgitta Nordling, Enhetschef/);
  });
});

describe('a decision that opens no investigation', () => {
  it('stands in the record, handed to nobody', async () => {
    const other = await open('lena', { number: '201306062389' });
    await judge(other, 'green');
    await as('maria').query(PROTECT, { input: { caseId: other, needsProtection: false, reasons: 'Tryggt.' } });
    await decide(other, { kind: 'no-investigation', investigator: null });
    const { handOver } = await as('birgitta').query(HAND_OVER, { id: other });
    expect(handOver).toMatchObject({ receiver: null, mayReceive: false, decision: { kind: 'no-investigation' } });
    expect((await as('birgitta').refusal(RECEIVE, { id: other })).code).toBe('NOTHING_HANDED_OVER');
  });
});

describe('the second lock', () => {
  it('lets nobody hand over what they have not decided', async () => {
    const other = await open('marcus', { number: '200907012389' });
    await judge(other, 'green');
    const write = (key: string) =>
      world.source.transaction(async (manager) => {
        const caller = world.caller(key);
        await manager.query(
          `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
             set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
          [caller.staffId, caller.unitId, caller.branchId, caller.municipalityId, caller.role],
        );
        await manager.query(
          `insert into hand_over (id, decision_id, case_id, to_staff_id, to_unit_id, made_by)
           select gen_random_uuid(), d.id, $1, $2, $3, caller.staff() from case_decision d limit 1`,
          [other, idOf('elin'), world.town.units.get('ekvalla-soc/individ-och-familj/unga')],
        );
      });
    for (const key of ['maria', 'birgitta']) await expect(write(key)).rejects.toThrow(/row-level security/);
  });
});
