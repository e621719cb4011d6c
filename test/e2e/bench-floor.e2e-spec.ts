/**
 * What the benchmarks hold the product against answers what the product answers, to the byte and to the line in the ledger: a
 * floor that does less work would say nothing of what the layers cost.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { documentOf } from '../../bench/instruments/documents.mjs';
import { startApi, type Api, type ApiClient } from '../support/api.js';
import { freePort } from '../support/free-port.js';
import { PROTECT, SEARCH } from '../support/reports.js';
import { buildWorld, type World } from '../support/world.js';

const REGISTER = `mutation($input: RegisterReportInput!) { registerReport(input: $input) { caseIds } }`;

/** Without a number, as an intake would write it down. */
const reportByPhone = (immediateDanger: boolean) => ({
  ...{ clientKey: randomUUID(), channel: 'phone', reporterKind: 'private-person', feedbackWish: 'declined' },
  ...{ familyKnows: 'unknown', familyKnowsWhat: '', reporterName: 'Gunnel Mätsson', reporterOrganisation: '' },
  reporterContact: '070-1740610',
  immediateDanger,
  children: [
    {
      ...{
        givenName: 'Alva',
        familyName: immediateDanger ? 'Askfelt' : 'Dalhem',
        number: '',
        noNumberReason: 'unknown',
      },
      ...{ bornYear: 2012, whereabouts: '', factors: [], content: 'Har setts vid torget sent på kvällen.' },
    },
  ],
});

let world: World;
let api: Api;
let floor: ChildProcess;
let floorUrl: string;
let maria: ApiClient;
const cases: string[] = [];

beforeAll(async () => {
  world = await buildWorld();
  await world.behindTheLocks(readFileSync('bench/floor/pages.sql', 'utf8'));
  api = await startApi(world.database);
  const [post] = await world.behindTheLocks<{ id: string }>(
    `select id from membership where staff_id = $1 and role = 'intake'`,
    [world.town.staff.get('maria')],
  );
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' }, post?.id);
  // The last one says danger and so stands first; one of them has been looked at.
  await maria.query(SEARCH, { input: { asked: 'Alva Dalhem' } });
  for (const immediateDanger of [false, false, true]) {
    const { registerReport } = await maria.query(REGISTER, { input: reportByPhone(immediateDanger) });
    cases.push(...registerReport.caseIds);
  }
  await maria.query(PROTECT, {
    input: { caseId: cases[0], needsProtection: false, reasons: 'Hos mormor i kväll.', measures: '' },
  });
  const port = await freePort();
  floorUrl = `http://localhost:${port}`;
  floor = spawn(process.execPath, ['bench/floor/pages.mjs'], {
    env: { ...process.env, ...world.database.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (floor.stdout) await once(floor.stdout, 'data');
}, 120_000);

afterAll(async () => {
  if (floor?.exitCode === null) {
    floor.kill('SIGTERM');
    await once(floor, 'exit');
  }
  await api?.close();
  await world?.close();
});

async function answerOf(url: string, operationName: string, variables: object): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie: maria.cookie },
    body: JSON.stringify({ operationName, query: documentOf(operationName), variables }),
  });
  return response.json();
}

/** What the ledger says since a moment, without who asked and when. */
const linesSince = (id: string) =>
  world.behindTheLocks(
    `select action, outcome, ground, purpose, person_id, case_id, item_id, detail from ledger_entry where id > $1 order by person_id, item_id`,
    [id],
  );
const lastLine = async (): Promise<string> =>
  (await world.behindTheLocks<{ id: string }>('select coalesce(max(id), 0)::text as id from ledger_entry'))[0]?.id ??
  '0';

it.each([
  ['WhoAmI', () => ({})],
  ['IntakeQueue', () => ({ first: 25, after: null, stage: 'all', grade: null })],
  ['IntakeQueue', () => ({ first: 2, after: null, stage: 'all', grade: null })],
  ['Case', () => ({ id: cases[0] })],
] as const)('%s', async (operation, variables) => {
  const before = await lastLine();
  const product = await answerOf(api.url, operation, variables());
  const told = await linesSince(before);
  const between = await lastLine();
  const bare = await answerOf(floorUrl, operation, variables());
  expect(product).toHaveProperty('data');
  expect(bare).toEqual(product);
  expect(await linesSince(between)).toEqual(told);
});
