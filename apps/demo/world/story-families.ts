/** The story's children with their guardians, invented, with numbers of the Tax Agency's test series (238 and 239). */

export interface StoryPerson {
  /** Twelve digits. */
  readonly personalNumber: string;
  readonly givenName: string;
  readonly familyName: string;
}

export interface StoryFamily {
  readonly child: StoryPerson;
  readonly guardians: readonly StoryPerson[];
}

const person = (personalNumber: string, givenName: string, familyName: string): StoryPerson => ({
  personalNumber,
  givenName,
  familyName,
});

export const storyFamilies: readonly StoryFamily[] = [
  {
    child: person('201103142392', 'Elias', 'Kvarnhed'),
    guardians: [person('198509072388', 'Sanna', 'Kvarnhed')],
  },
  {
    child: person('201006212391', 'Melvin', 'Åstrand Lövdal'),
    guardians: [person('198204192382', 'Linda', 'Åstrand'), person('197911022395', 'Tomas', 'Lövdal')],
  },
  {
    child: person('201401302383', 'Tilde', 'Mossberg Ek'),
    guardians: [person('198607252387', 'Jenny', 'Mossberg'), person('198412122395', 'Anders', 'Ek')],
  },
  {
    child: person('201209052388', 'Nora', 'Granlycke'),
    guardians: [person('198703162381', 'Samira', 'Granlycke'), person('198305282397', 'Peter', 'Granlycke')],
  },
];
