import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { GroupCommitAppender } from '#store/ledger/group-commit-appender.js';
import { AesFieldCipher } from '#platform/crypto/aes-field-cipher.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { IdentityStore, ItemStore } from '#use-cases/gate/items.port.js';
import { Gate } from '#use-cases/gate/open.js';
import { SettleSight } from '#use-cases/gate/settle-sight.js';
import { ShownSights } from '#use-cases/gate/shown-sights.js';
import type { SealedItem } from '#use-cases/gate/sealed.js';
import { buildWorld, type World } from '../../support/world.js';

const CANARY = 'kanariefågeln sjunger i björken';

describe('one gate', () => {
  let world: World;
  let maria: StaffCaller;
  let caseId: string;
  let childId: string;
  let itemId: string;

  beforeAll(async () => {
    world = await buildWorld();
    maria = world.caller('maria');
    childId = randomUUID();
    caseId = randomUUID();
    await world.behindTheLocks(
      `insert into person (id, municipality_id, branch_id, born, created_by) values ($1, $2, $3, '2010-05-04', $4)`,
      [childId, maria.municipalityId, maria.branchId, maria.staffId],
    );
    await world.behindTheLocks(
      `insert into case_file (id, municipality_id, branch_id, person_id, form) values ($1, $2, $3, $4, 'mash')`,
      [caseId, maria.municipalityId, maria.branchId, childId],
    );
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, unit_id, reason) values ($1, $2, $3, $4, 'intake')`,
      [randomUUID(), caseId, maria.branchId, maria.unitId],
    );
    itemId = await world.asCaller.run(maria, async (tx) => {
      await world.seal.newIdentity(tx, childId, {
        givenName: 'Alva',
        familyName: 'Testsson',
        personalNumber: null,
        contact: { address: 'Hemliga gatan 1' },
      });
      return world.seal.item(tx, {
        caseId,
        category: 'home-and-family',
        form: 'mash',
        phase: 'preliminary',
        subjectIds: [childId],
        content: { text: CANARY },
      });
    });
  });
  afterAll(() => world.close());

  const load = (caller: StaffCaller): Promise<{ now: Date; sealed: SealedItem[] }> =>
    world.asCaller.run(caller, async (tx) => ({ now: tx.now, sealed: await tx.of(ItemStore).findSealed([itemId]) }));

  const ledgerOf = (where: string): Promise<{ action: string; outcome: string; ground: string; item_id: string }[]> =>
    world.behindTheLocks(`select action, outcome, ground, item_id from ledger_entry where ${where} order by id`);

  it('releases to the assigned unit of the same house, and the ledger says so first', async () => {
    const { now, sealed } = await load(maria);
    const opened = await world.gate.openItems({ caller: maria, asOf: now, purpose: 'investigate-need' }, sealed);
    expect(opened.released.map((r) => [r.content.text, r.ground.id])).toEqual([[CANARY, 'internal']]);
    expect(await ledgerOf(`item_id = '${itemId}'`)).toMatchObject([
      { action: 'read', outcome: 'release', ground: 'internal' },
    ]);
  });

  it.each(['sara', 'elin', 'marcus', 'lena', 'olof', 'tove'])('shows %s no row at all', async (key) => {
    expect((await load(world.caller(key))).sealed).toEqual([]);
  });

  it('refuses by itself even if the database let a row through', async () => {
    const { now, sealed } = await load(maria);
    const opened = await world.gate.openItems(
      { caller: world.caller('marcus'), asOf: now, purpose: 'prevent-crime' },
      sealed,
    );
    expect(opened.released).toEqual([]);
    expect(opened.withheld).toHaveLength(1);
    const notAssigned = sealed.map((s) => ({ ...s, recipientAssigned: false }));
    const inHouse = await world.gate.openItems(
      { caller: world.caller('sara'), asOf: now, purpose: 'investigate-need' },
      notAssigned,
    );
    expect(inHouse.withheld).toEqual([{ id: itemId, outcome: 'refuse', ground: 'need-to-know' }]);
    expect((await ledgerOf(`item_id = '${itemId}' and outcome <> 'release'`)).length).toBeGreaterThanOrEqual(2);
  });

  it('shows nothing when the ledger cannot be written', async () => {
    const { now, sealed } = await load(maria);
    const cut = new GroupCommitAppender('postgresql://nobody@127.0.0.1:1/none');
    const settling = new SettleSight(cut, world.asCaller, new ShownSights(world.asCaller));
    const gate = new Gate(settling, new AesFieldCipher(world.settings.keys));
    await expect(gate.openItems({ caller: maria, asOf: now, purpose: 'investigate-need' }, sealed)).rejects.toThrow();
    await cut.close();
  });

  it('keeps content out of the tables in clear', async () => {
    const [row] = await world.behindTheLocks<{ hex: string }>(
      `select encode(ciphertext, 'escape') as hex from item where id = $1`,
      [itemId],
    );
    expect(row?.hex).not.toContain('kanarie');
    const [identity] = await world.behindTheLocks<{ hex: string }>(
      `select encode(ciphertext, 'escape') as hex from person_identity where person_id = $1`,
      [childId],
    );
    expect(identity?.hex).not.toContain('Testsson');
  });

  it('does not open a ciphertext that was moved to another row', async () => {
    const { now, sealed } = await load(maria);
    const moved = sealed.map((s) => ({ ...s, itemId: randomUUID() }));
    await expect(
      world.gate.openItems({ caller: maria, asOf: now, purpose: 'investigate-need' }, moved),
    ).rejects.toThrow();
  });

  it('lets the ledger only grow', async () => {
    for (const sql of [`update ledger_entry set action = 'x'`, `delete from ledger_entry`, `truncate ledger_entry`]) {
      await expect(world.source.query(sql)).rejects.toThrow(/permission denied|append-only/);
      await expect(world.behindTheLocks(sql)).rejects.toThrow(/append-only/);
    }
  });

  it('hides a hard-protected person from all but the named, and a marked one’s address', async () => {
    const open = async (caller: StaffCaller) => {
      const { now, sealed } = await world.asCaller.run(caller, async (tx) => ({
        now: tx.now,
        sealed: await tx.of(IdentityStore).findSealed([childId]),
      }));
      return (await world.gate.openIdentities({ caller, asOf: now, purpose: 'investigate-need' }, sealed)).released;
    };
    expect((await open(maria))[0]?.contact?.address).toBe('Hemliga gatan 1');
    await world.behindTheLocks(`update person set protection = 'marking' where id = $1`, [childId]);
    expect((await open(maria)).map((p) => [p.givenName, p.contact])).toEqual([['Alva', null]]);
    await world.behindTheLocks(`update person set protection = 'protected-registration' where id = $1`, [childId]);
    expect(await open(maria)).toEqual([]);
    await world.behindTheLocks(`insert into named_staff (person_id, staff_id) values ($1, $2)`, [
      childId,
      maria.staffId,
    ]);
    expect((await open(maria)).map((p) => p.contact?.address)).toEqual(['Hemliga gatan 1']);
    expect(await open(world.caller('jonas'))).toEqual([]);
    await world.behindTheLocks(`update person set protection = 'none' where id = $1`, [childId]);
  });

  it('ends the reading the instant an assignment ends', async () => {
    await world.behindTheLocks(`update assignment set ends_at = clock.now() where case_id = $1`, [caseId]);
    expect((await load(maria)).sealed).toEqual([]);
  });
});
