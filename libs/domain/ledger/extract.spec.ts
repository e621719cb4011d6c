/** Who is told of whose reading, printed as a table that a family's adviser can read, and what must never be told. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assessment, HouseParty, Subject } from '../disclosure/case.js';
import { CATEGORIES, PROTECTIONS, type Category } from '../disclosure/vocabulary.js';
import { isShownInExtract, makeExtract, type ExtractLine, type ExtractQuestion } from './extract.js';

const CHILD = 'child-1';
const MOTHER = 'mother-1';
const AT = Date.parse('2026-11-24T09:00:00Z');
const social: HouseParty = { kind: 'social-services', authority: 'ekvalla', branch: 'individ-och-familj' };

const child = (more: Partial<Subject> = {}): Subject => ({
  id: CHILD,
  born: { year: 2011, month: 4, day: 12 },
  protection: 'none',
  guardians: [MOTHER],
  maturity: null,
  ...more,
});
const line = (more: Partial<ExtractLine> = {}): ExtractLine => ({
  day: '2026-11-24',
  act: 'read',
  category: 'leisure',
  revealsPlace: false,
  isKnown: true,
  keeper: social,
  reader: {
    kind: 'social-services',
    houseName: 'Individ och familj',
    role: 'investigator',
    staffName: 'Elin Sandberg',
  },
  ground: 'internal',
  purpose: 'investigate-need',
  times: 1,
  first: AT,
  last: AT,
  until: null,
  ...more,
});
const to = (view: 'subject' | 'guardian', more: Partial<ExtractQuestion> = {}): ExtractQuestion => ({
  asOf: AT,
  view,
  viewerId: view === 'subject' ? CHILD : MOTHER,
  subject: child(),
  assessments: [],
  consents: [],
  signed: [],
  namesStaff: false,
  ...more,
});
const assessed = (
  ground: Assessment['ground'],
  criteria: object,
  viewer: string,
  categories: Category[],
): Assessment => ({
  ground,
  person: CHILD,
  from: 'ekvalla/individ-och-familj',
  to: `person:${viewer}`,
  categories,
  criteria: { ...criteria },
  by: { name: 'Elin', role: 'investigator' },
  at: AT - 1,
  until: AT + 1,
});
const shown = (category: Category, question: ExtractQuestion) => isShownInExtract(line({ category }), question);

describe('which lines are shown', () => {
  it('by category, to the person and to a guardian', () => {
    const table = CATEGORIES.map(
      (category) =>
        `${category}: ${['subject', 'guardian'].filter((view) => shown(category, to(view as 'subject'))).join(' ') || '–'}`,
    );
    expect(table).toEqual([
      'situational-picture: subject guardian',
      'report-content: –',
      'report-feedback: subject guardian',
      'school-attendance-and-results: subject guardian',
      'student-health: subject guardian',
      'student-support: subject guardian',
      'nomination: subject guardian',
      'home-and-family: subject',
      'housing-and-economy: subject guardian',
      'health-and-psychiatry: subject guardian',
      'addiction: subject guardian',
      'crime-and-suspicion: –',
      'preliminary-investigation: –',
      'associates-and-network: subject guardian',
      'leisure: subject guardian',
      'whereabouts: subject guardian',
      'contact-details: subject guardian',
      'assessment-results: subject guardian',
      'threat-assessment: –',
      'measures-and-plan: subject guardian',
    ]);
  });

  it('none to a guardian when the child decides alone, or when it would harm the child seriously', () => {
    const alone = to('guardian', { subject: child({ maturity: 'child' }) });
    const harm = to('guardian', { assessments: [assessed('OSL 12:3', { seriousHarm: true }, MOTHER, ['leisure'])] });
    for (const category of CATEGORIES) expect([shown(category, alone), shown(category, harm)]).toEqual([false, false]);
    expect(shown('leisure', to('subject', { subject: child({ maturity: 'child' }) }))).toBe(true);
  });

  it('what went to others by the viewer’s own consent, unless the rule says no', () => {
    const signed = [
      {
        from: ['ekvalla/individ-och-familj'],
        categories: ['home-and-family', 'preliminary-investigation'] as Category[],
      },
    ];
    const received = (category: Category, question: ExtractQuestion, more: Partial<ExtractLine> = {}) =>
      isShownInExtract(line({ category, act: 'received', ground: 'consent', ...more }), question);
    const mother = to('guardian', { signed });
    expect(received('home-and-family', mother)).toBe(true);
    expect(received('home-and-family', to('guardian'))).toBe(false);
    expect(received('home-and-family', mother, { ground: 'SoL 19:1' })).toBe(false);
    expect(received('home-and-family', mother, { keeper: { ...social, branch: 'another' } })).toBe(false);
    // Not signed for, secret in itself, harmful, or the child's own to know.
    expect(received('crime-and-suspicion', mother)).toBe(false);
    expect(received('preliminary-investigation', to('subject', { signed }))).toBe(false);
    const harm = [assessed('OSL 12:3', { seriousHarm: true }, MOTHER, ['home-and-family'])];
    expect(received('home-and-family', to('guardian', { signed, assessments: harm }))).toBe(false);
    expect(received('home-and-family', to('guardian', { signed, subject: child({ maturity: 'child' }) }))).toBe(false);
    expect(received('home-and-family', to('guardian', { signed, viewerId: 'stranger' }))).toBe(false);
  });

  it('none to someone else’s guardian, and none to a guardian of a person who has come of age', () => {
    expect(shown('leisure', to('guardian', { viewerId: 'stranger' }))).toBe(false);
    expect(shown('leisure', to('guardian', { subject: child({ born: { year: 2008, month: 11, day: 24 } }) }))).toBe(
      false,
    );
  });

  it('none that tells of a report before anybody has told the family of it', () => {
    for (const view of ['subject', 'guardian'] as const) {
      for (const category of [...CATEGORIES, null])
        expect(isShownInExtract(line({ category, isKnown: false }), to(view))).toBe(false);
      const viewer = view === 'subject' ? CHILD : MOTHER;
      const harmless = assessed(view === 'subject' ? 'OSL 12:1' : 'OSL 12:3', { harmless: true }, viewer, [
        'report-content',
      ]);
      expect(isShownInExtract(line({ isKnown: false }), to(view, { assessments: [harmless] }))).toBe(true);
      expect(isShownInExtract(line({ category: 'report-content' }), to(view, { assessments: [harmless] }))).toBe(true);
    }
  });

  it('none about a place or a way to reach a protected child to a guardian, whatever its grade', () => {
    for (const protection of PROTECTIONS.filter((grade) => grade !== 'none')) {
      const guardian = to('guardian', { subject: child({ protection }) });
      expect(isShownInExtract(line({ category: 'school-attendance-and-results', revealsPlace: true }), guardian)).toBe(
        false,
      );
      expect([shown('contact-details', guardian), shown('whereabouts', guardian)]).toEqual([false, false]);
      expect(shown('contact-details', to('subject', { subject: child({ protection }) }))).toBe(true);
    }
  });

  it('one’s own looks always, and what an association wrote down as what any other house did', () => {
    expect(isShownInExtract(line({ act: 'own', isKnown: false }), to('guardian'))).toBe(true);
    const keeper: HouseParty = { kind: 'association', authority: 'ekvalla-if', branch: 'fotboll' };
    expect(isShownInExtract(line({ keeper, category: 'crime-and-suspicion' }), to('guardian'))).toBe(false);
    expect(isShownInExtract(line({ keeper, category: 'leisure' }), to('guardian'))).toBe(true);
  });
});

describe('how they are shown', () => {
  it('house and role, the name only where the municipality has chosen so', () => {
    const [one] = makeExtract([line()], to('guardian'));
    expect(one?.reader).toEqual({
      kind: 'social-services',
      houseName: 'Individ och familj',
      role: 'investigator',
      staffName: null,
    });
    expect(makeExtract([line()], to('guardian', { namesStaff: true }))[0]?.reader?.staffName).toBe('Elin Sandberg');
  });

  it('of a protected child neither who is named nor, to a guardian, the name of any house', () => {
    for (const protection of PROTECTIONS.filter((grade) => grade !== 'none')) {
      const of = (view: 'subject' | 'guardian') => to(view, { subject: child({ protection }), namesStaff: true });
      expect(makeExtract([line()], of('guardian'))[0]?.reader).toMatchObject({ houseName: null, staffName: null });
      expect(makeExtract([line()], of('subject'))[0]?.reader).toMatchObject({
        houseName: 'Individ och familj',
        staffName: null,
      });
    }
  });

  it('as one row what looks the same, newest first', () => {
    const lines = [
      line({ times: 2, first: AT - 50, last: AT - 10, category: 'student-support' }),
      line({ times: 1, first: AT - 90, last: AT - 80, category: 'school-attendance-and-results' }),
      line({ times: 1, act: 'own', reader: null, category: null, last: AT }),
    ];
    expect(makeExtract(lines, to('subject'))).toMatchObject([
      { topic: 'who-you-are', act: 'own', reader: null },
      { topic: 'school', times: 3, first: AT - 90, last: AT - 10 },
    ]);
  });

  it('property: nothing shown carries a category, a case or a house’s secret name of the rules', () => {
    const anyLine = fc.record({
      category: fc.constantFrom(...CATEGORIES),
      revealsPlace: fc.boolean(),
      isKnown: fc.boolean(),
      act: fc.constantFrom('read', 'search', 'export', 'override', 'received'),
    });
    const keys = ['act', 'day', 'first', 'ground', 'last', 'purpose', 'reader', 'times', 'topic', 'until'];
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), fc.constantFrom(...PROTECTIONS), (some, protection) => {
        const made = makeExtract(
          some.map((one) => line(one as Partial<ExtractLine>)),
          to('guardian', { subject: child({ protection }) }),
        );
        for (const group of made) expect(Object.keys(group).sort()).toEqual(keys);
      }),
    );
  });
});
