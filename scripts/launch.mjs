/** The steps of `npm start` in order, and the orderly end of all that they started. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from './build.mjs';
import { claimFolder, logs, program, record, releaseFolder } from './claim.mjs';
import { closeDatabase, openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { parentOf } from './lock.mjs';
import { programNode } from './node-version.mjs';
import { root } from './places.mjs';
import { requirePorts } from './ports.mjs';
import { Processes, tailOf } from './processes.mjs';
import { halt, lastLines, Obstacle, say, sayFault, step } from './say.mjs';
import { isDemonstration, lastWords, serverEnvironment } from './settings.mjs';

const readyWithin = 120_000;

let stopping;
let processes;

/** Ends the processes, then the database, and leaves within eight seconds whatever they do. */
function stop(code) {
  stopping ??= (async () => {
    setTimeout(() => process.exit(code), 7500).unref();
    halt();
    await processes?.end(3500);
    await closeDatabase();
    releaseFolder();
    process.exit(code);
  })();
  return stopping;
}

function onSignal() {
  if (stopping) return;
  say('\nStopping …');
  void stop(0);
}

/** npm that is killed outright ends no one; whoever it started (with a shell between) then ends by itself. */
function followParent() {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = () => [process.ppid, parentOf(process.ppid)].join();
  const first = ancestors();
  setInterval(() => ancestors() !== first && onSignal(), 1000).unref();
}

async function claim() {
  const other = await claimFolder();
  if (!other) return;
  throw new Obstacle(
    other.command?.includes('seed.mjs')
      ? `The town is being filled from this folder (process ${other.pid}). Wait until that has ended, or stop it with Ctrl-C where it runs (or: kill ${other.pid}).`
      : `Samnav is already running from this folder (process ${other.pid}). Use that one, or stop it with Ctrl-C where it runs (or: kill ${other.pid}).`,
  );
}

async function answers(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5000), redirect: 'follow' });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function untilFirstPage(address) {
  const until = Date.now() + readyWithin;
  while (!(await answers(address))) {
    if (stopping) return;
    if (Date.now() > until)
      throw new Obstacle(
        `The first page does not answer after ${readyWithin / 1000} s. The program's log is ${processes.log('api')}; it ends with:\n${lastLines(tailOf(processes.log('api')))}`,
      );
    await sleep(150);
  }
}

/** The migrations' password stays out of the long-lived processes. */
function startProcesses(env) {
  const { MIGRATE_DATABASE_URL: _owner, ...runtime } = env;
  processes = new Processes({
    node: programNode(root),
    root,
    env: runtime,
    logs,
    onChange: () => record(processes.records()),
  });
  for (const name of ['api', 'worker', 'demo']) rmSync(processes.log(name), { force: true });
  processes.begin('api', 'dist/apps/api/main.js', {
    onEnd: (how) => {
      if (stopping) return;
      say(
        `The server ended (${how}), so everything is stopped. Its log is ${processes.log('api')}; it ends with:\n${lastLines(tailOf(processes.log('api')))}`,
      );
      void stop(1);
    },
  });
  processes.begin('worker', 'dist/apps/worker/main.js');
  if (runtime.SAMNAV_DEMONSTRATION === '1') processes.begin('demo', 'dist/apps/demo/main.js');
}

async function allSteps() {
  await claim();
  await requirePorts();
  const buildLog = path.join(logs, 'install-and-build.log');
  rmSync(buildLog, { force: true });
  await ensureInstalled(buildLog);
  await ensureBuilt(['server', 'web'], buildLog);
  const env = { ...serverEnvironment(), ...(await openDatabase({ mayRemove: true })) };
  await program('Bringing the database up to date', 'dist/libs/store/migrate.cli.js', { env });
  if (isDemonstration()) await program('Filling the demonstration town', 'dist/apps/demo/seed.cli.js', { env });
  await step('Starting Samnav', async () => {
    startProcesses(env);
    await untilFirstPage(env.SAMNAV_PUBLIC_URL);
  });
  if (stopping) return;
  say(`\nSamnav is running:  ${env.SAMNAV_PUBLIC_URL}`);
  say(lastWords(logs));
}

async function fail(error) {
  if (stopping) return;
  sayFault(error, 'the start', path.join(logs, 'launcher.log'));
  await stop(1);
}

/** Runs all steps and stays until Ctrl-C; every failure is a sentence, its trace goes to a file. */
export async function launch() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  followParent();
  process.on('uncaughtException', fail);
  await allSteps().catch(fail);
}
