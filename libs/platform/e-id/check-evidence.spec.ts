/**
 * Evidence that was kept, held up years later by somebody who has nothing else: BankID's against the root, a broker's though the
 * broker is gone. Whatever is changed in it shows (eIDAS 26, 32).
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, decodeJwt, type JWK } from 'jose';
import { testPeople } from '#demo/bankid/test-people.js';
import type { EIdEvidence, EIdOrder } from '#use-cases/e-id/e-id.port.js';
import { aQuestion, startBankid, type BankidTown } from '../../../test/support/bankid.js';
import { LOA3, makeClientKey, NUMBER_CLAIM, startBroker } from '../../../test/support/broker.js';
import { CookieJar } from '../../../test/support/cookie-jar.js';
import { checkEvidence } from './check-evidence.js';
import { KeptEvidenceVerifier } from './kept-evidence-verifier.js';
import { readRoots } from './make-e-id.js';
import { OpenidIdentification } from './openid/openid-identification.js';
import { readJwks } from './read-jwks.js';

const RETURN = 'http://localhost:1/e-id/return';
const [elias, sanna] = testPeople as [(typeof testPeople)[number], (typeof testPeople)[number]];
const paper = Buffer.from('%PDF-1.7 Socialtjänsten får tala med skolan.');
const question = aQuestion({
  expectedPersonalNumber: elias.personalNumber,
  nonVisibleData: `sha-256:${createHash('sha256').update(paper).digest('hex')}`,
});

let town: BankidTown;
/** By e-identification, as it was kept. */
const kept = new Map<string, EIdEvidence>();

beforeAll(async () => {
  town = await startBankid();
  kept.set('BankID', await byBankid());
  kept.set('a broker', await byBroker());
}, 90_000);

afterAll(() => town?.close());

async function byBankid(): Promise<EIdEvidence> {
  const order = await town.eId.start(question);
  const token = new URL(town.eId.startLink(order)).searchParams.get('autostarttoken') ?? '';
  const picked = town.service.orders.openByLink(token);
  if ('fault' in picked) throw new Error(picked.fault);
  await town.service.orders.sign(picked.order, elias);
  const collected = await town.eId.collect(order, { start: 'same-device', used: false, answer: null });
  if (collected.status !== 'complete') throw new Error(collected.status);
  return collected.evidence;
}

/** The broker is gone when anything is checked. */
async function byBroker(): Promise<EIdEvidence> {
  const key = await makeClientKey();
  const broker = await startBroker(key, RETURN);
  try {
    const eId = new OpenidIdentification({
      ...{ issuer: broker.url, clientId: 'samnav', redirectUri: RETURN, acceptedAcr: [LOA3], scope: 'openid' },
      numberClaim: NUMBER_CLAIM,
      insecure: true,
      key: () => Promise.resolve(key),
      trusted: () => null,
      now: () => new Date(),
      tell: () => {},
    });
    await broker.meet({ personalNumber: elias.personalNumber, name: 'Elias Kvarnhed', acr: LOA3 });
    const order: EIdOrder = await eId.start(question);
    const { url } = await new CookieJar().follow(eId.startLink(order), {}, (next) => next.startsWith(RETURN));
    const answer = new URL(url).search;
    const collected = await eId.collect(order, { start: 'same-device', used: false, answer });
    if (collected.status !== 'complete') throw new Error(collected.status);
    return collected.evidence;
  } finally {
    await broker.close();
  }
}

const roots = () => readRoots(readFileSync(town.settings.rootFile, 'utf8'));
/** As the broker published them that day. */
const published = (): readonly JWK[] => readJwks(JSON.stringify({ keys: [kept.get('a broker')!.broker!.key] }));
const check = (evidence: unknown, document: Buffer | null = paper, keys: readonly JWK[] | null = published()) =>
  checkEvidence({ text: JSON.stringify(evidence), document, roots, keys });
const sentenceOf = async (evidence: unknown, document?: Buffer | null) => (await check(evidence, document)).sentence;
const written = (evidence: EIdEvidence, text: string): string =>
  evidence.adapter === 'bankid' ? Buffer.from(text, 'utf8').toString('base64') : text;

describe.each(['BankID', 'a broker'])('evidence of %s', (name) => {
  const evidence = (): EIdEvidence => kept.get(name)!;

  it('holds by itself, and says who, when and whether it is this paper', async () => {
    const { outcome, sentence } = await check(evidence());
    expect(sentence).toMatch(/^Elias Kvarnhed .* at \d{4}-.*\. It is on this very paper\.$/);
    expect(outcome).toBe('holds');
    expect(await sentenceOf(evidence(), null)).toContain('is not checked');
  });

  it('does not hold on another paper', async () => {
    expect(await check(evidence(), Buffer.from('another'))).toEqual({
      outcome: 'fails',
      sentence: expect.stringContaining('another paper'),
    });
  });

  it('does not hold for another text, another paper, another order or another person than it was', async () => {
    const one = evidence();
    const { verification } = one;
    if (verification.outcome !== 'verified') throw new Error('nothing was verified');
    const other = `sha-256:${'cd'.repeat(32)}\norder x`;
    const changed: readonly unknown[] = [
      { ...one, userVisibleData: written(one, 'Alla får tala om allt.') },
      { ...one, userNonVisibleData: written(one, other) },
      { ...one, userNonVisibleData: written(one, 'nothing') },
      {
        ...one,
        verification: { ...verification, signer: { ...verification.signer, personalNumber: sanna.personalNumber } },
      },
      { ...one, at: new Date(Date.parse(one.at) + 86_400_000).toISOString() },
      { ...one, at: 'then' },
    ];
    for (const [at, each] of changed.entries()) expect([at, (await check(each)).outcome]).toEqual([at, 'fails']);
  });

  it('does not hold when its signature was changed by a letter', async () => {
    const { signature, completionData } = evidence();
    const at = signature.length >> 1;
    const other = `${signature.slice(0, at)}${signature[at] === 'A' ? 'B' : 'A'}${signature.slice(at + 1)}`;
    const changed = { ...evidence(), signature: other, completionData: completionData.replace(signature, other) };
    expect((await check(changed)).outcome).toBe('fails');
    expect((await check({ ...evidence(), signature: other })).outcome).toBe('fails');
  });
});

