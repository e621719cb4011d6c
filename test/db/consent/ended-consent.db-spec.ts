/**
 * What has ended opens nothing, whichever way it ended; what was offered is never changed, whoever tries; and what was
 * given while it held stays in the record (OSL 10:1, 12:2).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { NO_REFUSALS, type Refusals } from '#domain/consent/consent.js';
import { CONSENT_TRANSITIONS } from '#domain/consent/consent-states.js';
import { ConsentStore, type ConsentFacts } from '#use-cases/consent/consent.port.js';
import { DraftConsent, type ConsentWritten } from '#use-cases/consent/draft-consent.js';
import { signConsent, type NameGiven } from '#use-cases/consent/sign-consent.js';
import { withdrawConsent } from '#use-cases/consent/withdraw-consent.js';
import type { Caller, FamilyCaller, StaffCaller } from '#use-cases/gate/caller.js';
import { ExtractStore } from '#use-cases/ledger/extract.port.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

const SOC = 'ekvalla-soc/individ-och-familj';
const POLICE = 'polisen/lpo-ekvalla';
const SCHOOL = 'ekvalla-skola/grundskola';

describe('a consent that has ended', () => {
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

  const withdraw = (id: string, personId: string) =>
    world.asCaller.run(family(personId), (tx) => withdrawConsent(tx, { consentId: id, personId }));
  async function whole() {
    const of = await offered();
    const itemId = await shared(of);
    await sign(of.id, of.guardianId);
    await sign(of.id, of.personId);
    return { of, itemId };
  }
  async function renewed(of: GradedCase & { id: string }, refusals: Refusals = NO_REFUSALS) {
    const next = await drafts.renew(maria, of.id);
    await drafts.offer(maria, { id: next, expectedVersion: 1 });
    await sign(next, of.guardianId, refusals);
    await sign(next, of.personId);
    return next;
  }

  it('is taken back though it was once renewed', async () => {
    const { of, itemId } = await whole();
    const next = await renewed(of);
    expect(await withdraw(next, of.guardianId)).toMatchObject({ state: 'withdrawn' });
    expect(await withdraw(of.id, of.guardianId)).toMatchObject({ already: true });
    expect(await seenByPolice(itemId)).toEqual([]);
  });
  it('reaches what its renewal reaches and no more', async () => {
    const { of, itemId } = await whole();
    await renewed(of, { houses: [POLICE], categories: [] });
    expect(await seenByPolice(itemId)).toEqual([]);
  });
  it('opens nothing once it was called off, whoever’s name is needed later', async () => {
    const of = await offered();
    const itemId = await shared(of);
    await sign(of.id, of.personId);
    await drafts.callOff(maria, { id: of.id, expectedVersion: (await read(maria, of.id))!.version });
    await world.behindTheLocks(`update person set maturity = 'child' where id = $1`, [of.personId]);
    expect(await seenByPolice(itemId)).toEqual([]);
  });
  it('is still told of in the extract when custody is recorded late', async () => {
    const { of } = await whole();
    await world.behindTheLocks(`update case_file set phase = 'measures' where id = $1`, [of.caseId]);
    const received = async () =>
      (
        await world.asCaller.run(family(of.personId), (tx) => tx.of(ExtractStore).findLines(of.personId, null, 60))
      ).filter(({ act }) => act === 'received').length;
    expect(await received()).toBe(1);
    const other = await openGradedCase(world, { grade: 'orange', givenName: 'Annan' });
    await world.behindTheLocks(
      `insert into custody (id, child_id, guardian_id, source, starts_on) values (gen_random_uuid(), $1, $2, 'population-register', '2011-05-01')`,
      [of.personId, other.guardianId],
    );
    expect(await received()).toBe(1);
  });
  async function asApp(
    settings: Readonly<Record<string, string>>,
    work: (app: Client) => Promise<unknown>,
  ): Promise<void> {
    const app = new Client({ connectionString: world.database.urls.app });
    await app.connect();
    try {
      await app.query('begin');
      for (const [key, value] of Object.entries(settings))
        await app.query(`select set_config($1, $2, true)`, [`samnav.${key}`, value]);
      await work(app);
    } finally {
      await app.query('rollback');
      await app.end();
    }
  }
  const settingsOf = (caller: StaffCaller): Record<string, string> => {
    const { staffId: staff, unitId: unit, branchId: branch, municipalityId: municipality, role } = caller;
    return { staff, unit, branch, municipality, role };
  };
  const asMaria = (): Record<string, string> => settingsOf(maria);

  it.each(['staff', 'signer'])(
    'cannot be put back to draft, widened and put in force by the runtime role as %s',
    async (who) => {
      const { of } = await whole();
      const change = asApp(who === 'staff' ? asMaria() : { person: of.guardianId }, (app) =>
        app.query(`update consent set state = 'draft' where id = $1`, [of.id]),
      );
      await expect(change).rejects.toThrow('does not become draft');
    },
  );

  it('keeps its reach from the moment it is offered, and its names as they were given', async () => {
    const of = await offered();
    const widen = `update consent set to_houses = array_append(to_houses, 'regionen/bup') where id = $1`;
    await expect(asApp(asMaria(), (app) => app.query(widen, [of.id]))).rejects.toThrow('keeps its reach');
    await asApp(asMaria(), async (app) => {
      const sql = `update consent_signer set signed_at = '2020-01-01', method = 'oral' where consent_id = $1 and person_id = $2
        returning signed_at = clock.now() as now`;
      expect((await app.query(sql, [of.id, of.guardianId])).rows).toEqual([{ now: true }]);
    });
    const both = `insert into consent_signer (consent_id, person_id, stands_as, signed_at, method) values ($1, $2, 'guardian', clock.now(), 'oral')`;
    const other = await openGradedCase(world, { grade: 'orange' });
    await expect(asApp(asMaria(), (app) => app.query(both, [of.id, other.guardianId]))).rejects.toThrow();
  });

  it('leaves the other house nothing in the database of whom it was about', async () => {
    const { of } = await whole();
    const rows = async (): Promise<number[]> => {
      const counts: number[] = [];
      await asApp(settingsOf(world.caller('marcus')), async (app) => {
        for (const sql of [
          `select 1 from person where id = $1`,
          `select 1 from person_key where person_id = $1`,
          `select 1 from custody where child_id = $1`,
          `select 1 from jsonb_array_elements(caller.consents_about($1))`,
        ])
          counts.push((await app.query(sql, [of.personId])).rowCount ?? 0);
      });
      return counts;
    };
    expect(await rows()).toEqual([1, 1, 1, 1]);
    await withdraw(of.id, of.guardianId);
    expect(await rows()).toEqual([0, 0, 0, 0]);
  });

  it('goes the same ways in the database as in the program', async () => {
    const ways = await world.behindTheLocks<{ was: string; becomes: string }>(
      `select was, becomes from lock.consent_ways()`,
    );
    const written = Object.entries(CONSENT_TRANSITIONS).flatMap(([was, steps]) =>
      [...new Set(Object.values(steps))].map((becomes) => `${was} → ${becomes}`),
    );
    expect(ways.map(({ was, becomes }) => `${was} → ${becomes}`).sort()).toEqual(written.sort());
  });
});
