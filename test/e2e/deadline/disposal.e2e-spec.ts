/** What a manager has decided to dispose of is removed when its time is up, from the rows themselves, and the ledger keeps its lines. */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DisposeCases } from '#use-cases/deadline/dispose-cases.js';
import { DisposalStore } from '#use-cases/deadline/disposal.port.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { CASE, COMPLETE, completion, GRADE, makeReport, PROTECT } from '../../support/reports.js';
import { buildWorld, type World } from '../../support/world.js';

const CLOSE = `mutation($input: DecideCaseInput!) { decideCase(input: $input) { caseId state } }`;
const DECIDE = `mutation($input: DecideRetentionInput!) { decideRetention(input: $input) { caseId } }`;
const RETENTION = `query($id: ID!) { caseRetention(caseId: $id) { running { id } decisions { outcome disposedAt } } }`;
const DEADLINES = { kind: 'service', name: 'deadlines', requestId: 'test' } as const;

let world: World;
let api: Api;
let caseId: string;
let receipt: string;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;

const close = async () => {
  await api?.close();
  await world?.close();
};
beforeEach(async () => {
  await close();
  world = await buildWorld();
  api = await startApi(world.database);
  await signIn();
  const report = await makeReport(as('marcus'));
  receipt = report.receipt;
  const [row] = await world.behindTheLocks<{ case_id: string }>(
    'select case_id from report_child where report_id = $1',
    [report.id],
  );
  caseId = row!.case_id;
  const version = async (): Promise<number> => (await as('maria').query(CASE, { id: caseId })).case.version;
  await as('maria').query(PROTECT, { input: { caseId, needsProtection: false, reasons: 'Tryggt hemma.' } });
  for (const grade of ['orange', 'green'])
    await as('maria').query(GRADE, {
      input: { caseId, expectedVersion: await version(), grade, reasons: 'En händelse.', instrument: 'check-irk' },
    });
  await as('birgitta').query(CLOSE, {
    input: { caseId, expectedVersion: await version(), kind: 'no-investigation', reasons: 'Stödet fungerar.' },
  });
}, 60_000);
afterAll(close);

async function signIn(): Promise<void> {
  for (const key of ['marcus', 'maria', 'birgitta']) people.set(key, await api.as({ id: world.town.staff.get(key)! }));
}
/** As if the case's time were up in so long; decided on as it is. */
async function decide(dueIn: string): Promise<void> {
  await world.behindTheLocks(
    `with up as (update deadline set due_at = clock.now() + $2::interval where case_id = $1 and kind = 'retention' returning id)
     insert into deadline_effect (deadline_id, key) select id, 'warning:0.95' from up`,
    [caseId, dueIn],
  );
  const { running } = (await as('birgitta').query(RETENTION, { id: caseId })).caseRetention;
  await as('birgitta').query(DECIDE, {
    input: { caseId, deadlineId: running.id, outcome: 'dispose', ground: '', keepUntil: '' },
  });
}
const reconcile = () => new DisposeCases(world.asCaller).reconcile(DEADLINES);
const items = () =>
  world.behindTheLocks<{ own: boolean; bytes: number; gone: boolean; versions: number }>(
    `select i.branch_id = c.branch_id as own, octet_length(i.ciphertext) as bytes, i.disposed_at is not null as gone,
       (select count(*)::int from item_version v where v.item_id = i.id) as versions
     from item i join case_file c on c.id = i.case_id where c.id = $1`,
    [caseId],
  );
const lines = () =>
  world.behindTheLocks<{ actor_service: string; ground: string; detail: object }>(
    `select actor_service, ground, detail from ledger_entry where case_id = $1 and detail->>'deed' in ('disposed','not-disposed')`,
    [caseId],
  );

