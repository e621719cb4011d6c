/** Answers that no honest provider gives: each is refused before any session exists (ASVS 6.8.2, 9.1–9.2, 10.5). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { Api } from '../../support/api.js';
import { CookieJar } from '../../support/cookie-jar.js';
import { startLiedTo, type LiedTo } from '../../support/lied-to.js';
import type { LyingProvider } from '../../support/lying-provider.js';
import type { World } from '../../support/world.js';

const LOA3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
let town: LiedTo | undefined;
let world: World;
let provider: LyingProvider;
let api: Api;

beforeAll(async () => {
  town = await startLiedTo();
  ({ world, provider, api } = town);
}, 120_000);

afterAll(() => town?.close());

interface Begun {
  readonly jar: CookieJar;
  readonly state: string;
  readonly nonce: string;
}

async function begin(): Promise<Begun> {
  const jar = new CookieJar();
  const asked = new URL((await jar.fetch(`${api.url}/sign-in?to=/inkorg`)).headers.get('location') ?? '').searchParams;
  return { jar, state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '' };
}

const seconds = () => Math.floor(Date.now() / 1000);

const honest = (nonce: string): JWTPayload => ({
  iss: provider.url,
  sub: 'maria',
  aud: 'samnav',
  iat: seconds(),
  exp: seconds() + 300,
  auth_time: seconds() - 2,
  acr: LOA3,
  nonce,
});

/** Where the browser ends after the provider's answer. */
async function answer(begun: Begun, changes: Record<string, string | undefined> = {}): Promise<string> {
  const parameters = { code: 'once', state: begun.state, iss: provider.url, ...changes };
  const kept = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const response = await begun.jar.fetch(`${api.url}/sign-in/return?${new URLSearchParams(kept).toString()}`);
  return (response.headers.get('location') ?? '').slice(api.url.length);
}

const sessions = async () => (await world.behindTheLocks<{ n: string }>('select count(*) as n from session'))[0]?.n;

