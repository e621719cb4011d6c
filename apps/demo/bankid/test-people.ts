/** Who can hold the test e-identification: the story's children and their guardians, invented, with numbers of the Tax Agency's test series. */

export interface TestPerson {
  /** Twelve digits of the series 238 and 239. */
  readonly personalNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Who they are in the story, for whoever picks them. */
  readonly part: string;
}

export const testPeople: readonly TestPerson[] = [
  { personalNumber: '201103142392', givenName: 'Elias', familyName: 'Kvarnhed', part: 'Barn, 15 år' },
  { personalNumber: '198509072388', givenName: 'Sanna', familyName: 'Kvarnhed', part: 'Vårdnadshavare för Elias' },
  { personalNumber: '201006212391', givenName: 'Melvin', familyName: 'Åstrand Lövdal', part: 'Barn, 16 år' },
  { personalNumber: '198204192382', givenName: 'Linda', familyName: 'Åstrand', part: 'Vårdnadshavare för Melvin' },
  { personalNumber: '197911022395', givenName: 'Tomas', familyName: 'Lövdal', part: 'Vårdnadshavare för Melvin' },
  { personalNumber: '201401302383', givenName: 'Tilde', familyName: 'Mossberg Ek', part: 'Barn, 12 år' },
  { personalNumber: '198607252387', givenName: 'Jenny', familyName: 'Mossberg', part: 'Vårdnadshavare för Tilde' },
  { personalNumber: '198412122395', givenName: 'Anders', familyName: 'Ek', part: 'Vårdnadshavare för Tilde' },
  { personalNumber: '201209052388', givenName: 'Nora', familyName: 'Granlycke', part: 'Barn, 14 år' },
  {
    personalNumber: '198703162381',
    givenName: 'Samira',
    familyName: 'Granlycke',
    part: 'Vårdnadshavare för Nora, läser arabiska',
  },
  { personalNumber: '198305282397', givenName: 'Peter', familyName: 'Granlycke', part: 'Vårdnadshavare för Nora' },
];

export const personOf = (personalNumber: unknown): TestPerson | undefined =>
  testPeople.find((one) => one.personalNumber === personalNumber);
