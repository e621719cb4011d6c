import { initialsOf } from '#domain/person/protection.js';
import type { Opened } from '../gate/open.js';
import type { ReleasedIdentity } from '../gate/released.js';

/** A child as the gate shows them to this reader; `name` null and no initials when the gate keeps the name. */
export interface PersonShown {
  readonly id: string;
  readonly name: string | null;
  readonly initials: string | null;
  readonly born: string | null;
  readonly protection: string | null;
}

/** By person id; whoever was not released is there without a name, so that the place is kept. */
export function shownPeople(
  ids: readonly string[],
  opened: Opened<ReleasedIdentity>,
): ReadonlyMap<string, PersonShown> {
  const released = new Map(opened.released.map((one) => [one.personId, one]));
  return new Map(ids.map((id) => [id, shownPerson(id, released.get(id))]));
}

function shownPerson(id: string, identity: ReleasedIdentity | undefined): PersonShown {
  if (!identity) return { id, name: null, initials: null, born: null, protection: null };
  const name = `${identity.givenName} ${identity.familyName}`.trim();
  return { id, name, initials: initialsOf(name), born: identity.born, protection: identity.protection };
}
