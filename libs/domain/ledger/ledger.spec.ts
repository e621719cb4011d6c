/** The seal of the ledger against published vectors, every small tree, and a thousand attempts to falsify it. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findConsistencyProof, isConsistent } from './consistency-proof.js';
import { findInclusionProof, isIncluded } from './inclusion-proof.js';
import { type SealedEntry, canonicalDetail, encodeEntry } from './leaf-encoding.js';
import { beginWalk, endWalk, takeLeaf, type SealedLeaf, type WalkFault } from './ledger-walk.js';
import { EMPTY_FRONTIER, type Hash, appendLeaf, leafHash, rootOf, rootOfFrontier } from './merkle-tree.js';

const sha256: Hash = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** The entries and heads of the Certificate Transparency reference tests (RFC 6962). */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const A = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const B = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const C = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const D = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const E = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const F = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const leaves = ENTRIES.map((entry) => leafHash(sha256, bytesOf(entry)));

describe('the tree (RFC 6962 vectors)', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))('of %i entries has its head', (size, root) => {
    expect(hex(rootOf(sha256, leaves.slice(0, size)))).toBe(root);
    const grown = leaves.slice(0, size).reduce((frontier, leaf) => appendLeaf(sha256, frontier, leaf), EMPTY_FRONTIER);
    expect([grown.size, hex(rootOfFrontier(sha256, grown))]).toEqual([size, root]);
  });
  it.each([
    [0, 8, [A, B, C]],
    [5, 8, [D, E, ROOTS[4]]],
    [2, 3, [ROOTS[2]]],
    [1, 5, [ROOTS[1], B, D]],
    [0, 1, []],
  ])('entry %i is in the tree of %i', (index, size, proof) => {
    expect(findInclusionProof(sha256, leaves.slice(0, size), index)?.map(hex)).toEqual(proof);
  });
  it.each([
    [1, 8, [A, B, C]],
    [6, 8, [F, E, ROOTS[4]]],
    [2, 5, [B, D]],
    [1, 1, []],
  ])('the tree of %i grew into that of %i', (size, later, proof) => {
    expect(findConsistencyProof(sha256, leaves.slice(0, later), size)?.map(hex)).toEqual(proof);
  });
});

describe('proofs of every tree up to 33', () => {
  const many = Array.from({ length: 33 }, (_, at) => leafHash(sha256, Uint8Array.of(at)));
  const roots = Array.from({ length: 34 }, (_, size) => rootOf(sha256, many.slice(0, size)));
  const flipped = (digest: Uint8Array) => digest.map((byte, at) => (at === 0 ? byte ^ 1 : byte));

  it('hold for every entry, and for no other entry, size or head', () => {
    for (let size = 1; size <= 33; size++)
      for (let index = 0; index < size; index++) {
        const proof = findInclusionProof(sha256, many.slice(0, size), index)!;
        const claim = { leaf: many[index]!, index, size, root: roots[size]!, proof };
        const others = [
          { ...claim, index: (index + 1) % size },
          { ...claim, leaf: many[(index + 1) % 33]! },
          { ...claim, root: roots[size - 1]! },
          { ...claim, proof: [...proof, many[0]!] },
          { ...claim, proof: proof.map((step, at) => (at === 0 ? flipped(step) : step)) },
          { ...claim, index: size },
        ].filter((_, at) => (at !== 0 || size > 1) && (at !== 4 || proof.length > 0));
        expect(isIncluded(sha256, claim)).toBe(true);
        expect(others.filter((other) => isIncluded(sha256, other))).toEqual([]);
      }
    expect(findInclusionProof(sha256, many, 33)).toBeNull();
  });
  it('hold between every two trees, and fail for any other head', () => {
    for (let later = 1; later <= 33; later++)
      for (let size = 1; size <= later; size++) {
        const proof = findConsistencyProof(sha256, many.slice(0, later), size)!;
        const head = { size, root: roots[size]! };
        const next = { size: later, root: roots[later]! };
        expect(isConsistent(sha256, head, next, proof)).toBe(true);
        expect(isConsistent(sha256, { ...head, root: flipped(head.root) }, next, proof)).toBe(false);
        expect(isConsistent(sha256, head, { ...next, root: flipped(next.root) }, proof)).toBe(false);
        expect(isConsistent(sha256, head, next, [...proof, many[0]!])).toBe(false);
        if (proof.length > 0) expect(isConsistent(sha256, head, next, proof.slice(1))).toBe(false);
      }
    expect(isConsistent(sha256, { size: 0, root: roots[0]! }, { size: 1, root: roots[1]! }, [])).toBe(false);
    expect([findConsistencyProof(sha256, many, 0), findConsistencyProof(sha256, many, 34)]).toEqual([null, null]);
  });
});

