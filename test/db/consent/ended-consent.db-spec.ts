/**
 * What has ended opens nothing, whichever way it ended; what was offered is never changed, whoever tries; and what was
 * given while it held stays in the record (OSL 10:1, 12:2).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { NO_REFUSALS, type Refusals } from '#domain/consent/consent.js';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { CONSENT_TRANSITIONS } from '#domain/consent/consent-states.js';
import type { DraftConsent } from '#use-cases/consent/draft-consent.js';
import type { Caller, StaffCaller } from '#use-cases/gate/caller.js';
import { ExtractStore } from '#use-cases/ledger/extract.port.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { LivingConsents, POLICE } from '../../support/living-consent.js';
import { buildWorld, type World } from '../../support/world.js';

describe('a consent that has ended', () => {
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

  const family = (personId: string) => living.family(personId);
  const read = (caller: Caller, id: string) => living.read(caller, id);
  const sign = (id: string, personId: string, refusals?: Refusals) => living.sign(id, personId, refusals);
  const offered = () => living.offered();
  const shared = (of: GradedCase) => living.shared(of);
  const seenByPolice = (itemId: string) => living.seenByPolice(itemId);

  const withdraw = (id: string, personId: string) => living.withdraw(id, personId);
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
    end: 'commit' | 'rollback' = 'rollback',
  ): Promise<void> {
    const app = new Client({ connectionString: world.database.urls.app });
    await app.connect();
    try {
      await app.query('begin');
      for (const [key, value] of Object.entries(settings))
        await app.query(`select set_config($1, $2, true)`, [`samnav.${key}`, value]);
      await work(app);
      await app.query(end);
    } finally {
      // Ends what was refused half way; after a commit there is nothing left to end.
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
      const sql = `update consent_signer set signed_at = '2020-01-01', method = 'oral', language = 'sv', notice_version = '${NOTICE_VERSION}' where consent_id = $1 and person_id = $2
        returning signed_at = clock.now() as now`;
      expect((await app.query(sql, [of.id, of.guardianId])).rows).toEqual([{ now: true }]);
    });
    const both = `insert into consent_signer (consent_id, person_id, stands_as, signed_at, method) values ($1, $2, 'guardian', clock.now(), 'oral')`;
    const other = await openGradedCase(world, { grade: 'orange' });
    await expect(asApp(asMaria(), (app) => app.query(both, [of.id, other.guardianId]))).rejects.toThrow();
  });

  it('has no name without what it stands on, of the same kind and made in the same transaction', async () => {
    const of = await offered();
    const write = `update consent_signer set signed_at = clock.now(), method = 'oral', language = 'sv', notice_version = '${NOTICE_VERSION}'
      where consent_id = $1 and person_id = $2`;
    const keep = (kind: string, at: string): string =>
      `insert into consent_evidence (id, consent_id, signer_id, kind, media_type, key_person_id, ciphertext, key_version, sha256, created_at)
       values (gen_random_uuid(), $1, $2, '${kind}', 'application/json', '${of.personId}', '\\x00', 1, '\\x00', ${at})`;
    const names = (...statements: string[]): Promise<void> =>
      asApp(
        asMaria(),
        async (app) => {
          for (const sql of statements) await app.query(sql, [of.id, of.guardianId]);
        },
        'commit',
      );
    const none = [
      [write],
      [keep('paper', 'clock.now()'), write],
      [keep('oral', `clock.now() - interval '1 day'`), write],
    ];
    for (const statements of none) await expect(names(...statements)).rejects.toThrow('a name stands on its evidence');
    expect((await living.read(maria, of.id))?.record.signers.every(({ signedAt }) => signedAt === null)).toBe(true);
    // Whichever of the two comes first.
    await names(write, keep('oral', 'clock.now()'));
    expect((await living.read(maria, of.id))?.record.signers.some(({ signedAt }) => signedAt !== null)).toBe(true);
    const silent = `update consent_signer set signed_at = clock.now(), method = 'e-id' where consent_id = $1 and person_id = $2`;
    await expect(asApp(asMaria(), (app) => app.query(silent, [of.id, of.personId]))).rejects.toThrow(
      'a name says which text was read',
    );
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
