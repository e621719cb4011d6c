/** The real api and worker as processes of their own, as `npm start` runs them. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { programNode } from '../../scripts/node-version.mjs';
import { root } from '../../scripts/places.mjs';
import { lastLines, Obstacle } from '../../scripts/say.mjs';
import { freePort } from './town.mjs';

const running = new Set();

/** Starts a program of ours and waits until `isReady` says so; answers how long that took. */
async function begin(entry, env, isReady, words = []) {
  const began = performance.now();
  const child = spawn(programNode(root), [path.join(root, entry), ...words], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  let said = '';
  const hear = (chunk) => {
    said = (said + chunk).slice(-20_000);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  void ended.then(() => running.delete(child));
  while (!(await isReady(said))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Obstacle(`${entry} ended before it was ready:\n${lastLines(said, 20)}`);
    if (performance.now() - began > 60_000)
      throw new Obstacle(`${entry} was not ready within a minute:\n${lastLines(said, 20)}`);
    await sleep(10);
  }
  const readyAfter = performance.now() - began;
  return {
    pid: child.pid,
    readyAfter,
    said: () => said,
    tell: (message) => child.send(message),
    hear: (listener) => child.on('message', listener),
    stop: async () => {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 8_000);
      await ended;
      clearTimeout(patience);
    },
  };
}

const answers = async (url) => {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};

/** The api on a town; ready when its health address answers. */
export async function startApi(town, more = {}) {
  const port = await freePort(18600);
  const env = {
    ...town.env,
    PORT: String(port),
    SAMNAV_PUBLIC_URL: `http://localhost:${port}`,
    SAMNAV_LOG: 'warn',
    // A few people here ask as much as a town does.
    SAMNAV_REQUESTS_PER_MINUTE: '1000000',
    ...more,
  };
  const program = await begin('dist/apps/api/main.js', env, () => answers(`http://127.0.0.1:${port}/health`));
  return { ...program, port, url: `http://localhost:${port}` };
}

/** The worker on a town; ready when it says that it is awake. */
export function startWorker(town, more = {}) {
  return begin('dist/apps/worker/main.js', { ...town.env, SAMNAV_MAIL_URL: 'smtp://127.0.0.1:9', ...more }, (said) =>
    said.includes('worker is awake'),
  );
}

async function startBeside(entry, town, words = []) {
  const port = await freePort(18800);
  const env = { ...town.env, PORT: String(port) };
  const program = await begin(entry, env, (said) => said.includes('ready'), words);
  return { ...program, port, url: `http://localhost:${port}` };
}

/** A floor of ours in a process of its own; ready when it says `ready`. */
export const startFloor = (name, town, words) => startBeside(`bench/floor/${name}.mjs`, town, words);

/** A peer that answers requests, likewise. */
export const startPeer = (name, town) => startBeside(`bench/peers/${name}.mjs`, town);

/** Ends what a failed arm left running. */
export async function stopAll() {
  const left = [...running];
  for (const child of left) child.kill('SIGTERM');
  await Promise.race([sleep(5_000), Promise.all(left.map((child) => new Promise((done) => child.once('exit', done))))]);
  for (const child of running) child.kill('SIGKILL');
}

/** Asks GraphQL once; throws what the api refuses. */
export async function ask(api, cookie, query, variables = {}) {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.url, cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`the api refused: ${JSON.stringify(errors[0])}`);
  return data;
}
