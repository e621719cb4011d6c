/** What must be true of every world, however odd: the promises that the rules give to the family and to the lawyer. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDay } from '../kernel/civil-day.js';
import { startOfDay } from '../kernel/stockholm.js';
import { ASSESSED_GROUND_ROWS } from './assessed-grounds.js';
import type { Consent, DisclosureCase } from './case.js';
import { decideDisclosure } from './decide-disclosure.js';
import type { Decision, TownLimits } from './decision.js';
import { REFER_GROUNDS, RELEASE_GROUNDS } from './grounds.js';
import type { OpeningGround } from './grounds.js';
import { randomCase } from '../../../test/support/random-disclosure.js';
import { writtenHouse } from './parties.js';
import { reasonFor } from './reasons.js';
import { CATEGORIES, PARTY_KINDS, PURPOSES, type Category, type Purpose } from './vocabulary.js';
import { whoMustSign } from './who-must-sign.js';

const OPENNESS = { refuse: 0, refer: 1, release: 2 } as const;
const openness = (decision: Decision): number => OPENNESS[decision.outcome];
const RUNS = { numRuns: 300 };
/** Where two of a list have to bear upon one answer, which is seldom. */
const MANY_RUNS = { numRuns: 2_000 };

/** The smallest world in which the promise is broken, or null when none was found. */
const brokenBy = <T extends unknown[]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  promise: (...values: T) => boolean,
  runs = RUNS,
): unknown =>
  fc.check(
    fc.property(fc.tuple<T>(...arbitraries), (values) => promise(...values)),
    runs,
  ).counterexample;

/** Some of a list, chosen by a number, so that shrinking stays simple. */
const some = <T>(list: readonly T[], bits: number): readonly T[] =>
  list.filter((_, index) => ((bits >> (index % 30)) & 1) === 1);

/** In another order: from another one on, and every other time the last one first. */
const turnedBy = <T>(list: readonly T[], by: number): readonly T[] => {
  const at = list.length === 0 ? 0 : by % list.length;
  const turned = [...list.slice(at), ...list.slice(0, at)];
  return by % 2 === 0 ? turned.reverse() : turned;
};

const narrowed = (consent: Consent, bits: number): Consent => ({
  ...consent,
  from: bits % 7 === 0 ? [] : consent.from,
  to: bits % 11 === 0 ? [] : consent.to,
  categories: some(consent.categories, bits),
  purposes: some(consent.purposes, bits >> 3),
  signatures: some(consent.signatures, bits >> 5),
  validUntil: consent.validUntil - (bits % 5 === 0 ? 1e9 : 0),
  validFrom: consent.validFrom + (bits % 3 === 0 ? 1e9 : 0),
});

/** Each way in which a consent may fail to reach what is asked, and nothing else of it is touched. */
const UNREACHING: Readonly<Record<string, (consent: Consent, facts: DisclosureCase) => Consent>> = {
  'withdrawn a moment ago': (consent, { asOf }) => ({ ...consent, withdrawnAt: asOf - 1 }),
  'withdrawn at this instant': (consent, { asOf }) => ({ ...consent, withdrawnAt: asOf }),
  'at its end': (consent, { asOf }) => ({ ...consent, validUntil: asOf }),
  'before its beginning': (consent, { asOf }) => ({ ...consent, validFrom: asOf + 1 }),
  'without what is told': (consent, { category }) => ({
    ...consent,
    categories: consent.categories.filter((one) => one !== category),
  }),
  'without what it is for': (consent, { purpose }) => ({
    ...consent,
    purposes: consent.purposes.filter((one) => one !== purpose),
  }),
  'without who gives': (consent, { from }) => ({
    ...consent,
    from: consent.from.filter((one) => one !== writtenHouse(from)),
  }),
  'without who receives': (consent, { to }) => ({
    ...consent,
    to: consent.to.filter((one) => one !== writtenHouse(to)),
  }),
  'about somebody else': (consent) => ({ ...consent, person: 'nobody' }),
  'without a name': (consent) => ({ ...consent, signatures: [] }),
  'signed too late': (consent, { asOf }) => ({
    ...consent,
    signatures: consent.signatures.map((name) => ({ ...name, at: asOf + 1 })),
  }),
  'without one of the names that are needed': (consent, facts) => {
    const about = facts.subjects.find(({ id }) => id === consent.person);
    const [missing] = about ? whoMustSign(about, facts) : [];
    return { ...consent, signatures: consent.signatures.filter(({ signer }) => signer !== missing) };
  },
};

