import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { Keys } from '../config/settings.js';
import { AesFieldCipher, HmacLookupHash } from './aes-field-cipher.js';

const keys = (): Keys => ({
  keyEncryption: new Map([[1, randomBytes(32)]]),
  currentKeyEncryption: 1,
  lookup: randomBytes(32),
  session: randomBytes(32),
});
const place = { table: 'item', column: 'ciphertext', row: 'r1' };

describe('field encryption', () => {
  const cipher = new AesFieldCipher(keys());
  const key = cipher.newPersonKey('p1');
  const sealed = (text: string) => ({
    keyPersonId: 'p1',
    wrappedKey: key.wrapped,
    kekVersion: key.kekVersion,
    ...cipher.encrypt('p1', key, place, text),
  });

  it('gives back what was sealed, and never the same ciphertext twice', () => {
    const [one, two] = [sealed('Åsa är trygg hos mormor'), sealed('Åsa är trygg hos mormor')];
    expect(cipher.decrypt('p1', one, place)).toBe('Åsa är trygg hos mormor');
    expect(one.ciphertext.equals(two.ciphertext)).toBe(false);
  });

  it.each([
    ['row', { ...place, row: 'r2' }],
    ['column', { ...place, column: 'other' }],
    ['table', { ...place, table: 'other' }],
  ])('does not open in another %s', (_, elsewhere) => {
    expect(() => cipher.decrypt('p1', sealed('x'), elsewhere)).toThrow();
  });

  it('does not open with another person’s key, another key-encryption key or a changed byte', () => {
    const content = sealed('x');
    const other = cipher.newPersonKey('p2');
    expect(() => cipher.decrypt('p1', { ...content, wrappedKey: other.wrapped }, place)).toThrow();
    expect(() => new AesFieldCipher(keys()).decrypt('p1', content, place)).toThrow();
    for (let at = 0; at < content.ciphertext.length; at += 1) {
      const bent = Buffer.from(content.ciphertext);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(() => cipher.decrypt('p1', { ...content, ciphertext: bent }, place)).toThrow();
    }
  });

  it('does not accept a shortened tag', () => {
    const content = sealed('x');
    expect(() =>
      cipher.decrypt('p1', { ...content, ciphertext: content.ciphertext.subarray(0, -12) }, place),
    ).toThrow();
  });

  it('hashes a number and a name part apart, and by the key', () => {
    const [one, two] = [new HmacLookupHash(keys()), new HmacLookupHash(keys())];
    expect(one.ofNumber('201005042381').equals(one.ofNumber('201005042381'))).toBe(true);
    expect(one.ofNumber('201005042381').equals(two.ofNumber('201005042381'))).toBe(false);
    expect(one.ofNumber('a').equals(one.ofNamePart('a'))).toBe(false);
  });
});
