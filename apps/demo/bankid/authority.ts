/**
 * The houses behind the test e-identification: a root that the installation pins, a bank that issues to people and says
 * whether a certificate still holds, and the authority of the API's own TLS. Made once by the set-up, kept beside the keys.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DAY } from '#domain/kernel/instant.js';
import { issueCertificate, keyPemOf, NAME, pemOf, PURPOSE, readIssued, type Issued } from './issue-certificate.js';
import type { TestPerson } from './test-people.js';

const HOUSES = ['root', 'bank', 'responder', 'server-authority', 'server', 'client'] as const;
type House = (typeof HOUSES)[number];

export interface Authority {
  readonly house: (name: House) => Issued;
  /** The person's own certificate, made when they first sign. */
  readonly person: (person: TestPerson) => Promise<Issued>;
}

/** Names of the files that Samnav is given; the rest is for the test service alone. */
export const FILES = {
  root: 'root.pem',
  serverAuthority: 'server-authority.pem',
  certificate: 'client.pem',
  key: 'client.key.pem',
} as const;

const YEARS = 365 * DAY;
const LIFE: Readonly<Record<House, number>> = {
  root: 20,
  bank: 15,
  responder: 10,
  'server-authority': 20,
  server: 10,
  client: 10,
};

/** A folder is there whole or not at all: of two set-ups at once, the first one's stands. */
export async function openAuthority(folder: string): Promise<Authority> {
  if (!existsSync(folder)) {
    const draft = `${folder}.${randomBytes(6).toString('hex')}`;
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    await makeHouses(draft);
    try {
      renameSync(draft, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
      rmSync(draft, { recursive: true, force: true });
    }
  }
  const houses = new Map<House, Issued>();
  for (const house of HOUSES) houses.set(house, await readKept(folder, house));
  const house = (name: House): Issued => houses.get(name)!;
  const people = new Map<string, Promise<Issued>>();
  return {
    house,
    person: (person) => {
      const known = people.get(person.personalNumber) ?? keepPerson(path.join(folder, 'people'), person, house('bank'));
      people.set(person.personalNumber, known);
      return known;
    },
  };
}

async function makeHouses(folder: string): Promise<void> {
  const from = new Date(Date.now() - DAY);
  const until = (house: House): Date => new Date(from.getTime() + LIFE[house] * YEARS);
  const named = (commonName: string): [string, string][] => [
    [NAME.country, 'SE'],
    [NAME.organisation, 'Samnav, demonstration'],
    [NAME.commonName, commonName],
  ];
  const root = await issueCertificate({
    name: named('Testlegitimation, rot'),
    from,
    until: until('root'),
    authority: true,
  });
  const bank = await issueCertificate({
    name: named('Testbanken, kunder'),
    from,
    until: until('bank'),
    issuer: root,
    authority: true,
  });
  const responder = await issueCertificate({
    name: named('Testbanken, spärrkontroll'),
    from,
    until: until('responder'),
    issuer: bank,
    purpose: PURPOSE.ocsp,
  });
  const serverAuthority = await issueCertificate({
    name: named('Testlegitimation, servrar'),
    from,
    until: until('server-authority'),
    authority: true,
  });
  const server = await issueCertificate({
    name: named('localhost'),
    from,
    until: until('server'),
    issuer: serverAuthority,
    purpose: PURPOSE.server,
    hosts: ['localhost', '127.0.0.1'],
  });
  const client = await issueCertificate({
    name: named('Samnav'),
    from,
    until: until('client'),
    issuer: bank,
    purpose: PURPOSE.client,
  });
  const all: Readonly<Record<House, Issued>> = {
    root,
    bank,
    responder,
    'server-authority': serverAuthority,
    server,
    client,
  };
  for (const house of HOUSES) await keep(folder, house, all[house]);
}

async function keepPerson(folder: string, person: TestPerson, bank: Issued): Promise<Issued> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(path.join(folder, `${person.personalNumber}.pem`))) return readKept(folder, person.personalNumber);
  const issued = await issuePerson(person, bank);
  await keep(folder, person.personalNumber, issued);
  return issued;
}

/** As a bank writes it: the personal number is the serial number of the name. */
export function issuePerson(
  person: TestPerson,
  bank: Issued,
  days: { readonly from: number; readonly until: number } = { from: -1, until: 5 * 365 },
): Promise<Issued> {
  const { personalNumber, givenName, familyName } = person;
  return issueCertificate({
    name: [
      [NAME.country, 'SE'],
      [NAME.organisation, 'Testbanken'],
      [NAME.surname, familyName],
      [NAME.givenName, givenName],
      [NAME.serialNumber, personalNumber],
      [NAME.commonName, `${givenName} ${familyName}`],
    ],
    from: new Date(Date.now() + days.from * DAY),
    until: new Date(Date.now() + days.until * DAY),
    issuer: bank,
  });
}

async function keep(folder: string, name: string, { certificate, keys }: Issued): Promise<void> {
  writeFileSync(path.join(folder, `${name}.key.pem`), await keyPemOf(keys), { mode: 0o600 });
  writeFileSync(path.join(folder, `${name}.pem`), pemOf(certificate), { mode: 0o600 });
}

const readKept = (folder: string, name: string): Promise<Issued> =>
  readIssued(
    readFileSync(path.join(folder, `${name}.pem`), 'utf8'),
    readFileSync(path.join(folder, `${name}.key.pem`), 'utf8'),
  );
