/**
 * One ordinary case from which the decision matrix and the tests vary: a fourteen-year-old, both guardians, nothing
 * protected, nobody has consented or assessed anything, giver and receiver in different houses.
 */
import { civilDay } from '../kernel/civil-day.js';
import { startOfDay } from '../kernel/stockholm.js';
import type { DisclosureCase, HouseParty, Party, PersonParty, Subject } from './case.js';
import { HOUSE_KINDS } from './vocabulary.js';
import type { HouseKind, PartyKind, PersonKind } from './vocabulary.js';

/** All rules of the catalogue are in force then. */
export const EXAMPLE_DAY = { year: 2026, month: 2, day: 2 } as const;

export const EXAMPLE_CHILD: Subject = {
  id: 'p1',
  born: { year: 2011, month: 5, day: 5 },
  protection: 'none',
  guardians: ['g1', 'g2'],
  maturity: null,
};

const kindsOfHouse: readonly PartyKind[] = HOUSE_KINDS;

/** Of a kind, in the giver's or the receiver's own house; the subject and the guardian are those of the example. */
export function exampleParty(kind: PartyKind, role: 'giver' | 'receiver'): Party {
  if (kindsOfHouse.includes(kind)) {
    return { kind: kind as HouseKind, authority: `${kind} of the ${role}`, branch: 'main' } satisfies HouseParty;
  }
  const person = kind === 'subject' ? 'p1' : kind === 'guardian' ? 'g1' : `${kind} as ${role}`;
  return { kind: kind as PersonKind, person } satisfies PersonParty;
}

export const EXAMPLE_CASE: DisclosureCase = {
  asOf: startOfDay(civilDay(EXAMPLE_DAY.year, EXAMPLE_DAY.month, EXAMPLE_DAY.day)),
  from: exampleParty('social-services', 'giver'),
  to: exampleParty('police', 'receiver'),
  subjects: [EXAMPLE_CHILD],
  category: 'school-attendance-and-results',
  personData: true,
  form: 'mash',
  phase: 'preliminary',
  purpose: 'support',
  recipientAssigned: false,
  recipientNamed: false,
  revealsPlace: false,
  reportedBy: null,
  consents: [],
  assessments: [],
};
