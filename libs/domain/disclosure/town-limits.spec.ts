/** A ground that a lawyer has switched off must not let a later rule open what a person was to decide, or what is kept shut. */
import { describe, expect, it } from '@jest/globals';
import type { Assessment, Consent, DisclosureCase } from './case.js';
import { decideDisclosure } from './decide-disclosure.js';
import type { OpeningGround } from './grounds.js';
import { EXAMPLE_CASE, EXAMPLE_CHILD, exampleParty } from './example-case.js';
import { writtenHouse } from './parties.js';
import {
  childSignsFromOf,
  compareLimits,
  keepLimits,
  limitFaults,
  LIMITABLE_GROUNDS,
  limitsOf,
} from './town-limits.js';
import type { PartyKind } from './vocabulary.js';

/** Everything that could open is there: a covering consent and every assessment. */
function wideOpen(from: PartyKind, to: PartyKind, change: Partial<DisclosureCase> = {}): DisclosureCase {
  const facts = { ...EXAMPLE_CASE, from: exampleParty(from, 'giver'), to: exampleParty(to, 'receiver'), ...change };
  const house = { from: writtenHouse(facts.from), to: writtenHouse(facts.to) };
  const consent: Consent = {
    id: 'c1',
    person: 'p1',
    from: [house.from],
    to: [house.to],
    categories: [facts.category],
    purposes: [facts.purpose],
    validFrom: facts.asOf,
    validUntil: facts.asOf + 1,
    withdrawnAt: null,
    signatures: ['p1', 'g1', 'g2'].map((signer) => ({ signer, at: facts.asOf })),
  };
  const safe: Assessment = {
    ...house,
    ground: 'OSL 21:3',
    person: 'p1',
    categories: [facts.category],
    criteria: { safeForThePerson: true },
    by: { name: 'A. Berg', role: 'head' },
    at: facts.asOf,
    until: facts.asOf + 1,
  };
  return { ...facts, consents: [consent], assessments: [safe] };
}

const marked = [{ ...EXAMPLE_CHILD, protection: 'marking' as const }];
const mature = [{ ...EXAMPLE_CHILD, maturity: 'child' as const }];
const secret = { category: 'preliminary-investigation' } as const;
const report = { category: 'report-content' } as const;
const concern = { purpose: 'report-concern' } as const;
const need = { purpose: 'investigate-need', phase: 'investigation' } as const;

describe.each<[OpeningGround, DisclosureCase, string, string]>([
  ['no-person-data', wideOpen('police', 'school', { personData: false }), 'release no-person-data', 'release consent'],
  [
    'OSL 21:3',
    wideOpen('police', 'school', { revealsPlace: true, subjects: marked }),
    'release consent',
    'refuse OSL 21:3',
  ],
  ['giver-unbound', wideOpen('association', 'interpreter'), 'release giver-unbound', 'release consent'],
  ['OSL 12:1', wideOpen('school', 'subject', report), 'refer OSL 12:1', 'refuse no-ground'],
  ['OSL 12:1', wideOpen('school', 'subject', secret), 'refuse OSL 18:1', 'refuse OSL 18:1'],
  ['OSL 12:3', wideOpen('school', 'guardian', report), 'refer OSL 12:3', 'refuse OSL 12:3'],
  ['OSL 12:3', wideOpen('school', 'guardian'), 'release OSL 12:3', 'refuse OSL 12:3'],
  ['consent', wideOpen('school', 'guardian', { subjects: mature }), 'release consent', 'refuse OSL 12:3'],
  ['consent', wideOpen('school', 'association'), 'release consent', 'refuse no-ground'],
  ['SoL 19:1', wideOpen('school', 'social-services', concern), 'release SoL 19:1', 'release consent'],
  ['SoL 20:6', wideOpen('school', 'social-services', need), 'release SoL 20:6', 'release consent'],
  ['OSL 10:27', wideOpen('police', 'school', secret), 'refer OSL 10:27', 'refuse OSL 18:1'],
])('%s', (ground, facts, before, after) => {
  const answer = (decision: { outcome: string; ground: string }): string => `${decision.outcome} ${decision.ground}`;

  it(`turns “${before}” into “${after}” when switched off or narrowed to nothing`, () => {
    expect(answer(decideDisclosure(facts))).toBe(before);
    expect(answer(decideDisclosure(facts, { switchedOff: [ground] }))).toBe(after);
    expect(answer(decideDisclosure(facts, { narrowed: { [ground]: { categories: [] } } }))).toBe(after);
    expect(answer(decideDisclosure(facts, { narrowed: { [ground]: { categories: [facts.category] } } }))).toBe(before);
  });
});

