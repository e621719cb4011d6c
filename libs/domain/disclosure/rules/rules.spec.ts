/** Each row of the order, at its edges: what it lets through, what it stops, and what it leaves to the next. */
import { describe, expect, it } from '@jest/globals';
import type { Assessment, Consent, DisclosureCase, Subject } from '../case.js';
import { decideDisclosure } from '../decide-disclosure.js';
import { EXAMPLE_CASE, EXAMPLE_CHILD, exampleParty } from '../example-case.js';
import { writtenHouse } from '../parties.js';
import type { Category, PartyKind } from '../vocabulary.js';
import { CATEGORIES, PARTY_KINDS, PURPOSES } from '../vocabulary.js';

type Change = Partial<Omit<DisclosureCase, 'from' | 'to'>> & { from?: PartyKind; to?: PartyKind };

const NOW = EXAMPLE_CASE.asOf;
const caseWith = ({ from = 'social-services', to = 'police', ...change }: Change): DisclosureCase => ({
  ...EXAMPLE_CASE,
  ...change,
  from: exampleParty(from, 'giver'),
  to: exampleParty(to, 'receiver'),
});
const answer = (facts: DisclosureCase): string => {
  const decision = decideDisclosure(facts);
  const candidates = decision.outcome === 'refer' && decision.candidates ? ` [${decision.candidates.join(', ')}]` : '';
  return `${decision.outcome} ${decision.ground}${candidates}`;
};
const child = (change: Partial<Subject>): readonly Subject[] => [{ ...EXAMPLE_CHILD, ...change }];
const adult = child({ born: { year: 1990, month: 1, day: 1 } });
const assessed = (facts: DisclosureCase, change: Partial<Assessment>): DisclosureCase => ({
  ...facts,
  assessments: [
    ...facts.assessments,
    {
      ground: 'OSL 10:27',
      person: 'p1',
      from: writtenHouse(facts.from),
      to: writtenHouse(facts.to),
      categories: [facts.category],
      criteria: {},
      by: { name: 'A. Berg', role: 'head' },
      at: NOW,
      until: NOW + 1,
      ...change,
    },
  ],
});
const consented = (facts: DisclosureCase, change: Partial<Consent> = {}): DisclosureCase => ({
  ...facts,
  consents: [
    {
      id: 'c1',
      person: 'p1',
      from: [writtenHouse(facts.from)],
      to: [writtenHouse(facts.to)],
      categories: [facts.category],
      purposes: [facts.purpose],
      validFrom: NOW,
      validUntil: NOW + 1,
      withdrawnAt: null,
      signatures: ['p1', 'g1', 'g2'].map((signer) => ({ signer, at: NOW })),
      ...change,
    },
  ],
});

describe('the item as a whole', () => {
  it('releases what points at nobody, even in a group and about nobody', () => {
    expect(answer(caseWith({ personData: false, form: 'est', subjects: [] }))).toBe('release no-person-data');
  });

  it.each(['sspf-group', 'est'] as const)('keeps persons out of %s, whoever tells', (form) => {
    expect(answer(caseWith({ form, from: 'association' }))).toBe('refuse group-level');
  });

  it('refuses a word that slipped past the types, and a case about nobody', () => {
    expect(answer(caseWith({ from: 'association', phase: 'later' as 'none' }))).toBe('refuse no-ground');
    expect(answer({ ...caseWith({}), from: { kind: 'press' as 'police', authority: 'a', branch: 'b' } })).toBe(
      'refuse no-ground',
    );
    expect(answer(caseWith({ from: 'association', subjects: [] }))).toBe('refuse no-ground');
  });

  it('shows the first refused person’s ground, else the first referred one’s with its candidates', () => {
    const [first] = child({});
    const other = { ...first!, id: 'p2', guardians: [] };
    const hidden = { ...other, id: 'p3', protection: 'assumed-identity' as const };
    const facts = caseWith({ to: 'subject', category: 'contact-details', purpose: 'immediate-danger' });
    expect(answer({ ...facts, subjects: [first!, other] })).toBe('refer BrB 24:4 [BrB 24:4]');
    expect(answer({ ...facts, subjects: [first!, other, hidden] })).toBe('refuse OSL 21:3');
  });
});

