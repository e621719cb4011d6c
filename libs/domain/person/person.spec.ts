/** Numbers, custody, protection and merging of doubles. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Custody, findCustodyFaults, findUncheckedGuardians, guardiansAt } from './custody.js';
import { type PersonRecord, type Reference, decideMerge, decideUndo } from './merge.js';
import { decideNumber, findBorn } from './personal-number.js';
import { PROTECTIONS } from '../disclosure/vocabulary.js';
import { decideNaming, decideProtection, initialsOf, isNamed, sightOf } from './protection.js';

describe('personal number', () => {
  it.each([
    ['189001019802', 'personal-number', '1890-01-01'],
    ['189001619809', 'coordination-number', '1890-01-01'],
  ])('%s is a %s born %s', (digits, kind, born) => {
    const decision = decideNumber(digits);
    expect(decision).toEqual({ outcome: 'accepted', number: { kind, digits } });
    expect(decision.outcome === 'accepted' && findBorn(decision.number)).toBe(born);
  });
  it.each([
    ['18900101-9802', 'not-twelve-digits'],
    ['9001019802', 'not-twelve-digits'],
    ['189001019803', 'wrong-check-digit'],
    ['189002309802', 'not-a-date'],
    ['189013019802', 'not-a-date'],
    ['189001929802', 'not-a-date'],
    ['190002299802', 'not-a-date'],
  ])('%s is refused: %s', (digits, code) => {
    expect(decideNumber(digits)).toEqual({ outcome: 'refused', code });
  });
  it('has no date of birth for a person without a number', () => {
    expect(findBorn({ kind: 'none', reason: 'asylum-seeker' })).toBeNull();
  });
});

describe('custody', () => {
  const row = (over: Partial<Custody>): Custody => ({
    id: 'c1',
    child: 'kid',
    guardian: 'mother',
    kind: 'parent',
    source: 'population-register',
    sourceDate: 5,
    from: 10,
    until: null,
    ...over,
  });
  const rows = [row({}), row({ id: 'c2', guardian: 'father', source: 'told', until: 50 })];

  it('changes at its instant and tells who is guardian by word alone', () => {
    expect([9, 10, 49, 50].map((at) => guardiansAt(rows, 'kid', at))).toEqual([
      [],
      ['father', 'mother'],
      ['father', 'mother'],
      ['mother'],
    ]);
    expect(findUncheckedGuardians(rows, 'kid', 20)).toEqual(['father']);
    expect(guardiansAt(rows, 'other', 20)).toEqual([]);
  });
  it('names every fault at its field', () => {
    expect(findCustodyFaults(rows, row({ id: 'c3', guardian: 'kid', until: 10, sourceDate: 99 }), 20)).toEqual([
      { field: 'guardian', code: 'own-guardian' },
      { field: 'until', code: 'ends-before-start' },
      { field: 'sourceDate', code: 'source-in-future' },
    ]);
    expect(findCustodyFaults(rows, row({ id: 'c3' }), 20)).toEqual([{ field: 'guardian', code: 'already-guardian' }]);
    expect(findCustodyFaults(rows, row({ id: 'c3', guardian: 'father', from: 50 }), 60)).toEqual([]);
  });
});

describe('protection', () => {
  it('hides by this matrix from all but named staff', () => {
    const lines = PROTECTIONS.map((grade) => {
      const { name, place, contact, personalNumber, foundByName } = sightOf(grade, false);
      return `${grade.padEnd(23)}${name.padEnd(10)}${[place, contact, personalNumber, foundByName].map((seen) => (seen ? 'yes' : 'no ')).join(' ')}`;
    });
    expect(`\n${'grade'.padEnd(23)}name      place contact number found\n${lines.join('\n')}`).toBe(`
grade                  name      place contact number found
none                   full      yes yes yes yes
marking                full      no  no  yes yes
protected-registration initials  no  no  no  no 
assumed-identity       case-name no  no  no  no `);
    for (const grade of PROTECTIONS) expect(sightOf(grade, true)).toEqual(sightOf('none', false));
  });
  it('is shortened to the first letter of each part', () => {
    expect([initialsOf('Åsa-Lena von Ek'), initialsOf('  ')]).toEqual(['Å-L V E', '']);
  });
  it('tightens at once and loosens only by two', () => {
    const change = { from: 'marking', to: 'assumed-identity', reasons: 'Hot', by: 'a', confirmedBy: null } as const;
    expect(decideProtection(change)).toEqual({ outcome: 'changed', protection: 'assumed-identity' });
    const looser = { ...change, from: 'assumed-identity', to: 'none' } as const;
    expect(decideProtection(looser)).toMatchObject({ code: 'second-person-missing' });
    expect(decideProtection({ ...looser, confirmedBy: 'a' })).toMatchObject({ code: 'second-person-missing' });
    expect(decideProtection({ ...looser, confirmedBy: 'b' })).toEqual({ outcome: 'changed', protection: 'none' });
    expect(decideProtection({ ...looser, confirmedBy: 'b', reasons: ' ' })).toMatchObject({ code: 'reasons-missing' });
    expect(decideProtection({ ...change, to: 'marking' })).toMatchObject({ code: 'no-change' });
  });
  it('names staff by two others, never by themselves', () => {
    const list = [{ person: 'p', member: 'd', from: 0, until: 10 }];
    const next = { person: 'p', member: 'c', by: 'a', confirmedBy: 'b' };
    expect(decideNaming(list, next, 5)).toEqual({ outcome: 'named' });
    expect(decideNaming(list, { ...next, member: 'b' }, 5)).toMatchObject({ code: 'names-oneself' });
    expect(decideNaming(list, { ...next, confirmedBy: null }, 5)).toMatchObject({ code: 'second-person-missing' });
    expect(decideNaming(list, { ...next, member: 'd' }, 5)).toMatchObject({ code: 'already-named' });
    expect([isNamed(list, { person: 'p', member: 'd' }, 9), isNamed(list, { person: 'p', member: 'd' }, 10)]).toEqual([
      true,
      false,
    ]);
  });
});

const reference = fc.record({ kind: fc.constantFrom('report', 'item', 'custody'), id: fc.uuid() });
const record = (id: string): fc.Arbitrary<PersonRecord> =>
  fc.record({
    id: fc.constant(id),
    number: fc.constantFrom<PersonRecord['number']>(
      { kind: 'none', reason: 'unknown' },
      { kind: 'coordination-number', digits: '189001619809' },
      { kind: 'personal-number', digits: '189001019802' },
    ),
    protection: fc.constantFrom(...PROTECTIONS),
    registeredAt: fc.integer({ min: 0, max: 3 }),
    mergedInto: fc.constant(null),
    details: fc.dictionary(fc.constantFrom('name', 'language', 'phone'), fc.option(fc.constantFrom('x', 'y'))),
    references: fc.uniqueArray(reference, { selector: ({ id }) => id, maxLength: 6 }),
  });

describe('merge', () => {
  const keys = (references: readonly Reference[]) => references.map(({ kind, id }) => `${kind}:${id}`).sort();

  it('property: loses nothing, never opens a protected person, is the same both ways, and undoes to what was', () => {
    fc.assert(
      fc.property(record('a'), record('b'), fc.array(reference, { maxLength: 3 }), (a, b, later) => {
        const decision = decideMerge(a, b);
        expect(decideMerge(b, a)).toEqual(decision);
        if (decision.outcome !== 'merge') throw new Error('must merge');
        const { plan } = decision;
        const [keep, fold] = plan.keep === 'a' ? [a, b] : [b, a];
        for (const one of [a, b])
          expect(PROTECTIONS.indexOf(plan.protection)).toBeGreaterThanOrEqual(PROTECTIONS.indexOf(one.protection));
        for (const [field, value] of Object.entries(fold.details)) {
          const found = [keep.details[field], plan.filled[field], ...plan.conflicts.map(({ other }) => other)];
          if (value !== null) expect(found).toContain(value);
        }
        const now = {
          ...keep,
          details: { ...keep.details, ...plan.filled },
          references: [...keep.references, ...plan.moved, ...later],
        };
        const undo = decideUndo(plan, keep.references, now, plan.keep);
        if (undo.outcome !== 'undo') throw new Error('must undo');
        expect(keys(undo.moveBack)).toEqual(keys(fold.references));
        expect(keys(undo.toSort)).toEqual(keys(later));
        expect(undo.restore).toEqual({ id: fold.id, protection: fold.protection });
        expect([...undo.emptied].sort()).toEqual(Object.keys(plan.filled).sort());
      }),
    );
  });

  it('keeps the record with the personal number and shows what differs', () => {
    const [one] = fc.sample(record('a'), { numRuns: 1, seed: 1 });
    const a = { ...one!, number: { kind: 'none', reason: 'unknown' } as const, details: { name: 'Asa Ek' } };
    const b = {
      ...a,
      id: 'b',
      number: { kind: 'personal-number', digits: '189001019802' } as const,
      details: { name: 'Åsa Ek' },
    };
    const decision = decideMerge(a, b);
    expect(decision).toMatchObject({
      plan: { keep: 'b', fold: 'a', conflicts: [{ field: 'name', kept: 'Åsa Ek', other: 'Asa Ek' }] },
    });
    const other = { kind: 'personal-number', digits: '189001029819' } as const;
    expect(decideMerge({ ...a, number: other }, b)).toMatchObject({ code: 'two-numbers' });
    expect(decideMerge(a, a)).toMatchObject({ code: 'same-record' });
    expect(decideMerge({ ...a, mergedInto: 'x' }, b)).toMatchObject({ code: 'already-merged' });
    if (decision.outcome !== 'merge') throw new Error('must merge');
    expect(decideUndo(decision.plan, [], b, null)).toMatchObject({ code: 'not-merged' });
    expect(decideUndo(decision.plan, [], { ...b, mergedInto: 'z' }, 'b')).toMatchObject({ code: 'kept-merged-on' });
  });
});