const entry = (at: number): SealedEntry => ({
  id: String(1000 + at),
  at: `2026-11-24T09:59:${String(at).padStart(2, '0')}.000000Z`,
  fields: ['staff-1', at % 3 === 0 ? null : 'read', 'release', canonicalDetail({ b: at, a: 'Å' })],
});

describe('leaf encoding', () => {
  it('property: two entries give the same bytes only if they are the same', () => {
    const field = fc.option(fc.string({ unit: fc.constantFrom('', 'a', 'Å', '😀', '\0', '1'), maxLength: 3 }));
    const some = fc.record({
      id: fc.constantFrom('1', '11'),
      at: fc.constantFrom('', '1'),
      fields: fc.array(field, { maxLength: 3 }),
      added: fc.array(field, { maxLength: 2 }),
    });
    /** A later column that says nothing is as no such column. */
    const said = ({ added, ...rest }: { readonly added: readonly (string | null)[] }): string =>
      JSON.stringify({ ...rest, added: added.slice(0, added.findLastIndex((one) => one !== null) + 1) });
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(hex(encodeEntry(a)) === hex(encodeEntry(b))).toBe(said(a) === said(b));
      }),
      { numRuns: 500 },
    );
  });
  it('gives an entry from before a column the bytes that it had, and betrays whoever fills the column in afterwards', () => {
    const old = entry(1);
    expect(hex(encodeEntry({ ...old, added: [null] }))).toBe(hex(encodeEntry(old)));
    expect(hex(encodeEntry({ ...old, added: ['person-1'] }))).not.toBe(hex(encodeEntry(old)));
    expect(hex(encodeEntry({ id: '1', at: '', fields: [], added: ['a'] }))).toBe(
      `02${'00000003'}${'00000001'}${'01'}0000000131${'01'}00000000${'01'}0000000161`,
    );
  });
  it('writes text as UTF-8 and a detail whatever the order of its keys', () => {
    const bytes = encodeEntry({ id: 'Å😀', at: '€', fields: [null] });
    expect(hex(bytes)).toBe(`0100000003${'01'}00000006c385f09f9880${'01'}00000003e282ac00`);
    expect(canonicalDetail({ b: 1, a: null })).toBe('{"a":null,"b":1}');
    expect([canonicalDetail({ a: null, b: 1 }), canonicalDetail(null)]).toEqual(['{"a":null,"b":1}', null]);
  });
});

