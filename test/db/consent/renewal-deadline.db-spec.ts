/**
 * A consent is renewed before it ends, or ends: its time runs while it lets anything be told, reaches whoever asked for it and
 * nobody who may not know of it, and is in no list before the first reminder ([S1] Trollhättan; OSL 26:1).
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LOOK_AGAIN } from '#migrations/0260-renewal-of-consents.js';
import { EndConsent } from '#use-cases/consent/end-consent.js';
import { narrowConsent } from '#use-cases/consent/withdraw-consent.js';
import { RecheckConsents } from '#use-cases/consent/recheck-consents.js';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { DeadlineLists } from '#use-cases/deadline/deadline-lists.port.js';
import type { ServiceCaller, StaffCaller } from '#use-cases/gate/caller.js';
import { LivingConsents, SCHOOL, type OfferedConsent } from '../../support/living-consent.js';
import { signName } from '../../support/names.js';
import { buildWorld, type World } from '../../support/world.js';

const DEADLINES: ServiceCaller = { kind: 'service', name: 'deadlines', requestId: 'test' };
const CONSENTS: ServiceCaller = { kind: 'service', name: 'consents', requestId: 'test' };

let world: World;
let living: LivingConsents;
let maria: StaffCaller;

beforeEach(async () => {
  world = await buildWorld();
  living = new LivingConsents(world);
  maria = world.caller('maria');
}, 60_000);
afterEach(() => world?.close());

async function inForce(of?: OfferedConsent): Promise<OfferedConsent> {
  const offered = of ?? (await living.offered());
  await living.sign(offered.id, offered.guardianId);
  await living.sign(offered.id, offered.personId);
  return offered;
}

interface Row {
  readonly id: string;
  readonly about: string;
  readonly state: string;
  readonly why: string | null;
  readonly by: string | null;
  readonly starts: Date;
  readonly due: Date;
  readonly owner: string | null;
  readonly unit: string;
}
const rows = (of: { readonly id: string }) =>
  world.behindTheLocks<Row>(
    `select id, about_id as about, state, void_reason as why, settled_by as by, starts_at as starts, due_at as due, owner_staff_id as owner, owner_unit_id as unit
     from deadline where kind = 'consent-renewal' and about_id = $1 order by starts_at, state`,
    [of.id],
  );
const states = async (of: { readonly id: string }) =>
  (await rows(of)).map(({ state, why }) => [state, why].filter(Boolean).join(' '));
const wake = () => new CarryOutWake(world.asCaller, new DeadlineActs()).runDue(DEADLINES);
const listed = async (caller: StaffCaller): Promise<number> =>
  (await world.asCaller.run(caller, (tx) => tx.of(DeadlineLists).findMine(100, null))).filter(
    ({ kind }) => kind === 'consent-renewal',
  ).length;
const onCase = async (caller: StaffCaller, caseId: string): Promise<number> =>
  (await world.asCaller.run(caller, (tx) => tx.of(DeadlineLists).findOfCase(caseId))).filter(
    ({ kind }) => kind === 'consent-renewal',
  ).length;
const told = (deadlineId: string) =>
  world.behindTheLocks<{ kind: string; staff: string }>(
    `select kind, staff_id as staff from notice where deadline_id = $1 order by created_at`,
    [deadlineId],
  );

describe('the time to renew a consent', () => {
  it('begins with its last name, ends with the consent at the latest, and is owed by whoever asked', async () => {
    const of = await living.offered();
    await living.sign(of.id, of.guardianId);
    expect(await rows(of)).toEqual([]);
    await living.sign(of.id, of.personId);
    const until = (await living.read(maria, of.id))!.record.validUntil;
    const [row] = await rows(of);
    expect(row).toMatchObject({ state: 'open', owner: maria.staffId, unit: maria.unitId });
    expect(row!.due.getTime()).toBe(until);
    const short = await inForce(
      await living.offered({ validUntil: new Date(row!.starts.getTime() + 30 * 24 * 3_600_000) }),
    );
    expect((await rows(short))[0]!.due.getTime()).toBe((await living.read(maria, short.id))!.record.validUntil);
  });

  it('is met by the next one, whose own begins', async () => {
    const of = await inForce();
    const next = await living.drafts.renew(maria, of.id);
    await living.drafts.offer(maria, { id: next, expectedVersion: 1 });
    expect(await states(of)).toEqual(['open']);
    await inForce({ ...of, id: next });
    expect([await states(of), await states({ id: next })]).toEqual([['met'], ['open']]);
  });

  it('is met by whoever receives the last name on paper', async () => {
    const of = await inForce();
    const next = await living.drafts.renew(maria, of.id);
    await living.drafts.offer(maria, { id: next, expectedVersion: 1 });
    await living.sign(next, of.guardianId);
    await signName(world, maria, {
      ...{ consentId: next, personId: of.personId, refusals: { houses: [], categories: [] } },
      ...{ method: 'paper', language: 'sv', noticeVersion: null, receivedBy: maria.staffId },
    });
    expect(await rows(of)).toMatchObject([{ state: 'met', by: maria.staffId }]);
  });

  it('is void when it is taken back, when the agency ends it, and while a name is missing', async () => {
    const taken = await inForce();
    await living.withdraw(taken.id, taken.guardianId);
    expect(await states(taken)).toEqual(['void consent-withdrawn']);
    const ended = await inForce();
    const version = (await living.read(maria, ended.id))!.version;
    await new EndConsent(world.asCaller, world.seal).run(maria, {
      id: ended.id,
      expectedVersion: version,
      reasons: 'Behövs inte längre.',
    });
    expect(await states(ended)).toEqual(['void consent-ended']);
    // Whoever ended it stands by it; a family's own no names nobody who works here.
    expect([(await rows(taken))[0]!.by, (await rows(ended))[0]!.by]).toEqual([null, maria.staffId]);
    const lacking = await inForce();
    await world.behindTheLocks(`update consent set recheck_at = clock.now() where id = $1 returning 1`, [lacking.id]);
    const custody = await world.behindTheLocks<{ id: string }>(
      `insert into custody (id, child_id, guardian_id, source, starts_on) values (gen_random_uuid(), $1, $2, 'court-ruling', '2020-01-01') returning id`,
      [lacking.personId, taken.guardianId],
    );
    await new RecheckConsents(world.asCaller).reconcile(CONSENTS);
    expect(await states(lacking)).toEqual(['void consent-partly-signed']);
    await world.behindTheLocks(`delete from custody where id = $1 returning 1`, [custody[0]!.id]);
    await world.behindTheLocks(`update consent set recheck_at = clock.now() where id = $1 returning 1`, [lacking.id]);
    await new RecheckConsents(world.asCaller).reconcile(CONSENTS);
    expect(await states(lacking)).toEqual(['open', 'void consent-partly-signed']);
  });

  it('goes on when less may be told', async () => {
    const of = await inForce();
    await world.asCaller.run(living.family(of.guardianId), (tx) =>
      narrowConsent(tx, { consentId: of.id, personId: of.guardianId, refusals: { houses: [SCHOOL], categories: [] } }),
    );
    expect(await states(of)).toEqual(['open']);
  });

  it('is missed with the consent, which tells of it itself', async () => {
    const of = await inForce();
    const [row] = await rows(of);
    await world.database.moveClock('190 days');
    await wake();
    expect(await states(of)).toEqual(['missed']);
    expect((await told(row!.id)).map(({ kind }) => kind)).toEqual(['deadline-warning', 'deadline-warning']);
    await new RecheckConsents(world.asCaller).reconcile(CONSENTS);
    expect(await states(of)).toEqual(['missed consent-expired']);
  });

  it('waits for a unit of the house that asked, and never stands in the way of a name', async () => {
    const of = await living.offered();
    const house = [maria.branchId];
    await world.behindTheLocks(`update assignment set ends_at = clock.now() where branch_id = $1 returning 1`, house);
    await world.behindTheLocks(`update unit set ended_at = clock.now() where branch_id = $1 returning 1`, house);
    await inForce(of);
    expect(await rows(of)).toEqual([]);
    await world.behindTheLocks(`update unit set ended_at = null where branch_id = $1 returning 1`, house);
    await new RecheckConsents(world.asCaller).reconcile(CONSENTS);
    expect(await rows(of)).toEqual([]);
    await world.database.moveClock('25 hours');
    await new RecheckConsents(world.asCaller).reconcile(CONSENTS);
    expect(await states(of)).toEqual(['open']);
  });

  it('is opened for those that were in force before', async () => {
    const of = await inForce();
    const [before] = await rows(of);
    await world.behindTheLocks(`delete from deadline where id = $1 returning 1`, [before!.id]);
    await world.behindTheLocks(`${LOOK_AGAIN.slice(0, -1)} returning 1`);
    await new RecheckConsents(world.asCaller).reconcile(CONSENTS);
    await new RecheckConsents(world.asCaller).reconcile(CONSENTS);
    expect((await rows(of)).map(({ state, due }) => [state, due])).toEqual([['open', before!.due]]);
  });
});

describe('who knows of it', () => {
  it('is on its case at once, and in the list of what is due from the first reminder on', async () => {
    const of = await inForce();
    expect([await onCase(maria, of.caseId), await listed(maria)]).toEqual([1, 0]);
    await world.database.moveClock('150 days');
    await wake();
    expect([await onCase(maria, of.caseId), await listed(maria)]).toEqual([1, 1]);
  });

  it('is seen by those who work on the case, and by no manager, colleague or agency beside it', async () => {
    const of = await inForce();
    await living.shared(of);
    await world.database.moveClock('150 days');
    await wake();
    for (const key of ['sara', 'marcus', 'lena']) {
      const other = world.caller(key);
      expect([key, await onCase(other, of.caseId), await listed(other)]).toEqual([key, 0, 0]);
    }
    // A manager of the unit that has the case works on it; when it lies with somebody else they see its times, and not this one.
    const birgitta = world.caller('birgitta');
    expect([await onCase(birgitta, of.caseId), await living.read(birgitta, of.id)]).toMatchObject([
      1,
      { caseId: of.caseId },
    ]);
    await world.behindTheLocks(
      `update assignment set unit_id = null, staff_id = $2 where case_id = $1 and unit_id is not null returning 1`,
      [of.caseId, maria.staffId],
    );
    expect([await onCase(birgitta, of.caseId), await living.read(birgitta, of.id)]).toEqual([0, undefined]);
    expect(await listed(birgitta)).toBe(0);
    expect(
      (await world.asCaller.run(birgitta, (tx) => tx.of(DeadlineLists).findOfCase(of.caseId))).length,
    ).toBeGreaterThan(0);
    const [row] = await rows(of);
    expect(await told(row!.id)).toEqual([{ kind: 'deadline-warning', staff: maria.staffId }]);
  });

  it('reminds whoever has the case when the one who asked has left it, and nobody for their post alone', async () => {
    const of = await inForce();
    const sara = world.caller('sara');
    await world.behindTheLocks(`update assignment set ends_at = clock.now() where case_id = $1 returning 1`, [
      of.caseId,
    ]);
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigation')`,
      [of.caseId, sara.branchId, sara.staffId],
    );
    const alone = await inForce();
    await world.behindTheLocks(`update assignment set ends_at = clock.now() where case_id = $1 returning 1`, [
      alone.caseId,
    ]);
    await world.database.moveClock('150 days');
    await wake();
    const [first, second] = [(await rows(of))[0]!, (await rows(alone))[0]!];
    expect(await told(first.id)).toEqual([{ kind: 'deadline-warning', staff: sara.staffId }]);
    expect(await told(second.id)).toEqual([]);
  });
});
