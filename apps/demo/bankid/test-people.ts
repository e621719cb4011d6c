/** Who can hold the test e-identification: the story's children and their guardians. */
import { storyFamilies, type StoryPerson } from '../world/story-families.js';

export interface TestPerson extends Omit<StoryPerson, 'phone'> {
  /** Who they are in the story, for whoever picks them. */
  readonly part: string;
}

export const testPeople: readonly TestPerson[] = storyFamilies.flatMap(({ child, guardians }) => [
  { ...child, part: 'Barn' },
  ...guardians.map((guardian) => ({ ...guardian, part: `Vårdnadshavare för ${child.givenName}` })),
]);

export const personOf = (personalNumber: unknown): TestPerson | undefined =>
  testPeople.find((one) => one.personalNumber === personalNumber);
