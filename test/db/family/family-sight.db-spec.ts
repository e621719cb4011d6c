/** A right that ends while a family, or who works with their consents, is reading: decided anew before it is shown (ASVS 15.4.2; OSL 12:3). */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asConsents } from '#use-cases/consent/as-consents.js';
import { ConsentStore } from '#use-cases/consent/consent.port.js';
import { EvidenceStore } from '#use-cases/family/evidence.port.js';
import { FamilyConsents } from '#use-cases/family/family-consents.js';
import { FamilyFacts } from '#use-cases/family/family-facts.port.js';
import type { FamilyCaller, StaffCaller } from '#use-cases/gate/caller.js';
import { SIGHT_LEASE_MS } from '#use-cases/gate/sight.js';
import { LedgerAppender, type LedgerAppend } from '#use-cases/ledger/ledger-appender.port.js';
import { offerConsent, openFamily, type Family } from '../../support/family.js';
import { buildWorld, type World } from '../../support/world.js';

const WHY = 'Så att ni slipper berätta två gånger.';

let world: World;
let of: Family;
let consentId: string;
let evidenceId: string;
let linda: FamilyCaller;
let jonas: StaffCaller;

/** A family with a consent that is put before them, and a paper that the first guardian has signed. */
beforeEach(async () => {
  world = await buildWorld();
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  consentId = await offerConsent(world, of, { why: WHY });
  const { municipalityId, branchId } = world.caller('maria');
  linda = {
    kind: 'family',
    personId: of.people.get('Linda') ?? '',
    municipalityId,
    branchId,
    sessionId: '00000000-0000-4000-8000-000000000002',
    origin: '127.0.0.1',
    requestId: 'family',
  };
  jonas = { ...world.caller('jonas'), requestId: 'jonas' };
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'coordination')`,
    [of.caseId, branchId, jonas.staffId],
  );
  evidenceId = await world.asCaller.run(world.caller('maria'), async (tx) => {
    const id = tx.newId();
    const sealed = await asConsents(tx, (service) =>
      world.seal.evidence(service, { personId: of.child, row: id }, Buffer.from('%PDF-1.7 signerat')),
    );
    const paper = { kind: 'paper', mediaType: 'application/pdf', keyPersonId: of.child } as const;
    await tx.of(ConsentStore).addEvidence({ id, consentId, signerId: linda.personId, ...paper, ...sealed });
    return id;
  });
}, 60_000);
afterEach(() => world?.close());

const loadNames = () =>
  world.asCaller.run(linda, async (tx) => ({
    asOf: tx.now,
    sealed: await tx.of(FamilyFacts).findNames([of.child]),
  }));
const loadWhy = async () => {
  const [row] = await world.behindTheLocks<{ item_id: string }>(`select item_id from consent where id = $1`, [
    consentId,
  ]);
  return world.asCaller.run(linda, async (tx) => ({
    asOf: tx.now,
    sealed: await tx.of(FamilyFacts).findItems([row?.item_id ?? '']),
  }));
};
const loadEvidence = () =>
  world.asCaller.run(jonas, async (tx) => ({
    asOf: tx.now,
    sealed: await tx.of(EvidenceStore).findSealed(evidenceId),
  }));
const openNames = ({ asOf, sealed }: Awaited<ReturnType<typeof loadNames>>) =>
  world.familyGate.openNames({ caller: linda, asOf }, sealed);
const openWhy = ({ asOf, sealed }: Awaited<ReturnType<typeof loadWhy>>) =>
  world.familyGate.openItems({ caller: linda, asOf }, sealed);
const openEvidence = ({ asOf, sealed }: Awaited<ReturnType<typeof loadEvidence>>) =>
  sealed && world.evidenceGate.open({ caller: jonas, asOf }, sealed);

const endCustody = () =>
  world.behindTheLocks(
    `update custody set ends_on = (clock.now() at time zone 'Europe/Stockholm')::date where child_id = $1 and guardian_id = $2`,
    [of.child, linda.personId],
  );
const fearHarm = () =>
  world.behindTheLocks(
    `insert into assessment (id, municipality_id, branch_id, case_id, ground, person_id, from_house, to_house, categories, criteria, decided_by,
       decided_as, until)
     select gen_random_uuid(), $3, $4, $6, 'OSL 12:3', $1, 'ekvalla-soc/individ-och-familj', 'person:' || $2::text, '{}', '{"seriousHarm": true}',
       $5, 'manager', clock.now() + interval '1 year'`,
    [of.child, linda.personId, jonas.municipalityId, jonas.branchId, jonas.staffId, of.caseId],
  );
const protect = (personId: string) =>
  world.behindTheLocks(`update person set protection = 'protected-registration' where id = $1`, [personId]);
const actionsOf = (requestId: string) =>
  world
    .behindTheLocks<{ action: string }>(`select action from ledger_entry where request_id = $1 order by id`, [
      requestId,
    ])
    .then((rows) => rows.map(({ action }) => action));

describe('between the facts and the showing, to a guardian', () => {
  it('the end of custody is seen: no name, no word, and the ledger says no read', async () => {
    const [names, why] = [await loadNames(), await loadWhy()];
    expect([names.sealed, why.sealed].map(({ length }) => length)).toEqual([1, 1]);
    await endCustody();
    expect(await openNames(names)).toEqual([]);
    expect(await openWhy(why)).toEqual([]);
    expect(await actionsOf(linda.requestId)).toEqual(['refuse', 'refuse']);
  });

  it('so is that telling them would harm the child', async () => {
    const [names, why] = [await loadNames(), await loadWhy()];
    await fearHarm();
    expect(await openNames(names)).toEqual([]);
    expect(await openWhy(why)).toEqual([]);
  });

  it('so is that the child’s name is protected', async () => {
    const names = await loadNames();
    expect(names.sealed).toHaveLength(1);
    await protect(of.child);
    expect(await openNames(names)).toEqual([]);
  });

  it('so is that an official finds the child ripe to decide alone', async () => {
    const why = await loadWhy();
    await world.behindTheLocks(`update person set maturity = 'child' where id = $1`, [of.child]);
    expect(await openWhy(why)).toEqual([]);
  });

  it('what takes nothing from them is looked at again and shown, and not sent once it has moved', async () => {
    const why = await loadWhy();
    await world.behindTheLocks(`update assignment set ends_at = clock.now() where case_id = $1 and staff_id = $2`, [
      of.caseId,
      jonas.staffId,
    ]);
    expect((await openWhy(why)).map(({ content }) => content.text)).toEqual([WHY]);
    expect(await actionsOf(linda.requestId)).toEqual(['read']);
    await endCustody();
    await sleep(SIGHT_LEASE_MS);
    expect(await world.shown.maySend(linda.requestId)).toBe(false);
  });

  it('a whole consent is read anew when somebody takes it from them while it is read', async () => {
    /** Custody ends in the moment before the first line is written. */
    class EndingFirst extends LedgerAppender {
      private first = true;
      async appendAll(appends: readonly LedgerAppend[]) {
        if (this.first) await endCustody();
        this.first = false;
        return world.appender.appendAll(appends);
      }
    }
    const consents = new FamilyConsents(world.asCaller, world.familyGate, new EndingFirst(), world.shown);
    const standing = new FamilyConsents(world.asCaller, world.familyGate, world.appender, world.shown);
    expect((await standing.list(linda)).map(({ why }) => why)).toEqual([WHY]);
    expect(await consents.list(linda)).toEqual([]);
  });
});

describe('between the facts and the showing of what a name stands on', () => {
  it('it is taken out as long as nothing is taken away', async () => {
    expect((await openEvidence(await loadEvidence()))?.bytes.toString()).toBe('%PDF-1.7 signerat');
    expect(await actionsOf(jonas.requestId)).toEqual(['export']);
  });

  it('the end of an assignment is seen', async () => {
    const facts = await loadEvidence();
    // The unit's own assignment would let everyone there see it all the same.
    await world.behindTheLocks(`update assignment set ends_at = clock.now() where case_id = $1`, [of.caseId]);
    expect(await openEvidence(facts)).toBeUndefined();
    expect(await actionsOf(jonas.requestId)).toEqual(['refuse']);
  });

  it('so is that the signer’s name is protected, from whoever is not named for them', async () => {
    const facts = await loadEvidence();
    expect(facts.sealed).toBeDefined();
    await protect(linda.personId);
    expect(await openEvidence(facts)).toBeUndefined();
    const [line] = await world.behindTheLocks<{ ground: string }>(
      `select ground from ledger_entry where request_id = $1`,
      [jonas.requestId],
    );
    expect(line?.ground).toBe('OSL 21:3');
  });
});
