/**
 * Before what is hard to undo one shows who one is once more. When that was is the provider's signed word, kept with the
 * session; nothing that a browser sends can make it newer (ASVS 7.5.3, 6.8.4).
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { type Api, type Refusal } from '../../support/api.js';
import { CookieJar } from '../../support/cookie-jar.js';
import { startLiedTo, type LiedTo } from '../../support/lied-to.js';
import type { LyingProvider } from '../../support/lying-provider.js';
import type { World } from '../../support/world.js';

const LOA3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
const SESSION = '__Host-samnav';
const MINUTE = 60;
const END = 'mutation ($id: ID!) { endSessions(staffId: $id) }';
const DANGER = `mutation { decideInDanger(input: {
  caseId: "0b9a5c1e-0000-4000-8000-00000000000f", purpose: "immediate-danger",
  toBranchId: "0b9a5c1e-0000-4000-8000-00000000000f", ground: "BrB 24:4", criteria: [], until: "2026-11-24T12:00:00.000Z"
}) { __typename } }`;

const ABSENT = '0b9a5c1e-0000-4000-8000-00000000000f';
const ASSESS = `mutation { assessGround(input: {
  caseId: "${ABSENT}", purpose: "support", toBranchId: "${ABSENT}", ground: "OSL 21:3", criteria: [],
  until: "2026-11-24T12:00:00.000Z"
}) { __typename } }`;
const OFFER = `mutation { offerRelocation(input: {
  groupId: "${ABSENT}", version: 1, toBranchId: "", itemIds: [], neededForCare: true, reasons: "Flyttar."
}) { __typename } }`;
const LIFT = `mutation { liftAssessment(input: { id: "${ABSENT}", reasons: "Gäller inte längre." }) }`;
const BACK = `mutation { takeBackRelocation(input: { id: "${ABSENT}", version: 1 }) }`;

let town: LiedTo | undefined;
let world: World;
let provider: LyingProvider;
let api: Api;

beforeAll(async () => {
  town = await startLiedTo();
  ({ world, provider, api } = town);
}, 120_000);

afterAll(() => town?.close());

interface Asked {
  readonly state: string;
  readonly nonce: string;
  readonly prompt: string | null;
}

async function goToProvider(jar: CookieJar, query = ''): Promise<Asked> {
  const response = await jar.fetch(`${api.url}/sign-in?to=/personer${query}`);
  const asked = new URL(response.headers.get('location') ?? '').searchParams;
  return { state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '', prompt: asked.get('prompt') };
}

const seconds = () => Math.floor(Date.now() / 1000);

/** A proof given so many seconds ago. */
const honest = (sub: string, nonce: string, ago = 0): JWTPayload => ({
  iss: provider.url,
  sub,
  aud: 'samnav',
  iat: seconds(),
  exp: seconds() + 300,
  auth_time: seconds() - ago,
  acr: LOA3,
  nonce,
});

async function comeBack(jar: CookieJar, { state }: Asked, more: Record<string, string> = {}): Promise<string> {
  const answer = new URLSearchParams({ code: 'once', state, iss: provider.url, ...more }).toString();
  const response = await jar.fetch(`${api.url}/sign-in/return?${answer}`);
  return (response.headers.get('location') ?? '').slice(api.url.length);
}

/** Signs in with a proof that the provider remembers from so many seconds ago. */
async function signedIn(sub: string, ago: number): Promise<CookieJar> {
  const jar = new CookieJar();
  const asked = await goToProvider(jar);
  provider.tell((sign) => sign(honest(sub, asked.nonce, ago)));
  expect(await comeBack(jar, asked)).toBe('/personer');
  return jar;
}

const speaking = (jar: CookieJar) => api.withCookie(jar.header());
const ali = () => world.town.staff.get('ali') ?? '';
const end = (jar: CookieJar) => speaking(jar).query(END, { id: ali() });
const refusedEnd = (jar: CookieJar): Promise<Refusal> => speaking(jar).refusal(END, { id: ali() });
const nameOf = async (jar: CookieJar) =>
  (await speaking(jar).query<{ me: { name: string } | null }>('{ me { name } }')).me?.name ?? null;

