import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { HkdfDraftKeys } from './hkdf-draft-keys.js';

it('gives the same key for the same post and day, and another for any other', () => {
  const key = randomBytes(32);
  const keys = new HkdfDraftKeys(key);
  const all = [
    keys.of('p1', 20786),
    keys.of('p2', 20786),
    keys.of('p1', 20787),
    new HkdfDraftKeys(randomBytes(32)).of('p1', 20786),
    keys.ofFamily('p1'),
    keys.ofFamily('p2'),
    new HkdfDraftKeys(randomBytes(32)).ofFamily('p1'),
  ];
  expect(all.map(({ length }) => length)).toEqual(all.map(() => 32));
  expect(new Set(all.map((one) => one.toString('hex'))).size).toBe(all.length);
  expect(keys.ofFamily('p1')).toEqual(all[4]);
  expect(new HkdfDraftKeys(key).of('p1', 20786)).toEqual(all[0]);
});
