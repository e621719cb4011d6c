/**
 * What happens at the same moment, and what happens when something is gone: nothing is read after the right to it ended,
 * one deed counts once, and no fault opens a door (ASVS 2.3.3, 8.3.2, 15.4.2, 16.5.3).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../support/api.js';
import { GRADE, reportedChild, reportInput, SUBMIT } from '../support/reports.js';
import { buildQuarry, isLong, type Quarry } from './quarry.js';

const READS = isLong ? 1_000 : 200;
const KNOWN = 'Flera tecken på samma tid';

let quarry: Quarry;
let maria: ApiClient;
let admin: Client;

beforeAll(async () => {
  quarry = await buildQuarry();
  maria = await quarry.as('maria');
  const url = new URL(quarry.world.database.urls.admin);
  url.pathname = '/postgres';
  admin = new Client({ connectionString: url.href });
  await admin.connect();
}, 120_000);
afterAll(async () => {
  await admin?.end();
  await quarry?.close();
});

const CASE = `query ($id: ID!) { case(id: $id) { id version grade gradings { grade reasons { text } } } }`;

interface Read {
  readonly begun: number;
  readonly ended: number;
  readonly text: string;
}

async function read(client: ApiClient, query: string, variables: object): Promise<Read> {
  const begun = performance.now();
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: quarry.api.url },
    body: JSON.stringify({ query, variables }),
  });
  return { begun, text: await response.text(), ended: performance.now() };
}

/** Reads all the time, twenty at once, while `end` happens in the middle; answers the reads and when `end` was acknowledged. */
async function raceWith(client: ApiClient, query: string, variables: object, end: () => Promise<unknown>) {
  const reads: Read[] = [];
  let acknowledged = Number.POSITIVE_INFINITY;
  let left = READS;
  const reader = async () => {
    while (left > 0) {
      left -= 1;
      reads.push(await read(client, query, variables));
    }
  };
  const ending = (async () => {
    while (left > READS / 2) await sleep(2);
    await end();
    acknowledged = performance.now();
  })();
  await Promise.all([...Array.from({ length: 20 }, reader), ending]);
  return { reads, acknowledged };
}

describe('a right that ends while it is used', () => {
  it('by the end of an assignment: no read that begins after the acknowledgement shows anything', async () => {
    const { orange } = quarry.busy;
    const { reads, acknowledged } = await raceWith(maria, CASE, { id: orange.caseId }, () =>
      quarry.world.behindTheLocks(`update assignment set ends_at = clock.now() where case_id = $1`, [orange.caseId]),
    );
    const shown = reads.filter(({ text }) => text.includes(KNOWN));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ begun }) => begun > acknowledged)).toEqual([]);
    expect(reads.filter(({ begun }) => begun > acknowledged).length).toBeGreaterThan(0);
    await quarry.world.behindTheLocks(`update assignment set ends_at = null where case_id = $1`, [orange.caseId]);
  }, 60_000);

  it('by an administrator who ends the sessions', async () => {
    const anna = await quarry.api.as({ id: quarry.world.town.staff.get('anna') ?? '' });
    const tove = await quarry.as('tove');
    const { reads, acknowledged } = await raceWith(anna, '{ mySessions { id } }', {}, () =>
      tove.query('mutation ($id: ID!) { endSessions(staffId: $id) }', { id: quarry.world.town.staff.get('anna') }),
    );
    expect(reads.filter(({ text }) => text.includes('"data":{"mySessions"')).length).toBeGreaterThan(0);
    const late = reads.filter(({ begun }) => begun > acknowledged);
    expect(late.length).toBeGreaterThan(0);
    expect(late.filter(({ text }) => !text.includes('SIGN_IN_REQUIRED'))).toEqual([]);
  }, 60_000);

  it('by the end of a post, in the middle of somebody’s writing', async () => {
    const hassan = await quarry.as('hassan');
    const before = await reportsOf('hassan');
    const writing = Array.from({ length: 12 }, (_, n) =>
      hassan
        .query(SUBMIT, {
          input: reportInput({
            children: [reportedChild({ number: '', noNumberReason: 'unknown', bornYear: 2011, givenName: `Barn${n}` })],
          }),
        })
        .then(() => true)
        .catch(() => false),
    );
    await quarry.world.behindTheLocks(`update membership set ends_at = clock.now() where staff_id = $1`, [
      quarry.world.town.staff.get('hassan'),
    ]);
    const written = (await Promise.all(writing)).filter(Boolean).length;
    expect(await reportsOf('hassan')).toBe(before + written);
    expect((await hassan.refusal(SUBMIT, { input: reportInput() })).code).toBe('NO_MEMBERSHIP');
    expect(await reportsOf('hassan')).toBe(before + written);
  }, 60_000);
});

const reportsOf = async (key: string): Promise<number> => {
  const [row] = await quarry.world.behindTheLocks<{ n: number }>(
    `select count(*)::int as n from report where submitted_by = $1`,
    [quarry.world.town.staff.get(key)],
  );
  return row?.n ?? -1;
};

