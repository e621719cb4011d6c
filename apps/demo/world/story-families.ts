/** The story's children with their guardians, invented, with numbers of the Tax Agency's test series (238 and 239). */

export interface StoryPerson {
  /** Twelve digits. */
  readonly personalNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Of the series that the post and telecom authority keeps for fiction. */
  readonly phone: string;
}

export interface StoryFamily {
  readonly child: StoryPerson;
  readonly guardians: readonly StoryPerson[];
}

const person = (personalNumber: string, givenName: string, familyName: string, phone: string): StoryPerson => ({
  personalNumber,
  givenName,
  familyName,
  phone,
});

export const storyFamilies: readonly StoryFamily[] = [
  {
    child: person('201103142392', 'Elias', 'Kvarnhed', '070-1740621'),
    guardians: [person('198509072388', 'Sanna', 'Kvarnhed', '070-1740622')],
  },
  {
    child: person('201006212391', 'Melvin', 'Åstrand Lövdal', '070-1740623'),
    guardians: [
      person('198204192382', 'Linda', 'Åstrand', '070-1740624'),
      person('197911022395', 'Tomas', 'Lövdal', '070-1740625'),
    ],
  },
  {
    child: person('201401302383', 'Tilde', 'Mossberg Ek', '070-1740626'),
    guardians: [
      person('198607252387', 'Jenny', 'Mossberg', '070-1740627'),
      person('198412122395', 'Anders', 'Ek', '070-1740628'),
    ],
  },
  {
    child: person('201209052388', 'Nora', 'Granlycke', '070-1740629'),
    guardians: [
      person('198703162381', 'Samira', 'Granlycke', '070-1740630'),
      person('198305282397', 'Peter', 'Granlycke', '070-1740631'),
    ],
  },
];
