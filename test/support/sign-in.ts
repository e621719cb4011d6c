/** The api beside the demonstration's real identity provider, for whole sign-ins. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SESSION_COOKIE } from '#api/session/signed-request.js';
import { startApi, type Api } from './api.js';
import { startNodes, type Nodes } from './nodes.js';
import { freePort } from './free-port.js';
import { CookieJar, type Visit } from './cookie-jar.js';
import { hostDemonstration } from './hosted.js';
import type { World } from './world.js';

export interface SignInHouse {
  readonly api: Omit<Api, 'app'>;
  /** Where the api is several processes. */
  readonly nodes?: Nodes;
  readonly identityUrl: string;
  readonly mailPort: number;
  /** Signs a demonstration person in as a browser does, from the first address to the last. */
  signIn(
    key: string,
    options?: { readonly to?: string; readonly jar?: CookieJar; readonly query?: string },
  ): Promise<Visit & { readonly jar: CookieJar }>;
  sessionToken(jar: CookieJar): string | undefined;
  /** The identity provider goes away, as one does that a municipality restarts. */
  endProvider(): Promise<void>;
  close(): Promise<void>;
}

/** Starts both; the demonstration takes the world's people over. What is added is for the api alone. */
export async function startSignInHouse(
  world: World,
  added: Readonly<Record<string, string>> = {},
  /** So many processes behind one address, as an installation runs them; else the api shares the test's. */
  processes = 0,
): Promise<SignInHouse> {
  const folder = mkdtempSync(path.join(tmpdir(), 'samnav-sign-in-'));
  const [identityPort, mailPort, port] = [await freePort(), await freePort(), await freePort()];
  const identityUrl = `http://localhost:${identityPort}`;
  const env = {
    SAMNAV_DEMONSTRATION: '1',
    SAMNAV_PUBLIC_URL: `http://localhost:${port}`,
    SAMNAV_IDENTITY_URL: identityUrl,
    SAMNAV_MAIL_URL: `smtp://localhost:${mailPort}`,
    SAMNAV_MAIL_IN_SECRET: 'what the demonstration proves itself by, to itself',
    SAMNAV_IDENTITY_KEY_FILE: path.join(folder, 'identity-client.jwk.json'),
    PORT: String(port),
  };
  const demonstration = await hostDemonstration(world.database, env);
  const nodes = processes > 0 ? await startNodes(world, processes, { ...env, ...added }) : undefined;
  const api = nodes ?? (await startApi(world.database, { ...env, ...added }));
  let open = true;
  const endProvider = async (): Promise<void> => {
    if (open) await demonstration.close();
    open = false;
  };
  return {
    api,
    ...(nodes ? { nodes } : {}),
    identityUrl,
    mailPort,
    endProvider,
    signIn: async (key, { to = '/', jar = new CookieJar(), query = '' } = {}) => {
      const start = `${api.url}/sign-in?to=${encodeURIComponent(to)}&hint=${key}${query}`;
      return { ...(await jar.follow(start)), jar };
    },
    sessionToken: (jar) => jar.cookies.get(SESSION_COOKIE),
    close: async () => {
      await endProvider();
      await api.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
