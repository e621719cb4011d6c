/** Signing at a broker: an honest one from end to end, and answers that no honest broker gives (ASVS 6.8, 9.1–9.2, 10.5). */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import { testPeople } from '#demo/bankid/test-people.js';
import { writeSignedData } from '#domain/e-id/decide-completion.js';
import { EIdRefused, type EIdCollected, type EIdOrder } from '#use-cases/e-id/e-id.port.js';
import { aQuestion } from '../../../../test/support/bankid.js';
import { LOA3, makeClientKey, NUMBER_CLAIM, startBroker, type Broker } from '../../../../test/support/broker.js';
import { CookieJar } from '../../../../test/support/cookie-jar.js';
import { freePort } from '../../../../test/support/free-port.js';
import { startLyingProvider, type LyingProvider } from '../../../../test/support/lying-provider.js';
import { boundNonce } from './bound-nonce.js';
import { OpenidIdentification } from './openid-identification.js';

const RETURN = 'http://localhost:1/e-id/return';
const [elias, sanna] = testPeople as [(typeof testPeople)[number], (typeof testPeople)[number]];
let broker: Broker;
let liar: LyingProvider;
let honest: OpenidIdentification;
let lied: OpenidIdentification;
/** What this installation was given of the broker's keys by hand. */
let trusted: readonly JWK[] | null = null;

beforeAll(async () => {
  const key = await makeClientKey();
  broker = await startBroker(key, RETURN);
  liar = await startLyingProvider();
  const at = (issuer: string) =>
    new OpenidIdentification({
      issuer,
      clientId: 'samnav',
      redirectUri: RETURN,
      acceptedAcr: [LOA3],
      numberClaim: NUMBER_CLAIM,
      scope: 'openid',
      insecure: true,
      key: () => Promise.resolve(key),
      trusted: () => trusted,
      now: () => new Date(),
      tell: () => {},
    });
  [honest, lied] = [at(broker.url), at(liar.url)];
}, 60_000);

afterAll(async () => {
  await broker?.close();
  await liar?.close();
});

const how = (answer: string | null, used = false) => ({ start: 'same-device', used, answer }) as const;

/** The browser goes to the broker and comes back; gives the query with which it came. */
async function prove(order: EIdOrder): Promise<string> {
  const jar = new CookieJar();
  const { url } = await jar.follow(honest.startLink(order), {}, (next) => next.startsWith(RETURN));
  return new URL(url).search;
}

const question = aQuestion({ expectedPersonalNumber: elias.personalNumber });
const asElias = () => broker.meet({ personalNumber: elias.personalNumber, name: 'Elias Kvarnhed', acr: LOA3 });
const faultIn = (collected: EIdCollected): string =>
  collected.status === 'refused' ? collected.fault : collected.status;

describe('an honest broker', () => {
  it('brings a proof that is bound to the text and kept as evidence', async () => {
    await asElias();
    const order = await honest.start(question);
    expect(await honest.collect(order, how(null))).toMatchObject({ status: 'pending' });
    const asked = new URL(honest.startLink(order)).searchParams;
    expect(asked.get('prompt')).toBe('login');
    expect(asked.get('acr_values')).toBe(LOA3);
    const collected = await honest.collect(order, how(await prove(order)));
    expect(collected).toMatchObject({
      status: 'complete',
      signer: { personalNumber: elias.personalNumber, name: 'Elias Kvarnhed' },
      evidence: { adapter: 'openid', verification: { outcome: 'verified', issuer: broker.url } },
    });
    if (collected.status !== 'complete') return;
    const { evidence } = collected;
    const [, body = ''] = evidence.signature.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { nonce: string };
    const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('base64url');
    // Whoever has the evidence can see, years later, that this text was asked about and no other.
    expect(claims.nonce).toBe(
      hash(`samnav e-id\n${hash(evidence.userVisibleData)}\n${hash(evidence.userNonVisibleData)}`),
    );
  });

  it('puts nothing about the person or the text into the address', async () => {
    const order = await honest.start(question);
    const link = decodeURIComponent(honest.startLink(order));
    for (const part of [elias.personalNumber, 'Socialtj', 'sha-256:ab']) expect(link).not.toContain(part);
  });

  it('says when the person turned back', async () => {
    await broker.meet(null);
    const order = await honest.start(question);
    expect(await honest.collect(order, how(await prove(order)))).toMatchObject({
      status: 'failed',
      hintCode: 'userCancel',
      advice: { message: 'you-cancelled' },
    });
  });

  it('is believed by the keys that were given by hand and by no other, where there are any', async () => {
    const signed = async () => {
      await asElias();
      const order = await honest.start(question);
      return honest.collect(order, how(await prove(order)));
    };
    const published = (await (await fetch(`${broker.url}/jwks`)).json()) as { keys: JWK[] };
    const strange = { ...(await exportJWK((await generateKeyPair('RS256')).publicKey)), kid: published.keys[0]?.kid };
    try {
      trusted = [strange];
      expect(faultIn(await signed())).toBe('untrusted-chain');
      trusted = [strange, ...published.keys];
      expect((await signed()).status).toBe('complete');
    } finally {
      trusted = null;
    }
  });

  it('is asked again for another person, and told apart', async () => {
    await broker.meet({ personalNumber: sanna.personalNumber, name: 'Sanna Kvarnhed', acr: LOA3 });
    const order = await honest.start(question);
    const collected = await honest.collect(order, how(await prove(order)));
    expect(faultIn(collected)).toBe('wrong-signer');
    expect(collected).toMatchObject({ advice: { message: 'another-signer' } });
  });

  it('answers an order once', async () => {
    await asElias();
    const order = await honest.start(question);
    const answer = await prove(order);
    expect(faultIn(await honest.collect(order, how(answer, true)))).toBe('replayed-order');
    expect(faultIn(await honest.collect(order, how(answer)))).toBe('bad-signature');
  });

  it('has no answer to another order', async () => {
    await asElias();
    const [one, two] = [await honest.start(question), await honest.start(question)];
    expect(faultIn(await honest.collect(two, how(await prove(one))))).toBe('foreign-order');
  });

  it('that is away is unavailable, and found when it is back', async () => {
    const away = new OpenidIdentification({ ...optionsOf(honest), issuer: `http://localhost:${await freePort()}` });
    await expect(away.start(question)).rejects.toEqual(new EIdRefused('unavailable'));
  });
});