/** Every instant after `start` and until `end` at which time may open a door. */
function openingInstants(facts: DisclosureCase, start: number, end: number): readonly number[] {
  const years = Array.from({ length: 4 }, (_, index) => 2025 + index);
  return [
    ...facts.consents.flatMap((consent) => [consent.validFrom, ...consent.signatures.map(({ at }) => at)]),
    // What kept a guardian from being told, or from having to sign, ends with the assessment of it.
    ...facts.assessments.flatMap(({ ground, at, until }) => (ground === 'OSL 12:3' ? [at, until] : [at])),
    ...ASSESSED_GROUND_ROWS.map((row) => row.inForce.fromInstant),
    ...facts.subjects.flatMap(({ born }) => years.map((year) => startOfDay(civilDay(year, born.month, born.day)))),
  ].filter((instant) => start < instant && instant <= end);
}

const hour = 3_600_000;
const ahead = fc.integer({ min: 1, max: 24 * 300 }).map((hours) => hours * hour);
const bits = fc.integer({ min: 0, max: 2 ** 30 - 1 });
const openingGround: fc.Arbitrary<OpeningGround> = fc.constantFrom(...RELEASE_GROUNDS, ...REFER_GROUNDS);
const limits: fc.Arbitrary<TownLimits> = fc.record(
  {
    switchedOff: fc.array(openingGround, { maxLength: 4 }),
    narrowed: fc.dictionary(
      openingGround,
      fc.record(
        {
          categories: fc.subarray([...CATEGORIES]),
          purposes: fc.subarray([...PURPOSES]),
          receivers: fc.subarray([...PARTY_KINDS]),
        },
        { requiredKeys: [] },
      ),
      { maxKeys: 12 },
    ) as fc.Arbitrary<NonNullable<TownLimits['narrowed']>>,
  },
  { requiredKeys: [] },
);

