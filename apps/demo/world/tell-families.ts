import type { INestApplicationContext } from '@nestjs/common';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { CreatePerson } from '#use-cases/person/create-person.js';
import { dayOf, RecordCustody } from '#use-cases/person/record-custody.js';
import { SearchPeople } from '#use-cases/person/search-people.js';
import { storyFamilies, type StoryPerson } from './story-families.js';

/** Writes the guardians of the story's children from an extract of the population register, as intake does. */
export async function tellFamilies(app: INestApplicationContext, intake: StaffCaller): Promise<void> {
  const today = await app.get(AsCaller).run(intake, (tx) => Promise.resolve(dayOf(tx.now)));
  for (const { child, guardians } of storyFamilies) {
    const childId = await find(app, intake, child);
    if (!childId) throw new Error(`the story has no report on ${child.givenName}`);
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
  const { personalNumber: number, givenName, familyName } = someone;
  const blank = { noNumberReason: '', bornYear: null, phone: '', address: '', email: '' };
  const written = { ...blank, number, givenName, familyName, protection: 'none' as const };
  const { person, existing } = await app.get(CreatePerson).run(intake, written);
  const id = person?.id ?? existing?.id;
  if (!id) throw new Error(`${givenName} could not be registered`);
  return id;
}

const bornOn = ({ personalNumber: digits }: StoryPerson): string =>
  `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
