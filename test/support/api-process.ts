/** The real api as a process of its own on a test's database: a node beside others, as an installation runs several. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SESSION_COOKIE } from '#api/session/signed-request.js';
import { HmacSessionTokens } from '#platform/crypto/hmac-session-tokens.js';
import { newSession, speakersTo, type ApiClient } from './api.js';
import { freePort } from './free-port.js';
import type { World } from './world.js';

export interface ApiProcess {
  readonly url: string;
  readonly pid: number;
  /** Signs the person in by a session row of their own. */
  as(staff: { readonly id: string }): Promise<ApiClient>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** As an operator would. */
  stop(): Promise<void>;
}

/** Resolves when the api says that it is open. */
export async function startApiProcess(world: World, env: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['dist/apps/api/main.js'], {
    env: {
      ...process.env,
      SAMNAV_POOL: '6',
      SAMNAV_LOG: 'info',
      SAMNAV_REQUESTS_PER_MINUTE: '1000000',
      SAMNAV_PUBLIC_URL: url,
      PORT: String(port),
      ...world.database.env,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-10_000);
      if (output.includes('api is open')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the api ended (${code}) before it was open:\n${output}`)));
  });
  const speakers = speakersTo(url);
  const tokens = new HmacSessionTokens(world.settings.keys.session);
  return {
    url,
    pid: child.pid ?? 0,
    as: async (staff) => {
      const { token, id } = await newSession(world.asCaller, tokens, staff.id);
      return speakers.client(`${SESSION_COOKIE}=${token}`, id);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    stop: async () => {
      speakers.hangUp();
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