describe('evidence', () => {
  it('of BankID does not hold by a root that nobody trusted', async () => {
    const strange = await startBankid();
    try {
      const trusting = {
        roots: () => readRoots(readFileSync(strange.settings.rootFile, 'utf8')),
        document: null,
        keys: null,
      };
      const { outcome, sentence } = await checkEvidence({ text: JSON.stringify(kept.get('BankID')), ...trusting });
      expect([outcome, sentence]).toEqual(['fails', expect.stringContaining('--root FILE')]);
    } finally {
      await strange.close();
    }
  }, 60_000);

  it('of a broker does not hold by another key, without one, or for another client', async () => {
    const evidence = kept.get('a broker')!;
    const { broker } = evidence;
    const other = await exportJWK((await generateKeyPair('RS256', { extractable: true })).publicKey);
    expect(broker?.key).not.toHaveProperty('d');
    expect(broker?.metadata).toMatchObject({ issuer: expect.stringMatching(/^http/), jwks_uri: expect.any(String) });
    for (const changed of [
      { ...broker, key: { ...other, kid: 'broker' } },
      { ...broker, clientId: 'another' },
      { ...broker, metadata: { ...broker?.metadata, issuer: 'https://elsewhere.example' } },
      { ...broker, acceptedAcr: ['http://id.elegnamnden.se/loa/1.0/loa4'] },
      null,
    ])
      expect((await check({ ...evidence, broker: changed })).outcome).toBe('fails');
    const before = { ...evidence, broker: undefined };
    expect(await sentenceOf(before)).toContain('cannot be proven any more');
  });

  it('of a broker that anybody could have made is not said to hold, and does not by the broker’s own keys', async () => {
    const evidence = kept.get('a broker')!;
    const mine = await generateKeyPair('RS256', { extractable: true });
    const signature = await new SignJWT(decodeJwt(evidence.signature))
      .setProtectedHeader({ alg: 'RS256', kid: 'broker' })
      .sign(mine.privateKey);
    const broker = { ...evidence.broker, key: { ...(await exportJWK(mine.publicKey)), kid: 'broker' } };
    const forged = { ...evidence, signature, completionData: signature, broker };
    for (const one of [forged, evidence])
      expect(await check(one, paper, null)).toEqual({
        outcome: 'unvouched',
        sentence: expect.stringContaining('only this file vouches for'),
      });
    expect((await check(forged)).outcome).toBe('fails');
    // What was kept is all that the page has, too, and it says so.
    const { rootFile } = town.settings;
    const saidOf = async (one: unknown, jwksFile: string | null = null) =>
      new KeptEvidenceVerifier({ rootFile, jwksFile }).verify(JSON.stringify(one));
    expect(await saidOf(evidence)).toMatchObject({ outcome: 'holds', selfVouched: true });
    expect(await saidOf(kept.get('BankID'))).toMatchObject({ outcome: 'holds', selfVouched: false });
    // With the broker's keys given by hand it is held against them, and only against them.
    const folder = mkdtempSync(path.join(tmpdir(), 'samnav-jwks-'));
    const file = path.join(folder, 'broker-keys.json');
    try {
      writeFileSync(file, JSON.stringify({ keys: published() }));
      expect(await saidOf(evidence, file)).toMatchObject({ outcome: 'holds', selfVouched: false });
      expect(await saidOf(forged, file)).toEqual({ outcome: 'fails', why: 'untrusted-chain' });
      writeFileSync(file, JSON.stringify({ keys: [broker.key] }));
      expect(await saidOf(evidence, file)).toEqual({ outcome: 'fails', why: 'untrusted-chain' });
      writeFileSync(file, 'lost');
      expect(await saidOf(evidence, file)).toEqual({ outcome: 'fails', why: 'no-keys' });
      expect(await saidOf(kept.get('BankID'), file)).toMatchObject({ outcome: 'holds' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(['', '{}', '{"keys":[]}', '{"keys":[{}]}'])('is not checked by a file of keys that is none: %s', (text) => {
    expect(() => readJwks(text)).toThrow('{"keys":[…]}');
  });

  it.each(['', 'ja', '{}', '[]'])('that is none is said to be none: %s', async (text) => {
    await expect(checkEvidence({ text, document: null, roots, keys: null })).rejects.toThrow('no evidence');
  });
});
