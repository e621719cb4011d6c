/** What in a random world is ciphertext: the keys, the names, and one text that stands in every item. */
import { AesFieldCipher } from '#platform/crypto/aes-field-cipher.js';
import { identityPlace } from '#use-cases/gate/seal.js';
import type { World } from './world.js';

type Insert = (table: string, rows: readonly Readonly<Record<string, unknown>>[]) => Promise<void>;

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;

/** Everyone's key and name as rows, and how a text is sealed with that of the case's person to stand in an item's row. */
export async function sealedText(
  world: World,
  insert: Insert,
  placed: { readonly people: readonly string[]; readonly guardians: readonly string[] },
): Promise<{ readonly ciphertext: (itemId: string) => string; readonly keyVersion: number }> {
  const cipher = new AesFieldCipher(world.settings.keys);
  const [owner = ''] = placed.people;
  const keys = new Map([...placed.people, ...placed.guardians].map((id) => [id, cipher.newPersonKey(id)]));
  const key = keys.get(owner);
  if (!key) throw new Error('no key');
  await insert(
    'person_key',
    [...keys].map(([id, one]) => ({ person_id: id, wrapped: hex(one.wrapped), kek_version: one.kekVersion })),
  );
  const name = JSON.stringify({ givenName: 'x', familyName: 'y', personalNumber: null });
  await insert(
    'person_identity',
    [...keys].map(([id, one]) => {
      const { ciphertext, keyVersion } = cipher.encrypt(id, one, identityPlace(id), name);
      return { person_id: id, ciphertext: hex(ciphertext), key_version: keyVersion };
    }),
  );
  const seal = (itemId: string) =>
    cipher.encrypt(owner, key, { table: 'item', column: 'ciphertext', row: itemId }, JSON.stringify({ text: 'x' }));
  return { ciphertext: (itemId) => hex(seal(itemId).ciphertext), keyVersion: seal(owner).keyVersion };
}