describe('1: where a protected person is', () => {
  const place: Change = { category: 'whereabouts', to: 'school' };

  it.each([
    ['marking', 'refer OSL 21:3'],
    ['protected-registration', 'refuse OSL 21:3'],
    ['assumed-identity', 'refuse OSL 21:3'],
    ['none', 'refuse no-ground'],
  ] as const)('with %s: %s', (protection, expected) => {
    expect(answer(caseWith({ ...place, subjects: child({ protection }) }))).toBe(expected);
    expect(answer(caseWith({ to: 'school', revealsPlace: true, subjects: child({ protection }) }))).toBe(expected);
  });

  const marked = child({ protection: 'protected-registration' });

  it('stops even a duty, an unbound giver and one’s own house, save its named staff', () => {
    expect(
      answer(
        caseWith({ ...place, to: 'social-services', from: 'school', purpose: 'report-concern', subjects: marked }),
      ),
    ).toBe('refuse OSL 21:3');
    expect(answer(caseWith({ ...place, from: 'guardian', subjects: marked }))).toBe('refuse OSL 21:3');
    const facts = caseWith({ ...place, subjects: marked, recipientAssigned: true });
    const inside = { ...facts, from: facts.to };
    expect(answer(inside)).toBe('refuse OSL 21:3');
    expect(answer({ ...inside, recipientNamed: true })).toBe('release internal');
    expect(answer({ ...facts, recipientNamed: true })).toBe('refuse OSL 21:3');
  });

  it('lets a family tell social services, and the person know', () => {
    expect(answer(caseWith({ ...place, from: 'guardian', to: 'social-services', subjects: marked }))).toBe(
      'release giver-unbound',
    );
    expect(answer(caseWith({ ...place, to: 'subject', subjects: marked }))).toBe('release OSL 12:1');
  });

  it('lets through only what is assessed as safe for the person, and then asks the next rules', () => {
    const facts = caseWith({ ...place, from: 'guardian', subjects: marked });
    expect(answer(assessed(facts, { ground: 'OSL 21:3', criteria: { safeForThePerson: true } }))).toBe(
      'release giver-unbound',
    );
    expect(answer(assessed(facts, { ground: 'OSL 21:3', criteria: { safeForThePerson: 1 } }))).toBe('refuse OSL 21:3');
  });
});

describe('2: an unbound giver', () => {
  it.each(PARTY_KINDS)('%s', (from) => {
    const unbound = ['subject', 'guardian', 'private-person', 'association'].includes(from);
    expect(answer(caseWith({ from, to: 'private-person' }))).toBe(
      unbound ? 'release giver-unbound' : 'refuse no-ground',
    );
  });
});

describe('3: to the person', () => {
  const own = (category: Category): DisclosureCase => caseWith({ to: 'subject', category });

  it.each(CATEGORIES)('%s', (category) => {
    const names = ['report-content', 'threat-assessment', 'crime-and-suspicion'].includes(category);
    const expected = names ? 'refer OSL 12:1' : 'release OSL 12:1';
    expect(answer(own(category))).toBe(category === 'preliminary-investigation' ? 'refuse OSL 18:1' : expected);
    expect(answer(assessed(own(category), { ground: 'OSL 12:1', criteria: { harmless: true } }))).toBe(
      category === 'preliminary-investigation' ? 'refuse OSL 18:1' : 'release OSL 12:1',
    );
  });

  it('is not about someone else who happens to be kept under the same id', () => {
    const facts = own('leisure');
    expect(answer({ ...facts, to: { kind: 'private-person', person: 'p1' } })).toBe('refuse no-ground');
    expect(answer({ ...facts, to: { kind: 'subject', person: 'p9' } })).toBe('refuse no-ground');
  });
});

