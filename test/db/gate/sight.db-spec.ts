/** A right that ends while something is being read: decided anew before it is shown, not sent when it was too late to be sure (ASVS 15.4.2). */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { SIGHT_LEASE_MS } from '#use-cases/gate/sight.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { giveTold } from '#use-cases/share/give-told.js';
import { toldItem } from '#use-cases/share/tellables.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import { openMeasuresCase, signedConsent, type ConsentUnderTest, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let file: JointCase;
let consent: ConsentUnderTest;
let itemId: string;
let officer: StaffCaller;
let turn = 0;

const load = (caller: StaffCaller) =>
  world.asCaller.run(caller, async (tx) => ({ asOf: tx.now, sealed: await tx.of(ItemStore).findSealed([itemId]) }));
const open = (caller: StaffCaller, { asOf, sealed }: Awaited<ReturnType<typeof load>>) =>
  world.gate.openItems({ caller, asOf, purpose: 'support' }, sealed);
const linesOf = (requestId: string) =>
  world.behindTheLocks<{ action: string; outcome: string }>(
    `select action, outcome from ledger_entry where request_id = $1 order by id`,
    [requestId],
  );
const epochOf = async (): Promise<number> => {
  const [row] = await world.behindTheLocks<{ epoch: number }>(`select epoch::int from sight_epoch where about = $1`, [
    file.caseId,
  ]);
  return row?.epoch ?? 0;
};

beforeAll(async () => {
  world = await buildWorld();
}, 60_000);
afterAll(() => world?.close());

beforeEach(async () => {
  turn += 1;
  file = await openMeasuresCase(world, { familyName: `Siktsson${turn}` });
  consent = await signedConsent(world, file);
  officer = { ...world.caller('marcus'), requestId: `officer ${turn}` };
  const anna = world.caller('anna');
  itemId = await world.asCaller.run(anna, async (tx) => {
    const id = await world.seal.item(tx, {
      caseId: file.caseId,
      category: 'home-and-family',
      form: 'sig',
      phase: 'measures',
      subjectIds: [file.personId],
      content: { text: 'Lugnare hemma.' },
    });
    const [item] = await tx.of(ItemStore).findSealed([id]);
    const houses = (await tx.of(ShareStore).findHouses()).filter(({ branchId }) => branchId === officer.branchId);
    if (item) await giveTold(tx, { told: [toldItem(item)], houses, purpose: 'support' });
    return id;
  });
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'joint')`,
    [file.caseId, officer.branchId, officer.staffId],
  );
}, 60_000);

describe('between the facts and the showing', () => {
  it('does not hold for whoever had begun to read before it ended, and read on after', async () => {
    const read = await world.asCaller.run(officer, async (tx) => {
      await consent.withdraw(file.guardianId);
      return { asOf: tx.now, sealed: await tx.of(ItemStore).findSealed([itemId]) };
    });
    // By the clock of that transaction it is theirs still.
    expect(read.sealed).toHaveLength(1);
    expect((await open(officer, read)).released).toEqual([]);
  });

  it('a withdrawal is seen: nothing is shown, and the ledger says no read', async () => {
    const facts = await load(officer);
    expect(facts.sealed).toHaveLength(1);
    await consent.withdraw(file.guardianId);
    const opened = await open(officer, facts);
    expect(opened.released).toEqual([]);
    expect(opened.withheld).toEqual([{ id: itemId, outcome: 'refuse', ground: 'need-to-know' }]);
    expect(await linesOf(officer.requestId)).toEqual([{ action: 'refuse', outcome: 'refuse' }]);
  });

  it('the end of an assignment is seen too', async () => {
    const facts = await load(officer);
    await world.behindTheLocks(`update assignment set ends_at = clock.now() where case_id = $1 and staff_id = $2`, [
      file.caseId,
      officer.staffId,
    ]);
    expect((await open(officer, facts)).released).toEqual([]);
  });

  it('what concerns another part of the case is looked at again and shown', async () => {
    const facts = await load(officer);
    const before = await epochOf();
    await world.behindTheLocks(`update assignment set ends_at = clock.now() where case_id = $1 and staff_id = $2`, [
      file.caseId,
      world.caller('elin').staffId,
    ]);
    expect(await epochOf()).toBeGreaterThan(before);
    const opened = await open(officer, facts);
    expect(opened.released.map(({ content }) => content.text)).toEqual(['Lugnare hemma.']);
    expect(await linesOf(officer.requestId)).toEqual([{ action: 'read', outcome: 'release' }]);
  });

  it('seeing more raises nothing: nobody reads again for it', async () => {
    const before = await epochOf();
    await signedConsent(world, file, { categories: ['leisure'] });
    expect(await epochOf()).toBe(before);
  });
});

describe('between the showing and the sending', () => {
  it('within the lease it goes; after it what has moved does not', async () => {
    await open(officer, await load(officer));
    expect(world.shown.isFresh(officer.requestId)).toBe(true);
    expect(await world.shown.maySend(officer.requestId)).toBe(true);

    const late = { ...officer, requestId: `late ${turn}` };
    await open(late, await load(late));
    await consent.withdraw(file.guardianId);
    await sleep(SIGHT_LEASE_MS);
    expect(world.shown.isFresh(late.requestId)).toBe(false);
    expect(await world.shown.maySend(late.requestId)).toBe(false);
  });

  it('what has not moved goes also late', async () => {
    const late = { ...officer, requestId: `unmoved ${turn}` };
    await open(late, await load(late));
    await sleep(SIGHT_LEASE_MS + 10);
    expect(await world.shown.maySend(late.requestId)).toBe(true);
  });

  it('whoever takes something away is answered after the lease, and whoever does not is not kept waiting', async () => {
    const began = performance.now();
    await consent.withdraw(file.guardianId);
    expect(performance.now() - began).toBeGreaterThanOrEqual(SIGHT_LEASE_MS);
    const [told] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from outbox where topic = $1 and payload->>'caseId' = $2`,
      [`live:sight:${officer.branchId}`, file.caseId],
    );
    expect(told?.n).toBeGreaterThan(0);
  });
});