describe('an answer', () => {
  it('that is honest opens a session, so that the refusals below mean something', async () => {
    const begun = await begin();
    provider.tell((sign) => sign(honest(begun.nonce)));
    expect(await answer(begun)).toBe('/inkorg');
    expect(begun.jar.cookies.get('__Host-samnav')).toBeDefined();
    const asked = provider.asked();
    expect(asked.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(asked.get('client_secret')).toBeNull();
    expect(asked.get('code_verifier')).toHaveLength(43);
  });

  it.each<[string, (claims: JWTPayload) => JWTPayload, string]>([
    ['from another issuer', (c) => ({ ...c, iss: 'https://elsewhere.example' }), 'forged'],
    ['for another client', (c) => ({ ...c, aud: 'another' }), 'forged'],
    ['that has run out', (c) => ({ ...c, iat: seconds() - 900, exp: seconds() - 600 }), 'forged'],
    ['with another sign-in’s nonce', (c) => ({ ...c, nonce: 'x'.repeat(43) }), 'forged'],
    ['without a nonce', ({ nonce: _, ...c }) => c, 'forged'],
    ['without a subject', ({ sub: _, ...c }) => c, 'forged'],
    ['that lives longer than five minutes', (c) => ({ ...c, exp: seconds() + 3600 }), 'token-too-long'],
    ['of a weaker proof', (c) => ({ ...c, acr: 'http://id.elegnamnden.se/loa/1.0/loa2' }), 'assurance-too-low'],
    ['that does not tell how strong the proof was', ({ acr: _, ...c }) => c, 'assurance-too-low'],
    ['that does not tell when the proof was given', ({ auth_time: _, ...c }) => c, 'time-unknown'],
    ['of a proof from yesterday', (c) => ({ ...c, auth_time: seconds() - 86_400 }), 'proved-too-long-ago'],
    ['of a proof that nobody has given yet', (c) => ({ ...c, auth_time: seconds() + 3600 }), 'proved-ahead'],
    ['about a stranger', (c) => ({ ...c, sub: 'nobody' }), 'unknown-person'],
  ])('with a token %s is refused', async (_, change, why) => {
    const begun = await begin();
    const before = await sessions();
    provider.tell((sign) => sign(change(honest(begun.nonce))));
    expect(await answer(begun)).toBe(`/inloggning/${why}`);
    expect(begun.jar.cookies.get('__Host-samnav')).toBeUndefined();
    expect(await sessions()).toBe(before);
  });

  it.each<[string, (claims: JWTPayload) => Promise<string>]>([
    [
      'another key',
      async (claims) => {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'honest' }).sign(privateKey);
      },
    ],
    [
      'a key that anyone knows',
      (claims) =>
        new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'honest' }).sign(Buffer.from('samnav'.repeat(8))),
    ],
    [
      'nothing at all',
      (claims) => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return Promise.resolve(`${part({ alg: 'none' })}.${part(claims)}.`);
      },
    ],
  ])('whose token is signed with %s is refused', async (_, forge) => {
    const begun = await begin();
    provider.tell(() => forge(honest(begun.nonce)));
    expect(await answer(begun)).toBe('/inloggning/forged');
    expect(begun.jar.cookies.get('__Host-samnav')).toBeUndefined();
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['another state', { state: 'y'.repeat(43) }, 'attempt-over'],
    ['no state', { state: undefined }, 'attempt-over'],
    ['another issuer’s name', { iss: 'https://elsewhere.example' }, 'forged'],
    ['no issuer’s name', { iss: undefined }, 'forged'],
    ['no code', { code: undefined }, 'forged'],
    ['a provider’s fault', { code: undefined, error: 'server_error' }, 'forged'],
  ])('with %s is refused', async (_, changes, why) => {
    const begun = await begin();
    provider.tell((sign) => sign(honest(begun.nonce)));
    expect(await answer(begun, changes)).toBe(`/inloggning/${why}`);
    expect(begun.jar.cookies.get('__Host-samnav')).toBeUndefined();
  });

  it('that another browser began is refused', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    provider.tell((sign) => sign(honest(theirs.nonce)));
    expect(await answer({ ...mine, state: theirs.state })).toBe('/inloggning/attempt-over');
  });

  it('counts once: the same code, state and cookie again open nothing', async () => {
    const begun = await begin();
    const cookies = begun.jar.header();
    provider.tell((sign) => sign(honest(begun.nonce)));
    expect(await answer(begun)).toBe('/inkorg');
    const replay = await api
      .withCookie(cookies)
      .fetch(`/sign-in/return?code=once&state=${begun.state}&iss=${provider.url}`);
    expect(replay.headers.get('location')).toBe(`${api.url}/inloggning/attempt-over`);
    expect(replay.headers.getSetCookie().some((line) => line.startsWith('__Host-samnav='))).toBe(false);
  });

  it('that comes after ten minutes is refused', async () => {
    const begun = await begin();
    provider.tell((sign) => sign(honest(begun.nonce)));
    await world.database.moveClock('11 minutes');
    try {
      expect(await answer(begun)).toBe('/inloggning/attempt-over');
    } finally {
      await world.database.moveClock('0');
    }
  });

  it('leaves a row of every refusal in the ledger, with the reason and no name', async () => {
    const rows = await world.behindTheLocks<{ ground: string }>(
      `select distinct ground from ledger_entry where action = 'sign-in' and outcome = 'refuse' order by ground`,
    );
    expect(rows.map((row) => row.ground)).toEqual([
      'assurance-too-low',
      'attempt-over',
      'forged',
      'proved-ahead',
      'proved-too-long-ago',
      'time-unknown',
      'token-too-long',
      'unknown-person',
    ]);
  });
});

describe('an address that keeps failing', () => {
  it('is asked to wait, before the provider is troubled', async () => {
    const jar = new CookieJar();
    let last = '';
    for (let tries = 0; tries < 40; tries += 1) await jar.fetch(`${api.url}/sign-in/return?state=${'z'.repeat(43)}`);
    last = (await jar.fetch(`${api.url}/sign-in`)).headers.get('location') ?? '';
    expect(last).toBe(`${api.url}/inloggning/too-many`);
    const spoofed = await jar.fetch(`${api.url}/sign-in`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(spoofed.headers.get('location')).toBe(`${api.url}/inloggning/too-many`);
  });
});
