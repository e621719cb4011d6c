/** A family with numbers of the test series, a consent that is asked of them, and browsers and an app in their hands. */
import { randomUUID } from 'node:crypto';
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { HmacSessionTokens } from '#platform/crypto/hmac-session-tokens.js';
import { testPeople } from '#demo/bankid/test-people.js';
import type { ConsentWritten } from '#use-cases/consent/consent-terms.js';
import { DraftConsent } from '#use-cases/consent/draft-consent.js';
import { AdmitPerson } from '#use-cases/person/admit-person.js';
import { ReportStore } from '#use-cases/report/report.port.js';
import type { Api, ApiClient } from './api.js';
import type { BankidTown } from './bankid.js';
import type { World } from './world.js';

export const SOC = 'ekvalla-soc/individ-och-familj';
export const POLICE = 'polisen/lpo-ekvalla';
export const SCHOOL = 'ekvalla-skola/grundskola';

export interface Family {
  readonly caseId: string;
  readonly child: string;
  /** Person ids by given name. */
  readonly people: ReadonlyMap<string, string>;
}

export const numberOf = (givenName: string): string => {
  const person = testPeople.find((one) => one.givenName === givenName);
  if (!person) throw new Error(`the test e-identification has nobody called ${givenName}`);
  return person.personalNumber;
};

/** The settings with which an api or a worker signs at this test service. */
export const bankidEnv = ({ settings }: BankidTown): Readonly<Record<string, string>> => ({
  SAMNAV_BANKID_URL: settings.url,
  SAMNAV_BANKID_CERTIFICATE_FILE: settings.certificateFile,
  SAMNAV_BANKID_KEY_FILE: settings.keyFile,
  SAMNAV_BANKID_SERVER_AUTHORITY_FILE: settings.serverAuthorityFile,
  SAMNAV_BANKID_ROOT_FILE: settings.rootFile,
});

/** A child first, then the guardians, all of the test e-identification; each in a record of their own. */
export async function openFamily(world: World, names: readonly [string, ...string[]]): Promise<Family> {
  const maria = world.caller('maria');
  const admit = new AdmitPerson(world.seal, new HmacLookupHash(world.settings.keys));
  const house = { municipalityId: maria.municipalityId, branchId: maria.branchId };
  const people = new Map<string, string>();
  await world.asCaller.run({ kind: 'service', name: 'reception', requestId: 'test' }, async (tx) => {
    for (const givenName of names) {
      const person = testPeople.find((one) => one.givenName === givenName);
      const number = { kind: 'personal-number', digits: numberOf(givenName) } as const;
      const familyName = person?.familyName ?? '';
      people.set(givenName, await admit.run(tx, house, { givenName, familyName, number, bornYear: null }));
    }
  });
  const child = people.get(names[0]) ?? '';
  const caseId = await openCaseAbout(world, child);
  for (const guardian of names.slice(1))
    await world.behindTheLocks(
      `insert into custody (id, child_id, guardian_id, source, starts_on) values (gen_random_uuid(), $1, $2, 'population-register', '2014-01-01')`,
      [child, people.get(guardian)],
    );
  return { caseId, child, people };
}

