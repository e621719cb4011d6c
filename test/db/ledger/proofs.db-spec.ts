/** What an outsider can check with nothing but the key and the head that they kept, and what no longer passes when it was falsified. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Ed25519HeadNotary, Ed25519HeadWitness, readNote, writeNote } from '#platform/crypto/ed25519-head-notary.js';
import { checkProof, writeEntryProof, writeGrowthProof } from '#platform/crypto/ledger-proof-note.js';
import { PgLedgerSeals } from '#store/ledger/pg-ledger-seals.js';
import type { SignedHead } from '#use-cases/ledger/ledger-seals.port.js';
import { ProveLedger, type EntryProof, type GrowthProof } from '#use-cases/ledger/prove-ledger.js';
import { SealLedger } from '#use-cases/ledger/seal-ledger.js';
import { mayBeSealed } from '../../support/ledger.js';
import { buildWorld, type World } from '../../support/world.js';

const notary = () => new Ed25519HeadNotary('samnav/ledger', generateKeyPairSync('ed25519').privateKey);
const ours = notary();

let world: World;
let seals: PgLedgerSeals;
let prove: ProveLedger;
let witness: Ed25519HeadWitness;
/** As the outsider keeps it: text on paper. */
let kept: SignedHead;

async function write(rows: number): Promise<void> {
  const lines = Array.from({ length: rows }, () => ({ action: 'read', outcome: 'release' }) as const);
  await world.appender.append(world.caller('maria'), lines);
  await mayBeSealed(world);
  await new SealLedger(seals, ours).run();
}
const entryProof = async (id: string): Promise<EntryProof> => {
  const proof = await prove.entry(id);
  if (typeof proof === 'string') throw new Error(proof);
  return proof;
};
const growthProof = async (): Promise<GrowthProof> => {
  const proof = await prove.growth(kept.size);
  if (typeof proof === 'string') throw new Error(proof);
  return proof;
};
const someEntry = async (): Promise<string> => {
  const [row] = await world.behindTheLocks<{ id: string }>(
    `select entry_id::text as id from ledger_leaf where position = 5`,
  );
  return row?.id ?? '';
};

beforeAll(async () => {
  world = await buildWorld();
  seals = new PgLedgerSeals(world.database.urls.sealer);
  prove = new ProveLedger(seals, ours);
  const read = Ed25519HeadWitness.of(ours.verifierKey());
  if (!read) throw new Error('the key cannot be read');
  witness = read;
  await write(13);
  const newest = (await seals.inspect((inspection) => inspection.seals())).at(-1);
  const head = newest && readNote(writeNote(newest));
  if (!head) throw new Error('nothing is sealed');
  kept = head;
  await write(20);
}, 60_000);
afterAll(async () => {
  await seals?.close();
  await world?.close();
});

describe('a proof of an entry', () => {
  it('holds by the key alone, with and without what the entry says', async () => {
    const id = await someEntry();
    for (const withEntry of [true, false])
      expect(checkProof(writeEntryProof(await entryProof(id), withEntry), witness, null)).toMatchObject({
        holds: true,
        of: 'entry',
        entryId: id,
      });
  });

  it('tells nothing that the entry says unless it was asked for', async () => {
    const proof = await entryProof(await someEntry());
    const bytes = Buffer.from(proof.entry).toString('base64');
    expect([writeEntryProof(proof, false).includes(bytes), writeEntryProof(proof, true).includes(bytes)]).toEqual([
      false,
      true,
    ]);
  });

  it('fails for another entry, another place, another root, another key and other bytes', async () => {
    const proof = await entryProof(await someEntry());
    const text = writeEntryProof(proof, true);
    const wrong = (bent: string) => checkProof(bent, witness, null);
    expect(wrong(text.replace('index 5', 'index 6'))).toEqual({ holds: false, why: 'proof-wrong' });
    const other = (await entryProof(String(Number(proof.entryId) + 1))).leaf;
    const leaf = (bytes: Uint8Array) => `leaf ${Buffer.from(bytes).toString('base64')}`;
    expect(wrong(text.replace(leaf(proof.leaf), leaf(other)))).toEqual({ holds: false, why: 'proof-wrong' });
    const bytes = Buffer.from(proof.entry);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const bent = text.replace(Buffer.from(proof.entry).toString('base64'), bytes.toString('base64'));
    expect(wrong(bent)).toEqual({ holds: false, why: 'proof-wrong' });
    expect(wrong(text.replace(`\n${proof.head.size}\n`, `\n${proof.head.size + 1}\n`))).toEqual({
      holds: false,
      why: 'head-not-signed',
    });
    const foreign = Ed25519HeadWitness.of(notary().verifierKey());
    expect(foreign && checkProof(text, foreign, null)).toEqual({ holds: false, why: 'head-not-signed' });
    expect(wrong('hello')).toEqual({ holds: false, why: 'unreadable' });
    expect(wrong(writeNote(kept))).toEqual({ holds: false, why: 'unreadable' });
  });

  it('is not made of what is not sealed, nor of what was changed since', async () => {
    expect(await prove.entry('999999')).toBe('not-sealed');
    const superuser = new Client({ connectionString: world.database.urls.admin });
    await superuser.connect();
    await superuser.query(`set session_replication_role = replica`);
    const id = await someEntry();
    await superuser.query(`update ledger_entry set ground = 'x' where id = $1`, [id]);
    expect(await prove.entry(id)).toBe('entry-falsified');
    await superuser.query(`update ledger_entry set ground = null where id = $1`, [id]);
    expect(typeof (await prove.entry(id))).toBe('object');
    await superuser.end();
  });
});

describe('a proof of growth', () => {
  it('holds against the head that was kept, and against no other', async () => {
    const text = writeGrowthProof(await growthProof());
    expect(checkProof(text, witness, kept)).toMatchObject({ holds: true, of: 'growth', from: kept.size });
    expect(checkProof(text, witness, null)).toEqual({ holds: false, why: 'older-head-missing' });
    const another = ours.sign({ ...kept, root: Buffer.alloc(32, 7) });
    expect(checkProof(text, witness, another)).toEqual({ holds: false, why: 'proof-wrong' });
    const foreign = notary().sign(kept);
    expect(checkProof(text, witness, foreign)).toEqual({ holds: false, why: 'older-head-not-signed' });
  });

  it('is not made of a head that is ahead of the ledger', async () => {
    expect(await prove.growth(1_000_000)).toBe('head-ahead');
  });
});

it('no text but a key is read as one', () => {
  const key = ours.verifierKey();
  for (const text of ['', 'samnav/ledger', key.slice(1), key.replace('+', ' '), key.replace(/[0-9a-f]{8}/, '00000000')])
    expect(Ed25519HeadWitness.of(text)).toBeUndefined();
});