describe('for every world', () => {
  it('withdrawing a consent never widens', () => {
    expect(
      brokenBy([randomCase, bits, ahead], (facts, which, later) => {
        const consents = facts.consents.map((consent, index) =>
          (which >> index) & 1 && consent.withdrawnAt === null
            ? { ...consent, withdrawnAt: facts.asOf + later - 24 * 150 * hour }
            : consent,
        );
        return openness(decideDisclosure({ ...facts, consents })) <= openness(decideDisclosure(facts));
      }),
    ).toBeNull();
  });

  it('narrowing a consent, or taking it away, never widens', () => {
    expect(
      brokenBy([randomCase, bits], (facts, which) => {
        const before = openness(decideDisclosure(facts));
        const fewer = facts.consents.map((consent) => narrowed(consent, which));
        return (
          openness(decideDisclosure({ ...facts, consents: fewer })) <= before &&
          openness(decideDisclosure({ ...facts, consents: some(facts.consents, which) })) <= before
        );
      }),
    ).toBeNull();
  });

  it.each(Object.entries(UNREACHING))('a consent %s is as if it had never been', (_, spoil) => {
    expect(
      brokenBy([randomCase], (facts) => {
        const spoiled = { ...facts, consents: facts.consents.map((consent) => spoil(consent, facts)) };
        return (
          JSON.stringify(decideDisclosure(spoiled)) === JSON.stringify(decideDisclosure({ ...facts, consents: [] }))
        );
      }),
    ).toBeNull();
  });

  it.each([
    ['at its end', ({ asOf }: DisclosureCase) => ({ until: asOf })],
    ['before it was made', ({ asOf }: DisclosureCase) => ({ at: asOf + 1 })],
    ['of another kind of information', () => ({ categories: [] })],
    ['for another house', () => ({ to: 'nobody/here' })],
    ['by another house', () => ({ from: 'nobody/here' })],
    ['whose criteria are not met', () => ({ criteria: {} })],
  ])('an assessment %s is as if it had never been, save the one that keeps a guardian out', (_, spoil) => {
    expect(
      brokenBy([randomCase], (facts) => {
        const kept = facts.assessments.filter(({ ground }) => ground === 'OSL 12:3');
        const spoiled = facts.assessments.map((one) => (kept.includes(one) ? one : { ...one, ...spoil(facts) }));
        return (
          JSON.stringify(decideDisclosure({ ...facts, assessments: spoiled })) ===
          JSON.stringify(decideDisclosure({ ...facts, assessments: kept }))
        );
      }),
    ).toBeNull();
  });

  it('what a lawyer switches off or narrows never widens', () => {
    expect(
      brokenBy(
        [randomCase, limits],
        (facts, town) => openness(decideDisclosure(facts, town)) <= openness(decideDisclosure(facts)),
      ),
    ).toBeNull();
  });

  it('an assessment that lapses never widens, save the one that kept a guardian out', () => {
    expect(
      brokenBy([randomCase, bits], (facts, which) => {
        const assessments = facts.assessments.filter(
          ({ ground }, index) => ground === 'OSL 12:3' || (which >> index) & 1,
        );
        return openness(decideDisclosure({ ...facts, assessments })) <= openness(decideDisclosure(facts));
      }),
    ).toBeNull();
  });

  it('time alone never widens, save by a beginning, a birthday or the end of what kept a guardian out', () => {
    expect(
      brokenBy([randomCase, ahead], (facts, wait) => {
        const latest = facts.asOf + wait;
        const opening = Math.min(latest + 1, ...openingInstants(facts, facts.asOf, latest));
        return [Math.floor((facts.asOf + opening) / 2), opening - 1].every(
          (asOf) => openness(decideDisclosure({ ...facts, asOf })) <= openness(decideDisclosure(facts)),
        );
      }),
    ).toBeNull();
  });

  it('the order of consents and of assessments does not matter', () => {
    expect(
      brokenBy(
        [randomCase, bits],
        (facts, by) => {
          const turned = {
            ...facts,
            consents: turnedBy(facts.consents, by),
            assessments: turnedBy(facts.assessments, by >> 2),
          };
          return JSON.stringify(decideDisclosure(turned)) === JSON.stringify(decideDisclosure(facts));
        },
        MANY_RUNS,
      ),
    ).toBeNull();
  });

  it('a kind that nobody knows gives nothing and gets nothing', () => {
    expect(
      brokenBy(
        [randomCase, fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'press')), fc.boolean()],
        (facts, word, gives) => {
          const stranger = { ...(gives ? facts.from : facts.to), kind: word as 'police' } as DisclosureCase['from'];
          const decision = decideDisclosure({ ...facts, ...(gives ? { from: stranger } : { to: stranger }) });
          return (PARTY_KINDS as readonly string[]).includes(word) || decision.ground === 'no-ground';
        },
      ),
    ).toBeNull();
  });

  it.each(['category', 'purpose', 'form', 'phase', 'protection'] as const)(
    'a %s that nobody knows opens nothing, whatever else is there',
    (field) => {
      expect(
        brokenBy([randomCase, fc.constantFrom('', 'anything', '__proto__', 'constructor')], (facts, word) => {
          const strange =
            field === 'protection'
              ? { subjects: facts.subjects.map((one) => ({ ...one, protection: word as 'none' })) }
              : { [field]: word };
          const named = facts.consents.map((one) => ({
            ...one,
            categories: [...one.categories, word as Category],
            purposes: [...one.purposes, word as Purpose],
          }));
          return decideDisclosure({ ...facts, ...strange, consents: named }).ground === 'no-ground';
        }),
      ).toBeNull();
    },
  );

  it('every answer has its reasons, and candidates exactly where a person chooses among them', () => {
    expect(
      brokenBy([randomCase, limits], (facts, town) => {
        const decision = decideDisclosure(facts, town);
        const explained = reasonFor(decision, 'sv').sentence !== '' && reasonFor(decision, 'en').sentence !== '';
        if (decision.outcome !== 'refer') return explained && !('candidates' in decision);
        const alone = ['OSL 21:3', 'OSL 12:1', 'OSL 12:3'].includes(decision.ground);
        return explained && (alone ? !('candidates' in decision) : decision.candidates?.[0] === decision.ground);
      }),
    ).toBeNull();
  });

  it('the facts are left as they were', () => {
    expect(
      brokenBy([randomCase], (facts) => {
        const before = JSON.stringify(facts);
        decideDisclosure(facts);
        return JSON.stringify(facts) === before;
      }),
    ).toBeNull();
  });

  it('the random worlds meet every outcome and nearly every ground, or these properties would say little', () => {
    const met = new Set(
      fc.sample(randomCase, { numRuns: 2500, seed: 2026 }).map((facts) => {
        const { outcome, ground } = decideDisclosure(facts);
        return `${outcome} ${ground}`;
      }),
    );
    expect(met.size).toBeGreaterThanOrEqual(30);
  });
});
