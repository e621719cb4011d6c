/** Random worlds for the properties: few houses and people, so that consents and assessments often meet the question asked. */
import fc from 'fast-check';
import type { Assessment, Consent, DisclosureCase, Party, Subject } from '#domain/disclosure/case.js';
import { exampleParty } from '#domain/disclosure/example-case.js';
import { ASSESSABLE_GROUNDS } from '#domain/disclosure/grounds.js';
import { ASSESSED_GROUND_ROWS } from '#domain/disclosure/assessed-grounds.js';
import { writtenHouse } from '#domain/disclosure/parties.js';
import {
  CATEGORIES,
  FORMS,
  MATURITIES,
  PARTY_KINDS,
  PHASES,
  PROTECTIONS,
  PURPOSES,
} from '#domain/disclosure/vocabulary.js';

const HOUR = 3_600_000;
/** The months around which the grounds of 2025 come into force. */
const START = Date.UTC(2025, 2, 1);
const anInstant = fc.integer({ min: 0, max: 24 * 400 }).map((hours) => START + hours * HOUR);

/** Mostly the wanted one, or it would hardly ever be met. */
const mostly = <T>(wanted: T, others: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(wanted) }, { weight: 1, arbitrary: others });

const aParty = (role: 'giver' | 'receiver'): fc.Arbitrary<Party> =>
  fc.constantFrom(...PARTY_KINDS).map((kind) => exampleParty(kind, role));

const aSubject = (id: string): fc.Arbitrary<Subject> =>
  fc.record({
    id: fc.constant(id),
    born: fc.record({
      year: fc.integer({ min: 2003, max: 2016 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    protection: mostly('none', fc.constantFrom(...PROTECTIONS)),
    guardians: fc.subarray(['g1', 'g2']),
    maturity: fc.option(fc.constantFrom(...MATURITIES)),
  });

type Asked = Omit<DisclosureCase, 'consents' | 'assessments'>;

const asked: fc.Arbitrary<Asked> = fc
  .tuple(aParty('giver'), aParty('receiver'), fc.integer({ min: 0, max: 9 }))
  .chain(([from, to, oneHouse]) =>
    fc.record({
      asOf: anInstant,
      from: fc.constant(oneHouse === 0 ? to : from),
      to: fc.constant(to),
      subjects: fc.oneof(fc.tuple(aSubject('p1')), fc.tuple(aSubject('p1'), aSubject('p2'))),
      category: fc.constantFrom(...CATEGORIES),
      personData: mostly(true, fc.boolean()),
      form: mostly('mash', fc.constantFrom(...FORMS)),
      phase: fc.constantFrom(...PHASES),
      purpose: fc.constantFrom(...PURPOSES),
      recipientAssigned: fc.boolean(),
      recipientNamed: fc.boolean(),
      revealsPlace: mostly(false, fc.boolean()),
      reportedBy: mostly<string | null>(writtenHouse(to), fc.constant(null)),
      childSignsFrom: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    }),
  );

const aConsent = (facts: Asked): fc.Arbitrary<Consent> =>
  fc.record({
    id: fc.uuid(),
    person: fc.constantFrom(...facts.subjects.map(({ id }) => id)),
    from: mostly<readonly string[]>([writtenHouse(facts.from)], fc.constant([])),
    to: mostly<readonly string[]>([writtenHouse(facts.to)], fc.constant([])),
    categories: mostly([facts.category], fc.subarray([...CATEGORIES])),
    purposes: mostly([facts.purpose], fc.subarray([...PURPOSES])),
    validFrom: mostly(facts.asOf - HOUR, anInstant),
    validUntil: mostly(facts.asOf + 24 * 90 * HOUR, anInstant),
    withdrawnAt: mostly<number | null>(null, anInstant),
    signatures: mostly(['p1', 'p2', 'g1', 'g2'], fc.subarray(['p1', 'p2', 'g1', 'g2'])).chain((signers) =>
      fc.tuple(
        ...signers.map((signer) => fc.record({ signer: fc.constant(signer), at: mostly(facts.asOf, anInstant) })),
      ),
    ),
  });

const FOUND = [...new Set([...ASSESSED_GROUND_ROWS.flatMap((row) => row.criteria), 'harmless', 'safeForThePerson'])];

const anAssessment = (facts: Asked): fc.Arbitrary<Assessment> =>
  fc.record({
    ground: fc.constantFrom(...ASSESSABLE_GROUNDS),
    person: fc.constantFrom(...facts.subjects.map(({ id }) => id)),
    from: mostly(writtenHouse(facts.from), fc.constant('x/y')),
    to: mostly(writtenHouse(facts.to), fc.constantFrom('person:g1', 'person:g2')),
    categories: mostly([facts.category], fc.subarray([...CATEGORIES])),
    criteria: fc.record({
      seriousHarm: fc.constantFrom<unknown>(true, false, 'true'),
      ...Object.fromEntries(
        FOUND.map((name) => [name, mostly<unknown>(true, fc.constantFrom<unknown>(1, 'yes', false))]),
      ),
    }),
    by: fc.record({ name: fc.constant('A. Berg'), role: fc.constantFrom('investigation-leader', 'social-secretary') }),
    at: mostly(facts.asOf - HOUR, anInstant),
    until: mostly(facts.asOf + 24 * 90 * HOUR, anInstant),
  });

export const randomCase: fc.Arbitrary<DisclosureCase> = asked.chain((facts) =>
  fc.record({
    ...(Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, fc.constant(value)])) as {
      [K in keyof Asked]: fc.Arbitrary<Asked[K]>;
    }),
    consents: fc.array(aConsent(facts), { maxLength: 3 }),
    assessments: fc.array(anAssessment(facts), { maxLength: 4 }),
  }),
);
