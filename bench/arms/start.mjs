/** From `npm start` on a fresh clone to the first page that answers, and again on the clone that is built. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/places.mjs';
import { Obstacle, step } from '../../scripts/say.mjs';
import { freePort } from '../instruments/town.mjs';

const PATIENCE = 15 * 60_000;

/** What the launcher says when it begins a step, and how the step is called in the table. */
const STEPS = [
  ['› Installing', 'install'],
  ['› Building the server', 'build'],
  ['› Building the web', 'build'],
  ['› Starting the database', 'database'],
  ['› Bringing the database', 'migrate'],
  ['› Filling', 'seed'],
  ['› Starting Samnav', 'api'],
];

/** One `npm start`, ended as Ctrl-C would when the address that it prints answers. Answers seconds, whole and by step. */
async function start(clone, env) {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const seconds = {};
  let said = '';
  let [open, since] = ['npm', began];
  const close = (next) => {
    const now = performance.now();
    seconds[open] = (seconds[open] ?? 0) + (now - since) / 1000;
    [open, since] = [next, now];
  };
  const printed = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Obstacle(`npm start took too long:\n${said.slice(-2000)}`)), PATIENCE);
    const hear = (chunk) => {
      for (const line of chunk.split('\n')) {
        const found = STEPS.find(([words]) => line.startsWith(words));
        if (found) close(found[1]);
        const url = /Samnav is running:\s+(\S+)/.exec(line)?.[1];
        if (!url) continue;
        clearTimeout(late);
        resolve(url);
      }
      said += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    void ended.then(() => reject(new Obstacle(`npm start ended by itself:\n${said.slice(-2000)}`)));
  });
  printed.catch(() => undefined);
  try {
    const response = await fetch(await printed);
    if (!response.ok) throw new Obstacle(`the first page answers ${response.status}`);
    await response.arrayBuffer();
    close('ended');
    seconds.whole = (performance.now() - began) / 1000;
    const stopping = performance.now();
    process.kill(-child.pid, 'SIGINT');
    await ended;
    seconds.stop = (performance.now() - stopping) / 1000;
    return seconds;
  } finally {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM');
  }
}

export async function measure() {
  const place = mkdtempSync(path.join(tmpdir(), 'samnav-bench-start-'));
  const data = mkdtempSync('/var/tmp/samnav-bench-data-');
  // The database's own user must be able to pass through.
  execFileSync('chmod', ['711', place, data]);
  const clone = path.join(place, 'samnav');
  const env = {
    PORT: String(await freePort(18900)),
    SAMNAV_DB_PORT: String(await freePort(15640)),
    SAMNAV_IDENTITY_URL: `http://localhost:${await freePort(19110)}`,
    SAMNAV_MAIL_URL: `smtp://localhost:${await freePort(19320)}`,
    SAMNAV_DATA: data,
  };
  const rows = [];
  try {
    const began = performance.now();
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
    const cloned = (performance.now() - began) / 1000;
    rows.push({
      name: 'a fresh clone',
      clone: cloned,
      ...(await step('Starting a fresh clone', () => start(clone, env))),
    });
    for (let again = 0; again < 2; again += 1)
      rows.push({
        name: again ? 'and once more' : 'the same, again',
        clone: null,
        ...(await step('Starting it again', () => start(clone, env))),
      });
  } finally {
    await rm(place, { recursive: true, force: true });
    await rm(data, { recursive: true, force: true });
  }
  const beyond = (row) => row.whole - (row.install ?? 0);
  return {
    tables: [
      {
        caption: 'Seconds',
        columns: [
          { key: 'name', heading: 'start of' },
          { key: 'whole', heading: 'to the first page', digits: 1 },
          { key: 'beyond', heading: 'of it beyond the install', digits: 1 },
          { key: 'install', heading: 'install', digits: 1 },
          { key: 'build', heading: 'build', digits: 1 },
          { key: 'database', heading: 'database', digits: 1 },
          { key: 'migrate', heading: 'migrate', digits: 1 },
          { key: 'seed', heading: 'seed', digits: 1 },
          { key: 'api', heading: 'api', digits: 1 },
          { key: 'stop', heading: 'stopped in', digits: 1 },
        ],
        rows: rows.map((row) => ({ ...row, beyond: beyond(row) })),
      },
    ],
    remarks: ['`git clone` itself took ' + rows[0].clone.toFixed(1) + ' s and is not counted.'],
  };
}
