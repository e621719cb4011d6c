/** A manager decides whether a case whose time is nearly up is disposed of or kept; the case and the ledger say so. (SoL 16:1) */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { recountRetention } from '#use-cases/deadline/retention-deadline.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { GRADE, makeReport, PROTECT } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const CLOSE = `mutation($input: DecideCaseInput!) { decideCase(input: $input) { caseId state } }`;
const DECIDE = `mutation($input: DecideRetentionInput!) { decideRetention(input: $input) { caseId } }`;
const VERSION = `query($id: ID!) { case(id: $id) { version } }`;
const RETENTION = `query($id: ID!) { caseRetention(caseId: $id) { running { id kind startsAt dueAt isReminded }
  decisions { outcome ground keepUntil byName } } }`;
const MINE = `{ myDeadlines(first: 100) { edges { node { kind caseId } } } }`;

let world: World;
let api: Api;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;
const idOf = (key: string): string => world.town.staff.get(key)!;
const retention = async (id: string, who = 'birgitta') => (await as(who).query(RETENTION, { id })).caseRetention;
const onNow = async (who: string, caseId: string): Promise<number> =>
  (await as(who).query(MINE)).myDeadlines.edges.filter(
    ({ node }: any) => node.caseId === caseId && node.kind.startsWith('retention'),
  ).length;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  for (const key of ['marcus', 'maria', 'elin', 'birgitta', 'lena']) people.set(key, await api.as({ id: idOf(key) }));
}, 60_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

async function closedCase(): Promise<string> {
  const { id } = await makeReport(as('marcus'));
  const [row] = await world.behindTheLocks<{ case_id: string }>(
    'select case_id from report_child where report_id = $1',
    [id],
  );
  const caseId = row!.case_id;
  const version = async (): Promise<number> => (await as('maria').query(VERSION, { id: caseId })).case.version;
  await as('maria').query(PROTECT, { input: { caseId, needsProtection: false, reasons: 'Tryggt hemma.' } });
  await as('maria').query(GRADE, {
    input: {
      ...{ caseId, expectedVersion: await version(), grade: 'green' },
      ...{ reasons: 'Enstaka händelse.', instrument: 'check-irk' },
    },
  });
  await as('birgitta').query(CLOSE, {
    input: { caseId, expectedVersion: await version(), kind: 'no-investigation', reasons: 'Stödet fungerar.' },
  });
  return caseId;
}

/** As if it had been closed 1 750 days ago; woken at a whole millisecond, as the program writes it. */
async function almostUp(caseId: string): Promise<void> {
  const ago = `interval '42000 hours'`;
  await world.behindTheLocks(`update item set created_at = created_at - ${ago} where case_id = $1`, [caseId]);
  await world.behindTheLocks(
    `update deadline set starts_at = starts_at - ${ago}, due_at = due_at - ${ago}, next_wake_at = date_trunc('milliseconds', clock.now()) where case_id = $1 and kind = 'retention'`,
    [caseId],
  );
  const acts = new DeadlineActs();
  acts.add('recount-retention', recountRetention);
  await new CarryOutWake(world.asCaller, acts).runDue({ kind: 'service', name: 'deadlines', requestId: 'test' });
}

const input = async (caseId: string, over: object = {}) => ({
  input: {
    caseId,
    deadlineId: (await retention(caseId)).running.id,
    ...{ outcome: 'dispose', ground: '', keepUntil: '' },
    ...over,
  },
});
const keeping = { outcome: 'keep', ground: 'pending-review', keepUntil: '2045-05-01' };
const faultsOf = (refusal: { faults: readonly { field: string; code: string }[] }) =>
  refusal.faults.map(({ field, code }) => `${field} ${code}`);

