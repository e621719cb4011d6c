/** Database, migration and the seed itself, beside a running launcher or without one. */
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { claimFolder, logs, program, releaseFolder } from './claim.mjs';
import { closeDatabase, openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { tryLock, unlock } from './lock.mjs';
import { folder, makeFolder } from './places.mjs';
import { halt, Obstacle, say, sayFault } from './say.mjs';
import { serverEnvironment } from './settings.mjs';

const lockFile = path.join(folder, 'seed.lock');

let ending;
let holdsLock = false;

/** Leaves the cluster as it was found: running if `npm start` runs, stopped otherwise. */
function end(code) {
  ending ??= (async () => {
    setTimeout(() => process.exit(code), 7500).unref();
    halt();
    await closeDatabase({ unlessFound: true });
    releaseFolder();
    if (holdsLock) unlock(lockFile);
    process.exit(code);
  })();
  return ending;
}

function onSignal() {
  if (ending) return;
  say('\nStopping …');
  void end(1);
}

/** Answers who runs Samnav from this folder meanwhile, if anybody does. */
async function claim() {
  makeFolder(folder);
  const other = tryLock(lockFile);
  if (other) throw new Obstacle(`The town is being filled already (process ${other.pid}). Wait until that has ended.`);
  holdsLock = true;
  return claimFolder();
}

async function allSteps(words) {
  const launcher = await claim();
  const log = path.join(logs, 'seed-install-and-build.log');
  await ensureInstalled(log);
  await ensureBuilt(['server'], log);
  const { isClusterRunning } = await import('./cluster.mjs');
  if (launcher && !process.env.DATABASE_URL && !isClusterRunning(folder))
    throw new Obstacle('`npm start` has not started its database yet. Run this again when it has printed its address.');
  const env = { ...serverEnvironment(), ...(await openDatabase({ mayRemove: !launcher })) };
  await program('Bringing the database up to date', 'dist/libs/store/migrate.cli.js', { env, show: true });
  await program('Filling the town', 'dist/apps/demo/seed.cli.js', { env, words, show: true });
}

/** Runs all steps; every failure is a sentence, its trace goes to a file. */
export async function seed(words) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  try {
    await allSteps(words);
    await end(0);
  } catch (error) {
    if (!ending) sayFault(error, 'the seed', path.join(folder, 'seed.log'));
    await end(1);
  }
}
