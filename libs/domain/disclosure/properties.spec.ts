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
import { reasonFor } from './reasons.js';
import { CATEGORIES, PARTY_KINDS, PURPOSES } from './vocabulary.js';

const OPENNESS = { refuse: 0, refer: 1, release: 2 } as const;
const openness = (decision: Decision): number => OPENNESS[decision.outcome];
const RUNS = { numRuns: 300 };

/** The smallest world in which the promise is broken, or null when none was found. */
const brokenBy = <T extends unknown[]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  promise: (...values: T) => boolean,
): unknown =>
  fc.check(
    fc.property(fc.tuple<T>(...arbitraries), (values) => promise(...values)),
    RUNS,
  ).counterexample;

/** Some of a list, chosen by a number, so that shrinking stays simple. */
const some = <T>(list: readonly T[], bits: number): readonly T[] =>
  list.filter((_, index) => ((bits >> (index % 30)) & 1) === 1);

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
      brokenBy([randomCase], (facts) => {
        const turned = {
          ...facts,
          consents: [...facts.consents].reverse(),
          assessments: [...facts.assessments].reverse(),
        };
        return JSON.stringify(decideDisclosure(turned)) === JSON.stringify(decideDisclosure(facts));
      }),
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
