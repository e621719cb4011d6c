/** The steps of `npm start` in order, and the orderly end of all that they started. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { parentOf, tryLock, unlock } from './lock.mjs';
import { programNode } from './node-version.mjs';
import { folder, makeFolder, root } from './places.mjs';
import { requirePort } from './ports.mjs';
import { endLeftovers, Processes, tailOf } from './processes.mjs';
import { Failure, halt, lastLines, Obstacle, run, say, sayFault, step } from './say.mjs';
import { keyFile } from './secrets.mjs';
import { addresses, serverEnvironment } from './settings.mjs';

const logs = path.join(folder, 'logs');
const lockFile = path.join(folder, 'launcher.lock');
const recordFile = path.join(folder, 'processes.json');
const readyWithin = 120_000;
const startSeenThroughWithin = 3_500;

let stopping;
let cluster;
/** Settles when the database has been started or has not; also one that is still starting is stopped. */
let startingDatabase;
let processes;
let holdsLock = false;

/** Ends the processes, then the database, and leaves within eight seconds whatever they do. */
function stop(code) {
  stopping ??= (async () => {
    setTimeout(() => process.exit(code), 7500).unref();
    halt();
    await processes?.end(3500);
    if (startingDatabase) await endDatabase();
    if (holdsLock) {
      rmSync(recordFile, { force: true });
      unlock(lockFile);
    }
    process.exit(code);
  })();
  return stopping;
}

/** A start that takes longer than the wait, in a long recovery, has written by then where a stop finds the server. */
async function endDatabase() {
  const { stopCluster } = await import('./cluster.mjs');
  await Promise.race([startingDatabase.catch(() => undefined), sleep(startSeenThroughWithin)]);
  await stopCluster(folder);
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
  makeFolder(folder);
  makeFolder(logs, 0o700);
  const other = tryLock(lockFile);
  if (other)
    throw new Obstacle(
      `Samnav is already running from this folder (process ${other.pid}). Use that one, or stop it with Ctrl-C where it runs (or: kill ${other.pid}).`,
    );
  holdsLock = true;
  if (existsSync(recordFile)) await endLeftovers(JSON.parse(readFileSync(recordFile, 'utf8')));
}

async function requirePorts() {
  const { port, identity, mail, bankid } = addresses();
  await requirePort(port, 'the web pages', 'PORT');
  await requirePort(identity.port, 'the demonstration’s sign-in', 'SAMNAV_IDENTITY_URL');
  await requirePort(mail.port, 'the demonstration’s mail', 'SAMNAV_MAIL_URL');
  if (bankid) await requirePort(bankid.port, 'the demonstration’s e-identification', 'SAMNAV_BANKID_URL');
}

/** Steps of the program itself say their own cause in their last lines. */
const program = (name, entry, env) =>
  step(name, () => {
    const log = path.join(logs, `${path.basename(entry, '.js')}.log`);
    return run(programNode(root), ['--enable-source-maps', path.join(root, entry)], { cwd: root, env, log }).catch(
      (error) => {
        if (!(error instanceof Failure)) throw error;
        throw new Obstacle(`${name} failed. The whole output is in ${log}; it ends with:\n${lastLines(error.tail)}`);
      },
    );
  });

async function database() {
  const { ownServers } = await import('./own-servers.mjs');
  const own = await ownServers(folder);
  if (own) return own;
  const { startCluster } = await import('./cluster.mjs');
  const { prepareServer } = await import('./roles.mjs');
  return step('Starting the database', async () => {
    startingDatabase = startCluster({
      folder,
      port: Number(process.env.SAMNAV_DB_PORT || 15432),
      portSetting: 'SAMNAV_DB_PORT',
    });
    cluster = await startingDatabase;
    await prepareServer(cluster.superuserUrl, cluster.passwords, 'samnav');
    return {
      DATABASE_URL: cluster.url('app', 'samnav'),
      LEDGER_DATABASE_URL: cluster.url('ledger', 'samnav'),
      SEALER_DATABASE_URL: cluster.url('sealer', 'samnav'),
      MIGRATE_DATABASE_URL: cluster.url('owner', 'samnav'),
    };
  });
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
    onChange: () => writeFileSync(recordFile, JSON.stringify(processes.records()), { mode: 0o600 }),
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

/** Stands beside the embedded database from its first moment until the demonstration's town is whole. */
const beingFilled = path.join(folder, 'being-filled');

/** A first start that was broken off has left half a story, which no later start would tell to its end. */
function forgetHalfFilled() {
  if (!existsSync(beingFilled)) return;
  rmSync(path.join(folder, 'postgres'), { recursive: true, force: true });
  rmSync(beingFilled);
  say('The first start was broken off while the demonstration was being filled, so it begins anew.');
}

async function allSteps() {
  await claim();
  await requirePorts();
  const buildLog = path.join(logs, 'install-and-build.log');
  rmSync(buildLog, { force: true });
  await ensureInstalled(buildLog);
  await ensureBuilt(['server', 'web'], buildLog);
  forgetHalfFilled();
  const isFilled = existsSync(path.join(folder, 'postgres', 'data', 'PG_VERSION'));
  const keys = keyFile(folder, isFilled);
  const env = { ...serverEnvironment(), SAMNAV_KEY_FILE: process.env.SAMNAV_KEY_FILE || keys, ...(await database()) };
  await program('Bringing the database up to date', 'dist/libs/store/migrate.cli.js', env);
  if (env.SAMNAV_DEMONSTRATION === '1') {
    if (cluster && !isFilled) writeFileSync(beingFilled, '');
    await program('Filling the demonstration town', 'dist/apps/demo/seed.cli.js', env);
    rmSync(beingFilled, { force: true });
  }
  await step('Starting Samnav', async () => {
    startProcesses(env);
    await untilFirstPage(env.SAMNAV_PUBLIC_URL);
  });
  if (stopping) return;
  say(`\nSamnav is running:  ${env.SAMNAV_PUBLIC_URL}`);
  say(`Everything here is a demonstration with invented people. Stop it with Ctrl-C. Logs: ${logs}`);
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
