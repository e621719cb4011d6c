/** Random worlds for the two locks: people near their birthdays, custody, consents, assessments, items and shares, as plain facts. */
import fc from 'fast-check';
import { ASSESSED_GROUND_ROWS } from '#domain/disclosure/assessed-grounds.js';
import type { NarrowedTo, TownLimits } from '#domain/disclosure/decision.js';
import {
  OPENING_GROUNDS,
  RECORDED_GROUNDS,
  type OpeningGround,
  type RecordedGround,
} from '#domain/disclosure/grounds.js';
import { calendarDate, daysInMonth, type CalendarDate } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import {
  CATEGORIES,
  FORMS,
  MATURITIES,
  PARTY_KINDS,
  PHASES,
  PROTECTIONS,
  PURPOSES,
  type Category,
  type Form,
  type Maturity,
  type Phase,
  type Protection,
  type Purpose,
} from '#domain/disclosure/vocabulary.js';

/** The houses of the demonstration town that have a reader in the test. */
export const HOUSES = [
  'ekvalla-soc/individ-och-familj',
  'polisen/lpo-ekvalla',
  'ekvalla-skola/grundskola',
  'ekvalla-fritid/fritid',
  'regionen/bup',
] as const;
export type House = (typeof HOUSES)[number];

/** Hours from the world's beginning; days are civil days from its first. */
type Hours = number;

export interface WorldPerson {
  /** Days that the person lacks to, or is past, the birthday of `age`. */
  readonly age: number;
  readonly days: number;
  readonly protection: Protection;
  readonly maturity: Maturity | null;
  readonly custody: readonly { readonly guardian: number; readonly from: number; readonly until: number | null }[];
}
export interface WorldConsent {
  readonly about: number;
  readonly from: readonly House[];
  readonly to: readonly House[];
  readonly categories: readonly Category[];
  readonly purposes: readonly Purpose[];
  readonly validFrom: Hours;
  readonly validUntil: Hours;
  readonly withdrawnAt: Hours | null;
  /** Renewed, called off or over by then. */
  readonly endedAt: Hours | null;
  /** The number of the item that says to the family why it is asked. */
  readonly why: number;
  readonly signers: readonly {
    /** `child` or the number of a guardian. */
    readonly who: 'self' | number;
    readonly at: Hours | null;
    readonly refusedHouses: readonly House[];
    readonly refusedCategories: readonly Category[];
  }[];
}
export interface WorldAssessment {
  readonly about: number;
  readonly ground: RecordedGround;
  readonly from: House;
  readonly to: House | number;
  readonly categories: readonly Category[];
  readonly criteria: Readonly<Record<string, unknown>>;
  readonly role: string;
  readonly at: Hours;
  readonly until: Hours;
}
export interface WorldItem {
  readonly giver: House;
  readonly category: Category;
  readonly form: Form;
  readonly phase: Phase;
  readonly personData: boolean;
  readonly revealsPlace: boolean;
  readonly reportedBy: House | null;
  readonly subjects: readonly number[];
  readonly shares: readonly {
    readonly to: House;
    readonly purpose: Purpose;
    readonly from: Hours;
    readonly until: Hours | null;
  }[];
}
/** What happens after everything was shared and before it is read: the ranges were computed before it. */
export type WorldChange =
  | { readonly kind: 'nothing' }
  /** An item belongs to another part of the work than when it was shared. */
  | { readonly kind: 'phase'; readonly item: number; readonly phase: Phase }
  /** Somebody begins or ends to work on the case. */
  | { readonly kind: 'assignment'; readonly reader: string }
  /** Somebody leaves the post in which they sit in the group of the case. */
  | { readonly kind: 'membership'; readonly reader: string };
/** What a ground stands on, changed after the sharing; a number counts round what the world has of its kind. */
export type FactChange =
  | { readonly kind: 'withdraw'; readonly consent: number }
  | {
      readonly kind: 'narrow';
      readonly consent: number;
      readonly signer: number;
      readonly houses: readonly House[];
      readonly categories: readonly Category[];
    }
  | { readonly kind: 'end-custody'; readonly about: number; readonly custody: number }
  | { readonly kind: 'maturity'; readonly about: number; readonly maturity: Maturity | null }
  | { readonly kind: 'protection'; readonly about: number; readonly protection: Protection }
  | { readonly kind: 'lift'; readonly assessment: number }
  | { readonly kind: 'settings'; readonly childSignsFrom: number | null; readonly limits: TownLimits };
export interface LockWorld {
  readonly people: readonly [WorldPerson, WorldPerson];
  readonly consents: readonly WorldConsent[];
  readonly assessments: readonly WorldAssessment[];
  readonly items: readonly WorldItem[];
  /** Which reader works on the case. */
  readonly assigned: Readonly<Record<string, boolean>>;
  /** Readers on the short list of each person. */
  readonly named: readonly [readonly string[], readonly string[]];
  readonly childSignsFrom: number | null;
  /** What the municipality's lawyer has switched off or narrowed. */
  readonly limits: TownLimits;
  /** Whether the shares were there before the consents and assessments: their ranges are then recomputed, not computed. */
  readonly sharedFirst: boolean;
  readonly change: WorldChange;
  /** What happens after that, one after the other. */
  readonly facts: readonly FactChange[];
  /** Days ahead at which everything is asked again: the ranges were computed once, at the beginning. */
  readonly later: number;
}

