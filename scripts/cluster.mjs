/** The embedded PostgreSQL cluster of a checkout: made once, started or taken over, stopped within seconds. */
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { commandOf, isAlive } from './lock.mjs';
import { makeFolder, requireSpace } from './places.mjs';
import { requirePort } from './ports.mjs';
import { postgresBinaries, serverAccount } from './postgres-binaries.mjs';
import { Failure, lastLines, Obstacle, run } from './say.mjs';
import { databasePasswords } from './secrets.mjs';

const major = '18';

/** Without these the cluster would be SQL_ASCII on a machine without LANG, and sort by the machine's own taste. */
const initdbFlags = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
];

const settingsFile = (port, extra) =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    port,
    // Only the loopback port is used; a socket in /tmp would be one more door.
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: 0,
    synchronous_commit: 'on',
    ...extra,
  })
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');

const urlOf = (user, password, port, database) =>
  `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** The postmaster that still runs on this data folder, however it was orphaned. */
function livePostmaster(data) {
  try {
    const [pid, , , port] = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    if (isAlive(Number(pid)) && commandOf(Number(pid)).includes('postgres'))
      return { pid: Number(pid), port: Number(port) };
    // After a restart of the machine the process id may belong to somebody else, which PostgreSQL would believe.
    rmSync(path.join(data, 'postmaster.pid'), { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return undefined;
}

async function answers(url, data) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    return rows[0].data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(what, error, log) {
  if (!(error instanceof Failure)) return error;
  const said = error.tail + (existsSync(log) ? readFileSync(log, 'utf8').slice(-3000) : '');
  if (/No space left/i.test(said))
    return new Obstacle(`The database could not be ${what}: the disk is full. Free some space and start again.`);
  if (/Permission denied/i.test(said))
    return new Obstacle(
      `The database could not be ${what}: PostgreSQL may not reach its folder. Choose one that it can reach with SAMNAV_DATA=/some/folder.`,
    );
  return new Obstacle(`The database could not be ${what}. Its log is ${log}; it ends with:\n${lastLines(said)}`);
}

/** initdb works in a folder of its own name, so that an interrupted one is never taken for a cluster. */
async function create(server, superuserPassword) {
  const { binaries, ids, place, data, log } = server;
  requireSpace(place, 400, 'the database');
  const [unfinished, pwfile] = [`${data}.new`, path.join(place, 'password')];
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(pwfile, superuserPassword, { mode: 0o600 });
  if (ids.uid !== undefined) chownSync(pwfile, ids.uid, ids.gid);
  try {
    const args = [`--pgdata=${unfinished}`, `--pwfile=${pwfile}`, ...initdbFlags];
    await run(binaries.initdb, args, { ...ids, cwd: place, env: server.env, log });
  } catch (error) {
    throw explain('created', error, log);
  } finally {
    rmSync(pwfile, { force: true });
  }
  renameSync(unfinished, data);
}

const placeIn = (folder) => path.join(folder, 'postgres');

/** Where the cluster of `folder` lies, and how its programs are called. */
async function serverIn(folder, place) {
  const ids = serverAccount();
  if (!existsSync(place)) mkdirSync(place, { mode: 0o700 });
  if (ids.uid !== undefined) chownSync(place, ids.uid, ids.gid);
  const binaries = await postgresBinaries(folder, ids);
  const data = path.join(place, 'data');
  // A LANG that the machine does not have would stop initdb.
  const env = { ...process.env, LANG: 'C', LC_ALL: 'C' };
  return { binaries, ids, place, data, env, log: path.join(place, 'postgres.log') };
}

/** Both modes lose nothing; the immediate one leaves a recovery to the next start. */
async function stopServer({ binaries, ids, place, data, env }) {
  const end = (mode, seconds) =>
    run(binaries.pgCtl, ['stop', '-m', mode, '-t', seconds, '-D', data], { ...ids, cwd: place, env, always: true });
  await end('fast', '2').catch(() => end('immediate', '1').catch(() => undefined));
}

export const isClusterRunning = (folder, place = placeIn(folder)) => Boolean(livePostmaster(path.join(place, 'data')));

/** Stops the cluster of `folder` if one runs there. */
export async function stopCluster(folder, place = placeIn(folder)) {
  if (livePostmaster(path.join(place, 'data'))) await stopServer(await serverIn(folder, place));
}

/** Removes the cluster of `folder` with all that is in it, once nothing runs there any more. */
export async function removeCluster(folder, place = placeIn(folder)) {
  await stopCluster(folder, place);
  const live = livePostmaster(path.join(place, 'data'));
  if (live) throw new Obstacle(`The database (process ${live.pid}) could not be stopped. Stop it and start again.`);
  rmSync(place, { recursive: true, force: true });
}

/** Settings are written anew at each start, so that a changed port or a newer version of the project counts. */
async function start(server, port, settings) {
  const { binaries, ids, place, data, env, log } = server;
  writeFileSync(path.join(data, 'samnav.conf'), settingsFile(port, settings));
  if (ids.uid !== undefined) chownSync(path.join(data, 'samnav.conf'), ids.uid, ids.gid);
  const main = path.join(data, 'postgresql.conf');
  const text = readFileSync(main, 'utf8');
  if (!text.includes("include 'samnav.conf'")) writeFileSync(main, `${text}\ninclude 'samnav.conf'\n`);
  rmSync(log, { force: true });
  const args = ['start', '-w', '-t', '60', '-l', log, '-D', data];
  try {
    // Broken off, it could leave a server that has not yet written the file by which a stop would find it.
    await run(binaries.pgCtl, args, { ...ids, cwd: place, env, unbroken: true });
  } catch (error) {
    throw explain('started', error, log);
  }
}

/**
 * Starts the cluster in `folder`, or takes over the one that runs there already; its data may lie in another `place`.
 * Answers with its port, `url(role, database)` and `stop()`.
 */
export async function startCluster({ folder, place = placeIn(folder), port, portSetting, settings = {} }) {
  makeFolder(folder);
  const data = path.join(place, 'data');
  const hasData = existsSync(path.join(data, 'PG_VERSION'));
  const passwords = databasePasswords(folder, hasData);
  if (hasData && readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim() !== major)
    throw new Obstacle(
      `The data in ${data} were written by another PostgreSQL than ${major}. Dump them with that one, or remove ${folder} to begin anew.`,
    );
  const server = await serverIn(folder, place);
  if (!hasData) await create(server, passwords.superuser);
  const superuserUrl = urlOf('postgres', passwords.superuser, port, 'postgres');
  const live = livePostmaster(data);
  const reused = live?.port === port && (await answers(superuserUrl, data));
  if (!reused) {
    if (live) await stopServer(server);
    await requirePort(port, 'the database', portSetting);
    await start(server, port, settings);
    if (!(await answers(superuserUrl, data)))
      throw new Obstacle(`The database started but does not answer on port ${port}. Its log is ${server.log}.`);
  }
  return {
    port,
    reused,
    passwords,
    superuserUrl,
    url: (role, database) => urlOf(`samnav_${role}`, passwords[role], port, database),
    stop: () => stopServer(server),
  };
}
