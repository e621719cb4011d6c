import type { INestApplicationContext } from '@nestjs/common';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ChangeIdentity } from '#use-cases/person/change-identity.js';
import { CreatePerson } from '#use-cases/person/create-person.js';
import { ReadPerson } from '#use-cases/person/read-person.js';
import { dayOf, RecordCustody } from '#use-cases/person/record-custody.js';
import { SearchPeople } from '#use-cases/person/search-people.js';
import { storyFamilies, type StoryPerson } from './story-families.js';

/** Writes the guardians of the story's children from an extract of the population register, and everyone's telephone, as intake does. */
export async function tellFamilies(app: INestApplicationContext, intake: StaffCaller): Promise<void> {
  const today = await app.get(AsCaller).run(intake, (tx) => Promise.resolve(dayOf(tx.now)));
  for (const { child, guardians } of storyFamilies) {
    const childId = await find(app, intake, child);
    if (!childId) throw new Error(`the story has no report on ${child.givenName}`);
    await noteTelephone(app, intake, childId, child);
    for (const guardian of guardians) {
      const guardianId = (await find(app, intake, guardian)) ?? (await register(app, intake, guardian));
      await app.get(RecordCustody).run(intake, {
        childId,
        guardianId,
        kind: 'parent',
        source: 'population-register',
        sourceOn: today,
        startsOn: bornOn(child),
        endsOn: '',
      });
    }
  }
}

const find = async (app: INestApplicationContext, intake: StaffCaller, { personalNumber }: StoryPerson) =>
  (await app.get(SearchPeople).run(intake, personalNumber)).hits[0]?.id;

async function register(app: INestApplicationContext, intake: StaffCaller, someone: StoryPerson): Promise<string> {
  const written = { ...identityOf(someone), protection: 'none' as const };
  const { person, existing } = await app.get(CreatePerson).run(intake, written);
  const id = person?.id ?? existing?.id;
  if (!id) throw new Error(`${someone.givenName} could not be registered`);
  return id;
}

/** A report of a child says no telephone. */
async function noteTelephone(
  app: INestApplicationContext,
  intake: StaffCaller,
  id: string,
  child: StoryPerson,
): Promise<void> {
  const { facts, identityVersion } = await app.get(ReadPerson).run(intake, id);
  await app.get(ChangeIdentity).run(intake, {
    ...identityOf(child),
    id,
    version: facts.version,
    identityVersion: identityVersion ?? 1,
  });
}

const identityOf = ({ personalNumber: number, givenName, familyName, phone }: StoryPerson) => ({
  number,
  givenName,
  familyName,
  phone,
  noNumberReason: '',
  bornYear: null,
  address: '',
  email: '',
});

const bornOn = ({ personalNumber: digits }: StoryPerson): string =>
  `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
