/** The key by which Samnav proves to the identity provider that it is Samnav (private_key_jwt): no shared secret exists. */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import { SettingsError } from '../config/settings.js';

export interface ClientKey {
  readonly key: CryptoKey;
  readonly kid: string;
  readonly alg: string;
  /** What the provider is given. */
  readonly publicJwk: JWK;
}

/** Reads the private JWK. Throws SettingsError when it is missing or no private key. */
export async function readClientKey(path: string): Promise<ClientKey> {
  let jwk: JWK;
  try {
    jwk = JSON.parse(readFileSync(path, 'utf8')) as JWK;
  } catch {
    throw new SettingsError(
      `SAMNAV_IDENTITY_KEY_FILE: ${path} cannot be read as a private key in JWK form; see docs/operations.md`,
    );
  }
  if (!jwk.d) throw new SettingsError(`SAMNAV_IDENTITY_KEY_FILE: ${path} holds no private key`);
  const alg = jwk.alg ?? (jwk.kty === 'RSA' ? 'RS256' : 'ES256');
  const kid = jwk.kid ?? (await calculateJwkThumbprint(jwk));
  const { kty, n, e, crv, x, y } = jwk;
  const publicJwk = Object.fromEntries(
    Object.entries({ kty, n, e, crv, x, y, kid, alg, use: 'sig' }).filter(([, value]) => value !== undefined),
  ) as JWK;
  return { key: (await importJWK(jwk, alg)) as CryptoKey, kid, alg, publicJwk };
}

/** Makes the key at the demonstration's first start; of two processes that start at once the first one's key stands. */
export async function makeClientKeyOnce(path: string): Promise<void> {
  if (existsSync(path)) return;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify({ ...jwk, alg: 'ES256', kid: await calculateJwkThumbprint(jwk) }), {
    mode: 0o600,
  });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