const optionsOf = (one: OpenidIdentification) =>
  (one as unknown as { options: ConstructorParameters<typeof OpenidIdentification>[0] }).options;

describe('an answer that lies', () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const truth = (order: EIdOrder): JWTPayload => ({
    iss: liar.url,
    sub: 'elias',
    aud: 'samnav',
    iat: seconds(),
    exp: seconds() + 300,
    auth_time: seconds(),
    acr: LOA3,
    nonce: boundNonce({
      text: order.visibleText,
      data: writeSignedData({ content: order.nonVisibleData, orderNonce: order.orderNonce }),
    }),
    [NUMBER_CLAIM]: elias.personalNumber,
    name: 'Elias Kvarnhed',
  });
  const answerTo = (order: EIdOrder, changes: Record<string, string> = {}): string =>
    `?${new URLSearchParams({ code: 'once', state: order.orderRef, iss: liar.url, ...changes }).toString()}`;

  it('is not every answer, so that the refusals below mean something', async () => {
    const order = await lied.start(question);
    liar.tell((sign) => sign(truth(order)));
    expect(faultIn(await lied.collect(order, how(answerTo(order))))).toBe('complete');
  });

  it.each<[string, (claims: JWTPayload) => JWTPayload, string]>([
    ['about another person', (c) => ({ ...c, [NUMBER_CLAIM]: sanna.personalNumber }), 'wrong-signer'],
    ['about nobody', ({ [NUMBER_CLAIM]: _, ...c }) => c, 'wrong-signer'],
    ['about a number that is none', (c) => ({ ...c, [NUMBER_CLAIM]: '1103142392' }), 'wrong-signer'],
    ['for another text', (c) => ({ ...c, nonce: boundNonce({ text: 'annat', data: 'annat' }) }), 'replayed-order'],
    ['without a nonce', ({ nonce: _, ...c }) => c, 'replayed-order'],
    ['for another client', (c) => ({ ...c, aud: 'another' }), 'foreign-order'],
    ['by another issuer', (c) => ({ ...c, iss: 'https://elsewhere.example' }), 'foreign-order'],
    ['of a weaker proof', (c) => ({ ...c, acr: 'http://id.elegnamnden.se/loa/1.0/loa2' }), 'assurance-too-low'],
    ['that does not say how strong the proof was', ({ acr: _, ...c }) => c, 'assurance-too-low'],
    ['of a proof from before the order', (c) => ({ ...c, auth_time: seconds() - 600 }), 'replayed-order'],
    ['that has run out', (c) => ({ ...c, iat: seconds() - 900, exp: seconds() - 600 }), 'bad-signature'],
  ])('%s is refused', async (_, change, fault) => {
    const order = await lied.start(question);
    liar.tell((sign) => sign(change(truth(order))));
    const collected = await lied.collect(order, how(answerTo(order)));
    expect(faultIn(collected)).toBe(fault);
    expect(collected).toMatchObject({ evidence: { verification: { outcome: 'refused', fault } } });
  });

  it.each<[string, (claims: JWTPayload) => Promise<string>]>([
    [
      'by another key',
      async (claims) => {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'honest' }).sign(privateKey);
      },
    ],
    [
      'by a key that anyone knows',
      (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from('samnav'.repeat(8))),
    ],
    [
      'by nobody',
      (claims) =>
        Promise.resolve(
          [{ alg: 'none' }, claims].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url')).join('.') +
            '.',
        ),
    ],
  ])('signed %s is refused', async (_, make) => {
    const order = await lied.start(question);
    liar.tell(() => make(truth(order)));
    expect(faultIn(await lied.collect(order, how(answerTo(order))))).toBe('bad-signature');
  });

  it.each([
    ['with another state', { state: 'x'.repeat(43) }],
    ['naming another issuer', { iss: 'https://elsewhere.example' }],
  ])('%s is foreign', async (_, changes) => {
    const order = await lied.start(question);
    liar.tell((sign) => sign(truth(order)));
    expect(faultIn(await lied.collect(order, how(answerTo(order, changes))))).toBe('foreign-order');
  });

  it('about an order of another e-identification is unknown', async () => {
    const order = await lied.start(question);
    await expect(lied.collect({ ...order, adapter: 'bankid' }, how(null))).rejects.toEqual(
      new EIdRefused('unknown-order'),
    );
  });
});
