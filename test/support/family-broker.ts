/** A broker in front of a family's api that answers each code once, as every honest one does, and as slowly as it is told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JWTPayload } from 'jose';
import { makeClientKeyOnce } from '#platform/sign-in/client-key.js';
import { LOA3, NUMBER_CLAIM } from './broker.js';
import { numberOf, ORDER, type FamilyBrowser, type ShownOrder } from './family.js';
import { startLyingProvider } from './lying-provider.js';

export interface FamilyBroker {
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  /** Somebody proves at the broker who they are; gives the query with which the browser comes back. */
  prove(
    order: Pick<ShownOrder, 'startLink'>,
    givenName: string,
    how?: { readonly slowness?: number; readonly claims?: JWTPayload },
  ): string;
  /** How often it was asked about the last answer. */
  asked(): number;
  close(): Promise<void>;
}

export async function startFamilyBroker(): Promise<FamilyBroker> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samnav-broker-'));
  const provider = await startLyingProvider();
  const keyFile = path.join(folder, 'broker-client.jwk.json');
  await makeClientKeyOnce(keyFile);
  let asked = 0;
  return {
    url: provider.url,
    env: { SAMNAV_BROKER_URL: provider.url, SAMNAV_BROKER_KEY_FILE: keyFile },
    prove: (order, givenName, { slowness = 0, claims = {} } = {}) => {
      const question = new URL(order.startLink ?? '').searchParams;
      const seconds = Math.floor(Date.now() / 1000);
      asked = 0;
      provider.tell(async (sign) => {
        asked += 1;
        if (asked > 1) throw new Error('the code is spent');
        await new Promise((resolve) => setTimeout(resolve, slowness));
        return sign({
          ...{ iss: provider.url, sub: givenName, aud: 'samnav', acr: LOA3, name: givenName },
          ...{ iat: seconds, exp: seconds + 300, auth_time: seconds, nonce: question.get('nonce') ?? '' },
          [NUMBER_CLAIM]: numberOf(givenName),
          ...claims,
        });
      });
      const came = { code: 'once', state: question.get('state') ?? '', iss: provider.url };
      return `?${new URLSearchParams(came).toString()}`;
    },
    asked: () => asked,
    close: async () => {
      await provider.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const FOLLOW = `mutation ($id: ID!, $answer: String) { followFamilyOrder(id: $id, answer: $answer) { ${ORDER} } }`;

/** The browser that came back from the broker asks how it goes. */
export const followAnswer = async (browser: FamilyBrowser, id: string, answer: string | null): Promise<ShownOrder> =>
  (await browser.query(FOLLOW, { id, answer })).followFamilyOrder;
