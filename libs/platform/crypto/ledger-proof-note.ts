/** Proofs of the ledger as text, in the manner of C2SP tlog-proof: a few lines, an empty one, and the signed head. */
import { isConsistent } from '#domain/ledger/consistency-proof.js';
import { isIncluded } from '#domain/ledger/inclusion-proof.js';
import { isSameDigest, leafHash } from '#domain/ledger/merkle-tree.js';
import type { SignedHead } from '#use-cases/ledger/ledger-seals.port.js';
import type { EntryProof, GrowthProof } from '#use-cases/ledger/prove-ledger.js';
import { readNote, sha256, writeNote, type Ed25519HeadWitness } from './ed25519-head-notary.js';

const ENTRY = 'samnav/ledger proof of entry';
const GROWTH = 'samnav/ledger proof of growth';
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const lines = (...parts: readonly string[]): string => parts.map((part) => `${part}\n`).join('');

/** With the entry's own bytes only for whoever may see them: they hold ids and words, never content. */
export const writeEntryProof = (proof: EntryProof, withEntry: boolean): string =>
  lines(
    ENTRY,
    `entry ${proof.entryId}`,
    `index ${proof.index}`,
    `leaf ${base64(proof.leaf)}`,
    ...(withEntry ? [`bytes ${base64(proof.entry)}`] : []),
    ...proof.proof.map(base64),
    '',
  ) + writeNote(proof.head);

export const writeGrowthProof = (proof: GrowthProof): string =>
  lines(GROWTH, `from ${proof.from}`, ...proof.proof.map(base64), '') + writeNote(proof.head);

export type ProofVerdict =
  | { readonly holds: true; readonly of: 'entry'; readonly entryId: string; readonly head: SignedHead }
  | { readonly holds: true; readonly of: 'growth'; readonly from: number; readonly head: SignedHead }
  | { readonly holds: false; readonly why: ProofFault };

export type ProofFault =
  'unreadable' | 'head-not-signed' | 'older-head-missing' | 'older-head-not-signed' | 'proof-wrong';

/** By the key alone; growth is measured against the head that the outsider kept. */
export function checkProof(text: string, witness: Ed25519HeadWitness, kept: SignedHead | null): ProofVerdict {
  const [stated = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n\n');
  const head = readNote(rest.join('\n\n'));
  const [kind, ...facts] = stated.split('\n');
  if (head === undefined) return { holds: false, why: 'unreadable' };
  if (!witness.isSigned(head)) return { holds: false, why: 'head-not-signed' };
  if (kept !== null && !witness.isSigned(kept)) return { holds: false, why: 'older-head-not-signed' };
  if (kind === ENTRY) return checkEntry(facts, head);
  if (kind === GROWTH) return checkGrowth(facts, head, kept);
  return { holds: false, why: 'unreadable' };
}

function checkEntry(facts: readonly string[], head: SignedHead): ProofVerdict {
  const fact = (name: string): string | undefined =>
    facts.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1);
  const [entryId, index, leaf, bytes] = [fact('entry'), fact('index'), fact('leaf'), fact('bytes')];
  if (entryId === undefined || index === undefined || leaf === undefined) return { holds: false, why: 'unreadable' };
  const digest = Buffer.from(leaf, 'base64');
  const proof = facts.filter((line) => !line.includes(' ')).map((line) => Buffer.from(line, 'base64'));
  const claim = { leaf: digest, index: Number(index), size: head.size, root: head.root, proof };
  const isOfEntry = bytes === undefined || isSameDigest(leafHash(sha256, Buffer.from(bytes, 'base64')), digest);
  if (!isOfEntry || !isIncluded(sha256, claim)) return { holds: false, why: 'proof-wrong' };
  return { holds: true, of: 'entry', entryId, head };
}

function checkGrowth(facts: readonly string[], head: SignedHead, kept: SignedHead | null): ProofVerdict {
  if (kept === null) return { holds: false, why: 'older-head-missing' };
  const [first, ...steps] = facts;
  const from = Number(/^from (\d{1,15})$/.exec(first ?? '')?.[1]);
  const proof = steps.map((line) => Buffer.from(line, 'base64'));
  if (from !== kept.size || !isConsistent(sha256, kept, head, proof)) return { holds: false, why: 'proof-wrong' };
  return { holds: true, of: 'growth', from, head };
}
