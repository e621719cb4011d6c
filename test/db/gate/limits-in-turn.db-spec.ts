/**
 * What takes rights away at the same moment is taken in turn: of two that change what a share stands on, the later one reckons
 * its range from what the earlier one left, so that nothing that was closed is opened again by it (ASVS 15.4.2).
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { giveTold } from '#use-cases/share/give-told.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import { toldItem } from '#use-cases/share/tellables.js';
import { openMeasuresCase, signedConsent, type ConsentUnderTest, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let file: JointCase;
let consent: ConsentUnderTest;
let itemId: string;
let turn = 0;
const clients: Client[] = [];

beforeAll(async () => {
  world = await buildWorld();
  for (let n = 0; n < 2; n += 1) {
    const client = new Client({ connectionString: world.database.urls.admin });
    await client.connect();
    clients.push(client);
  }
}, 60_000);
afterAll(async () => {
  for (const client of clients) await client.end();
  await world?.close();
});

beforeEach(async () => {
  turn += 1;
  file = await openMeasuresCase(world, { familyName: `Turesson${turn}` });
  consent = await signedConsent(world, file);
  const anna = world.caller('anna');
  itemId = await world.asCaller.run(anna, async (tx) => {
    const id = await world.seal.item(tx, {
      ...{ caseId: file.caseId, category: 'home-and-family', form: 'sig', phase: 'measures' },
      subjectIds: [file.personId],
      content: { text: 'Lugnare hemma.' },
    });
    const [item] = await tx.of(ItemStore).findSealed([id]);
    const houses = (await tx.of(ShareStore).findHouses()).filter(
      ({ branchId }) => branchId === world.caller('marcus').branchId,
    );
    if (item) await giveTold(tx, { told: [toldItem(item)], houses, purpose: 'support' });
    return id;
  });
}, 60_000);

afterEach(() => world.behindTheLocks(...limits({})));

const isInForce = async (): Promise<boolean | undefined> =>
  (
    await world.behindTheLocks<{ now: boolean }>(
      `select in_force @> clock.now() as now from share where item_id = $1`,
      [itemId],
    )
  )[0]?.now;
const limits = (disclosure: object): [string, unknown[]] => [
  `update municipality set settings = settings || $1 where id = $2`,
  [JSON.stringify({ disclosure }), world.caller('anna').municipalityId],
];
const withdrawal = (): [string, unknown[]] => [
  `update consent set state = 'withdrawn', withdrawn_at = clock.now() where id = $1`,
  [consent.id],
];

/** The second begins before the first has ended. */
async function overlapping(first: [string, unknown[]], second: [string, unknown[]]): Promise<void> {
  expect(await isInForce()).toBe(true);
  const [one, other] = clients as [Client, Client];
  await one.query('begin');
  await one.query(...first);
  const later = other.query(...second);
  await sleep(200);
  await one.query('commit');
  await later;
}

describe('a withdrawal', () => {
  it('stays one when the lawyer narrows another ground at that moment', async () => {
    await overlapping(withdrawal(), limits({ switchedOff: ['OSL 10:24'] }));
    expect(await isInForce()).toBe(false);
  });

  it('stays one when the item is put in another part of the work at that moment', async () => {
    await overlapping(withdrawal(), [`update item set phase = 'follow-up' where id = $1`, [itemId]]);
    expect(await isInForce()).toBe(false);
  });
});

describe('a ground that is switched off', () => {
  it('stays off when somebody takes a part away at that moment', async () => {
    await overlapping(limits({ switchedOff: ['consent'] }), [
      `update consent_signer set refused_categories = '{leisure}' where consent_id = $1 and person_id = $2`,
      [consent.id, file.guardianId],
    ]);
    expect(await isInForce()).toBe(false);
  });
});