describe('4: to a guardian', () => {
  const told = (category: Category, change: Change = {}): DisclosureCase =>
    caseWith({ to: 'guardian', category, ...change });
  const harm = { ground: 'OSL 12:3', criteria: { seriousHarm: true } } as const;

  it.each(CATEGORIES)('%s', (category) => {
    const sensitive = ['report-content', 'home-and-family', 'crime-and-suspicion', 'threat-assessment'].includes(
      category,
    );
    const expected = sensitive ? 'refer OSL 12:3' : 'release OSL 12:3';
    expect(answer(told(category))).toBe(category === 'preliminary-investigation' ? 'refuse OSL 18:1' : expected);
  });

  it('refuses one who would do serious harm, whoever assessed it for whatever category', () => {
    const facts = told('leisure');
    expect(answer(assessed(facts, { ...harm, from: 'else/where', categories: [] }))).toBe('refuse OSL 12:3');
    expect(answer(assessed(facts, { ...harm, to: 'person:g2' }))).toBe('release OSL 12:3');
    expect(answer(assessed(facts, { ...harm, person: 'p2' }))).toBe('release OSL 12:3');
    expect(answer(assessed(facts, { ...harm, at: NOW + 1, until: NOW + 2 }))).toBe('release OSL 12:3');
    expect(answer(assessed(facts, { ...harm, at: NOW - 1, until: NOW }))).toBe('release OSL 12:3');
    expect(answer(assessed(facts, { ...harm, criteria: { seriousHarm: 'true' } }))).toBe('release OSL 12:3');
  });

  it('releases a sensitive matter only when assessed as harmless', () => {
    expect(answer(assessed(told('report-content'), { ground: 'OSL 12:3', criteria: { harmless: true } }))).toBe(
      'release OSL 12:3',
    );
  });

  it('asks the mature child alone', () => {
    const facts = told('leisure', { subjects: child({ maturity: 'child' }) });
    expect(answer(facts)).toBe('refuse OSL 12:3');
    expect(answer(consented(facts, { signatures: [{ signer: 'p1', at: NOW }] }))).toBe('release consent');
    expect(answer(consented(facts, { signatures: [{ signer: 'g1', at: NOW }] }))).toBe('refuse OSL 12:3');
  });

  it('ends on the 18th birthday, and reaches no one else’s guardian', () => {
    expect(answer(told('leisure', { subjects: child({ born: { year: 2008, month: 2, day: 2 } }) }))).toBe(
      'refuse no-ground',
    );
    expect(answer(told('leisure', { subjects: child({ born: { year: 2008, month: 2, day: 3 } }) }))).toBe(
      'release OSL 12:3',
    );
    expect(answer(told('leisure', { subjects: child({ guardians: ['g2'] }) }))).toBe('refuse no-ground');
  });
});

describe('5: within the house', () => {
  const facts = caseWith({ recipientAssigned: true });

  it('tells who works on the case, and no one else', () => {
    expect(answer({ ...facts, to: facts.from })).toBe('release internal');
    expect(answer({ ...facts, to: facts.from, recipientAssigned: false })).toBe('refuse need-to-know');
  });

  it('is one house only with the same authority and the same branch', () => {
    const other = { kind: 'social-services', authority: 'social-services of the giver', branch: 'elder care' } as const;
    expect(answer({ ...facts, to: other, phase: 'none' })).toBe('refer OSL 26:9 [OSL 26:9]');
    const interpreter = exampleParty('interpreter', 'giver');
    expect(answer({ ...facts, from: interpreter, to: interpreter })).toBe('refuse no-ground');
  });
});

describe('6 and 7: the duties towards a child', () => {
  it.each(PARTY_KINDS)('%s', (from) => {
    const report = caseWith({ from, to: 'social-services', purpose: 'report-concern' });
    const inform = caseWith({ from, to: 'social-services', purpose: 'investigate-need', phase: 'investigation' });
    const unbound = ['subject', 'guardian', 'private-person', 'association'].includes(from);
    const expected = unbound ? 'release giver-unbound' : 'release SoL 19:1';
    expect(answer(report)).toBe(from === 'interpreter' ? 'refuse no-ground' : expected);
    expect(answer(inform)).toBe(from === 'interpreter' ? 'refuse no-ground' : expected.replace('SoL 19:1', 'SoL 20:6'));
  });

  it('reach what is said about the relatives of a child, and not about the child of an adult', () => {
    const [grown] = adult;
    const relative = { ...grown!, id: 'p2' };
    const facts = caseWith({ from: 'private-provider', to: 'social-services', purpose: 'report-concern' });
    expect(answer({ ...facts, subjects: [EXAMPLE_CHILD, relative] })).toBe('release SoL 19:1');
    expect(answer({ ...facts, subjects: [relative, EXAMPLE_CHILD] })).toBe('refuse no-ground');
  });

  it('need the investigation to be open', () => {
    const facts = caseWith({ from: 'private-provider', to: 'social-services', purpose: 'investigate-need' });
    expect(answer({ ...facts, phase: 'measures' })).toBe('refuse no-ground');
  });
});

