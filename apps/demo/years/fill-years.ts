import { namePhonetics } from '#domain/person/name-phonetics.js';
import type { Category } from '#domain/disclosure/vocabulary.js';
import type { AsCaller } from '#use-cases/gate/as-caller.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { FieldCipher, LookupHash, WrappedKey } from '#use-cases/gate/cipher.js';
import { identityPlace, itemPlace } from '#use-cases/gate/seal.js';
import { BulkStore, type BulkCase, type BulkItem, type BulkPerson } from '#use-cases/town-years/bulk.port.js';
import { chanceOf, namedUuid, type Chance } from './chance.js';

/** A town's ordinary load, from the sizes that the benchmarks are defined by: 3 000 cases and 50 000 notes a year. */
export const CASES_A_YEAR = 3_000;
export const NOTES_A_YEAR = 50_000;
/** People are written by nobody in particular. */
const RECEPTION = { kind: 'service', name: 'reception', requestId: 'years' } as const;
const BATCH = 1_000;
const DAY = 86_400_000;

const GIVEN = [
  'Alva',
  'Elias',
  'Amina',
  'Noah',
  'Saga',
  'Yusuf',
  'Ebba',
  'Leo',
  'Leyla',
  'Hugo',
  'Mohammed',
  'Maja',
  'Omar',
  'Signe',
  'Ali',
  'Wilma',
];
const FAMILY = [
  'Askfelt',
  'Bergsäter',
  'Cedervik',
  'Dalhem',
  'Ekudden',
  'Fallström',
  'Granmo',
  'Hedlycke',
  'Idvall',
  'Kvarnby',
  'Lövskog',
  'Myrbäck',
];
const CATEGORIES: readonly Category[] = [
  'home-and-family',
  'school-attendance-and-results',
  'associates-and-network',
  'leisure',
  'addiction',
  'housing-and-economy',
  'measures-and-plan',
];
const SENTENCES = [
  'Kom i tid i dag och stannade hela dagen.',
  'Träningen på torsdagar fungerar; mamma skjutsar.',
  'Sågs vid torget sent på kvällen tillsammans med äldre.',
  'Vill hellre prata med fältarbetaren än komma hit.',
  'Pappa ringde och är orolig för de nya kamraterna.',
  'Har börjat sommarjobbet och trivs.',
  'Missade mötet, ny tid bestämd till nästa vecka.',
  'Läraren berättar om bättre koncentration efter lunch.',
];

export interface YearsTools {
  readonly asCaller: AsCaller;
  readonly cipher: FieldCipher;
  readonly hash: LookupHash;
  /** A member of the intake unit, who writes the notes. */
  readonly caller: StaffCaller;
  readonly tell: (sentence: string) => void;
}

interface Person {
  readonly id: string;
  readonly key: WrappedKey;
}

/**
 * Fills the caller's house with this many years of cases and notes, the same every time. `until` is the last instant.
 * Throws a sentence where years have been filled before, whole or in part.
 */
export async function fillYears(
  tools: YearsTools,
  years: number,
  until: Date,
): Promise<{ cases: number; notes: number }> {
  const isBegun = await tools.asCaller.run(RECEPTION, (tx) =>
    tx.of(BulkStore).hasPerson(namedUuid(tools.caller.branchId, 'person', 0)),
  );
  if (isBegun)
    throw new Error(
      'Years of work have been filled in here before, whole or in part. To fill them anew, remove the data folder of this checkout (docs/operations.md), and run this again.',
    );
  const chance = chanceOf(2026);
  const cases = CASES_A_YEAR * years;
  const notes = NOTES_A_YEAR * years;
  const people: Person[] = [];
  for (let from = 0; from < cases; from += BATCH) {
    people.push(
      ...(await addPeopleAndCases(tools, chance, {
        from,
        to: Math.min(cases, from + BATCH),
        years,
        until,
        total: cases,
      })),
    );
    tools.tell(`${Math.min(cases, from + BATCH)} of ${cases} cases`);
  }
  for (let from = 0; from < notes; from += BATCH) {
    await addNotes(tools, chance, people, { from, to: Math.min(notes, from + BATCH), years, until });
    if (from % (BATCH * 50) === 0) tools.tell(`${from} of ${notes} notes`);
  }
  return { cases, notes };
}

async function addPeopleAndCases(
  { asCaller, cipher, hash, caller }: YearsTools,
  chance: Chance,
  span: { from: number; to: number; years: number; until: Date; total: number },
): Promise<Person[]> {
  const people: Person[] = [];
  const bulkPeople: BulkPerson[] = [];
  const bulkCases: BulkCase[] = [];
  for (let n = span.from; n < span.to; n += 1) {
    const id = namedUuid(caller.branchId, 'person', n);
    const key = cipher.newPersonKey(id);
    const openedAt = new Date(
      span.until.getTime() - Math.floor(((span.total - n) / span.total) * span.years * 365 * DAY),
    );
    const identity = { givenName: chance.pick(GIVEN), familyName: chance.pick(FAMILY), personalNumber: null };
    const sealed = cipher.encrypt(id, key, identityPlace(id), JSON.stringify(identity));
    people.push({ id, key });
    bulkPeople.push({
      id,
      born: new Date(openedAt.getTime() - chance.whole(9 * 365, 19 * 365) * DAY).toISOString().slice(0, 10),
      identity: sealed.ciphertext,
      keyVersion: sealed.keyVersion,
      wrappedKey: key.wrapped,
      kekVersion: key.kekVersion,
      namePartHashes: namePhonetics(`${identity.givenName} ${identity.familyName}`).map((part) =>
        hash.ofNamePart(part),
      ),
    });
    const open = n >= span.total - 200;
    bulkCases.push({
      id: namedUuid(caller.branchId, 'case', n),
      number: `${openedAt.getUTCFullYear()}-Y${String(n).padStart(6, '0')}`,
      personId: id,
      state: open ? 'investigation' : 'closed',
      phase: open ? 'investigation' : 'follow-up',
      grade: chance.pick(['green', 'green', 'green', 'orange', 'red']),
      openedAt,
      closedAt: open ? null : new Date(openedAt.getTime() + chance.whole(20, 300) * DAY),
      assignmentId: namedUuid(caller.branchId, 'assignment', n),
      unitId: caller.unitId,
    });
  }
  await asCaller.run(RECEPTION, async (tx) => {
    await tx.of(BulkStore).addPeople(caller, bulkPeople);
    await tx.of(BulkStore).addCases(caller, bulkCases);
  });
  return people;
}

async function addNotes(
  { asCaller, cipher, caller }: YearsTools,
  chance: Chance,
  people: readonly Person[],
  span: { from: number; to: number; years: number; until: Date },
): Promise<void> {
  const items: BulkItem[] = [];
  for (let n = span.from; n < span.to; n += 1) {
    const at = chance.whole(0, people.length - 1);
    const person = people[at];
    if (!person) throw new Error('a note needs a person');
    const id = namedUuid(caller.branchId, 'note', n);
    const text = Array.from({ length: chance.whole(2, 8) }, () => chance.pick(SENTENCES)).join(' ');
    items.push({
      id,
      caseId: namedUuid(caller.branchId, 'case', at),
      personId: person.id,
      category: chance.pick(CATEGORIES),
      phase: 'investigation',
      ...cipher.encrypt(person.id, person.key, itemPlace(id), JSON.stringify({ text })),
      createdAt: new Date(span.until.getTime() - Math.floor(chance.next() * span.years * 365 * DAY)),
    });
  }
  await asCaller.run(caller, (tx) => tx.of(BulkStore).addItems(items));
}