describe('the same deed at once', () => {
  it('of twenty sendings of one form is one report with one receipt', async () => {
    const lena = await quarry.as('lena');
    const before = await reportsOf('lena');
    const input = reportInput();
    const answers = await Promise.all(Array.from({ length: 20 }, () => lena.query(SUBMIT, { input })));
    expect(new Set(answers.map(({ submitReport }) => submitReport.receipt)).size).toBe(1);
    expect(await reportsOf('lena')).toBe(before + 1);
  }, 30_000);

  it('of ten gradings of what was read is one, and the others are told so', async () => {
    const { caseId } = quarry.busy.orange;
    const { case: file } = await maria.query(CASE, { id: caseId });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        maria
          .query(GRADE, {
            input: {
              caseId,
              expectedVersion: file.version,
              grade: n % 2 ? 'green' : 'red',
              reasons: `Skäl ${n}.`,
              instrument: 'check-irk',
              factors: [],
            },
          })
          .then(() => 'graded')
          .catch((refused: Error) => refused.message.split(':')[0]),
      ),
    );
    expect(outcomes.filter((one) => one === 'graded')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['graded', 'CONFLICT']));
    const after = (await maria.query(CASE, { id: caseId }))['case'];
    expect(after.gradings).toHaveLength(file.gradings.length + 1);
  }, 30_000);
});

const traces = async (): Promise<Record<string, number> | undefined> =>
  (
    await quarry.world.behindTheLocks<Record<string, number>>(
      `select (select count(*)::int from grading) as gradings, (select count(*)::int from item) as items,
         (select count(*)::int from outbox) as outbox, (select count(*)::int from report) as reports,
         (select count(*)::int from person) as people, (select count(*)::int from deadline) as deadlines`,
    )
  )[0];

describe('when something is gone', () => {
  it('and the ledger takes no row, nothing is shown and nothing is written', async () => {
    const { caseId } = quarry.busy.red;
    const { case: file } = await maria.query(CASE, { id: caseId });
    const before = await traces();
    // As a full disk would: the privilege is the app's own and the appender's.
    await quarry.world.behindTheLocks(
      `create function refuse_ledger() returns trigger language plpgsql as $$ begin raise exception 'no space' using errcode = '53100'; end $$`,
    );
    await quarry.world.behindTheLocks(
      `create trigger refuse before insert on ledger_entry for each row execute function refuse_ledger()`,
    );
    try {
      const shown = await read(maria, CASE, { id: caseId });
      expect(shown.text).not.toMatch(/Rekryteras|"text"/);
      expect(shown.text).not.toContain('no space');
      const person = await read(maria, 'query ($id: ID!) { person(id: $id) { seen { name } } }', {
        id: quarry.busy.red.personId,
      });
      expect(person.text).not.toContain('Provberg');
      const graded = await maria.refusal(GRADE, {
        input: {
          caseId,
          expectedVersion: file.version,
          grade: 'green',
          reasons: 'Skäl.',
          instrument: 'check-irk',
          factors: [],
        },
      });
      expect(['INTERNAL', 'UNAVAILABLE']).toContain(graded.code);
      const lena = await quarry.as('lena');
      await lena.refusal(SUBMIT, { input: reportInput() });
      expect(await traces()).toEqual(before);
    } finally {
      await quarry.world.behindTheLocks('drop trigger refuse on ledger_entry');
    }
    expect((await read(maria, CASE, { id: caseId })).text).toContain('Rekryteras');
  }, 30_000);

  it('and every connection waits for a lock, all are answered within ten seconds and nothing is shown', async () => {
    const holder = new Client({ connectionString: quarry.world.database.urls.admin });
    await holder.connect();
    await holder.query('begin');
    await holder.query('lock table case_file in access exclusive mode');
    try {
      const reads = await Promise.all(
        Array.from({ length: 40 }, () => read(maria, CASE, { id: quarry.busy.red.caseId })),
      );
      expect(reads.filter(({ text }) => text.includes('"case":{'))).toEqual([]);
      expect(reads.filter(({ text }) => !text.includes('UNAVAILABLE')).map(({ text }) => text)).toEqual([]);
      expect(Math.max(...reads.map(({ begun, ended }) => ended - begun))).toBeLessThan(10_000);
    } finally {
      await holder.query('rollback');
      await holder.end();
    }
    expect((await read(maria, CASE, { id: quarry.busy.red.caseId })).text).toContain('Rekryteras');
  }, 60_000);

  it('and the database is cut off, every answer is a refusal within five seconds, and work goes on within ten', async () => {
    const name = quarry.world.database.name;
    const CUT = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name like 'samnav%' and application_name <> 'samnav-test'`;
    await admin.query(`alter database "${name}" allow_connections false`);
    await admin.query(CUT, [name]);
    let reads: Read[];
    try {
      reads = await Promise.all(Array.from({ length: 30 }, () => read(maria, CASE, { id: quarry.busy.red.caseId })));
    } finally {
      await admin.query(`alter database "${name}" allow_connections true`);
    }
    const back = performance.now();
    expect(reads.filter(({ text }) => text.includes('"data":{"case"') || text.includes('Rekryteras'))).toEqual([]);
    expect(reads.filter(({ text }) => /samnav_|127\.0\.0\.1|pg_|node_modules/.test(text))).toEqual([]);
    expect(Math.max(...reads.map(({ begun, ended }) => ended - begun))).toBeLessThan(5_000);
    let again = '';
    while (!again.includes('Rekryteras') && performance.now() - back < 12_000) {
      again = (await read(maria, CASE, { id: quarry.busy.red.caseId })).text;
      if (!again.includes('Rekryteras')) await sleep(200);
    }
    expect(again).toContain('Rekryteras');
    expect(performance.now() - back).toBeLessThan(10_000);
  }, 60_000);
});