describe('a case that was closed', () => {
  it('has its time from the decision on, and nobody decides on it until that draws to its end', async () => {
    const caseId = await closedCase();
    const { running, decisions } = await retention(caseId);
    expect([running.kind, running.isReminded, decisions]).toEqual(['retention', false, []]);
    expect((await as('birgitta').refusal(DECIDE, await input(caseId))).code).toBe('RETENTION_NOT_YET');
    expect(await onNow('birgitta', caseId)).toBe(0);
  });

  it('is decided on by a manager of the house alone', async () => {
    const caseId = await closedCase();
    await almostUp(caseId);
    expect([await onNow('birgitta', caseId), await onNow('maria', caseId)]).toEqual([1, 0]);
    const written = await input(caseId);
    for (const key of ['maria', 'elin', 'marcus'])
      expect([key, (await as(key).refusal(DECIDE, written)).code]).toEqual([key, 'NOT_ALLOWED']);
    // A manager of another house finds no such case.
    const others = await world.behindTheLocks<{ staff_id: string; id: string }>(
      `select m.staff_id, m.id from membership m join unit u on u.id = m.unit_id
       where m.role = 'manager' and u.branch_id <> (select branch_id from case_file where id = $1)`,
      [caseId],
    );
    expect(others.length).toBeGreaterThan(1);
    for (const other of others) {
      const stranger = await api.as({ id: other.staff_id }, other.id);
      expect((await stranger.refusal(DECIDE, written)).code).toBe('NOT_FOUND');
      expect((await stranger.refusal(RETENTION, { id: caseId })).code).toBe('NOT_FOUND');
    }
    expect((await retention(caseId)).decisions).toEqual([]);
  });

  it('is to be disposed of: said once, with who and why, and it is due no more', async () => {
    const caseId = await closedCase();
    await almostUp(caseId);
    const written = await input(caseId);
    await as('birgitta').query(DECIDE, written);
    expect(await retention(caseId, 'maria')).toEqual({
      running: null,
      decisions: [{ outcome: 'dispose', ground: 'time-is-up', keepUntil: null, byName: 'Birgitta Nordling' }],
    });
    expect(await onNow('birgitta', caseId)).toBe(0);
    expect((await as('birgitta').refusal(DECIDE, written)).code).toBe('CONFLICT');
    const lines = await world.behindTheLocks<{ detail: object; actor_staff: string; ground: string }>(
      `select detail, actor_staff, ground from ledger_entry where case_id = $1 and detail->>'deed' = 'retention-decided'`,
      [caseId],
    );
    expect(lines).toEqual([
      {
        actor_staff: idOf('birgitta'),
        ground: 'retention',
        detail: { deed: 'retention-decided', decision: 'dispose', reason: 'time-is-up', keepUntil: null },
      },
    ]);
    const [settled] = await world.behindTheLocks(`select state, settled_by as by from deadline where id = $1`, [
      written.input.deadlineId,
    ]);
    expect(settled).toEqual({ state: 'met', by: idOf('birgitta') });
  });

  it('is kept until a day, and is decided on anew then', async () => {
    const caseId = await closedCase();
    await almostUp(caseId);
    const empty = await as('birgitta').refusal(DECIDE, await input(caseId, { outcome: 'keep' }));
    expect(faultsOf(empty)).toEqual(['ground CHOOSE_ONE', 'keepUntil DATE_MISSING']);
    const early = await as('birgitta').refusal(DECIDE, await input(caseId, { ...keeping, keepUntil: '2020-01-01' }));
    expect(faultsOf(early)).toEqual(['keepUntil RETENTION_TOO_EARLY']);
    await as('birgitta').query(DECIDE, await input(caseId, keeping));
    const { running, decisions } = await retention(caseId);
    expect(running).toMatchObject({ kind: 'retention', dueAt: '2045-05-01T22:00:00.000Z', isReminded: false });
    expect(decisions).toMatchObject([{ outcome: 'keep', ground: 'pending-review', keepUntil: '2045-05-01' }]);
    expect(await onNow('birgitta', caseId)).toBe(0);
  });

  it('is not disposed of when a note has come since', async () => {
    const caseId = await closedCase();
    await almostUp(caseId);
    await world.behindTheLocks(
      `update item set created_at = clock.now() where id = (select i.id from item i join case_file c on c.id = i.case_id
       where c.id = $1 and i.branch_id = c.branch_id order by i.id limit 1)`,
      [caseId],
    );
    expect(faultsOf(await as('birgitta').refusal(DECIDE, await input(caseId)))).toEqual([
      'outcome RETENTION_NEWER_NOTE',
    ]);
    await as('birgitta').query(DECIDE, await input(caseId, { ...keeping, ground: 'newer-note' }));
    expect((await retention(caseId)).decisions).toMatchObject([{ ground: 'newer-note' }]);
  });
});