export const READERS = ['maria', 'sara', 'marcus', 'lena', 'hassan'] as const;

const mostly = <T>(wanted: T, others: fc.Arbitrary<T>, weight = 6): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(wanted) }, { weight: 1, arbitrary: others });
const hours = fc.integer({ min: -24 * 40, max: 24 * 400 });
const past = fc.integer({ min: -24 * 90, max: -1 });
const house = fc.constantFrom<House>(...HOUSES);
const category = fc.constantFrom<Category>(
  'measures-and-plan',
  'crime-and-suspicion',
  'report-content',
  'report-feedback',
  'school-attendance-and-results',
  ...CATEGORIES,
);

const person: fc.Arbitrary<WorldPerson> = fc.record({
  age: fc.constantFrom(12, 13, 15, 18, 18, 21),
  days: fc.integer({ min: -45, max: 420 }),
  protection: mostly<Protection>('none', fc.constantFrom(...PROTECTIONS), 4),
  maturity: mostly<Maturity | null>(null, fc.constantFrom(...MATURITIES), 3),
  custody: fc.subarray([0, 1]).chain((guardians) =>
    fc.tuple(
      ...guardians.map((guardian) =>
        fc.record({
          guardian: fc.constant(guardian),
          from: mostly(-1000, fc.integer({ min: -30, max: 100 })),
          until: mostly<number | null>(null, fc.integer({ min: 101, max: 380 })),
        }),
      ),
    ),
  ),
});

const consent: fc.Arbitrary<WorldConsent> = fc.record({
  about: mostly(0, fc.constant(1), 3),
  from: mostly<readonly House[]>([...HOUSES], fc.subarray([...HOUSES])),
  to: mostly<readonly House[]>([...HOUSES], fc.subarray([...HOUSES])),
  categories: mostly<readonly Category[]>([...CATEGORIES], fc.subarray([...CATEGORIES])),
  purposes: mostly<readonly Purpose[]>([...PURPOSES], fc.subarray([...PURPOSES])),
  validFrom: mostly(-24 * 30, hours),
  validUntil: fc
    .integer({ min: 24 * 401, max: 24 * 500 })
    .chain((late) => mostly(late, fc.integer({ min: 24 * 20, max: 24 * 400 }), 2)),
  withdrawnAt: mostly<number | null>(null, hours),
  endedAt: mostly<number | null>(null, hours),
  why: fc.nat(4),
  signers: fc.tuple(
    ...(['self', 0, 1] as const).map((who) =>
      fc.record({
        who: fc.constant(who),
        at: mostly<number | null>(-24 * 20, fc.oneof(fc.constant(null), hours)),
        refusedHouses: mostly<readonly House[]>([], fc.subarray([...HOUSES])),
        refusedCategories: mostly<readonly Category[]>([], fc.subarray([...CATEGORIES])),
      }),
    ),
  ),
});

const criteriaOf = (ground: RecordedGround): readonly string[] =>
  ground === 'OSL 12:3'
    ? ['seriousHarm', 'harmless']
    : ground === 'OSL 12:1'
      ? ['harmless']
      : ground === 'OSL 21:3'
        ? ['safeForThePerson']
        : ground === 'BrB 24:4'
          ? ['dangerNow', 'tellingIsNeeded']
          : (ASSESSED_GROUND_ROWS.find((row) => row.ground === ground)?.criteria ?? []);

const assessment: fc.Arbitrary<WorldAssessment> = fc.constantFrom(...RECORDED_GROUNDS).chain((ground) =>
  fc
    .record({
      about: mostly(0, fc.constant(1), 2),
      ground: fc.constant(ground),
      from: house,
      to: ground === 'OSL 12:3' ? fc.constantFrom<House | number>(0, 1) : fc.oneof<[fc.Arbitrary<House>]>(house),
      categories: mostly<readonly Category[]>([...CATEGORIES], fc.subarray([...CATEGORIES])),
      criteria: fc
        .tuple(...criteriaOf(ground).map(() => mostly<unknown>(true, fc.constantFrom<unknown>(false, 'true', 1, null))))
        .map((met) => Object.fromEntries(criteriaOf(ground).map((name, i) => [name, met[i]]))),
      role: mostly('investigation-leader', fc.constant('investigator'), 2),
      at: past,
      until: fc.oneof(fc.constant(24 * 450), fc.integer({ min: 1, max: 24 * 400 })),
    })
    // What danger makes necessary holds for hours, so it is of today or of nothing.
    .map((one) =>
      ground === 'BrB 24:4' ? { ...one, at: Math.max(one.at, -6), until: Math.max(one.at, -6) + 12 } : one,
    ),
);

