/** Protected children whose details are words that stand nowhere else, so that they are heard wherever they leak. */
import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api.js';
import { testNumber } from './people.js';

export const GRADES = ['marking', 'protected-registration', 'assumed-identity'] as const;
export type Grade = (typeof GRADES)[number];

/** What is hidden of one protected person. */
export interface Secret {
  /** Where they are and how they are reached: nobody's but the named. */
  readonly place: readonly string[];
  /** Who they are, which the two hard grades hide too. */
  readonly name: readonly string[];
}

export const hiddenOf = (grade: Grade, { place, name }: Secret): readonly string[] =>
  grade === 'marking' ? place : [...place, ...name];

export const leaksIn = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.includes(word) || text.includes(encodeURIComponent(word)));

export interface Canary extends Secret {
  readonly grade: Grade;
  readonly personId: string;
  readonly caseId: string;
  readonly content: string;
}

/** As whoever receives reports, who thereby is the one that is named. `at`: 0, 1 or 2. */
export async function registerCanary(maria: ApiClient, grade: Grade, at: number): Promise<Canary> {
  const day = `2012020${at + 1}`;
  const givenName = ['Fjärilda', 'Näktergalla', 'Koltrasta'][at] ?? '';
  const familyName = `Kanarie${['alfa', 'beta', 'gamma'][at] ?? ''}`;
  const secret = { number: testNumber(day), address: `Kanariegränd ${at + 11}`, phone: `070-174061${at}` };
  const [school, content] = [`Kanarieskolan${at}`, `Kanarievisan${at}`];
  await maria.query(`query($input: SearchPeopleInput!) { searchPeople(input: $input) { more } }`, {
    input: { asked: `${givenName} ${familyName}` },
  });
  const created = await maria.query(
    `mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }`,
    { input: { givenName, familyName, ...secret, protection: grade } },
  );
  const reported = await maria.query(
    `mutation($input: RegisterReportInput!) { registerReport(input: $input) { caseIds } }`,
    {
      input: {
        clientKey: randomUUID(),
        channel: 'phone',
        reporterKind: 'private-person',
        reporterName: 'Granne',
        reporterContact: '070-1740699',
        feedbackWish: 'declined',
        familyKnows: 'unknown',
        immediateDanger: false,
        children: [{ givenName, familyName, number: secret.number, content, whereabouts: school }],
      },
    },
  );
  return {
    grade,
    personId: created['createPerson'].person.id as string,
    caseId: reported['registerReport'].caseIds[0] as string,
    place: [secret.address, secret.phone, secret.phone.replace('-', ''), school],
    name: [givenName, familyName, secret.number],
    content,
  };
}
