/** Each assessed ground: exactly which givers, receivers, purposes, categories, ages and days it is for. */
import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '../kernel/instant.js';
import { ASSESSED_GROUND_ROWS } from './assessed-grounds.js';
import type { Assessment, DisclosureCase } from './case.js';
import { decideDisclosure } from './decide-disclosure.js';
import { EXAMPLE_CASE, EXAMPLE_CHILD, exampleParty } from './example-case.js';
import { ASSESSED_GROUNDS } from './grounds.js';
import { writtenHouse } from './parties.js';
import type { Category, PartyKind, Purpose } from './vocabulary.js';
import { CATEGORIES, PARTY_KINDS, PURPOSES } from './vocabulary.js';

const bornIn = (year: number) => [{ ...EXAMPLE_CHILD, born: { year, month: 1, day: 1 } }];
const ADULT = bornIn(1990);
const AUTHORITIES: readonly PartyKind[] = PARTY_KINDS.slice(0, 10);
const LAW: readonly PartyKind[] = ['police', 'security-police', 'customs'];
const CARE: readonly PartyKind[] = ['social-services', 'sis', 'health-care'];
const ofCare: readonly Purpose[] = ['support', 'investigate-need'];
const againstCrime: readonly Purpose[] = ['prevent-crime', 'report-crime'];
const free: readonly PartyKind[] = AUTHORITIES.filter((kind) => !CARE.includes(kind));

interface Expected {
  readonly givers: readonly PartyKind[];
  readonly receivers: readonly PartyKind[];
  readonly purposes: readonly Purpose[];
  readonly categories?: readonly Category[];
  readonly withStudentHealth: readonly PartyKind[];
  readonly oldest?: number;
}

const notSuspicion = CATEGORIES.filter((category) => category !== 'crime-and-suspicion');
/** The table of the rule, written once more and by hand. */
const TABLE: Readonly<Record<(typeof ASSESSED_GROUNDS)[number], Expected>> = {
  'OSL 26:9': {
    givers: ['social-services', 'sis'],
    withStudentHealth: ['social-services', 'sis'],
    receivers: CARE,
    purposes: ofCare,
    oldest: 17,
  },
  'OSL 25:12': {
    givers: ['health-care'],
    withStudentHealth: ['health-care'],
    receivers: CARE,
    purposes: ofCare,
    oldest: 17,
  },
  'OSL 26:9a': {
    givers: ['social-services'],
    withStudentHealth: [],
    receivers: PARTY_KINDS,
    purposes: ['feedback'],
    categories: ['report-feedback'],
    oldest: 17,
  },
  'OSL 10:20': {
    givers: ['social-services', 'sis'],
    withStudentHealth: ['social-services', 'sis'],
    receivers: ['police'],
    purposes: ['immediate-danger'],
    oldest: 17,
  },
  'OSL 10:18a': {
    givers: ['social-services', 'sis'],
    withStudentHealth: ['social-services', 'sis'],
    receivers: LAW,
    purposes: ['prevent-crime'],
    categories: notSuspicion,
    oldest: 20,
  },
  'OSL 10:18c': {
    givers: CARE,
    withStudentHealth: CARE,
    receivers: ['police'],
    purposes: ['prevent-crime'],
    categories: notSuspicion,
  },
  '2025:170 7': {
    givers: ['school', 'independent-school'],
    withStudentHealth: [],
    receivers: LAW,
    purposes: againstCrime,
  },
  '2025:170 6': { givers: ['leisure'], withStudentHealth: ['leisure'], receivers: LAW, purposes: againstCrime },
  '2025:170 5': {
    givers: ['prison-and-probation', 'employment-service'],
    withStudentHealth: ['prison-and-probation', 'employment-service'],
    receivers: LAW,
    purposes: againstCrime,
  },
  'OSL 10:21': {
    givers: CARE,
    withStudentHealth: [...CARE, 'school'],
    receivers: ['police'],
    purposes: ['report-crime'],
  },
  'OSL 10:23': {
    givers: CARE,
    withStudentHealth: [...CARE, 'school'],
    receivers: ['police'],
    purposes: ['report-crime'],
  },
  'OSL 10:24': {
    givers: free,
    withStudentHealth: free.filter((kind) => kind !== 'school'),
    receivers: ['police'],
    purposes: ['report-crime'],
  },
  'OSL 10:15a': {
    givers: AUTHORITIES.filter((kind) => kind !== 'health-care'),
    withStudentHealth: AUTHORITIES.filter((kind) => kind !== 'health-care' && kind !== 'school'),
    receivers: AUTHORITIES,
    purposes: ['prevent-crime'],
  },
  'OSL 10:27': {
    givers: free,
    withStudentHealth: free.filter((kind) => kind !== 'school'),
    receivers: AUTHORITIES,
    purposes: PURPOSES.filter((purpose) => purpose !== 'feedback'),
  },
};