describe('a sensitive act', () => {
  it('goes through on a fresh proof', async () => {
    expect(await end(await signedIn('tove', 0))).toHaveProperty('endSessions');
  });

  it('on an older one asks for a new one, in words and by a code; reading goes on as before', async () => {
    const jar = await signedIn('tove', 16 * MINUTE);
    await api.as({ id: ali() });
    expect(await refusedEnd(jar)).toMatchObject({
      code: 'PROVE_AGAIN',
      message: expect.stringContaining('legitimera dig en gång till'),
    });
    expect(await nameOf(jar)).toContain('Tove');
    const open = await world.behindTheLocks('select 1 from session where staff_id = $1 and revoked_at is null', [
      ali(),
    ]);
    expect(open.length).toBeGreaterThan(0);
    const rows = await world.behindTheLocks<{ asked: string }>(
      `select detail->>'asked' as asked from ledger_entry where action = 'refuse' and ground = 'prove-again' and actor_staff = $1`,
      [world.town.staff.get('tove')],
    );
    expect(rows.map((row) => row.asked)).toContain('endSessions');
  });

  it('is also filing a ground and offering work to another town; lifting and taking back are none', async () => {
    const [fresh, older] = [await signedIn('elin', 0), await signedIn('elin', 16 * MINUTE)];
    for (const deed of [ASSESS, OFFER]) {
      expect((await speaking(fresh).refusal(deed)).code).not.toBe('PROVE_AGAIN');
      expect((await speaking(older).refusal(deed)).code).toBe('PROVE_AGAIN');
    }
    for (const deed of [LIFT, BACK]) expect((await speaking(older).refusal(deed)).code).toBe('NOT_FOUND');
  });

  it('grows old while the session lives', async () => {
    const jar = await signedIn('tove', 0);
    await world.database.moveClock('14 minutes');
    try {
      expect(await end(jar)).toHaveProperty('endSessions');
      await world.database.moveClock('16 minutes');
      expect((await refusedEnd(jar)).code).toBe('PROVE_AGAIN');
    } finally {
      await world.database.moveClock('0');
    }
  });

  it('where somebody is in danger takes a proof of the last hour, and no older', async () => {
    const [within, older] = [await signedIn('maria', 50 * MINUTE), await signedIn('maria', 61 * MINUTE)];
    expect((await speaking(within).refusal(DANGER)).code).not.toBe('PROVE_AGAIN');
    expect((await speaking(older).refusal(DANGER)).code).toBe('PROVE_AGAIN');
  });
});