describe('within the house and in danger', () => {
  it('nobody is told and nobody is asked where the lawyer has switched that off', () => {
    const inside = { ...EXAMPLE_CASE, to: EXAMPLE_CASE.from, recipientAssigned: true };
    expect(decideDisclosure(inside, { switchedOff: ['internal'] })).toEqual({
      outcome: 'refuse',
      ground: 'need-to-know',
    });
    const danger = {
      ...EXAMPLE_CASE,
      to: exampleParty('interpreter', 'receiver'),
      purpose: 'immediate-danger' as const,
    };
    expect(decideDisclosure(danger, { switchedOff: ['BrB 24:4'] })).toEqual({ outcome: 'refuse', ground: 'no-ground' });
  });
});

describe('what a town’s file says of the grounds', () => {
  const why = { reason: 'Vi väntar på kammarrätten.', decidedBy: 'Ada Berg, kommunjurist' };
  const off = { disclosure: { switchedOff: { 'OSL 10:15a': why } } };
  const first = keepLimits({}, off, '2026-11-01T08:00:00.000Z');

  it('is kept as the rule and the second lock read it, with why, by whom and since when', () => {
    expect(first.disclosure).toEqual({ switchedOff: ['OSL 10:15a'] });
    expect(limitsOf(first)).toEqual([{ ground: 'OSL 10:15a', how: 'off', ...why, since: '2026-11-01T08:00:00.000Z' }]);
  });

  it('leaves what it says nothing of, and opens again what has left it', () => {
    expect(keepLimits(first, {}, '2026-12-01T08:00:00.000Z')).toEqual(first);
    const opened = keepLimits(first, { disclosure: {} }, '2026-12-01T08:00:00.000Z');
    expect(opened.disclosure).toEqual({});
    expect(limitsOf(opened)).toEqual([]);
    expect(compareLimits(first, { disclosure: {} })).toEqual([
      { what: 'OSL 10:15a', before: 'off', after: null, isReworded: false },
    ]);
  });

  it('keeps the day from which a limit holds when only its reasons change, and not when the limit does', () => {
    const better = { ...why, reason: 'Kammarrätten har dömt.' };
    const again = { disclosure: { switchedOff: { 'OSL 10:15a': better } } };
    expect(limitsOf(keepLimits(first, again, '2026-12-01T08:00:00.000Z'))).toMatchObject([
      { ...better, since: '2026-11-01T08:00:00.000Z' },
    ]);
    expect(compareLimits(first, again)).toMatchObject([{ isReworded: true }]);
    const less = { disclosure: { narrowed: { 'OSL 10:15a': { receivers: ['police' as const], ...why } } } };
    expect(limitsOf(keepLimits(first, less, '2026-12-01T08:00:00.000Z'))).toEqual([
      { ground: 'OSL 10:15a', how: 'narrowed', receivers: ['police'], ...why, since: '2026-12-01T08:00:00.000Z' },
    ]);
    expect(compareLimits(first, less)).toEqual([
      { what: 'OSL 10:15a', before: 'off', after: 'receivers police', isReworded: false },
    ]);
  });

  it('tells from what age a child signs, beside the grounds and without touching them', () => {
    const older = { childSignsFrom: { age: 14, ...why } };
    const then = keepLimits(first, older, '2026-12-01T08:00:00.000Z');
    expect(childSignsFromOf(then)).toEqual({ age: 14, ...why, since: '2026-12-01T08:00:00.000Z' });
    expect(limitsOf(then)).toEqual(limitsOf(first));
    expect(compareLimits(first, older)).toEqual([
      { what: 'childSignsFrom', before: '12', after: '14', isReworded: false },
    ]);
    expect(childSignsFromOf(first)).toEqual({ age: 12, reason: null, decidedBy: null, since: null });
    expect(keepLimits(then, { disclosure: {} }, '').childSignsFrom).toBe(14);
  });

  it('is refused where it cannot be meant', () => {
    const both = { 'OSL 26:9': why };
    expect(
      limitFaults({ disclosure: { switchedOff: both, narrowed: { 'OSL 26:9': { purposes: [], ...why } } } }),
    ).toEqual([
      { path: ['disclosure', 'narrowed', 'OSL 26:9'], fault: 'is switched off as well; it is one or the other' },
    ]);
    expect(limitFaults({ disclosure: { narrowed: both } })).toMatchObject([
      { fault: expect.stringContaining('must say') },
    ]);
  });

  it('can name every ground that opens something to somebody else, and not what a house reads of its own', () => {
    expect(LIMITABLE_GROUNDS).toEqual(
      expect.arrayContaining(['consent', 'SoL 19:1', 'OSL 21:3', 'BrB 24:4', 'OSL 10:2']),
    );
    expect(LIMITABLE_GROUNDS).not.toContain('internal');
  });
});
