/** Who is bound by which secrecy, and who stands in the same house (OSL 8:1–2, 25:1, 26:1; SoL 19:1). */
import type { HouseParty, Party } from './case.js';
import { HOUSE_KINDS, PUBLIC_AUTHORITY_KINDS } from './vocabulary.js';
import type { Category, PartyKind } from './vocabulary.js';

/** Those whom SoL 19:1 obliges to report a concern for a child. */
export const REPORTER_KINDS = [
  'social-services',
  'police',
  'security-police',
  'customs',
  'school',
  'independent-school',
  'leisure',
  'health-care',
  'prison-and-probation',
  'sis',
  'employment-service',
  'private-provider',
] as const satisfies readonly PartyKind[];

export const LAW_ENFORCEMENT_KINDS = ['police', 'security-police', 'customs'] as const satisfies readonly PartyKind[];

/** No secrecy law binds what they tell. */
export const UNBOUND_KINDS = [
  'subject',
  'guardian',
  'private-person',
  'association',
] as const satisfies readonly PartyKind[];

const houses: ReadonlySet<PartyKind> = new Set(HOUSE_KINDS);
const publicAuthorities: ReadonlySet<PartyKind> = new Set(PUBLIC_AUTHORITY_KINDS);
const reporters: ReadonlySet<PartyKind> = new Set(REPORTER_KINDS);
const unbound: ReadonlySet<PartyKind> = new Set(UNBOUND_KINDS);

export function isHouse(party: Party): party is HouseParty {
  return houses.has(party.kind);
}

export function isPublicAuthority(party: Party): boolean {
  return publicAuthorities.has(party.kind);
}

export function isReporter(party: Party): boolean {
  return reporters.has(party.kind);
}

export function isUnbound(party: Party): boolean {
  return unbound.has(party.kind);
}

/** OSL 26:1. */
export function hasSocialSecrecy(party: Party): boolean {
  return party.kind === 'social-services' || party.kind === 'sis';
}

/** OSL 25:1; what the pupil's health service knows is medical whoever runs the school. */
export function hasMedicalSecrecy(party: Party, category: Category): boolean {
  return (
    party.kind === 'health-care' ||
    (category === 'student-health' && (party.kind === 'school' || party.kind === 'independent-school'))
  );
}

/** A house as consents and assessments write it: `authority/branch`, or `person:ID` for someone in nobody's house. */
export function writtenHouse(party: Party): string {
  return isHouse(party) ? `${party.authority}/${party.branch}` : writtenPerson(party.person);
}

export function writtenPerson(id: string): string {
  return `person:${id}`;
}

/** Two units of one branch are one house; two people never are (OSL 8:2). No two houses of an installation, in whichever towns, are called the same. */
export function isSameHouse(one: Party, other: Party): boolean {
  return isHouse(one) && isHouse(other) && one.authority === other.authority && one.branch === other.branch;
}
