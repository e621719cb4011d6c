/** What only reads goes to the database in one message; the identity, the locks and the failures are those of a transaction. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import type { Caller } from '#use-cases/gate/caller.js';
import { PersonKeyStore } from '#use-cases/gate/items.port.js';
import { LedgerStore } from '#use-cases/ledger/ledger.port.js';
import { CaseStore } from '#use-cases/report/case.port.js';
import { PgAsCaller } from '#store/caller/pg-as-caller.js';
import { runtimeDataSource } from '#store/database.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

describe('a reading', () => {
  let world: World;
  let graded: GradedCase;
  /** With one connection, so that whoever comes next is given the one that was used. */
  let narrow: PgAsCaller;
  let pool: Pool;
  let close: () => Promise<void>;
  beforeAll(async () => {
    world = await buildWorld();
    graded = await openGradedCase(world, { grade: 'red' });
    const source = await runtimeDataSource(world.database.urls.app, 1, 'samnav-narrow').initialize();
    narrow = new PgAsCaller(source);
    pool = (source.driver as unknown as { master: Pool }).master;
    close = () => source.destroy();
  });
  afterAll(async () => {
    await close();
    await world.close();
  });

  const find = (caller: Caller) => narrow.read(caller, (tx) => tx.of(CaseStore).find(graded.caseId));

  it('answers each as a transaction would, one after the other on one connection', async () => {
    const [maria, marcus] = [world.caller('maria'), world.caller('marcus')];
    const inTransaction = await world.asCaller.run(maria, (tx) => tx.of(CaseStore).find(graded.caseId));
    expect(inTransaction).toBeDefined();
    expect(await Promise.all([find(maria), find(marcus), find(maria)])).toEqual([
      inTransaction,
      undefined,
      inTransaction,
    ]);
  });

  it('answers what was asked side by side in the order of asking, and what was asked later too', async () => {
    const seen = await narrow.read(world.caller('maria'), async (tx) => {
      const cases = tx.of(CaseStore);
      const [file, record] = await Promise.all([cases.find(graded.caseId), cases.readRecord(graded.caseId)]);
      const again = await cases.readRecord(file?.id ?? '');
      return { file, record, again, now: tx.now };
    });
    const whole = await world.asCaller.run(world.caller('maria'), async (tx) => ({
      file: await tx.of(CaseStore).find(graded.caseId),
      record: await tx.of(CaseStore).readRecord(graded.caseId),
    }));
    expect(seen).toMatchObject({ ...whole, again: whole.record });
    expect(seen.now).toBeInstanceOf(Date);
  });

  it('leaves no identity on the connection', async () => {
    await find(world.caller('maria'));
    const { rows } = await pool.query<{ left: string }>(
      `select concat(caller.staff(), caller.unit(), caller.branch(), caller.municipality(), caller.role(), caller.service(), caller.person()) as left`,
    );
    expect(rows).toEqual([{ left: '' }]);
  });

  it('can write nothing', async () => {
    const writing = narrow.read(world.caller('maria'), (tx) =>
      tx.of(LedgerStore).record([{ action: 'read', outcome: 'release', personId: graded.personId }]),
    );
    await expect(writing).rejects.toMatchObject({ code: '25006' });
    const { rows } = await pool.query(`show transaction_read_only`);
    expect(rows).toEqual([{ transaction_read_only: 'off' }]);
  });

  it('fails as a whole when one of its statements fails, and the connection goes on', async () => {
    const maria = world.caller('maria');
    const failing = narrow.read(maria, async (tx) => {
      const asked = [tx.of(PersonKeyStore).getKey('not a uuid'), tx.of(CaseStore).findStandingJoins(graded.caseId)];
      return (await Promise.allSettled(asked)).map(({ status }) => status);
    });
    expect(await failing).toEqual(['rejected', 'rejected']);
    // The second was sent and never read: the driver must not believe that the server knows it.
    expect(await narrow.read(maria, (tx) => tx.of(CaseStore).findStandingJoins(graded.caseId))).toEqual([]);
  });

  it('tells whoever waits when the line is cut, and asks again on another', async () => {
    const cut = narrow.read(world.caller('maria'), async (tx) => {
      const { pid } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid').then(({ rows }) => rows[0]!);
      await world.behindTheLocks('begin; lock table case_file in access exclusive mode');
      const answer = tx.of(CaseStore).find(graded.caseId);
      const told = answer.then(
        () => 'answered',
        (error: Error) => error.message,
      );
      const waits = () => world.behindTheLocks('select 1 from pg_locks where pid = $1 and not granted', [pid]);
      while ((await waits()).length === 0) await new Promise((done) => setImmediate(done));
      await world.behindTheLocks('select pg_terminate_backend($1::integer)', [pid]);
      await world.behindTheLocks('rollback');
      return told;
    });
    expect(await cut).toMatch('terminat');
    expect(await find(world.caller('maria'))).toBeDefined();
  });
});