describe('proving it', () => {
  let jar: CookieJar;

  beforeEach(async () => {
    jar = await signedIn('tove', 20 * MINUTE);
  });

  it('at the provider lets the act through, in a session of its own; the one before is over', async () => {
    expect((await refusedEnd(jar)).code).toBe('PROVE_AGAIN');
    const before = jar.header();
    const asked = await goToProvider(jar, '&again=1');
    expect(asked.prompt).toBe('login');
    provider.tell((sign) => sign(honest('tove', asked.nonce)));
    expect(await comeBack(jar, asked)).toBe('/personer');
    expect(await end(jar)).toHaveProperty('endSessions');
    expect((await api.withCookie(before).query<{ me: unknown }>('{ me { name } }')).me).toBeNull();
  });

  it.each<[string, (claims: JWTPayload) => JWTPayload, string]>([
    ['a proof from before the question', (c) => ({ ...c, auth_time: seconds() - 20 * MINUTE }), 'proved-too-long-ago'],
    ['a proof from a time to come', (c) => ({ ...c, auth_time: seconds() + 20 * MINUTE }), 'proved-ahead'],
    ['no time of it', ({ auth_time: _, ...c }) => c, 'time-unknown'],
    ['a time that is no number', (c) => ({ ...c, auth_time: String(seconds()) }), 'forged'],
    ['a weaker proof', (c) => ({ ...c, acr: 'http://id.elegnamnden.se/loa/1.0/loa2' }), 'assurance-too-low'],
    ['another person’s', (c) => ({ ...c, sub: 'maria' }), 'other-person'],
    ['another question’s', (c) => ({ ...c, nonce: 'x'.repeat(43) }), 'forged'],
  ])('with %s proves nothing, and leaves the session as it was', async (_, change, why) => {
    const token = jar.cookies.get(SESSION);
    const asked = await goToProvider(jar, '&again=1');
    provider.tell((sign) => sign(change(honest('tove', asked.nonce))));
    expect(await comeBack(jar, asked)).toBe(`/inloggning/${why}`);
    expect(jar.cookies.get(SESSION)).toBe(token);
    expect((await refusedEnd(jar)).code).toBe('PROVE_AGAIN');
  });

  it('with a time signed by another key proves nothing', async () => {
    const asked = await goToProvider(jar, '&again=1');
    const { privateKey } = await generateKeyPair('RS256');
    provider.tell(() =>
      new SignJWT(honest('tove', asked.nonce)).setProtectedHeader({ alg: 'RS256', kid: 'honest' }).sign(privateKey),
    );
    expect(await comeBack(jar, asked)).toBe('/inloggning/forged');
    expect((await refusedEnd(jar)).code).toBe('PROVE_AGAIN');
  });

  it('cannot be said by the browser itself', async () => {
    const asked = await goToProvider(jar, '&again=1');
    const now = String(seconds());
    provider.tell((sign) => sign(honest('tove', asked.nonce, 20 * MINUTE)));
    expect(await comeBack(jar, asked, { auth_time: now, max_age: '0' })).toBe('/inloggning/proved-too-long-ago');
    const told = await speaking(jar).fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url, auth_time: now, 'samnav-proved': now },
      body: JSON.stringify({ query: END, variables: { id: ali() } }),
    });
    expect(await told.json()).toMatchObject({ errors: [{ extensions: { code: 'PROVE_AGAIN' } }] });
  });

  it('counts once: the same answer given again later makes no proof new', async () => {
    const asked = await goToProvider(jar, '&again=1');
    const cookies = jar.header();
    provider.tell((sign) => sign(honest('tove', asked.nonce)));
    expect(await comeBack(jar, asked)).toBe('/personer');
    await world.database.moveClock('20 minutes');
    try {
      expect((await refusedEnd(jar)).code).toBe('PROVE_AGAIN');
      const replay = await api
        .withCookie(cookies)
        .fetch(`/sign-in/return?code=once&state=${asked.state}&iss=${provider.url}`);
      expect(replay.headers.getSetCookie().some((line) => line.startsWith(`${SESSION}=`))).toBe(false);
      expect((await refusedEnd(jar)).code).toBe('PROVE_AGAIN');
    } finally {
      await world.database.moveClock('0');
    }
  });

  it('goes on in the post of this browser, whatever one does in another', async () => {
    const post = '{ me { acting { id } memberships { id } } }';
    const here = await signedIn('birgitta', 20 * MINUTE);
    const { me } = await speaking(here).query<{ me: any }>(post);
    const other = me.memberships.find((one: { id: string }) => one.id !== me.acting.id).id as string;
    const switching = 'mutation ($id: ID!) { switchMembership(id: $id) { name } }';
    await speaking(here).query(switching, { id: other });
    const elsewhere = await signedIn('birgitta', 0);
    await speaking(elsewhere).query(switching, { id: me.acting.id });
    const asked = await goToProvider(here, '&again=1');
    provider.tell((sign) => sign(honest('birgitta', asked.nonce)));
    await comeBack(here, asked);
    expect((await speaking(here).query<{ me: any }>(post)).me.acting.id).toBe(other);
  });
});
