/**
 * A consent from draft to end on the real database: what it opens, for whom, and how everything it opened is shut in the
 * transaction that takes it back (OSL 10:1, 12:2).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NO_REFUSALS, type Refusals } from '#domain/consent/consent.js';
import { ConsentStore, type ConsentFacts } from '#use-cases/consent/consent.port.js';
import { DraftConsent, type ConsentWritten } from '#use-cases/consent/draft-consent.js';
import { RecheckConsents } from '#use-cases/consent/recheck-consents.js';
import { signConsent, type NameGiven } from '#use-cases/consent/sign-consent.js';
import { narrowConsent, withdrawConsent } from '#use-cases/consent/withdraw-consent.js';
import type { Caller, FamilyCaller, StaffCaller } from '#use-cases/gate/caller.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

const SOC = 'ekvalla-soc/individ-och-familj';
const POLICE = 'polisen/lpo-ekvalla';
const SCHOOL = 'ekvalla-skola/grundskola';

describe('the life of a consent', () => {
  let world: World;
  let drafts: DraftConsent;
  let maria: StaffCaller;

  beforeAll(async () => {
    world = await buildWorld();
    drafts = new DraftConsent(world.asCaller, world.seal);
    maria = world.caller('maria');
  });
  afterAll(() => world.close());

  const written = (over: Partial<ConsentWritten> = {}): ConsentWritten => ({
    scope: {
      from: [SOC, POLICE, SCHOOL],
      to: [SOC, POLICE, SCHOOL],
      categories: ['measures-and-plan', 'school-attendance-and-results'],
      purposes: ['support'],
    },
    situations: ['meeting'],
    form: 'sig',
    validFrom: null,
    validUntil: null,
    apart: false,
    why: 'För att skolan ska veta vad ni kommit överens om.',
    ...over,
  });

  const family = (personId: string): FamilyCaller => ({
    kind: 'family',
    personId,
    municipalityId: maria.municipalityId,
    branchId: maria.branchId,
    sessionId: '00000000-0000-4000-8000-000000000002',
    origin: '127.0.0.1',
    requestId: `test ${personId}`,
  });

  const read = (caller: Caller, id: string): Promise<ConsentFacts | undefined> =>
    world.asCaller.run(caller, (tx) => tx.of(ConsentStore).find(id));
  const sign = (consentId: string, personId: string, refusals: Refusals = NO_REFUSALS): Promise<NameGiven> =>
    world.asCaller.run(family(personId), (tx) =>
      signConsent(tx, { consentId, personId, method: 'e-id', language: 'sv', refusals, receivedBy: null }),
    );

  async function offered(over: Partial<ConsentWritten> = {}): Promise<GradedCase & { readonly id: string }> {
    const opened = await openGradedCase(world, { grade: 'orange' });
    const id = await drafts.draft(maria, opened.caseId, written(over));
    const { asked } = await drafts.offer(maria, { id, expectedVersion: 1 });
    expect([...asked].sort()).toEqual([opened.personId, opened.guardianId].sort());
    return { ...opened, id };
  }

  /** Something social services know, given to the police for the purpose that the consent names. */
  async function shared(of: GradedCase): Promise<string> {
    const marcus = world.caller('marcus');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'share')`,
      [of.caseId, marcus.branchId, marcus.staffId],
    );
    return world.asCaller.run(maria, async (tx) => {
      const itemId = await world.seal.item(tx, {
        caseId: of.caseId,
        category: 'measures-and-plan',
        form: 'sig',
        phase: 'measures',
        subjectIds: [of.personId],
        content: { text: 'hemma klockan nio' },
      });
      await tx
        .of(ItemStore)
        .share({ itemId, toBranchId: marcus.branchId, purpose: 'support', ground: 'consent', until: null });
      return itemId;
    });
  }

  async function seenByPolice(itemId: string): Promise<string[]> {
    const marcus = world.caller('marcus');
    const { sealed, asOf } = await world.asCaller.run(marcus, async (tx) => ({
      sealed: await tx.of(ItemStore).findSealed([itemId]),
      asOf: tx.now,
    }));
    const opened = await world.gate.openItems({ caller: marcus, asOf, purpose: 'investigate-need' }, sealed);
    return opened.released.map(({ content, ground }) => `${content.text} (${ground.id})`);
  }

  it('opens with the last name, and shuts in the moment one of them takes theirs back', async () => {
    const of = await offered();
    const itemId = await shared(of);
    expect(await seenByPolice(itemId)).toEqual([]);
    expect(await sign(of.id, of.guardianId)).toEqual({ state: 'partly-signed', missing: [of.personId] });
    expect(await seenByPolice(itemId)).toEqual([]);
    expect(await sign(of.id, of.personId)).toEqual({ state: 'active', missing: [] });
    expect(await seenByPolice(itemId)).toEqual(['hemma klockan nio (consent)']);
    const first = await world.asCaller.run(family(of.guardianId), (tx) =>
      withdrawConsent(tx, { consentId: of.id, personId: of.guardianId }),
    );
    expect(first).toMatchObject({ state: 'withdrawn', already: false });
    expect(await seenByPolice(itemId)).toEqual([]);
    const again = await world.asCaller.run(family(of.personId), (tx) =>
      withdrawConsent(tx, { consentId: of.id, personId: of.personId }),
    );
    expect(again).toEqual({ state: 'withdrawn', at: first.at, already: true });
    const ledger = await world.behindTheLocks<{ actor_person: string; deed: string }>(
      `select actor_person, detail ->> 'deed' as deed from ledger_entry where detail ->> 'consentId' = $1 and actor_person is not null order by id`,
      [of.id],
    );
    expect(ledger).toEqual([
      { actor_person: of.guardianId, deed: 'consent-signed' },
      { actor_person: of.personId, deed: 'consent-signed' },
      { actor_person: of.guardianId, deed: 'consent-withdrawn' },
    ]);
    const told = await world.behindTheLocks<{ staff_id: string }>(
      `select staff_id from notice where kind = 'consent-changed' and case_id = $1`,
      [of.caseId],
    );
    expect(told.map(({ staff_id }) => staff_id)).toContain(world.caller('marcus').staffId);
  });

  it('lets a signer take an agency away at the signing, and a kind of information later', async () => {
    const of = await offered();
    const itemId = await shared(of);
    await sign(of.id, of.guardianId, { houses: [SCHOOL], categories: [] });
    await sign(of.id, of.personId);
    expect(await seenByPolice(itemId)).toEqual(['hemma klockan nio (consent)']);
    const state = await world.asCaller.run(family(of.personId), (tx) =>
      narrowConsent(tx, {
        consentId: of.id,
        personId: of.personId,
        refusals: { houses: [], categories: ['measures-and-plan'] },
      }),
    );
    expect(state).toBe('narrowed');
    expect(await seenByPolice(itemId)).toEqual([]);
  });

  it('shows a signer their own row alone, and nobody else anything', async () => {
    const of = await offered();
    const own = await read(family(of.guardianId), of.id);
    expect(own?.record.signers.map(({ person }) => person)).toEqual([of.guardianId]);
    const stranger = await openGradedCase(world, { grade: 'orange', givenName: 'Annan' });
    expect(await read(family(stranger.guardianId), of.id)).toBeUndefined();
    for (const key of ['sara', 'marcus', 'olof', 'tove']) expect(await read(world.caller(key), of.id)).toBeUndefined();
  });

  it.each([
    ['a stranger', 'NOT_FOUND', (of: GradedCase) => of.caseId],
    ['the same one twice', 'ALREADY_SIGNED', (of: GradedCase) => of.guardianId],
  ])('refuses the name of %s', async (_, code, who) => {
    const of = await offered();
    await sign(of.id, of.guardianId);
    await expect(sign(of.id, who(of))).rejects.toMatchObject({ code });
  });

  it('keeps what was offered as it was, even from the program itself', async () => {
    const of = await offered();
    await expect(
      world.source.transaction(async (manager) => {
        await manager.query(
          `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
             set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true)`,
          [maria.staffId, maria.unitId, maria.branchId, maria.municipalityId, maria.role],
        );
        await manager.query(`update consent set to_houses = array['regionen/bup'] where id = $1`, [of.id]);
      }),
    ).rejects.toThrow('keeps its reach');
    await expect(drafts.redraft(maria, { id: of.id, expectedVersion: 2 }, written())).rejects.toMatchObject({
      code: 'CONSENT_OFFERED_ALREADY',
    });
  });

  it('is renewed by the same names, and the one before it has then done its work', async () => {
    const of = await offered();
    await sign(of.id, of.guardianId);
    await sign(of.id, of.personId);
    const next = await drafts.renew(maria, of.id);
    await drafts.offer(maria, { id: next, expectedVersion: 1 });
    await sign(next, of.guardianId);
    expect((await read(maria, of.id))?.record.state).toBe('active');
    await sign(next, of.personId);
    expect((await read(maria, of.id))?.record.state).toBe('renewed');
    expect((await read(maria, next))?.record.state).toBe('active');
  });

  it('is over when its half year is over, and says so to whoever asked', async () => {
    const of = await offered();
    const itemId = await shared(of);
    await sign(of.id, of.guardianId);
    await sign(of.id, of.personId);
    await world.database.moveClock('220 days');
    try {
      expect(await seenByPolice(itemId)).toEqual([]);
      const looked = await new RecheckConsents(world.asCaller).reconcile({
        kind: 'service',
        name: 'consents',
        requestId: 'test',
      });
      expect(looked).toBeGreaterThan(0);
      expect((await read(maria, of.id))?.record.state).toBe('expired');
      const events = await world.asCaller.run(maria, (tx) => tx.of(ConsentStore).findEvents(of.id));
      expect(events.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
        'drafted draft',
        'offered offered',
        'signed partly-signed',
        'signed active',
        'expired expired',
      ]);
    } finally {
      await world.database.moveClock('0');
    }
  });
});
