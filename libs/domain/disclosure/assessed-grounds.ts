/**
 * The grounds that release only what a named official has assessed, one row each, in the order in which they are tried;
 * a changed law is a new row (OSL ch. 10, 25:12, 26:9–9 a; lagen (2025:170) 5–7 §§).
 */
import { ALWAYS, cite, inForce } from './citation.js';
import type { Citation, InForce } from './citation.js';
import type { Party } from './case.js';
import type { AssessedGround } from './grounds.js';
import { hasMedicalSecrecy, hasSocialSecrecy, isPublicAuthority, LAW_ENFORCEMENT_KINDS } from './parties.js';
import { PUBLIC_AUTHORITY_KINDS, PURPOSES } from './vocabulary.js';
import type { Category, PartyKind, Purpose } from './vocabulary.js';

/** Which secrecy the giver must be under, or free of, for what is told. */
type Givers = (giver: Party, category: Category) => boolean;

export interface AssessedGroundRow {
  readonly ground: AssessedGround;
  readonly citation: Citation;
  readonly inForce: InForce;
  readonly givers: Givers;
  /** Kinds, or the very house that made the report. */
  readonly receivers: readonly PartyKind[] | 'the-reporter';
  readonly purposes: readonly Purpose[];
  /** Absent: any category. */
  readonly categories?: readonly Category[];
  readonly notCategories?: readonly Category[];
  /** The case's person must be under 18. */
  readonly childOnly?: true;
  /** The subject's own age must be under this. */
  readonly under?: number;
  /** What the official must have found, each recorded as `true`. */
  readonly criteria: readonly string[];
}

const SPRING_2025 = inForce({ year: 2025, month: 4, day: 1 });
const WINTER_2025 = inForce({ year: 2025, month: 12, day: 1 });

const socialSecrecy: Givers = (giver) => hasSocialSecrecy(giver);
const ofKind =
  (...kinds: readonly PartyKind[]): Givers =>
  (giver) =>
    kinds.includes(giver.kind);
const schoolWithoutMedicalSecrecy: Givers = (giver, category) =>
  (giver.kind === 'school' || giver.kind === 'independent-school') && !hasMedicalSecrecy(giver, category);
const socialOrMedicalAuthority: Givers = (giver, category) =>
  isPublicAuthority(giver) && (hasSocialSecrecy(giver) || hasMedicalSecrecy(giver, category));
const authorityWithoutMedicalSecrecy: Givers = (giver, category) =>
  isPublicAuthority(giver) && !hasMedicalSecrecy(giver, category);
const authorityFreeOfBoth: Givers = (giver, category) =>
  isPublicAuthority(giver) && !hasSocialSecrecy(giver) && !hasMedicalSecrecy(giver, category);

const CARE = ['social-services', 'sis', 'health-care'] as const;
const CARE_PURPOSES = ['support', 'investigate-need'] as const;
const DUTY_2025_170 = {
  inForce: SPRING_2025,
  receivers: LAW_ENFORCEMENT_KINDS,
  purposes: ['prevent-crime', 'report-crime'],
  criteria: ['neededByLawEnforcement', 'secrecyDoesNotOutweigh'],
} as const;

