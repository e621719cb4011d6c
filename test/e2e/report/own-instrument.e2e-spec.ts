/** A town's file brings an instrument of its own: it is offered, graded by, and what was answered stays as it was asked. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { GRADE, makeReport, reportedChild, reportInput, SUBMIT } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const INSTRUMENTS = `query { instruments { id version label { sv } factors { id kind about label { sv en } } } }`;
const IMPORT = 'mutation ($input: TownFileInput!) { importTown(input: $input) { made } }';
const PREVIEW =
  'query ($input: TownFileInput!) { townImportPreview(input: $input) { made faults { file path fault } } }';
const CASE = `query ($id: ID!) { case(id: $id) { version gradings { grade instrument reasons { instrument instrumentVersion
  instrumentLabel { sv } answers { factor answer label { sv } } } }
  reports { parts { kind instrument instrumentVersion answers { factor label { sv } } } } } }`;

const words = (sv: string) => ({ sv, en: `${sv} (en)` });
const factor = (id: string, sv: string) => ({ id, kind: 'risk', about: 'child', label: words(sv) });
const firstLook = (version: number, factors: object[]) => ({
  id: 'first-look',
  version,
  label: words('Första blicken'),
  source: 'Ekvalla kommun',
  factors,
});
const ownCheck = {
  id: 'check-irk',
  version: 2,
  label: words('Check:IRK i Ekvalla'),
  source: 'Ekvalla kommun',
  factors: [factor('irk-nights', 'Ute om nätterna')],
};

let world: World;
let api: Api;
let tove: ApiClient;
let maria: ApiClient;
let marcus: ApiClient;

const withInstruments = (instruments: object[]) => ({
  input: {
    file: 'ekvalla.json',
    text: JSON.stringify({ ...JSON.parse(readFileSync('config/towns/ekvalla.json', 'utf8')), instruments }),
  },
});
const present = (id: string) => [{ factor: id, answer: 'present', reasons: 'Sedd tre nätter.' }];
const newCase = async (): Promise<string> => {
  const { id } = await makeReport(marcus);
  const [row] = await world.behindTheLocks<{ case_id: string }>(
    'select case_id from report_child where report_id = $1',
    [id],
  );
  return row!.case_id;
};
const graded = async (caseId: string, over: object) => ({
  input: {
    caseId,
    expectedVersion: (await maria.query(CASE, { id: caseId })).case.version,
    grade: 'orange',
    reasons: 'Oro för nätterna.',
    instrument: 'first-look',
    ...over,
  },
});

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  [tove, maria, marcus] = (await Promise.all(
    ['tove', 'maria', 'marcus'].map((key) => api.as({ id: world.town.staff.get(key)! })),
  )) as [ApiClient, ApiClient, ApiClient];
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a town’s own instrument', () => {
  it('is not there until the town’s file has it, and a file with faults is told field by field', async () => {
    const before = await maria.query(INSTRUMENTS);
    expect(before.instruments.map((one: { id: string }) => one.id)).toEqual([
      ...['check-irk', 'dynamic-factors', 'static-factors', 'gang-recruitment'],
    ]);
    const unknown = await maria.refusal(GRADE, await graded(await newCase(), {}));
    expect(unknown.faults).toMatchObject([{ field: 'instrument', code: 'CHOOSE_ONE' }]);
    const wrong = firstLook(1, [factor('nights', 'Ute om nätterna'), factor('nights', '')]);
    const { townImportPreview } = await tove.query(PREVIEW, withInstruments([wrong, { ...ownCheck, version: 1 }]));
    expect(townImportPreview.faults).toEqual([
      { file: 'ekvalla.json', path: 'instruments.0.factors.1.id', fault: 'two factors have this id' },
      { file: 'ekvalla.json', path: 'instruments.0.factors.1.label.sv', fault: 'must be written in both languages' },
      {
        file: 'ekvalla.json',
        path: 'instruments.1.version',
        fault: 'must be above 1, the version that comes with Samnav',
      },
    ]);
  });

  it('is graded by, in the version and the words that it had then', async () => {
    await tove.query(IMPORT, withInstruments([firstLook(1, [factor('nights', 'Ute om nätterna')]), ownCheck]));
    const { instruments } = await maria.query(INSTRUMENTS);
    expect(instruments.map((one: { id: string; version: number }) => `${one.id} ${one.version}`)).toEqual([
      ...['check-irk 2', 'dynamic-factors 1', 'static-factors 1', 'gang-recruitment 1', 'first-look 1'],
    ]);
    const caseId = await newCase();
    const foreign = await maria.refusal(GRADE, await graded(caseId, { factors: present('irk-family') }));
    expect(foreign.faults).toMatchObject([{ field: 'factors.0.factor', code: 'FACTOR_UNKNOWN' }]);
    await maria.query(GRADE, await graded(caseId, { factors: present('nights') }));
    const first = {
      instrument: 'first-look',
      reasons: {
        instrument: 'first-look',
        instrumentVersion: 1,
        instrumentLabel: { sv: 'Första blicken' },
        answers: [{ factor: 'nights', answer: 'present', label: { sv: 'Ute om nätterna' } }],
      },
    };
    expect((await maria.query(CASE, { id: caseId })).case.gradings).toMatchObject([first]);

    const days = firstLook(1, [factor('days', 'Borta om dagarna')]);
    expect((await tove.refusal(IMPORT, withInstruments([days, ownCheck]))).code).toBe('INSTRUMENT_NOT_RAISED');
    await tove.query(IMPORT, withInstruments([{ ...days, version: 2 }, ownCheck]));
    await maria.query(GRADE, await graded(caseId, { grade: 'red', factors: present('days') }));
    expect((await maria.query(CASE, { id: caseId })).case.gradings).toMatchObject([
      { reasons: { instrumentVersion: 2, answers: [{ factor: 'days', label: { sv: 'Borta om dagarna' } }] } },
      first,
    ]);
  });

  it('is answered by a reporter where it is the town’s Check:IRK', async () => {
    const input = reportInput({ children: [reportedChild({ factors: present('irk-nights') })] });
    const { submitReport } = await marcus.query(SUBMIT, { input });
    const [row] = await world.behindTheLocks<{ case_id: string }>(
      'select case_id from report_child where report_id = $1',
      [submitReport.id],
    );
    const [report] = (await maria.query(CASE, { id: row!.case_id })).case.reports;
    expect(report.parts).toContainEqual({
      kind: 'instrument',
      instrument: 'check-irk',
      instrumentVersion: 2,
      answers: [{ factor: 'irk-nights', label: { sv: 'Ute om nätterna' } }],
    });
  });
});
