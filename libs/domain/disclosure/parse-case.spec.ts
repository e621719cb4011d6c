import { describe, expect, it } from '@jest/globals';
import { parseCase } from './parse-case.js';

type Json = Record<string, unknown>;

const written = (): Json => ({
  id: 'r1',
  asOf: '2026-03-29T03:00:00+02:00',
  from: { kind: 'social-services', authority: 'town', branch: 'ifo' },
  to: { kind: 'guardian', person: 'g1' },
  subjects: [{ id: 'p1', born: '2012-02-29', protection: 'none', guardians: ['g1'], maturity: null }],
  category: 'leisure',
  personData: true,
  form: 'mash',
  phase: 'none',
  purpose: 'support',
  recipientAssigned: false,
  recipientNamed: false,
  revealsPlace: false,
  reportedBy: null,
  childSignsFrom: 15,
  consents: [
    {
      id: 'c1',
      person: 'p1',
      from: ['town/ifo'],
      to: ['person:g1'],
      categories: ['leisure'],
      purposes: ['support'],
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2026-06-01T00:00:00Z',
      withdrawnAt: null,
      signatures: [{ signer: 'g1', at: '2026-01-01T00:00:00Z', method: 'paper' }],
    },
  ],
  assessments: [
    {
      ground: 'OSL 12:3',
      person: 'p1',
      from: 'town/ifo',
      to: 'person:g1',
      categories: ['leisure'],
      criteria: { harmless: true },
      by: { name: 'A. Berg', role: 'head' },
      at: '2026-01-01T00:00:00Z',
      until: '2026-06-01T00:00:00Z',
    },
  ],
});

