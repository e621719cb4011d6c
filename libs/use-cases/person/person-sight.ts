import { caseNameOf } from '#domain/person/case-name.js';
import { initialsOf, sightOf } from '#domain/person/protection.js';
import type { Protection } from '#domain/disclosure/vocabulary.js';
import type { Opened } from '../gate/open.js';
import type { GroundShown, ReleasedIdentity } from '../gate/released.js';
import type { PersonFacts } from './person-register.port.js';

/** A person as this caller may see them; what the protection hides is null (OSL 21:3, 22:1). */
export interface PersonSeen {
  readonly id: string;
  /** The full name, or the neutral case name where the name is withheld. */
  readonly name: string;
  readonly initials: string;
  readonly nameIsWithheld: boolean;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly personalNumber: string | null;
  readonly born: string | null;
  readonly bornExact: boolean;
  readonly protection: Protection;
  /** Something is withheld that named staff see. */
  readonly isNarrowed: boolean;
  readonly contact: ReleasedIdentity['contact'];
  readonly ground: GroundShown | null;
}

/** In the order of the facts. The gate has decided; the grade's own sight narrows it further, never widens it. */
export function seePeople(facts: readonly PersonFacts[], opened: Opened<ReleasedIdentity>): readonly PersonSeen[] {
  const released = new Map(opened.released.map((one) => [one.personId, one]));
  return facts.map((one) => seePerson(one, released.get(one.id)));
}

function seePerson(facts: PersonFacts, identity: ReleasedIdentity | undefined): PersonSeen {
  const sight = sightOf(facts.protection, facts.named);
  const caseName = caseNameOf(facts.id);
  const full = identity && sight.name === 'full' ? `${identity.givenName} ${identity.familyName}`.trim() : null;
  return {
    id: facts.id,
    name: full ?? caseName,
    initials: full === null ? caseName : initialsOf(full),
    nameIsWithheld: full === null,
    givenName: full === null ? null : (identity?.givenName ?? null),
    familyName: full === null ? null : (identity?.familyName ?? null),
    personalNumber: sight.personalNumber ? (identity?.personalNumber ?? null) : null,
    born: full === null ? null : facts.born,
    bornExact: facts.bornExact,
    protection: facts.protection,
    isNarrowed: full === null || !sight.contact,
    contact: sight.contact ? (identity?.contact ?? null) : null,
    ground: identity?.ground ?? null,
  };
}
