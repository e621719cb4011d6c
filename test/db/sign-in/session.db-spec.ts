/** Sessions and attempts in the database: what is kept, what ends, and that one person's are closed to another. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallerTransaction } from '#use-cases/gate/as-caller.js';
import type { Caller } from '#use-cases/gate/caller.js';
import { SessionStore, type NewSession } from '#use-cases/sign-in/session.port.js';
import { SignInAttemptStore } from '#use-cases/sign-in/sign-in-attempt.port.js';
import { StaffDirectory } from '#use-cases/sign-in/staff-directory.port.js';
import { buildWorld, type World } from '../../support/world.js';

const HOUR = 3_600_000;
let world: World;

beforeAll(async () => {
  world = await buildWorld();
}, 120_000);

afterAll(() => world?.close());

const SERVICE: Caller = { kind: 'service', name: 'sign-in', requestId: 'test' };
const asService = <T>(work: (tx: CallerTransaction) => Promise<T>) => world.asCaller.run(SERVICE, work);
const staffId = (key: string): string => world.town.staff.get(key) ?? '';

async function open(key: string, change: Partial<NewSession> = {}): Promise<NewSession> {
  return asService(async (tx) => {
    const session: NewSession = {
      id: randomUUID(),
      tokenHash: randomBytes(32),
      staffId: staffId(key),
      membershipId: null,
      acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
      authTime: tx.now,
      idleUntil: new Date(tx.now.getTime() + HOUR / 2),
      expiresAt: new Date(tx.now.getTime() + 12 * HOUR),
      providerSession: Buffer.from('sealed'),
      ...change,
    };
    await tx.of(SessionStore).add(session);
    return session;
  });
}

const found = (id: string) => asService((tx) => tx.of(SessionStore).findById(id));

describe('a session', () => {
  it('is found by the hash of its token, with its owner’s posts in force', async () => {
    const session = await open('birgitta');
    const facts = await asService((tx) => tx.of(SessionStore).findByTokenHash(session.tokenHash));
    expect(facts).toMatchObject({ id: session.id, staffName: 'Birgitta Nordling', revokedAt: null });
    expect(facts?.memberships.map((post) => [post.role, post.unitName])).toEqual(
      expect.arrayContaining([
        ['manager', 'Mottagningen'],
        ['manager', 'Ledningen'],
      ]),
    );
    expect(facts?.memberships).toHaveLength(2);
    expect(facts?.memberships[0]?.house).toEqual({
      kind: 'social-services',
      authority: 'ekvalla-soc',
      branch: 'individ-och-familj',
    });
    expect(await asService((tx) => tx.of(SessionStore).findByTokenHash(randomBytes(32)))).toBeUndefined();
  });

  it('shows a post only while it is in force', async () => {
    const session = await open('jonas');
    const limit = (sql: string) =>
      world.behindTheLocks(`update membership set ${sql} where staff_id = $1`, [staffId('jonas')]);
    await limit(`ends_at = clock.now() + interval '1 hour'`);
    expect((await found(session.id))?.memberships).toHaveLength(1);
    await limit(`ends_at = clock.now()`);
    expect((await found(session.id))?.memberships).toEqual([]);
    await limit(`ends_at = null, starts_at = clock.now() + interval '1 minute'`);
    expect((await found(session.id))?.memberships).toEqual([]);
  });

  it('ends once, and keeps when and why', async () => {
    const session = await open('sara');
    const end = () => asService((tx) => tx.of(SessionStore).end(session.id, 'signed-out'));
    expect([await end(), await end()]).toEqual([true, false]);
    expect((await found(session.id))?.revokedAt).toBeInstanceOf(Date);
    expect(await world.behindTheLocks('select revoked_why from session where id = $1', [session.id])).toEqual([
      { revoked_why: 'signed-out' },
    ]);
  });

  it('is prolonged and given a post by its own owner only', async () => {
    const session = await open('sara');
    const until = new Date(session.idleUntil.getTime() + 60_000);
    const prolong = (caller: Caller) =>
      world.asCaller.run(caller, (tx) => tx.of(SessionStore).prolong(session.id, until));
    await prolong(world.caller('ali'));
    expect((await found(session.id))?.idleUntil).toEqual(session.idleUntil);
    await prolong(world.caller('sara'));
    expect((await found(session.id))?.idleUntil).toEqual(until);
  });
});

describe('the sessions of a person', () => {
  it('are listed without those that have ended or run out', async () => {
    const past = new Date(Date.now() - HOUR);
    const [live, ended] = [await open('elin'), await open('elin')];
    await open('elin', { idleUntil: past });
    await open('elin', { expiresAt: past });
    await asService((tx) => tx.of(SessionStore).end(ended.id, 'signed-out'));
    const list = await world.asCaller.run(world.caller('elin'), (tx) =>
      tx.of(SessionStore).listOpenOf(staffId('elin')),
    );
    expect(list.map((one) => one.id)).toEqual([live.id]);
  });

  it('cannot be seen, ended or begun by a colleague, whatever their role in the house', async () => {
    const session = await open('maria');
    for (const key of ['birgitta', 'anna', 'olof']) {
      const caller = world.caller(key);
      const tried = await world.asCaller.run(caller, async (tx) => ({
        seen: await tx.of(SessionStore).findById(session.id),
        list: await tx.of(SessionStore).listOpenOf(staffId('maria')),
        ended: await tx.of(SessionStore).endAllOf(staffId('maria'), 'signed-out'),
        word: await tx.of(SessionStore).findProviderSession(session.id),
      }));
      expect(tried).toEqual({ seen: undefined, list: [], ended: [], word: null });
      const begun = world.asCaller.run(caller, (tx) =>
        tx.of(SessionStore).add({ ...session, id: randomUUID(), tokenHash: randomBytes(32) }),
      );
      await expect(begun).rejects.toThrow(/row-level security/);
    }
    expect((await found(session.id))?.revokedAt).toBeNull();
  });

  it('are ended by the administrator of the municipality, and by no other’s', async () => {
    const sessions = [await open('fatima'), await open('fatima')];
    const tove = world.caller('tove');
    const end = (caller: Caller) =>
      world.asCaller.run(caller, (tx) => tx.of(SessionStore).endAllOf(staffId('fatima'), 'ended-by-administrator'));
    expect(await end({ ...tove, municipalityId: randomUUID() })).toEqual([]);
    expect((await end(tove)).sort()).toEqual(sessions.map((one) => one.id).sort());
    expect(await end(tove)).toEqual([]);
  });
});

describe('an attempt to sign in', () => {
  const attempt = (now: Date, minutes = 10) => ({
    state: 's',
    nonce: 'n',
    codeVerifier: 'v',
    returnTo: '/inkorg',
    again: null,
    expiresAt: new Date(now.getTime() + minutes * 60_000),
  });

  it('is taken once, also by two answers at the same time', async () => {
    const hash = randomBytes(32);
    await asService((tx) => tx.of(SignInAttemptStore).add(hash, attempt(tx.now)));
    const take = () => asService((tx) => tx.of(SignInAttemptStore).take(hash));
    const taken = await Promise.all([take(), take(), take()]);
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
    expect(taken.find((one) => one !== undefined)).toMatchObject({ state: 's', returnTo: '/inkorg', again: null });
  });

  it('that has run out is swept away by the next one', async () => {
    const [old, fresh] = [randomBytes(32), randomBytes(32)];
    await asService(async (tx) => {
      await tx.of(SignInAttemptStore).add(old, attempt(tx.now, -1));
      await tx.of(SignInAttemptStore).add(fresh, attempt(tx.now));
    });
    await asService((tx) => tx.of(SignInAttemptStore).take(fresh));
    expect(await world.behindTheLocks('select 1 from sign_in_attempt where cookie_hash = $1', [old])).toEqual([]);
  });

  it('is nothing that a member of staff can read', async () => {
    const hash = randomBytes(32);
    await asService((tx) => tx.of(SignInAttemptStore).add(hash, attempt(tx.now)));
    const read = await world.asCaller.run(world.caller('tove'), (tx) => tx.of(SignInAttemptStore).take(hash));
    expect(read).toBeUndefined();
    expect(await asService((tx) => tx.of(SignInAttemptStore).take(hash))).toBeDefined();
  });
});

describe('the directory', () => {
  it('finds a person by issuer and subject together', async () => {
    const find = (issuer: string, subject: string) =>
      asService((tx) => tx.of(StaffDirectory).findByIdentity(issuer, subject));
    expect((await find(world.settings.identityUrl, 'maria'))?.id).toBe(staffId('maria'));
    expect(await find('https://elsewhere.example', 'maria')).toBeUndefined();
    expect(await find(world.settings.identityUrl, 'Maria')).toBeUndefined();
  });

  it('remembers what the person last acted as', async () => {
    const before = await asService((tx) => tx.of(StaffDirectory).findById(staffId('birgitta')));
    const other = before?.memberships.find((post) => post.unitName === 'Ledningen')?.id ?? null;
    await open('birgitta', { membershipId: other });
    const after = await asService((tx) => tx.of(StaffDirectory).findById(staffId('birgitta')));
    expect(after?.lastMembershipId).toBe(other);
  });
});
