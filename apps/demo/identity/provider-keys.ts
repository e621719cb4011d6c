/** The demonstration provider's signing key and cookie keys, made at its first start and kept beside the other keys. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface ProviderKeys {
  readonly signing: JWK;
  readonly cookies: readonly string[];
}

export async function readProviderKeys(file: string): Promise<ProviderKeys> {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await makeProviderKeys()), { mode: 0o600 });
  return JSON.parse(readFileSync(file, 'utf8')) as ProviderKeys;
}

export async function makeProviderKeys(): Promise<ProviderKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') };
  return { signing, cookies: [randomBytes(32).toString('base64url')] };
}
