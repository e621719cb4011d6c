/** A broker of e-identifications whose person and level the test chooses; see broker-server.mjs. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { ClientKey } from '#platform/sign-in/client-key.js';
import { freePort } from './free-port.js';

export const NUMBER_CLAIM = 'https://id.oidc.se/claim/personalIdentityNumber';
export const LOA3 = 'http://id.elegnamnden.se/loa/1.0/loa3';

export interface BrokerPerson {
  readonly personalNumber: string;
  readonly name: string;
  readonly acr: string;
}

export interface Broker {
  readonly url: string;
  /** Who proves themselves from now on; null turns back. */
  meet(person: BrokerPerson | null): Promise<void>;
  close(): Promise<void>;
}

export async function makeClientKey(): Promise<ClientKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    key: privateKey,
    kid: 'samnav',
    alg: 'ES256',
    publicJwk: { ...(await exportJWK(publicKey)), kid: 'samnav' },
  };
}

export async function startBroker(client: ClientKey, redirectUri: string): Promise<Broker> {
  const url = `http://localhost:${await freePort()}`;
  const wish = { url, redirectUri, clientJwk: client.publicJwk, numberClaim: NUMBER_CLAIM, acr: LOA3 };
  const child = fork(path.resolve('test/support/broker-server.mjs'), [JSON.stringify(wish)], {
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return {
    url,
    meet: async (person) => {
      child.send(person ?? 'nobody');
      await once(child, 'message');
    },
    close: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