export const ASSESSED_GROUND_ROWS: readonly AssessedGroundRow[] = [
  {
    ground: 'OSL 26:9',
    citation: cite('OSL', '26 kap. 9 §'),
    inForce: ALWAYS,
    givers: socialSecrecy,
    receivers: CARE,
    purposes: CARE_PURPOSES,
    childOnly: true,
    criteria: ['neededForCare'],
  },
  {
    ground: 'OSL 25:12',
    citation: cite('OSL', '25 kap. 12 §'),
    inForce: ALWAYS,
    givers: ofKind('health-care'),
    receivers: CARE,
    purposes: CARE_PURPOSES,
    childOnly: true,
    criteria: ['neededForCare'],
  },
  {
    ground: 'OSL 26:9a',
    citation: cite('OSL', '26 kap. 9 a §'),
    inForce: ALWAYS,
    givers: ofKind('social-services'),
    receivers: 'the-reporter',
    purposes: ['feedback'],
    categories: ['report-feedback'],
    childOnly: true,
    criteria: ['notUnsuitable'],
  },
  {
    ground: 'OSL 10:20',
    citation: cite('OSL', '10 kap. 20 §'),
    inForce: ALWAYS,
    givers: socialSecrecy,
    receivers: ['police'],
    purposes: ['immediate-danger'],
    under: 18,
    criteria: ['acuteSeriousRisk'],
  },
  {
    ground: 'OSL 10:18a',
    citation: cite('OSL', '10 kap. 18 a §'),
    inForce: SPRING_2025,
    givers: socialSecrecy,
    receivers: LAW_ENFORCEMENT_KINDS,
    purposes: ['prevent-crime'],
    notCategories: ['crime-and-suspicion'],
    under: 21,
    criteria: ['concreteCircumstances', 'notUnsuitable'],
  },
  {
    ground: 'OSL 10:18c',
    citation: cite('OSL', '10 kap. 18 c §'),
    inForce: SPRING_2025,
    givers: ofKind('social-services', 'sis', 'health-care'),
    receivers: ['police'],
    purposes: ['prevent-crime'],
    notCategories: ['crime-and-suspicion'],
    criteria: ['riskAgainstRelative', 'notUnsuitable'],
  },
  {
    ground: '2025:170 7',
    citation: cite('2025:170', '7 §'),
    givers: schoolWithoutMedicalSecrecy,
    ...DUTY_2025_170,
  },
  { ground: '2025:170 6', citation: cite('2025:170', '6 §'), givers: ofKind('leisure'), ...DUTY_2025_170 },
  {
    ground: '2025:170 5',
    citation: cite('2025:170', '5 §'),
    givers: ofKind('prison-and-probation', 'employment-service'),
    ...DUTY_2025_170,
  },
  {
    ground: 'OSL 10:21',
    citation: cite('OSL', '10 kap. 21 §'),
    inForce: ALWAYS,
    givers: socialOrMedicalAuthority,
    receivers: ['police'],
    purposes: ['report-crime'],
    criteria: ['suspectedCrimeAgainstChild'],
  },
  {
    ground: 'OSL 10:23',
    citation: cite('OSL', '10 kap. 23 §'),
    inForce: ALWAYS,
    givers: socialOrMedicalAuthority,
    receivers: ['police'],
    purposes: ['report-crime'],
    criteria: ['suspectedSeriousCrime'],
  },
  {
    ground: 'OSL 10:24',
    citation: cite('OSL', '10 kap. 24 §'),
    inForce: ALWAYS,
    givers: authorityFreeOfBoth,
    receivers: ['police'],
    purposes: ['report-crime'],
    criteria: ['suspectedCrimeWithPrison'],
  },
  {
    ground: 'OSL 10:15a',
    citation: cite('OSL', '10 kap. 15 a §'),
    inForce: WINTER_2025,
    givers: authorityWithoutMedicalSecrecy,
    receivers: PUBLIC_AUTHORITY_KINDS,
    purposes: ['prevent-crime'],
    criteria: ['neededToPreventCrime', 'secrecyDoesNotOutweigh'],
  },
  {
    ground: 'OSL 10:27',
    citation: cite('OSL', '10 kap. 27 §'),
    inForce: ALWAYS,
    givers: authorityFreeOfBoth,
    receivers: PUBLIC_AUTHORITY_KINDS,
    purposes: PURPOSES.filter((purpose) => purpose !== 'feedback'),
    criteria: ['interestClearlyOutweighs'],
  },
];

const rowsByPurpose: ReadonlyMap<Purpose, readonly AssessedGroundRow[]> = new Map(
  PURPOSES.map((purpose) => [purpose, ASSESSED_GROUND_ROWS.filter((row) => row.purposes.includes(purpose))]),
);

/** The rows that a purpose may stand on, in their order. */
export function assessedGroundsFor(purpose: Purpose): readonly AssessedGroundRow[] {
  return rowsByPurpose.get(purpose) ?? [];
}
