/** The use cases of people, wired to a test's world as the api wires them, and numbers of the Tax Agency's test series. */
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { MemorySearchLimit } from '#platform/person/memory-search-limit.js';
import { WrittenNumberReader } from '#platform/person/written-number-reader.js';
import type { Protection } from '#domain/disclosure/vocabulary.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ChangeIdentity } from '#use-cases/person/change-identity.js';
import { CreatePerson } from '#use-cases/person/create-person.js';
import { MergePeople } from '#use-cases/person/merge-people.js';
import { PersonLookup } from '#use-cases/person/person-lookup.js';
import { ProtectPerson } from '#use-cases/person/protect-person.js';
import { ReadPerson } from '#use-cases/person/read-person.js';
import type { IdentityWritten } from '#use-cases/person/read-identity.js';
import { RecordCustody } from '#use-cases/person/record-custody.js';
import { RecordRelation } from '#use-cases/person/record-relation.js';
import { SearchPeople } from '#use-cases/person/search-people.js';
import type { SearchLimit } from '#use-cases/person/search-limit.port.js';
import { UndoMerge } from '#use-cases/person/undo-merge.js';
import type { World } from './world.js';

const checkDigit = (nine: string): number => {
  const sum = [...nine].reduce((all, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return all + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** A number of the test series (238 and 239): `testNumber('20100504')` → twelve digits. */
export const testNumber = (day: string, serial: 238 | 239 = 238): string =>
  `${day}${serial}${checkDigit(`${day.slice(2)}${serial}`)}`;

/** The coordination number of the same day. */
export const testCoordinationNumber = (day: string, serial: 238 | 239 = 238): string => {
  const shifted = `${day.slice(0, 6)}${Number(day.slice(6)) + 60}`;
  return `${shifted}${serial}${checkDigit(`${shifted.slice(2)}${serial}`)}`;
};

export const anIdentity = (more: Partial<IdentityWritten> = {}): IdentityWritten => ({
  givenName: 'Alva',
  familyName: 'Testsson',
  number: '',
  noNumberReason: more.number ? '' : 'unknown',
  bornYear: more.number ? null : 2010,
  phone: '',
  address: '',
  email: '',
  ...more,
});

export function peopleOf(world: World, limit: SearchLimit = new MemorySearchLimit()) {
  const hash = new HmacLookupHash(world.settings.keys);
  const lookup = new PersonLookup(hash);
  const reader = new WrittenNumberReader();
  const { asCaller, gate, seal, appender } = world;
  const search = new SearchPeople(asCaller, gate, hash, reader, limit, appender);
  const create = new CreatePerson(asCaller, gate, seal, lookup, reader);
  return {
    search,
    create,
    identity: new ChangeIdentity(asCaller, seal, lookup, reader),
    read: new ReadPerson(asCaller, gate),
    custody: new RecordCustody(asCaller),
    relation: new RecordRelation(asCaller),
    protect: new ProtectPerson(asCaller, seal),
    merge: new MergePeople(asCaller, gate, seal),
    undo: new UndoMerge(asCaller),
    /** Searches by the name, as everyone must, and registers. Answers the id. */
    register: async (
      caller: StaffCaller,
      written: IdentityWritten,
      protection: Protection = 'none',
    ): Promise<string> => {
      await search.run(caller, `${written.givenName} ${written.familyName}`);
      const { person, existing } = await create.run(caller, { ...written, protection });
      if (!person) throw new Error(`${existing?.id ?? 'nobody'} has the number already`);
      return person.id;
    },
  };
}

export type People = ReturnType<typeof peopleOf>;
