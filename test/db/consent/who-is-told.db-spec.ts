/**
 * Who learns what happened to a consent: the house that asked, and those whom it had reached. A reporter, and a house that it
 * named and never reached, learn nothing, on no screen and in no notice: it is a one-way mirror (OSL 26:1; JO on need to know).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { narrowConsent } from '#use-cases/consent/withdraw-consent.js';
import {
  consentWritten,
  LivingConsents,
  POLICE,
  SCHOOL,
  SOC,
  type OfferedConsent,
} from '../../support/living-consent.js';
import { openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let living: LivingConsents;
beforeAll(async () => {
  world = await buildWorld();
  living = new LivingConsents(world);
}, 60_000);
afterAll(() => world?.close());

const STRUCK = { houses: [SCHOOL], categories: [] };

/** The teacher has reported, the officer has been given something. */
async function told(caseId: string): Promise<void> {
  for (const [key, reason] of [
    ['lena', 'reporter'],
    ['marcus', 'share'],
  ] as const)
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, $4)`,
      [caseId, world.caller(key).branchId, world.caller(key).staffId, reason],
    );
}

async function offered(over: Parameters<typeof consentWritten>[0] = {}): Promise<OfferedConsent> {
  const of = await living.offered(over);
  await told(of.caseId);
  return of;
}

async function inForce(struck = false): Promise<OfferedConsent> {
  const of = await offered();
  await living.sign(of.id, of.guardianId, struck ? STRUCK : undefined);
  await living.sign(of.id, of.personId);
  return of;
}

/** What has come to somebody of a case: notices of their own, and the times their house's screens were told to look again. */
async function reached(caseId: string, key: string): Promise<{ notices: string[]; looks: number }> {
  const { staffId, branchId } = world.caller(key);
  const notices = await world.behindTheLocks<{ kind: string }>(
    `select kind from notice where case_id = $1 and staff_id = $2 and kind like 'consent-%' order by created_at, kind`,
    [caseId, staffId],
  );
  const [row] = await world.behindTheLocks<{ looks: number }>(
    `select count(*)::integer as looks from outbox where topic = $1 and payload ->> 'caseId' = $2`,
    [`live:sight:${branchId}`, caseId],
  );
  return { notices: notices.map(({ kind }) => kind), looks: row?.looks ?? 0 };
}

const NOTHING = { notices: [], looks: 0 };

describe('a house that a consent named and never reached', () => {
  it('learns nothing of a draft that is called off unseen', async () => {
    const { caseId } = await openGradedCase(world, { grade: 'orange' });
    await told(caseId);
    const maria = world.caller('maria');
    const id = await living.drafts.draft(maria, caseId, consentWritten());
    await living.drafts.callOff(maria, { id, expectedVersion: 1 });
    for (const key of ['lena', 'marcus']) expect(await reached(caseId, key)).toEqual(NOTHING);
    expect((await reached(caseId, 'maria')).looks).toBeGreaterThan(0);
  });

  it('learns nothing of a first no, nor of what was signed before it', async () => {
    const of = await offered();
    await living.sign(of.id, of.personId);
    await living.withdraw(of.id, of.guardianId);
    for (const key of ['lena', 'marcus']) expect(await reached(of.caseId, key)).toEqual(NOTHING);
    // The house that asked is told, in words that are true: nothing has stopped to hold.
    expect((await reached(of.caseId, 'maria')).notices).toEqual(['consent-changed']);
  });

  it.each([
    ['narrowed', (of: OfferedConsent) => narrowed(of, { houses: [], categories: ['measures-and-plan'] })],
    ['taken back', (of: OfferedConsent) => living.withdraw(of.id, of.guardianId)],
  ])('learns nothing, struck out at the signing, when the rest is %s', async (_, less) => {
    const of = await inForce(true);
    await less(of);
    expect(await reached(of.caseId, 'lena')).toEqual(NOTHING);
    const marcus = await reached(of.caseId, 'marcus');
    expect(marcus.notices).toHaveLength(1);
    expect(marcus.looks).toBe(2);
  });

  it('learns nothing of a consent that has not begun when it is taken back', async () => {
    const of = await offered({ validFrom: new Date(Date.now() + 86_400_000) });
    await living.sign(of.id, of.guardianId);
    await living.sign(of.id, of.personId);
    await living.withdraw(of.id, of.guardianId);
    for (const key of ['lena', 'marcus']) expect(await reached(of.caseId, key)).toEqual(NOTHING);
  });
});

describe('a house that a consent reached', () => {
  it('is told once that it was struck out, and nothing of what comes after', async () => {
    const of = await inForce();
    expect(await reached(of.caseId, 'lena')).toEqual({ notices: [], looks: 1 });
    await narrowed(of, STRUCK);
    // To them it is over; that it goes on for others is not told.
    const then = { notices: ['consent-over'], looks: 2 };
    expect(await reached(of.caseId, 'lena')).toEqual(then);
    await living.withdraw(of.id, of.guardianId);
    expect(await reached(of.caseId, 'lena')).toEqual(then);
    expect((await reached(of.caseId, 'marcus')).notices).toEqual(['consent-changed', 'consent-over']);
  });

  it('is told that it is over, and its screens look again', async () => {
    const of = await inForce();
    await living.withdraw(of.id, of.guardianId);
    for (const key of ['lena', 'marcus'])
      expect(await reached(of.caseId, key)).toEqual({ notices: ['consent-over'], looks: 2 });
  });
});

describe('a renewal that says less', () => {
  const renewed = async (of: OfferedConsent, refusals: typeof STRUCK): Promise<string> => {
    const maria = world.caller('maria');
    const id = await living.drafts.renew(maria, of.id);
    await living.drafts.offer(maria, { id, expectedVersion: 1 });
    await living.sign(id, of.guardianId, refusals);
    await living.sign(id, of.personId);
    return id;
  };

  it('is news to the house that is struck out and to who spoke with it, and says of neither more than that', async () => {
    const of = await inForce();
    await renewed(of, STRUCK);
    expect((await reached(of.caseId, 'lena')).notices).toEqual(['consent-over']);
    expect((await reached(of.caseId, 'marcus')).notices).toEqual(['consent-changed']);
    // The house that asked knows that the half year goes on.
    expect((await reached(of.caseId, 'maria')).notices).toEqual(['consent-changed']);
  });

  it('is no news to a house that keeps all that it had', async () => {
    const of = await offered({
      scope: { ...consentWritten().scope, from: [SOC], to: [POLICE, SCHOOL] },
    });
    await living.sign(of.id, of.guardianId);
    await living.sign(of.id, of.personId);
    await renewed(of, STRUCK);
    expect((await reached(of.caseId, 'lena')).notices).toEqual(['consent-over']);
    expect((await reached(of.caseId, 'marcus')).notices).toEqual([]);
  });

  it('is no news where another consent says the same', async () => {
    const of = await inForce();
    const maria = world.caller('maria');
    const beside = await living.drafts.draft(maria, of.caseId, consentWritten());
    await living.drafts.offer(maria, { id: beside, expectedVersion: 1 });
    await living.sign(beside, of.guardianId);
    await living.sign(beside, of.personId);
    await living.withdraw(of.id, of.guardianId);
    for (const key of ['lena', 'marcus']) expect((await reached(of.caseId, key)).notices).toEqual([]);
    await living.withdraw(beside, of.guardianId);
    for (const key of ['lena', 'marcus']) expect((await reached(of.caseId, key)).notices).toEqual(['consent-over']);
  });
});

const narrowed = (of: OfferedConsent, refusals: Parameters<typeof narrowConsent>[1]['refusals']) =>
  world.asCaller.run(living.family(of.personId), (tx) =>
    narrowConsent(tx, { consentId: of.id, personId: of.personId, refusals }),
  );
