/** A database knows the keys that its data were sealed with, so that no process works on it with others. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Keys } from '#platform/config/settings.js';
import { HmacKeyFingerprints } from '#platform/crypto/hmac-key-fingerprints.js';
import { RequireSameKeys } from '#use-cases/gate/require-same-keys.js';
import { openMeasuresCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;

beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.behindTheLocks(`delete from key_fingerprint`));

const withKeys = (change: Partial<Keys> = {}): Promise<void> =>
  new RequireSameKeys(world.asCaller, new HmacKeyFingerprints({ ...world.settings.keys, ...change })).run();
const noted = async (): Promise<string[]> =>
  (await world.behindTheLocks<{ key: string }>(`select key from key_fingerprint order by key`)).map(({ key }) => key);

describe('the fingerprints of the keys', () => {
  it('are noted at the first boot, and those of a newer key-encryption key beside them', async () => {
    await withKeys();
    await withKeys();
    expect(await noted()).toEqual(['kek 1', 'lookup']);
    const keyEncryption = new Map([...world.settings.keys.keyEncryption, [2, randomBytes(32)]]);
    await withKeys({ keyEncryption, currentKeyEncryption: 2 });
    expect(await noted()).toEqual(['kek 1', 'kek 2', 'lookup']);
  });

  it.each([
    ['lookup', () => ({ lookup: randomBytes(32) })],
    ['kek 1', () => ({ keyEncryption: new Map([[1, randomBytes(32)]]) })],
    ['kek 1', () => ({ keyEncryption: new Map([[2, randomBytes(32)]]), currentKeyEncryption: 2 })],
  ])('refuse another %s, and none of the others is noted', async (name, change) => {
    await withKeys();
    const before = await world.behindTheLocks(`select * from key_fingerprint order by key`);
    await expect(withKeys(change())).rejects.toThrow(
      `is not the one that this database was filled with: its key "${name}" is missing or another`,
    );
    expect(await world.behindTheLocks(`select * from key_fingerprint order by key`)).toEqual(before);
  });

  it('take a new session key, which nothing lasting hangs on', async () => {
    await withKeys();
    await expect(withKeys({ session: randomBytes(32) })).resolves.toBeUndefined();
  });

  it('are not noted beside what older data were sealed with', async () => {
    await openMeasuresCase(world);
    await expect(withKeys({ keyEncryption: new Map([[1, randomBytes(32)]]) })).rejects.toThrow('its key "kek 1"');
    expect(await noted()).toEqual([]);
    await withKeys();
    expect(await noted()).toEqual(['kek 1', 'lookup']);
  });

  it('are changed and removed by nobody who is signed in to the program', async () => {
    await withKeys();
    await expect(world.source.query(`update key_fingerprint set fingerprint = fingerprint`)).rejects.toThrow(/denied/);
    await expect(world.source.query(`delete from key_fingerprint`)).rejects.toThrow(/denied/);
    await expect(
      world.source.query(`insert into key_fingerprint values ('kek 9', decode(repeat('00', 32), 'hex'))`),
    ).rejects.toThrow(/row-level security/);
  });
});