describe('8: a preliminary investigation', () => {
  const facts = caseWith({ from: 'police', to: 'school', category: 'preliminary-investigation', purpose: 'feedback' });
  const weighed = { ground: 'OSL 10:27', criteria: { interestClearlyOutweighs: true } } as const;

  it('leaves the police only on its leader’s word, for any purpose', () => {
    expect(answer(facts)).toBe('refer OSL 10:27 [OSL 10:27]');
    expect(answer(assessed(facts, weighed))).toBe('refer OSL 10:27 [OSL 10:27]');
    expect(answer(assessed(facts, { ...weighed, by: { name: 'B', role: 'investigation-leader' } }))).toBe(
      'release OSL 10:27',
    );
    expect(answer(consented(facts))).toBe('refer OSL 10:27 [OSL 10:27]');
  });

  it.each(['independent-school', 'association', 'private-provider', 'private-person', 'interpreter'] as const)(
    'never reaches %s',
    (to) => {
      expect(answer(consented(caseWith({ from: 'police', to, category: 'preliminary-investigation' })))).toBe(
        'refuse OSL 18:1',
      );
    },
  );

  it('is a duty to tell first where there is one, and not the police’s alone when another tells', () => {
    expect(answer({ ...facts, to: exampleParty('social-services', 'receiver'), purpose: 'report-concern' })).toBe(
      'release SoL 19:1',
    );
    expect(answer({ ...facts, from: exampleParty('customs', 'giver') })).toBe('refuse no-ground');
  });
});

describe('9: a covering consent', () => {
  const facts = caseWith({ from: 'police', to: 'association' });

  it.each([
    ['as it stands', {}, true],
    ['about another person', { person: 'p2' }, false],
    ['from its first instant', { validFrom: NOW + 1, validUntil: NOW + 9 }, false],
    ['until its last', { validFrom: NOW - 9, validUntil: NOW }, false],
    ['withdrawn now', { withdrawnAt: NOW }, false],
    ['withdrawn later', { withdrawnAt: NOW + 1 }, true],
    ['another giver', { from: [] }, false],
    ['another receiver', { to: ['police/main'] }, false],
    ['another kind of information', { categories: ['leisure'] }, false],
    ['another purpose', { purposes: PURPOSES.filter((purpose) => purpose !== 'support') }, false],
    ['one guardian short', { signatures: ['p1', 'g1'].map((signer) => ({ signer, at: NOW })) }, false],
    ['the child short', { signatures: ['g2', 'g1'].map((signer) => ({ signer, at: NOW })) }, false],
    ['signed a moment too late', { signatures: ['p1', 'g1', 'g2'].map((signer) => ({ signer, at: NOW + 1 })) }, false],
  ] as const)('%s', (_name, change, covers) => {
    expect(answer(consented(facts, change as Partial<Consent>))).toBe(covers ? 'release consent' : 'refuse no-ground');
  });

  it('is not two halves put together', () => {
    const half = (signers: readonly string[]) => ({
      ...consented(facts).consents[0]!,
      signatures: signers.map((signer) => ({ signer, at: NOW })),
    });
    expect(answer({ ...facts, consents: [half(['p1', 'g1']), half(['g2'])] })).toBe('refuse no-ground');
  });
});

describe('12 and 13: danger and silence', () => {
  it('hands danger to a person, and refuses what nothing opens', () => {
    expect(answer(caseWith({ to: 'interpreter', purpose: 'immediate-danger' }))).toBe('refer BrB 24:4 [BrB 24:4]');
    expect(answer(caseWith({ to: 'interpreter' }))).toBe('refuse no-ground');
  });
});
