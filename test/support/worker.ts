/** The real worker as a process of its own on a test's database, so that it can be killed like any other. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { TestDatabase } from './database.js';

export interface WorkerProcess {
  readonly pid: number;
  /** What it wrote so far. */
  output(): string;
  /** As a power cut would. Resolves when it is gone. */
  kill(): Promise<void>;
  /** As an operator would. Answers the milliseconds that it took and its exit code. */
  stop(): Promise<{ readonly took: number; readonly code: number | null }>;
}

/** Resolves when the worker says that it is awake. */
export async function startWorker(
  database: TestDatabase,
  env: Readonly<Record<string, string>> = {},
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['dist/apps/worker/main.js'], {
    env: { ...process.env, SAMNAV_POOL: '10', SAMNAV_MAIL_URL: 'smtp://127.0.0.1:9', ...database.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (output.includes('worker is awake')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then((code) => reject(new Error(`the worker ended (${code}) before it was awake:\n${output}`)));
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    kill: async () => {
      signal(child, 'SIGKILL');
      await ended;
    },
    stop: async () => {
      const began = performance.now();
      signal(child, 'SIGTERM');
      const code = await ended;
      return { took: performance.now() - began, code };
    },
  };
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.exitCode === null && child.signalCode === null) child.kill(name);
}
