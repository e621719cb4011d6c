/**
 * From a broker's signed answer to a verdict, by the key and the words of the broker that were kept with it. Depends on nothing but
 * what it is given, so that the same evidence comes to the same verdict when the broker has other keys, or is gone.
 */
import {
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  errors,
  importJWK,
  jwtVerify,
  type JWK,
  type JWTPayload,
  type JWTVerifyOptions,
} from 'jose';
import {
  CLOCK_TOLERANCE,
  decideCompletion,
  writeSignedData,
  type CompletionExpected,
  type CompletionFound,
  type VerificationFault,
} from '#domain/e-id/decide-completion.js';
import { SECOND } from '#domain/kernel/instant.js';
import type { BrokerProof, EIdSigner, EIdVerification } from '#use-cases/e-id/e-id.port.js';
import { boundNonce } from './bound-nonce.js';

/** By a key of which the broker alone has the other half: a secret that both know proves nothing to a third. */
const SIGNING = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/** What an answer that does not hold got wrong; everything else is a bad signature. */
const CLAIMED: Readonly<Record<string, VerificationFault>> = { iss: 'foreign-order', aud: 'foreign-order' };

export async function verifyAnswer(
  idToken: string,
  proof: BrokerProof,
  expected: CompletionExpected,
): Promise<EIdVerification> {
  const claims = await claimsIn(idToken, proof, expected.now);
  if (typeof claims === 'string') return { outcome: 'refused', fault: claims };
  const signer = signerIn(claims, proof);
  const decision = decideCompletion(whatIsFound(claims, proof, expected), expected);
  if (decision.outcome === 'refused') return decision;
  if (!signer) return { outcome: 'refused', fault: 'wrong-signer' };
  return {
    outcome: 'verified',
    signer,
    signedBy: decodeProtectedHeader(idToken).kid ?? '',
    issuer: String(claims.iss),
    validAt: new Date(Number(claims['auth_time']) * SECOND).toISOString(),
  };
}

/** Which of the published keys made the signature; null where none did. */
export async function keyBehind(idToken: string, keys: readonly JWK[]): Promise<BrokerProof['key'] | null> {
  const kid = kidOf(idToken);
  for (const key of keys)
    if ((kid === undefined || key.kid === kid) && (await isMadeBy(idToken, key)))
      return key as Readonly<Record<string, unknown>>;
  return null;
}

/** Whether this key is one of those that the broker published, whatever they are called (RFC 7638). */
export async function isAmong(key: BrokerProof['key'], keys: readonly JWK[]): Promise<boolean> {
  const wanted = await printOf(key as JWK);
  if (wanted === null) return false;
  return (await Promise.all(keys.map(printOf))).includes(wanted);
}

/** Null for what is no key. */
async function printOf(key: JWK): Promise<string | null> {
  try {
    return await calculateJwkThumbprint(key);
  } catch {
    return null;
  }
}

function kidOf(idToken: string): string | undefined {
  try {
    return decodeProtectedHeader(idToken).kid;
  } catch {
    return undefined;
  }
}

async function isMadeBy(idToken: string, key: JWK): Promise<boolean> {
  try {
    await compactVerify(idToken, await publicKey(key, idToken), { algorithms: SIGNING });
    return true;
  } catch {
    return false;
  }
}

const publicKey = (key: JWK, idToken: string) => importJWK(key, decodeProtectedHeader(idToken).alg);

async function claimsIn(
  idToken: string,
  { key, metadata, clientId }: BrokerProof,
  now: number,
): Promise<JWTPayload | VerificationFault> {
  const { issuer } = metadata;
  if (typeof issuer !== 'string') return 'bad-signature';
  const asked: JWTVerifyOptions = {
    algorithms: SIGNING,
    issuer,
    audience: clientId,
    requiredClaims: ['iat', 'exp', 'auth_time', 'nonce'],
    currentDate: new Date(now),
    clockTolerance: CLOCK_TOLERANCE / SECOND,
  };
  try {
    const { payload } = await jwtVerify(idToken, await publicKey(key as JWK, idToken), asked);
    return payload;
  } catch (error) {
    const claim = error instanceof errors.JWTClaimValidationFailed ? error.claim : '';
    return CLAIMED[claim] ?? 'bad-signature';
  }
}

/** Text and data hold where the nonce does, which is the hash of both. */
function whatIsFound(claims: JWTPayload, proof: BrokerProof, expected: CompletionExpected): CompletionFound {
  const { text } = expected;
  const data = writeSignedData(expected.data);
  const proved = claims['auth_time'];
  const acr = claims['acr'];
  const isBound = claims['nonce'] === boundNonce({ text, data });
  return {
    orderRef: expected.orderRef,
    form: 'sound',
    signatureHolds: true,
    chain: 'trusted',
    status: 'good',
    statusAt: typeof proved === 'number' ? proved * SECOND : null,
    text: isBound ? text : null,
    data,
    personalNumber: signerIn(claims, proof)?.personalNumber ?? null,
    assured: typeof acr === 'string' && proof.acceptedAcr.includes(acr),
  };
}

function signerIn(claims: JWTPayload, { numberClaim }: BrokerProof): EIdSigner | null {
  const number = claims[numberClaim];
  if (typeof number !== 'string' || !/^\d{12}$/.test(number)) return null;
  const part = (name: string): string => (typeof claims[name] === 'string' ? claims[name] : '');
  return {
    personalNumber: number,
    name: part('name'),
    givenName: part('given_name'),
    familyName: part('family_name'),
  };
}