describe('a sealed ledger', () => {
  const entries = Array.from({ length: 50 }, (_, at) => entry(at));
  const leafOf = (one: SealedEntry) => leafHash(sha256, encodeEntry(one));
  const leafRow = (one: SealedEntry): SealedLeaf => ({ entryId: one.id, hash: leafOf(one), entry: one });
  const seals = [7, 8, 20, 33, 50].map((size, at) => ({
    number: at + 1,
    size,
    root: rootOf(sha256, entries.slice(0, size).map(leafOf)),
    realAt: '2026-11-24T10:00:00.000000Z',
    whole: true,
  }));
  const walk = (rows: readonly SealedLeaf[], sealed = seals, kept: (typeof seals)[number] | null = null) => {
    const faults: WalkFault[] = [];
    let walking = beginWalk(sealed, kept);
    for (const row of rows) {
      const walked = takeLeaf(sha256, walking, row);
      walking = walked.walk;
      faults.push(...walked.faults);
    }
    return [...faults, ...endWalk(walking)];
  };

  it('is sound as it was sealed, and with a head that someone kept', () => {
    expect(walk(entries.map(leafRow))).toEqual([]);
    expect(walk(entries.map(leafRow), seals, seals[2])).toEqual([]);
  });
  it('betrays a thousand random falsifications by someone who makes the leaves anew as well', () => {
    const place = fc.nat(49);
    const falsified = fc.oneof(
      fc
        .tuple(place, fc.nat(3), fc.string())
        .map(([at, field, text]) =>
          entries.map((one, i) =>
            i === at
              ? { ...one, fields: one.fields.map((old, f) => (f === field ? (old === text ? null : text) : old)) }
              : one,
          ),
        ),
      place.map((at) => entries.filter((_, i) => i !== at)),
      fc
        .tuple(place, place)
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => entries.map((one, i) => entries[i === a ? b : i === b ? a : i] ?? one)),
      place.map((at) => entries.map((one, i) => (i === at ? { ...one, at: `2025${one.at.slice(4)}` } : one))),
      place.map((size) => entries.slice(0, size)),
      place.map((at) => [...entries.slice(0, at), entry(58), ...entries.slice(at)]),
      /** Not the last one: what follows upon the last head is not sealed yet. */
      fc.nat(48).map((at) => [...entries.slice(0, at), entries[at]!, ...entries.slice(at)]),
    );
    let found = 0;
    fc.assert(
      fc.property(falsified, (one) => {
        expect(walk(one.map(leafRow)).length).toBeGreaterThan(0);
        found++;
      }),
      { numRuns: 1000 },
    );
    expect(found).toBe(1000);
  });
  it('names the very entry that was changed or taken away, whichever it is', () => {
    const texts = fc.tuple(fc.nat(49), fc.nat(3), fc.option(fc.string()));
    fc.assert(
      fc.property(texts, ([at, field, text]) => {
        const rows = entries.map((one, i): SealedLeaf => {
          if (i !== at) return leafRow(one);
          const fields = one.fields.map((old, f) => (f === field ? (old === text ? `${text ?? ''}x` : text) : old));
          return { ...leafRow(one), entry: { ...one, fields } };
        });
        const entryId = String(1000 + at);
        expect(walk(rows)).toEqual([{ code: 'changed', entryId }]);
        const without = rows.map((row, i) => (i === at ? { ...row, entry: null } : row));
        expect(walk(without)).toEqual([{ code: 'removed', entryId }]);
      }),
      { numRuns: 1000 },
    );
  });
  it('says which head no longer holds, what is missing or too much, and whose time was set back', () => {
    const rows = entries.map(leafRow);
    const changed = entries.map((one, at) => leafRow(at === 10 ? { ...one, fields: ['x'] } : one));
    expect(walk(changed)).toEqual([3, 4, 5].map((seal) => ({ code: 'root-differs', seal })));
    expect(walk(rows.slice(0, 40))).toEqual([{ code: 'places-missing', seal: 5 }]);
    expect(walk([...rows, leafRow(entry(55))])).toEqual([{ code: 'places-too-many', size: 51 }]);
    expect(walk(rows, seals.slice(0, 4), seals[4])).toEqual([{ code: 'places-too-many', size: 50 }]);
    const kept = { ...seals[2]!, root: seals[1]!.root };
    expect(walk(rows, seals, kept)).toEqual([{ code: 'head-differs', size: 20 }]);
    expect(walk(rows, seals, { ...kept, size: 60 })).toEqual([{ code: 'head-ahead', size: 60 }]);
    const early = entries.map((one, at) => leafRow(at === 9 ? { ...one, at: '2026-11-24T09:57:59.999999Z' } : one));
    expect(walk(early)[0]).toEqual({ code: 'back-dated', entryId: '1009' });
  });
});
