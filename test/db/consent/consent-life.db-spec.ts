/**
 * A consent from draft to end on the real database: what it opens, for whom, and how everything it opened is shut in the
 * transaction that takes it back (OSL 10:1, 12:2).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Refusals } from '#domain/consent/consent.js';
import { ConsentStore } from '#use-cases/consent/consent.port.js';
import type { ConsentWritten } from '#use-cases/consent/consent-terms.js';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { RecheckConsents } from '#use-cases/consent/recheck-consents.js';
import { narrowConsent, withdrawConsent } from '#use-cases/consent/withdraw-consent.js';
import type { Caller, StaffCaller } from '#use-cases/gate/caller.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { consentWritten, LivingConsents, SCHOOL } from '../../support/living-consent.js';
import { buildWorld, type World } from '../../support/world.js';

describe('the life of a consent', () => {
  let world: World;
  let living: LivingConsents;
  let drafts: DraftConsent;
  let maria: StaffCaller;

  beforeAll(async () => {
    world = await buildWorld();
    living = new LivingConsents(world);
    ({ drafts } = living);
    maria = world.caller('maria');
  });
  afterAll(() => world.close());

  const written = consentWritten;
  const family = (personId: string) => living.family(personId);
  const read = (caller: Caller, id: string) => living.read(caller, id);
  const sign = (id: string, personId: string, refusals?: Refusals) => living.sign(id, personId, refusals);
  const offered = (over?: Partial<ConsentWritten>) => living.offered(over);
  const shared = (of: GradedCase) => living.shared(of);
  const seenByPolice = (itemId: string) => living.seenByPolice(itemId);

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
      `select staff_id from notice where kind = 'consent-over' and case_id = $1`,
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
