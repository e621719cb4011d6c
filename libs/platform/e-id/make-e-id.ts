/** Puts together the e-identification that the settings name; files are read at the first use, so that a fault in them stops nothing else. */
import { readFileSync } from 'node:fs';
import { Certificate } from 'pkijs';
import { SECOND } from '#domain/kernel/instant.js';
import type { EIdentification } from '#use-cases/e-id/e-id.port.js';
import type { BankidSettings, BrokerSettings, Settings } from '../config/settings.js';
import { readClientKey } from '../sign-in/client-key.js';
import { BankidClient } from './bankid/bankid-client.js';
import { BankidIdentification } from './bankid/bankid-identification.js';
import { NoEIdentification } from './no-e-id.js';
import { OpenidIdentification } from './openid/openid-identification.js';
import { readJwks } from './read-jwks.js';

/** What could not be done, for the process log: never what was in it. */
export type Tell = (what: string, code: string) => void;

const PATIENCE = 8 * SECOND;

type EIdSettings = Pick<Settings, 'bankid' | 'broker' | 'brokerJwksFile' | 'publicUrl'>;

export function makeEId(settings: EIdSettings, tell: Tell): EIdentification {
  if (settings.bankid) return makeBankid(settings.bankid, tell);
  if (settings.broker) return makeBroker(settings.broker, settings, tell);
  return new NoEIdentification();
}

export function makeBankid(settings: BankidSettings, tell: Tell, patience = PATIENCE): BankidIdentification {
  const text = (file: string): string => readFileSync(file, 'utf8');
  const client = new BankidClient({
    url: settings.url,
    identity: () => ({
      certificate: text(settings.certificateFile),
      key: text(settings.keyFile),
      serverAuthority: text(settings.serverAuthorityFile),
    }),
    patience,
    tell: (call, code) => tell(`BankID did not take ${call}`, code),
  });
  let roots: readonly Certificate[] | undefined;
  return new BankidIdentification({
    client,
    roots: () => (roots ??= readRoots(text(settings.rootFile))),
    appUrl: settings.appUrl,
    now: () => new Date(),
  });
}

function makeBroker(
  settings: BrokerSettings,
  { publicUrl, brokerJwksFile }: EIdSettings,
  tell: Tell,
): OpenidIdentification {
  return new OpenidIdentification({
    issuer: settings.url,
    clientId: settings.client,
    redirectUri: `${publicUrl}/e-id/return`,
    acceptedAcr: settings.acr,
    numberClaim: settings.numberClaim,
    scope: settings.scope,
    // On this machine only; anywhere else a broker without TLS could be anybody.
    insecure: /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(settings.url),
    key: () => readClientKey(settings.keyFile),
    trusted: () => (brokerJwksFile === null ? null : readJwks(readFileSync(brokerJwksFile, 'utf8'))),
    now: () => new Date(),
    tell,
  });
}

/** Every certificate of a PEM file. Throws when there is none: without a root nobody's signature may count. */
export function readRoots(pem: string): readonly Certificate[] {
  const found = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/g)].map(
    ([, body = '']) => Certificate.fromBER(new Uint8Array(Buffer.from(body.replace(/\s+/g, ''), 'base64'))),
  );
  if (found.length === 0) throw new Error('the file holds no certificate');
  return found;
}