const item: fc.Arbitrary<WorldItem> = house.chain((giver) =>
  fc.record({
    giver: fc.constant(giver),
    category,
    form: mostly<Form>('mash', fc.constantFrom(...FORMS)),
    phase: fc.constantFrom(...PHASES),
    personData: mostly(true, fc.constant(false), 9),
    revealsPlace: mostly(false, fc.constant(true)),
    reportedBy: fc.option(house),
    subjects: fc.constantFrom<readonly number[]>([0], [0], [0, 1], [1, 0]),
    shares: fc.array(
      fc.record({
        to: fc.oneof(house, fc.constant(HOUSES[0])).filter((to) => to !== giver),
        purpose: fc.constantFrom<Purpose>('investigate-need', ...PURPOSES),
        from: mostly(-24, fc.integer({ min: 1, max: 24 * 300 })),
        until: mostly<number | null>(null, fc.integer({ min: 24 * 301, max: 24 * 420 })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

const childSignsFrom = mostly<number | null>(null, fc.integer({ min: 10, max: 16 }), 9);
const ground = fc.constantFrom<OpeningGround>(
  'consent',
  'SoL 19:1',
  'SoL 20:6',
  'OSL 12:1',
  'OSL 12:3',
  ...OPENING_GROUNDS,
);
/** Wide enough that something is often left. */
const narrowedTo: fc.Arbitrary<NarrowedTo> = fc.record(
  {
    categories: fc.subarray([...CATEGORIES], { minLength: 8 }),
    purposes: fc.subarray([...PURPOSES], { minLength: 2 }),
    receivers: fc.subarray([...PARTY_KINDS], { minLength: 6 }),
  },
  { requiredKeys: [] },
);
const someLimits: fc.Arbitrary<TownLimits> = fc.record({
  switchedOff: fc.uniqueArray(ground, { maxLength: 3 }),
  narrowed: fc.dictionary(ground, narrowedTo, { maxKeys: 4 }) as fc.Arbitrary<NonNullable<TownLimits['narrowed']>>,
});
const limits = mostly<TownLimits>({}, someLimits, 4);

const factChange: fc.Arbitrary<FactChange> = fc.oneof(
  fc.record({ kind: fc.constant('withdraw' as const), consent: fc.nat(1) }),
  fc.record({
    kind: fc.constant('narrow' as const),
    consent: fc.nat(1),
    signer: fc.nat(2),
    houses: fc.subarray([...HOUSES], { maxLength: 2 }),
    categories: fc.subarray([...CATEGORIES], { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('end-custody' as const), about: fc.nat(1), custody: fc.nat(1) }),
  fc.record({
    kind: fc.constant('maturity' as const),
    about: fc.nat(1),
    maturity: fc.option(fc.constantFrom(...MATURITIES)),
  }),
  fc.record({
    kind: fc.constant('protection' as const),
    about: fc.nat(1),
    protection: fc.constantFrom(...PROTECTIONS),
  }),
  fc.record({ kind: fc.constant('lift' as const), assessment: fc.nat(3) }),
  fc.record({ kind: fc.constant('settings' as const), childSignsFrom, limits: someLimits }),
);

export const aLockWorld: fc.Arbitrary<LockWorld> = fc.record({
  people: fc.tuple(person, person),
  consents: fc.array(consent, { maxLength: 2 }),
  assessments: fc.array(assessment, { maxLength: 4 }),
  items: fc.array(item, { minLength: 2, maxLength: 5 }),
  assigned: fc
    .tuple(...READERS.map(() => mostly(true, fc.constant(false), 5)))
    .map((works) => Object.fromEntries(READERS.map((reader, i) => [reader, works[i] ?? false]))),
  named: fc.tuple(fc.subarray([...READERS]), fc.subarray([...READERS])),
  childSignsFrom,
  limits,
  sharedFirst: mostly(false, fc.constant(true), 2),
  change: fc.oneof(
    fc.constant({ kind: 'nothing' as const }),
    fc.record({
      kind: fc.constant('phase' as const),
      item: fc.nat(4),
      phase: mostly<Phase>('investigation', fc.constantFrom(...PHASES), 1),
    }),
    fc.record({ kind: fc.constant('assignment' as const), reader: fc.constantFrom(...READERS) }),
    fc.record({ kind: fc.constant('membership' as const), reader: fc.constantFrom(...READERS) }),
  ),
  facts: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 6, arbitrary: fc.array(factChange, { minLength: 1, maxLength: 4, size: 'max' }) },
  ),
  later: fc.integer({ min: 1, max: 410 }),
});

/** The day of birth that leaves them so many days from the birthday. */
export function bornOf(person: WorldPerson, start: number): CalendarDate {
  const { year, month, day } = calendarDate(civilDayOf(start) + person.days);
  const born = year - person.age;
  return { year: born, month, day: Math.min(day, daysInMonth(born, month)) };
}
