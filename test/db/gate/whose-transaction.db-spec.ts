import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { LedgerStore } from '#use-cases/ledger/ledger.port.js';
import { OutboxStore } from '#use-cases/outbox/outbox.port.js';
import { PersonKeyStore } from '#use-cases/gate/items.port.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

describe('the caller’s transaction', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld();
  });
  afterAll(() => world.close());

  const waiting = async (topic: string): Promise<number> =>
    (await world.behindTheLocks(`select 1 from outbox where topic = $1`, [topic])).length;

  it('stands whole when the work ends', async () => {
    await world.asCaller.run(world.caller('maria'), (tx) =>
      tx.of(OutboxStore).put([{ topic: 'live:stands', payload: {} }]),
    );
    expect(await waiting('live:stands')).toBe(1);
  });

  it('leaves nothing behind when the work throws', async () => {
    const work = world.asCaller.run(world.caller('maria'), async (tx) => {
      await tx.of(OutboxStore).put([{ topic: 'live:thrown', payload: {} }]);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await waiting('live:thrown')).toBe(0);
  });

  it('does not call a rolled back transaction done when the work swallowed an error of the database', async () => {
    const work = world.asCaller.run(world.caller('maria'), async (tx) => {
      await tx.of(OutboxStore).put([{ topic: 'live:swallowed', payload: {} }]);
      await tx
        .of(PersonKeyStore)
        .getKey('not a uuid')
        .catch(() => undefined);
    });
    await expect(work).rejects.toThrow('rolled back');
    expect(await waiting('live:swallowed')).toBe(0);
  });

  it('gives a part of the work to a service and comes back as the caller', async () => {
    const maria = world.caller('maria');
    const seen = await world.asCaller.run(maria, async (tx) => {
      const inside = await tx.asService('reception', (service) => Promise.resolve(service.caller.kind));
      return [inside, tx.caller.kind];
    });
    expect(seen).toEqual(['service', 'staff']);
  });

  describe('of a family', () => {
    let graded: GradedCase;
    let family: FamilyCaller;
    beforeAll(async () => {
      const { municipalityId, branchId } = world.caller('maria');
      graded = await openGradedCase(world, { grade: 'red' });
      const ids = { personId: graded.guardianId, municipalityId, branchId };
      const sessionId = '00000000-0000-4000-8000-000000000002';
      family = { kind: 'family', ...ids, sessionId, origin: '127.0.0.1', requestId: 'test family' };
    });

    it('writes the person in the ledger, as nobody of the staff', async () => {
      await world.asCaller.run(family, (tx) =>
        tx.of(LedgerStore).record([{ action: 'read', outcome: 'release', personId: graded.personId }]),
      );
      await world.appender.append(family, [{ action: 'read', outcome: 'release', personId: graded.personId }]);
      const line = {
        actor_staff: null,
        actor_service: null,
        actor_role: null,
        actor_branch: family.branchId,
        municipality_id: family.municipalityId,
        origin: '127.0.0.1',
      };
      const written = await world.behindTheLocks(
        `select actor_staff, actor_service, actor_role, actor_branch, municipality_id, origin from ledger_entry where actor_person = $1`,
        [family.personId],
      );
      expect(written).toEqual([line, line]);
    });

    it('signs with nobody’s name but its own', async () => {
      const app = new Client({ connectionString: world.database.urls.app });
      await app.connect();
      await app.query(`begin; select set_config('samnav.person', '${family.personId}', true)`);
      await expect(
        app.query(`insert into ledger_entry (action, actor_person) values ('read', $1)`, [graded.personId]),
      ).rejects.toThrow('row-level security');
      await app.query('rollback');
      await app.end();
    });

    it('opens nothing that is open to staff', async () => {
      const app = new Client({ connectionString: world.database.urls.app });
      await app.connect();
      const { rows: tables } = await app.query<{ table: string }>(
        `select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity and has_table_privilege(c.oid, 'select') order by 1`,
      );
      await app.query(`begin; select set_config('samnav.person', '${family.personId}', true)`);
      const open: string[] = [];
      for (const { table } of tables) {
        const { rowCount } = await app.query(`select 1 from ${table} limit 1`);
        if (rowCount) open.push(table);
      }
      await app.query('rollback');
      await app.end();
      // The texts that families are shown are about nobody.
      expect(open).toEqual(['notice_text']);
    });
  });
});
