/** A ground that a lawyer has switched off must not let a later rule open what a person was to decide, or what is kept shut. */
import { describe, expect, it } from '@jest/globals';
import type { Assessment, Consent, DisclosureCase } from './case.js';
import { decideDisclosure } from './decide-disclosure.js';
import type { OpeningGround } from './grounds.js';
import { EXAMPLE_CASE, EXAMPLE_CHILD, exampleParty } from './example-case.js';
import { writtenHouse } from './parties.js';
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
