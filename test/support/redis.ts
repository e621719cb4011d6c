/** A Redis of its own for a test, with nothing kept on disk, so that a killed one has forgotten everything. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe } from '@jest/globals';
import { freePort } from './free-port.js';

const PLACES = ['/usr/bin/redis-server', '/usr/bin/valkey-server', '/usr/local/bin/redis-server'];

/** The server on this machine: the one named by SAMNAV_TEST_REDIS, or where the usual packages put it. */
const program: string | undefined = [process.env['SAMNAV_TEST_REDIS'] ?? '', ...PLACES].find(
  (place) => place !== '' && existsSync(place),
);

if (!program)
  process.stderr.write(
    '\n  SKIPPED: no Redis is found, so the tests of the queue on Redis do not run. Install the package redis-server, or\n' +
      '  name its program in SAMNAV_TEST_REDIS.\n\n',
  );

/** `describe`, skipped where no Redis can be had. */
export const describeOnRedis = program ? describe : describe.skip;

export interface RedisProcess {
  readonly url: string;
  /** As a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
  /** Begins again at the same address, empty. */
  start(): Promise<void>;
}

export async function startRedis(): Promise<RedisProcess> {
  const port = await freePort();
  let stop = (): Promise<void> => Promise.resolve();
  const start = async (): Promise<void> => {
    const listening = ['--port', String(port), '--bind', '127.0.0.1', '--dir', tmpdir()];
    const child = spawn(program ?? '', [...listening, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    stop = async () => {
      child.kill('SIGKILL');
      await ended;
      stop = () => Promise.resolve();
    };
    while (!(await answersAt(port))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
      await sleep(50);
    }
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, kill: () => stop(), start };
}

const answersAt = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const say = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', say(true)).once('error', say(false));
  });