const AT_WORK: Partial<DisclosureCase> = { phase: 'none', category: 'housing-and-economy' };
const asked = (
  from: PartyKind,
  to: PartyKind,
  purpose: Purpose,
  change: Partial<DisclosureCase> = {},
): DisclosureCase => {
  const receiver = exampleParty(to, 'receiver');
  return {
    ...EXAMPLE_CASE,
    ...AT_WORK,
    from: exampleParty(from, 'giver'),
    to: receiver,
    purpose,
    reportedBy: writtenHouse(receiver),
    ...change,
  };
};
const candidatesOf = (facts: DisclosureCase): readonly string[] => {
  const decision = decideDisclosure(facts);
  return decision.outcome === 'refer' ? (decision.candidates ?? []) : [];
};

/** The rows before the assessed grounds would answer first there. */
const answeredEarlier = (from: PartyKind, to: PartyKind, purpose: Purpose, isChild: boolean): boolean =>
  ['subject', 'guardian', 'private-person', 'association'].includes(from) ||
  to === 'subject' ||
  (to === 'guardian' && isChild) ||
  (purpose === 'report-concern' && to === 'social-services' && isChild && from !== 'interpreter');

describe.each(ASSESSED_GROUNDS)('%s', (ground) => {
  const row = ASSESSED_GROUND_ROWS.find((one) => one.ground === ground)!;
  const table = TABLE[ground];

  it.each([
    ['a child', EXAMPLE_CASE.subjects, 14],
    ['a twenty-year-old', bornIn(2006), 20],
    ['an adult', ADULT, 36],
  ] as const)('stands for %s with whom, and for what, the law says', (_name, subjects, age) => {
    const wrong: string[] = [];
    for (const from of PARTY_KINDS)
      for (const to of PARTY_KINDS)
        for (const purpose of PURPOSES)
          for (const category of [
            'housing-and-economy',
            'student-health',
            'crime-and-suspicion',
            'report-feedback',
          ] as const) {
            if (answeredEarlier(from, to, purpose, age < 18)) continue;
            const givers = category === 'student-health' ? table.withStudentHealth : table.givers;
            const applies =
              givers.includes(from) &&
              table.receivers.includes(to) &&
              table.purposes.includes(purpose) &&
              (table.categories ?? CATEGORIES).includes(category) &&
              age <= (table.oldest ?? age);
            if (candidatesOf(asked(from, to, purpose, { category, subjects })).includes(ground) !== applies)
              wrong.push(`${from} → ${to}, ${purpose}, ${category}`);
          }
    expect(wrong).toEqual([]);
  });

  const from = table.givers[0]!;
  const to = table.receivers.find((kind) => kind !== 'social-services' && kind !== 'security-police')!;
  const purpose = table.purposes[0]!;
  const category = table.categories?.[0] ?? 'housing-and-economy';
  const facts = asked(from, to, purpose, { category });
  const assessment = (change: Partial<Assessment> = {}): Assessment => ({
    ground,
    person: 'p1',
    from: writtenHouse(facts.from),
    to: writtenHouse(facts.to),
    categories: [category],
    criteria: Object.fromEntries(row.criteria.map((name) => [name, true])),
    by: { name: 'A. Berg', role: 'social-secretary' },
    at: facts.asOf,
    until: facts.asOf + 1,
    ...change,
  });
  const released = { outcome: 'release', ground };

  it('releases what has been assessed with every criterion', () => {
    expect(decideDisclosure({ ...facts, assessments: [assessment()] })).toEqual(released);
  });

  it.each([
    ['another person', { person: 'p2' }],
    ['another giver', { from: 'x/y' }],
    ['another receiver', { to: 'x/y' }],
    ['another category', { categories: ['nomination'] }],
    ['not yet', { at: facts.asOf + 1, until: facts.asOf + 2 }],
    ['no longer', { at: facts.asOf - 1, until: facts.asOf }],
    ['another ground', { ground: 'OSL 21:3' }],
    ['no criteria', { criteria: {} }],
    [
      'criteria inherited, not recorded',
      {
        criteria: Object.create(Object.fromEntries(row.criteria.map((name) => [name, true]))) as Record<
          string,
          unknown
        >,
      },
    ],
  ] as const)('does not when it is for %s', (_name, change) => {
    expect(decideDisclosure({ ...facts, assessments: [assessment(change as Partial<Assessment>)] }).outcome).toBe(
      'refer',
    );
  });

  it.each(row.criteria)('does not when %s is anything but true', (name) => {
    for (const value of [false, 1, 'true', 'yes', null, {}, [true]]) {
      const assessments = [assessment({ criteria: { ...assessment().criteria, [name]: value } })];
      expect(decideDisclosure({ ...facts, assessments }).outcome).toBe('refer');
    }
  });

  it('is in force from midnight in Stockholm on its day', () => {
    const starts: Readonly<Record<string, string>> = {
      'OSL 10:18a': '2025-03-31T22:00:00Z',
      'OSL 10:18c': '2025-03-31T22:00:00Z',
      '2025:170 7': '2025-03-31T22:00:00Z',
      '2025:170 6': '2025-03-31T22:00:00Z',
      '2025:170 5': '2025-03-31T22:00:00Z',
      'OSL 10:15a': '2025-11-30T23:00:00Z',
    };
    const start = starts[ground] === undefined ? parseInstant('2020-01-01T00:00:00Z')! : parseInstant(starts[ground])!;
    expect(candidatesOf({ ...facts, asOf: start })).toContain(ground);
    expect(candidatesOf({ ...facts, asOf: start - 1 }).includes(ground)).toBe(starts[ground] === undefined);
  });

  it('is nothing where the municipality’s lawyer has switched it off or narrowed it away', () => {
    const told = { ...facts, assessments: [assessment()] };
    expect(
      decideDisclosure(told, {
        narrowed: { [ground]: { categories: [category], purposes: [purpose], receivers: [to] } },
      }),
    ).toEqual(released);
    expect(decideDisclosure(told, { switchedOff: [ground] }).ground).not.toBe(ground);
    expect(decideDisclosure(told, { narrowed: { [ground]: { categories: ['nomination'] } } }).ground).not.toBe(ground);
    expect(decideDisclosure(told, { narrowed: { [ground]: { purposes: [] } } }).ground).not.toBe(ground);
    expect(decideDisclosure(told, { narrowed: { [ground]: { receivers: ['interpreter'] } } }).ground).not.toBe(ground);
  });
});