describe('disposal', () => {
  it('waits for the time that was decided on, and then leaves nothing of what the house wrote', async () => {
    await decide('10 days');
    expect(await reconcile()).toBe(0);
    expect((await items()).filter(({ gone }) => gone)).toEqual([]);
    const before = await world.behindTheLocks(`select id from ledger_entry where case_id = $1 order by id`, [caseId]);
    await world.database.moveClock('11 days');
    await signIn();
    const own = (await items()).filter((one) => one.own).length;
    expect(own).toBeGreaterThan(3);
    expect(await reconcile()).toBe(1);
    for (const { own: isOwn, bytes, gone, versions } of await items()) {
      expect([isOwn, gone, bytes === 0]).toEqual([isOwn, isOwn, isOwn]);
      if (isOwn) expect(versions).toBe(0);
    }
    // Done once, said once, and no line of the ledger has gone.
    expect(await reconcile()).toBe(0);
    expect(await lines()).toEqual([
      {
        actor_service: 'deadlines',
        ground: 'retention',
        detail: { deed: 'disposed', decision: expect.any(String), items: own },
      },
    ]);
    const after = await world.behindTheLocks<{ id: string }>(
      `select id from ledger_entry where case_id = $1 order by id`,
      [caseId],
    );
    expect(after.slice(0, before.length)).toEqual(before);
  });

  it('leaves nobody at work on the case, and nothing that others told in it to the house; what they keep is theirs', async () => {
    await decide('-1 minutes');
    await as('maria').query(CASE, { id: caseId });
    const mine = `{ myReports { edges { node { parts { text } } } } }`;
    const said = async () => JSON.stringify(await as('marcus').query(mine));
    const reported = await said();
    await reconcile();
    expect((await as('maria').refusal(CASE, { id: caseId })).code).toBe('NOT_FOUND');
    const shares = await world.behindTheLocks(
      `select 1 from share h join item i on i.id = h.item_id where i.case_id = $1 and h.in_force @> clock.now()`,
      [caseId],
    );
    expect(shares).toEqual([]);
    expect(await said()).toBe(reported);
    const { decisions, running } = (await as('birgitta').query(RETENTION, { id: caseId })).caseRetention;
    expect([running, decisions]).toEqual([null, [{ outcome: 'dispose', disposedAt: expect.any(String) }]]);
  });

  it('is not done where something was written since: its time runs anew', async () => {
    await decide('1 days');
    await as('maria').query(COMPLETE, completion({ receipt, caseId, content: 'Nytt besked.' }));
    await world.database.moveClock('2 days');
    await signIn();
    await reconcile();
    expect((await items()).filter(({ gone }) => gone)).toEqual([]);
    expect((await lines()).map(({ detail }) => detail)).toMatchObject([{ deed: 'not-disposed', reason: 'newer-note' }]);
    const { running } = (await as('birgitta').query(RETENTION, { id: caseId })).caseRetention;
    expect(running).not.toBeNull();
    expect(await reconcile()).toBe(0);
  });

  it('is the platform’s alone, and no role that the program has can bring a row to light or take one away', async () => {
    await decide('-1 minutes');
    for (const key of ['maria', 'birgitta']) {
      const caller = world.caller(key);
      expect(await world.asCaller.run(caller, (tx) => tx.of(DisposalStore).findDue(10))).toEqual([]);
      const [decision] = await world.behindTheLocks<{ id: string }>(
        'select id from retention_decision where case_id = $1',
        [caseId],
      );
      expect(await world.asCaller.run(caller, (tx) => tx.of(DisposalStore).dispose(decision!.id))).toBeNull();
    }
    await reconcile();
    const seen = await world.source.transaction(async (manager) => {
      const { staffId, unitId, branchId, municipalityId } = world.caller('maria');
      await manager.query(
        `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
          set_config('samnav.municipality', $4, true), set_config('samnav.role', 'intake', true)`,
        [staffId, unitId, branchId, municipalityId],
      );
      return manager.query<unknown[]>('select id from item');
    });
    expect(seen).toEqual([]);
  });
});