/** A case of Maria's about a child who is known. */
export async function openCaseAbout(world: World, personId: string): Promise<string> {
  const { municipalityId, branchId, unitId, staffId } = world.caller('maria');
  const caseId = randomUUID();
  await world.asCaller.run({ kind: 'service', name: 'reception', requestId: 'test' }, async (tx) => {
    await tx.of(ReportStore).openCase({ id: caseId, municipalityId, branchId, personId });
    await tx.of(ReportStore).assign({ id: tx.newId(), caseId, branchId, unitId, staffId: null, reason: 'intake' });
  });
  // Somebody by name is told of what families do.
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'coordinator')`,
    [caseId, branchId, staffId],
  );
  return caseId;
}

/** Everything may be told between social services, the police and the school, unless said otherwise. */
export async function offerConsent(world: World, family: Family, over: Partial<ConsentWritten> = {}): Promise<string> {
  const maria = world.caller('maria');
  const drafts = new DraftConsent(world.asCaller, world.seal);
  const id = await drafts.draft(maria, family.caseId, {
    scope: {
      from: [SOC, POLICE, SCHOOL],
      to: [SOC, POLICE, SCHOOL],
      categories: ['measures-and-plan', 'school-attendance-and-results'],
      purposes: ['support'],
    },
    situations: ['meeting', 'phone'],
    form: 'sig',
    validFrom: null,
    validUntil: null,
    apart: false,
    why: 'Vi vill hjälpas åt med vardagen.',
    ...over,
  });
  await drafts.offer(maria, { id, expectedVersion: 1 });
  return id;
}

const SEND = `mutation ($consentId: ID!, $personId: ID!, $channel: String!) {
  sendFamilyLink(consentId: $consentId, personId: $personId, channel: $channel) { id channel expiresAt letter } }`;

/** Sends a link and reads its token as nobody but the telephone can. */
export async function linkTo(
  world: World,
  staff: ApiClient,
  to: { readonly consentId: string; readonly personId: string },
): Promise<string> {
  const { sendFamilyLink } = await staff.query(SEND, { ...to, channel: 'letter' });
  return rewriteAsText(world, sendFamilyLink.id);
}

/** A letter's code is kept nowhere; the test gives the same link a token of its own instead. */
async function rewriteAsText(world: World, linkId: string): Promise<string> {
  const { token, hash } = new HmacSessionTokens(world.settings.keys.session).make();
  await world.behindTheLocks(
    `update family_link set channel = 'sms', reference = null, token_hash = $2 where id = $1`,
    [linkId, hash],
  );
  return token;
}

export const ORDER = `id purpose state start code startLink message next failure failureText`;
const OPEN = `mutation ($token: String!) { openFamilyDoor(token: $token) { state town language ways ownStepNeeded } }`;
const IDENTIFY = `mutation ($start: String!) { beginFamilyIdentification(start: $start) { ${ORDER} } }`;
const FOLLOW = `mutation ($id: ID!, $nonce: String) { followFamilyOrder(id: $id, returnNonce: $nonce) { ${ORDER} } }`;
const SIGN = `mutation ($input: ConsentSigningInput!) { beginConsentSigning(input: $input) { ${ORDER} } }`;

export interface ShownOrder {
  readonly id: string;
  readonly state: string;
  readonly code: string | null;
  readonly startLink: string | null;
  readonly message: string | null;
  readonly next: string | null;
  readonly failure: string | null;
  readonly failureText: string | null;
}

/** One browser of a family, keeping its cookie as a browser does. */
export class FamilyBrowser {
  private client: ApiClient;
  cookie = '';

  constructor(
    private readonly api: Omit<Api, 'app'>,
    /** Null where the town signs at a broker: nobody holds an app over a code there. */
    private readonly bankid: BankidTown | null,
  ) {
    this.client = api.anonymous;
  }

  /** Goes on in the session of another browser, by its cookie. */
  adopt(cookie: string): void {
    this.cookie = cookie;
    this.client = this.api.withCookie(cookie);
  }

  /** As `query` of a client, with the cookies that come back kept. */
  async query<T = Record<string, any>>(document: string, variables: object = {}): Promise<T> {
    const answer = await this.post(document, variables);
    if (answer.errors?.length) throw new Error(answer.errors[0]?.extensions?.['code'] ?? answer.errors[0]?.message);
    return answer.data as T;
  }

  /** The whole answer as bytes, for what must not differ. */
  async bytes(document: string, variables: object = {}): Promise<string> {
    return (await this.send(document, variables)).text();
  }

  async refusal(document: string, variables: object = {}): Promise<string> {
    const answer = await this.post(document, variables);
    return String(answer.errors?.[0]?.extensions?.['code'] ?? 'nothing was refused');
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return this.client.fetch(path, init);
  }

  open(token: string): Promise<Record<string, any>> {
    return this.query(OPEN, { token }).then(({ openFamilyDoor }) => openFamilyDoor);
  }

  async identify(): Promise<ShownOrder> {
    return (await this.query(IDENTIFY, { start: 'other-device' })).beginFamilyIdentification;
  }

  async follow(id: string, nonce: string | null = null): Promise<ShownOrder> {
    return (await this.query(FOLLOW, { id, nonce })).followFamilyOrder;
  }

  /** Somebody holds the app over the code and signs. */
  async inApp(order: ShownOrder, givenName: string, slowness = 0): Promise<void> {
    if (!this.bankid) throw new Error('a broker has no app');
    const picked = this.bankid.service.orders.openByCode(order.code ?? '');
    if (!('order' in picked)) throw new Error(`the app does not take the code: ${picked.fault}`);
    const person = testPeople.find((one) => one.givenName === givenName);
    if (!person) throw new Error(`nobody is called ${givenName}`);
    await this.bankid.service.orders.sign(picked.order, person, slowness);
  }

  /** All the way in: link, code, app, and a child's own step. */
  async signIn(token: string, givenName: string): Promise<void> {
    await this.open(token);
    const order = await this.identify();
    await this.inApp(order, givenName);
    const done = await this.follow(order.id);
    if (done.state !== 'complete') throw new Error(`not let in: ${JSON.stringify(done)}`);
    const { familyDoor } = await this.query(`{ familyDoor { ownStepNeeded } }`);
    if (familyDoor.ownStepNeeded) await this.query(`mutation { takeOwnStep }`);
  }

  async beginSigning(
    consentId: string,
    taken: {
      readonly houses?: readonly string[];
      readonly categories?: readonly string[];
      readonly language?: string;
    } = {},
  ): Promise<ShownOrder> {
    const { houses = [], categories = [], language = 'sv' } = taken;
    const input = { consentId, houses, categories, language, start: 'other-device' };
    return (await this.query(SIGN, { input })).beginConsentSigning;
  }

  async sign(
    consentId: string,
    givenName: string,
    taken: Parameters<FamilyBrowser['beginSigning']>[1] = {},
  ): Promise<ShownOrder> {
    const order = await this.beginSigning(consentId, taken);
    await this.inApp(order, givenName);
    return this.follow(order.id);
  }

  private async post(document: string, variables: object) {
    const response = await this.send(document, variables);
    return (await response.json()) as {
      data?: Record<string, unknown>;
      errors?: { message: string; extensions?: Record<string, any> }[];
    };
  }

  private async send(document: string, variables: object): Promise<Response> {
    const response = await this.client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(this.api.url).origin },
      body: JSON.stringify({ query: document, variables }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.cookie = /max-age=0/i.test(line) ? '' : pair;
      this.client = this.api.withCookie(this.cookie);
    }
    return response;
  }
}
