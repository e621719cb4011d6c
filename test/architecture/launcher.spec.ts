/** What stands in the way of `npm start` is said in a sentence with what to do next, before anything is installed. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let data: string;

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'samnav-launcher-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

function start(env: Readonly<Record<string, string>>): { said: string; status: number | null } {
  const { npm_lifecycle_event: _npm, ...own } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/start.mjs'], {
    env: { ...own, SAMNAV_DATA: data, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { said: stdout + stderr, status };
}

function expectRefused(env: Readonly<Record<string, string>>, sentence: RegExp): void {
  const { said, status } = start(env);
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

  it('says which folder cannot be reached and how to choose another', () => {
    const file = path.join(data, 'a-file');
    writeFileSync(file, '');
    expectRefused({ SAMNAV_DATA: file }, /The folder .* cannot be written to \(ENOTDIR\)\. .*SAMNAV_DATA=/);
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
    for (const first of ['start', 'test', 'check', 'seed', 'ledger', 'require-node']) {
      const source = readFileSync(`scripts/${first}.mjs`, 'utf8');
      // Top-level await, node: specifiers and newer operators are what Node 12 stops at before the sentence.
      expect(source).not.toMatch(/^(?!\/\/| \*|\/\*\*).*\bawait\b|'node:|\?\?|\?\.[a-z]/m);
    }
  });
});