/** The case with one value replaced at a path such as `consents.0.categories`; `undefined` takes the field away. */
function changed(path: string, value: unknown): Json {
  const copy = written();
  const steps = path.split('.');
  const last = steps.pop()!;
  const holder = steps.reduce<Json>((at, step) => at[step] as Json, copy);
  if (value === undefined) delete holder[last];
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Every field of the case and of what it holds, as paths. */
function fieldPaths(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown, index) => fieldPaths(entry, `${path}.${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    `${path}.${name}`.replace(/^\./, ''),
    ...fieldPaths(inner, `${path}.${name}`),
  ]);
}
const PATHS = fieldPaths(written());
const sentenceOf = (value: unknown): string | undefined => {
  const read = parseCase(value);
  return read.ok ? undefined : read.error.sentence;
};

describe('a well-formed case', () => {
  it('is read with its instants and days', () => {
    const read = parseCase(written());
    expect(read).toMatchObject({
      ok: true,
      value: {
        id: 'r1',
        facts: {
          asOf: Date.UTC(2026, 2, 29, 1),
          subjects: [{ born: { year: 2012, month: 2, day: 29 } }],
          childSignsFrom: 15,
        },
      },
    });
  });

  it.each([
    ['childSignsFrom', undefined],
    ['childSignsFrom', 0],
    ['childSignsFrom', 12.0],
    ['consents.0.withdrawnAt', '2026-02-01T00:00:00.5-01:00'],
    ['subjects.0.maturity', 'joint'],
    ['subjects.0.guardians', []],
    ['reportedBy', 'town/ifo'],
    ['assessments.0.criteria', {}],
    ['assessments.0.criteria', { harmless: 'yes', more: [1] }],
    ['assessments.0.criteria.harmless', undefined],
    ['consents', []],
    ['further', { any: 'thing' }],
    ['to', { kind: 'association', authority: 'club', branch: 'main', person: 5 }],
  ])('may have %s %j', (path, value) => {
    expect(sentenceOf(changed(path, value))).toBeUndefined();
  });

  it('may be about nobody when it points at nobody', () => {
    expect(sentenceOf({ ...written(), personData: false, subjects: [] })).toBeUndefined();
  });
});

describe('a case that is not well-formed', () => {
  it.each(PATHS.filter((path) => path !== 'childSignsFrom' && path !== 'assessments.0.criteria.harmless'))(
    'without %s',
    (path) => {
      expect(sentenceOf(changed(path, undefined))).toMatch(/ is missing$/);
    },
  );

  it.each(
    PATHS.filter(
      (path) =>
        !['reportedBy', 'subjects.0.maturity', 'consents.0.withdrawnAt', 'assessments.0.criteria.harmless'].includes(
          path,
        ),
    ),
  )('with null for %s', (path) => {
    expect(sentenceOf(changed(path, null))).toBeDefined();
  });

  it.each(PATHS.filter((path) => !path.includes('criteria')))('with another type for %s', (path) => {
    // A list of lists, an object without its fields and a fraction are none of what any of these may be.
    for (const value of [[[]], { 0: 'x' }, 1.5]) expect(sentenceOf(changed(path, value))).toBeDefined();
  });

  it.each([
    'from.kind',
    'to.kind',
    'category',
    'form',
    'phase',
    'purpose',
    'subjects.0.protection',
    'subjects.0.maturity',
    'assessments.0.ground',
  ])('with a word that nobody knows for %s', (path) => {
    for (const word of [
      '',
      'unknown',
      'Police',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'none ',
      'NONE',
    ])
      expect(sentenceOf(changed(path, word))).toContain('not known');
  });

  it.each(['consents.0.categories', 'consents.0.purposes', 'assessments.0.categories'])(
    'with an unknown word among %s',
    (path) => {
      expect(sentenceOf(changed(path, ['leisure', 'support', '__proto__']))).toContain('not known');
    },
  );

  it.each(['BrB 24:4', 'consent', 'SoL 19:1', 'OSL 18:1', 'OSL 10:18 a', 'no-ground'])(
    'with an assessment of %s',
    (ground) => {
      expect(sentenceOf(changed('assessments.0.ground', ground))).toContain('not known');
    },
  );

  it.each([
    'asOf',
    'consents.0.validFrom',
    'consents.0.validUntil',
    'consents.0.withdrawnAt',
    'consents.0.signatures.0.at',
    'assessments.0.at',
    'assessments.0.until',
  ])('with an instant that does not exist or says no offset for %s', (path) => {
    for (const text of [
      '2026-02-30T10:00:00Z',
      '2026-02-20T10:00:00',
      '2026-02-20',
      '2026-02-20T24:00:00Z',
      '2026-02-20T10:60:00Z',
      '2025-02-29T00:00:00+01:00',
      '2026-13-01T00:00:00Z',
      '2026-02-20T10:00:00+25:00',
      '',
      'now',
    ])
      expect(sentenceOf(changed(path, text))).toContain('instant');
  });

  it.each([
    '2025-02-29',
    '2026-00-10',
    '2026-04-31',
    '20120229',
    '2012-2-9',
    '2012-02-29T00:00:00Z',
    '',
    ' 2012-02-29',
  ])('born %j', (born) => {
    expect(sentenceOf(changed('subjects.0.born', born))).toContain('date');
  });

  it.each([-1, 12.5, '12', null, true, NaN, Infinity])('with children signing from %j', (age) => {
    expect(sentenceOf(changed('childSignsFrom', age))).toContain('whole number from 0');
  });

  it('about nobody although it points at someone, or about one person twice', () => {
    expect(sentenceOf(changed('subjects', []))).toContain('must name someone');
    const [one] = written()['subjects'] as unknown[];
    expect(sentenceOf(changed('subjects', [one, one]))).toContain('twice');
    expect(sentenceOf({ ...written(), personData: false, subjects: [one, one] })).toContain('twice');
  });

  it.each([
    ['from', { kind: 'police', person: 'x' }],
    ['from', { kind: 'police', authority: 'a' }],
    ['to', { kind: 'guardian', authority: 'a', branch: 'b' }],
    ['to', { kind: 'interpreter' }],
    ['to', 'police'],
    ['assessments.0.criteria', ['harmless']],
  ])('with %s as %j', (path, value) => {
    expect(sentenceOf(changed(path, value))).toBeDefined();
  });

  it('by fields that are only inherited', () => {
    expect(sentenceOf(Object.create(written()))).toMatch(/ is missing$/);
    expect(sentenceOf(JSON.parse(`{"__proto__": ${JSON.stringify(written())}}`))).toMatch(/ is missing$/);
  });

  it.each([null, 5, 'text', true, [], [written()]])('as the line %j', (line) => {
    expect(sentenceOf(line)).toBe('the line must be an object');
  });
});
