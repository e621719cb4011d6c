/** The launcher's commands as a newcomer meets them: processes of their own on a data folder and ports of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

/** Milliseconds within which Ctrl-C has ended everything. */
export const STOPS_WITHIN = 8_000;

export interface Launched {
  readonly child: ChildProcess;
  /** Everything that it has said so far. */
  said(): string;
  /** Answers its exit code and how many milliseconds it took. */
  stop(): Promise<{ readonly code: number | null; readonly took: number }>;
  /** As a closed window or a power cut would. */
  kill(): Promise<void>;
}

export interface Launching {
  /** Below it lies the checkout's folder. */
  readonly data: string;
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  /** Runs `scripts/<command>.mjs` until it says the word. Rejects when it leaves before. */
  until(command: string, word: string, options?: LaunchOptions): Promise<Launched>;
  /** Runs it to its end. */
  end(command: string, options?: LaunchOptions): Promise<{ readonly said: string; readonly code: number | null }>;
  /** Processes that still know the folder by their command line or their environment. */
  leftovers(): { readonly pid: number; readonly command: string }[];
  /** Ends what is left of everything and removes the folder. */
  close(): Promise<void>;
}

interface LaunchOptions {
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The tests' own servers and this process's npm are nothing to the launcher. */
const FOREIGN = /^(npm_|DATABASE_URL$|.*_DATABASE_URL$|REDIS_URL$|SAMNAV_)/;

export async function prepareLaunch(): Promise<Launching> {
  const data = mkdtempSync(path.join(tmpdir(), 'samnav-start-'));
  // The database refuses to run as root and then runs as an account of its own, which must reach the folder.
  chmodSync(data, 0o711);
  const port = await freePort();
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name))),
    SAMNAV_DATA: data,
    PORT: String(port),
    SAMNAV_DB_PORT: String(await freePort()),
    SAMNAV_IDENTITY_URL: `http://localhost:${await freePort()}`,
    SAMNAV_MAIL_URL: `smtp://localhost:${await freePort()}`,
    SAMNAV_BANKID_URL: `https://localhost:${await freePort()}`,
  };
  const begin = (command: string, { words = [], env: more = {} }: LaunchOptions): Launched => {
    const child = spawn(process.execPath, [`scripts/${command}.mjs`, ...words], {
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const ended = once(child, 'exit');
    return {
      child,
      said: () => said,
      stop: async () => {
        const asked = Date.now();
        child.kill('SIGINT');
        await ended;
        return { code: child.exitCode, took: Date.now() - asked };
      },
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  };
  const running = new Set<Launched>();
  const leftovers = (): { pid: number; command: string }[] =>
    readdirSync('/proc')
      .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
      .flatMap((pid) => {
        try {
          const [command = '', environment = ''] = ['cmdline', 'environ'].map((file) =>
            readFileSync(`/proc/${pid}/${file}`, 'latin1'),
          );
          return `${command}${environment}`.includes(data) ? [{ pid: Number(pid), command }] : [];
        } catch {
          return [];
        }
      });
  return {
    data,
    env,
    port,
    leftovers,
    until: async (command, word, options = {}) => {
      const now = begin(command, options);
      running.add(now);
      await new Promise<void>((resolve, reject) => {
        const look = (): void => {
          if (now.said().includes(word)) resolve();
        };
        now.child.stdout?.on('data', look);
        now.child.stderr?.on('data', look);
        now.child.once('exit', (code) => reject(new Error(`${command} left with ${code}:\n${now.said()}`)));
      });
      return now;
    },
    end: async (command, options = {}) => {
      const now = begin(command, options);
      await once(now.child, 'close');
      return { said: now.said(), code: now.child.exitCode };
    },
    close: async () => {
      for (const { child, stop } of running) if (child.exitCode === null && child.signalCode === null) await stop();
      for (const { pid } of leftovers()) process.kill(pid, 'SIGINT');
      for (let waited = 0; waited < STOPS_WITHIN && leftovers().length > 0; waited += 100) await sleep(100);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
