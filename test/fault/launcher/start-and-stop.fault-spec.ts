/**
 * `npm start` as a newcomer meets it, on a data folder of its own: the first address answers when it is printed, Ctrl-C
 * ends everything within eight seconds and leaves nothing behind, and it can be run again.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../support/free-port.js';

const STOPS_WITHIN = 8_000;

let data: string;
let env: NodeJS.ProcessEnv;
let port: number;
let running: { readonly child: ChildProcess; said: string } | undefined;

/** The database refuses to run as root and then runs as an account of its own, which must reach the folder. */
beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'samnav-start-'));
  chmodSync(data, 0o711);
  port = await freePort();
  // The tests' own servers and this process's npm are nothing to the launcher.
  const foreign = /^(npm_|DATABASE_URL$|.*_DATABASE_URL$|SAMNAV_)/;
  env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
    SAMNAV_DATA: data,
    PORT: String(port),
    SAMNAV_DB_PORT: String(await freePort()),
    SAMNAV_IDENTITY_URL: `http://localhost:${await freePort()}`,
    SAMNAV_MAIL_URL: `smtp://localhost:${await freePort()}`,
    SAMNAV_BANKID_URL: `https://localhost:${await freePort()}`,
  };
});
afterEach(async () => {
  if (running?.child.exitCode === null) {
    running.child.kill('SIGINT');
    await once(running.child, 'exit');
  }
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function startUntil(word: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const now = { child, said: '' };
  running = now;
  await new Promise<void>((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      now.said += bytes.toString();
      if (now.said.includes(word)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the launcher left with ${code}:\n${now.said}`)));
  });
  return child;
}

/** Processes that still know this data folder by their command line or their environment. */
const leftovers = (): string[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .filter((pid) => {
      try {
        return ['cmdline', 'environ'].some((file) => readFileSync(`/proc/${pid}/${file}`, 'latin1').includes(data));
      } catch {
        return false;
      }
    });

const firstPage = async (): Promise<string> => (await fetch(`http://localhost:${port}`)).text();

(process.platform === 'linux' ? describe : describe.skip)('npm start', () => {
  it.each(['the first time', 'again'])(
    'answers at the address that it prints, and Ctrl-C leaves nothing: %s',
    async () => {
      const child = await startUntil('Samnav is running:');
      expect(running?.said).toContain(`http://localhost:${port}`);
      expect(await firstPage()).toContain('<div id="app">');
      const second = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      let told = '';
      second.stdout.on('data', (bytes: Buffer) => (told += bytes.toString()));
      const [code] = await once(second, 'exit');
      expect(told).toContain(`already running from this folder (process ${child.pid})`);
      expect(code).toBe(1);
      const asked = Date.now();
      child.kill('SIGINT');
      const [left] = await once(child, 'exit');
      expect(Date.now() - asked).toBeLessThan(STOPS_WITHIN);
      expect(left).toBe(0);
      expect(leftovers()).toEqual([]);
      await expect(firstPage()).rejects.toThrow();
    },
    300_000,
  );

  it.each([0, 15, 30, 60, 120, 240])(
    'leaves nothing either when Ctrl-C comes %d ms after the database has begun to start',
    async (ms) => {
      const child = await startUntil('Starting the database');
      await sleep(ms);
      const asked = Date.now();
      child.kill('SIGINT');
      await once(child, 'exit');
      expect(Date.now() - asked).toBeLessThan(STOPS_WITHIN);
      expect(leftovers()).toEqual([]);
    },
    60_000,
  );
});