describe('the assessed grounds together', () => {
  it('stand in the order of the catalogue, each with its law', () => {
    expect(ASSESSED_GROUND_ROWS.map((row) => row.ground)).toEqual([...ASSESSED_GROUNDS]);
    expect(ASSESSED_GROUND_ROWS.map((row) => row.citation.checked)).toEqual(ASSESSED_GROUNDS.map(() => '2026-02'));
  });

  it('reach the relative of a child under care, but judge danger and crime by the relative’s own age', () => {
    const relative = { ...ADULT[0]!, id: 'p2' };
    const subjects = [relative];
    const both = [EXAMPLE_CHILD, relative];
    expect(candidatesOf(asked('social-services', 'sis', 'support', { subjects: both }))).toEqual(['OSL 26:9']);
    expect(candidatesOf(asked('social-services', 'sis', 'support', { subjects }))).toEqual([]);
    const danger = asked('sis', 'police', 'immediate-danger', { subjects: [relative, EXAMPLE_CHILD] });
    expect(candidatesOf(danger)).toEqual(['BrB 24:4']);
    expect(candidatesOf({ ...danger, subjects: both })).toEqual(['OSL 10:20']);
  });

  it('give feedback only to the house that reported', () => {
    const facts = asked('social-services', 'school', 'feedback', { category: 'report-feedback' });
    expect(candidatesOf(facts)).toEqual(['OSL 26:9a']);
    expect(candidatesOf({ ...facts, reportedBy: 'another/school' })).toEqual([]);
    expect(candidatesOf({ ...facts, reportedBy: null })).toEqual([]);
  });
});
