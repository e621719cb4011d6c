/** What stands in the way of `npm start` and `npm test` is said in a sentence with what to do next, before anything is installed. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../support/free-port.js';

let data: string;

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'samnav-launcher-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

interface Ended {
  readonly said: string;
  readonly status: number | null;
}

function node(args: readonly string[], env: Readonly<Record<string, string>>): Ended {
  const { npm_lifecycle_event: _npm, ...own } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    env: { ...own, SAMNAV_DATA: data, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { said: stdout + stderr, status };
}

const run = (code: string): Ended => node(['--input-type=module', '-e', code], {});

function expectRefused(env: Readonly<Record<string, string>>, sentence: RegExp): void {
  expectSentence(node(['scripts/start.mjs'], env), sentence);
}

function expectSentence({ said, status }: Ended, sentence: RegExp): void {
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
}

describe('npm start', () => {
  it('says which port is taken and how to choose another', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    try {
      expectRefused(
        { PORT: String(port) },
        new RegExp(`Port ${port}, meant for the web pages, is taken .* with PORT\\.`),
      );
    } finally {
      server.close();
    }
  });

  it('says that a port is no number, and that an address is no address', () => {
    expectRefused(
      { PORT: 'åtta' },
      /PORT must be a number between 1 and 65535, not åtta\. Correct it and start again\./,
    );
    expectRefused({ SAMNAV_MAIL_URL: 'nowhere' }, /SAMNAV_MAIL_URL is not an address: nowhere\./);
  });

  it('asks for the ports of the demonstration alone, and of no service that is elsewhere', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: taken } = server.address() as net.AddressInfo;
    const free = await freePort();
    const ask = (env: Readonly<Record<string, string>>): Ended =>
      node(
        [
          '--input-type=module',
          '-e',
          `import { requirePorts } from './scripts/ports.mjs'; import { sayFault } from './scripts/say.mjs';
           await requirePorts().catch((error) => { sayFault(error, 'the start', '/'); process.exitCode = 1; });`,
        ],
        { PORT: String(free), SAMNAV_MAIL_URL: 'smtp://mail.example', SAMNAV_BROKER_URL: 'https://e.example', ...env },
      );
    try {
      const [here, elsewhere] = [`http://localhost:${taken}`, `https://login.example:${taken}`];
      expectSentence(ask({ SAMNAV_IDENTITY_URL: here }), /meant for the demonstration’s sign-in, is taken/);
      expect(ask({ SAMNAV_IDENTITY_URL: elsewhere })).toEqual({ said: '', status: 0 });
      expect(ask({ SAMNAV_IDENTITY_URL: here, SAMNAV_DEMONSTRATION: '0' })).toEqual({ said: '', status: 0 });
    } finally {
      server.close();
    }
  });

  it('says that everything is invented where it is', () => {
    const words = (env: Readonly<Record<string, string>>): string =>
      node(
        ['-e', `import('./scripts/settings.mjs').then(({ lastWords }) => process.stdout.write(lastWords('/logs')))`],
        env,
      ).said;
    expect(words({})).toBe('Everything here is a demonstration with invented people. Stop it with Ctrl-C. Logs: /logs');
    expect(words({ SAMNAV_DEMONSTRATION: '0' })).toBe('Stop it with Ctrl-C. Logs: /logs');
  });

  it('goes by the key file that the settings name, and never makes keys beside data', () => {
    const ask = (env: Readonly<Record<string, string>>): Ended =>
      node(
        [
          '--input-type=module',
          '-e',
          `import { keysBeside } from './scripts/secrets.mjs'; import { sayFault } from './scripts/say.mjs';
           try { process.stdout.write(keysBeside(${JSON.stringify(data)}, true)); }
           catch (error) { sayFault(error, 'the start', '/'); process.exitCode = 1; }`,
        ],
        env,
      );
    expect(ask({ SAMNAV_KEY_FILE: '/run/keys.json' })).toEqual({ said: '/run/keys.json', status: 0 });
    expectSentence(
      ask({ SAMNAV_KEY_FILE: '' }),
      /The file .*keys\.json is gone, .* or remove the folder .* to begin anew/,
    );
    expect(existsSync(path.join(data, 'keys.json'))).toBe(false);
  });

  it('says which folder cannot be reached and how to choose another', () => {
    const file = path.join(data, 'a-file');
    writeFileSync(file, '');
    expectRefused({ SAMNAV_DATA: file }, /The folder .* cannot be written to \(ENOTDIR\)\. .*SAMNAV_DATA=/);
  });

  it('says how much the disk has left and what needs more, before it begins', () => {
    const ask = (megabytes: number) =>
      run(`import { requireSpace } from './scripts/places.mjs'; import { sayFault } from './scripts/say.mjs';
        try { requireSpace('.', ${megabytes}, 'the database'); } catch (error) { sayFault(error, 'the start', '/'); process.exitCode = 1; }`);
    expectSentence(
      ask(9_000_000_000),
      /^\nThe disk that holds \. has \d+ MB left and the database needs about 9000000000 MB\. Free some space and start again\.\n$/,
    );
    expect(ask(0)).toEqual({ said: '', status: 0 });
  });

  it('says that the disk is full when it fills meanwhile', () => {
    expectSentence(
      run(`import { sayFault } from './scripts/say.mjs'; process.exitCode = 1;
        sayFault(Object.assign(new Error('write'), { code: 'ENOSPC' }), 'the start', '/');`),
      /^\nThe disk is full\. Free some space and start again\.\n$/,
    );
  });

  it('says that it needs a newer Node, in files that an old one can read', () => {
    const asked = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { requireNode } from './scripts/require-node.mjs'; requireNode('12.22.12')`,
      ],
      { encoding: 'utf8' },
    );
    expect(asked.stderr).toBe(
      'Samnav needs Node 20.19 or newer; this is Node 12.22.12. Install a newer one from nodejs.org and try again.\n',
    );
    expect(asked.status).toBe(1);
    for (const first of ['start', 'test', 'check', 'seed', 'command', 'roles.cli', 'screens', 'require-node']) {
      const source = readFileSync(`scripts/${first}.mjs`, 'utf8');
      // Top-level await, node: specifiers and newer operators are what Node 12 stops at before the sentence.
      expect(source).not.toMatch(/^(?!\/\/| \*|\/\*\*).*\bawait\b|'node:|\?\?|\?\.[a-z]/m);
    }
  });
});

describe('npm test', () => {
  it('says in a sentence what nobody foresaw, and where the details are', () => {
    const ended = node(['scripts/test.mjs', '--only', 'domain'], { TMPDIR: path.join(data, 'is-not-there') });
    expectSentence(ended, /Something unexpected stopped the tests: ENOENT: .*\. The details are in (.*test\.log)\./);
    expect(ended.said).toMatch(/\n0 passed, 1 failed\n$/);
    const [, log] = /The details are in (.*test\.log)\./.exec(ended.said)!;
    expect(readFileSync(log!, 'utf8')).toMatch(/^\s+at /m);
  });
});
