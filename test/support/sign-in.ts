/** The api beside the demonstration's real identity provider, a process of its own, for whole sign-ins. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SESSION_COOKIE } from '#api/session/signed-request.js';
import { startApi, type Api } from './api.js';
import { freePort } from './free-port.js';
import { CookieJar, type Visit } from './cookie-jar.js';
import type { World } from './world.js';

export interface SignInHouse {
  readonly api: Api;
  readonly identityUrl: string;
  readonly mailPort: number;
  /** Signs a demonstration person in as a browser does, from the first address to the last. */
  signIn(
    key: string,
    options?: { readonly to?: string; readonly jar?: CookieJar; readonly query?: string },
  ): Promise<Visit & { readonly jar: CookieJar }>;
  sessionToken(jar: CookieJar): string | undefined;
  /** Asks the provider's process to end; answers its exit code. */
  endProvider(): Promise<number | null>;
  close(): Promise<void>;
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the demonstration's process ended with ${child.exitCode}`);
    const there = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (there) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer`);
}

/** Starts both; the demonstration's process takes the world's people over. What is added is for the api alone. */
export async function startSignInHouse(
  world: World,
  added: Readonly<Record<string, string>> = {},
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
  const child = spawn(process.execPath, ['dist/apps/demo/main.js'], {
    env: { ...process.env, SAMNAV_LOG: 'error', ...world.database.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const api = await startApi(world.database, { ...env, ...added });
  await untilItAnswers(`${identityUrl}/.well-known/openid-configuration`, child);
  const endProvider = async (): Promise<number | null> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    api,
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
