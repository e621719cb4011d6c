/** The tests' own cluster: a port and a folder apart from the demonstration's, one migrated template database. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { contentHash, ensureBuilt } from './build.mjs';
import { startCluster, stopCluster } from './cluster.mjs';
import { commandOf, isAlive, withLock } from './lock.mjs';
import { programNode } from './node-version.mjs';
import { folder as checkoutFolder, makeFolder, root } from './places.mjs';
import { databaseSql, prepareServer, withClient } from './roles.mjs';
import { lastLines, Obstacle, say } from './say.mjs';
import { keyFile, roles } from './secrets.mjs';

const folder = path.join(checkoutFolder, 'test');

/** Bytes that the machine's memory must have to spare, so that a test never fails for want of them. */
const ROOM = 2 * 1024 ** 3;

/**
 * In the machine's memory where it has room: a database is copied there in a tenth of the time, and none of them need outlive
 * the machine. The programs stay on the disk, since such a place may refuse to run any.
 */
function clusterPlace() {
  const onDisk = path.join(folder, 'postgres');
  if (process.env.SAMNAV_DATA || !existsSync('/dev/shm')) return onDisk;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    const own = path.join('/dev/shm', `samnav-${process.getuid()}`);
    const inMemory = path.join(own, path.basename(checkoutFolder));
    if (bavail * bsize < ROOM && !existsSync(inMemory)) return onDisk;
    makeFolder(inMemory);
    // Everybody may make a folder of that name there.
    if (statSync(own).uid !== process.getuid()) return onDisk;
    if (!existsSync(path.join(onDisk, 'data', 'postmaster.pid'))) rmSync(onDisk, { recursive: true, force: true });
    return path.join(inMemory, 'postgres');
  } catch {
    return onDisk;
  }
}
const place = clusterPlace();
const users = path.join(folder, 'users');
const templatePrefix = 'samnav_template_';

// A test cluster need not survive the machine; it must survive kill -9, which these settings leave intact.
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: 300, autovacuum_naptime: '60s' };

const start = () =>
  startCluster({
    folder,
    place,
    port: Number(process.env.SAMNAV_TEST_DB_PORT || 15433),
    portSetting: 'SAMNAV_TEST_DB_PORT',
    settings,
  });

/** The template is named by what it was made of, so that a changed migration never meets an old schema. */
const templateName = () =>
  templatePrefix +
  contentHash(['migrations', 'libs/store/migrate.ts', 'libs/store/ledger', 'docker', 'package-lock.json']).slice(0, 12);

function migrate(cluster, database) {
  const { status, stdout, stderr } = spawnSync(programNode(root), [path.join(root, 'dist/libs/store/migrate.cli.js')], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, MIGRATE_DATABASE_URL: cluster.url('owner', database), SAMNAV_MOVABLE_CLOCK: '1' },
  });
  if (status !== 0)
    throw new Obstacle(`The tests' database could not be migrated:\n${lastLines(`${stdout}\n${stderr}`, 20)}`);
}

const drop = (client, name) => client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);

/** Databases of test runs that were killed carry the process id of their maker. */
async function dropForgotten(client, current) {
  const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'samnav\\_%'`);
  for (const { datname } of rows) {
    const maker = /^samnav_test_(\d+)_/.exec(datname)?.[1];
    if (maker ? !isAlive(Number(maker)) : datname.startsWith(templatePrefix) && datname !== current)
      await drop(client, datname).catch(() => undefined);
  }
}

async function ensureTemplate(cluster) {
  const name = templateName();
  await prepareServer(cluster.superuserUrl, cluster.passwords, 'postgres');
  await withClient(cluster.superuserUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (rowCount) return;
    await dropForgotten(client, name);
    await drop(client, name);
    await client.query(
      `CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER samnav_owner ENCODING 'UTF8' TEMPLATE template0`,
    );
    await client.query(databaseSql(name));
    migrate(cluster, name);
    await client.query(`ALTER DATABASE ${pg.escapeIdentifier(name)} IS_TEMPLATE true`);
  });
  return name;
}

/** Starts or joins the cluster for this process and answers with what tests need to make databases. */
export async function joinTestCluster() {
  makeFolder(folder);
  makeFolder(path.join(folder, 'logs'), 0o700);
  await ensureBuilt(['server'], path.join(folder, 'logs', 'build.log'));
  return withLock(path.join(folder, 'cluster.lock'), async () => {
    const cluster = await start();
    makeFolder(users);
    writeFileSync(path.join(users, String(process.pid)), '');
    return {
      SAMNAV_TEST_ADMIN_URL: cluster.superuserUrl,
      SAMNAV_TEST_TEMPLATE: await ensureTemplate(cluster),
      SAMNAV_TEST_ROLES: JSON.stringify(Object.fromEntries(roles.map((role) => [role, cluster.passwords[role]]))),
      SAMNAV_KEY_FILE: keyFile(folder, false),
    };
  });
}

/** Stops the cluster unless another test run of this checkout still uses it. */
export async function leaveTestCluster() {
  makeFolder(users);
  await withLock(path.join(folder, 'cluster.lock'), async () => {
    rmSync(path.join(users, String(process.pid)), { force: true });
    const others = readdirSync(users).filter((pid) => commandOf(pid).includes('jest'));
    for (const pid of readdirSync(users)) if (!others.includes(pid)) rmSync(path.join(users, pid));
    if (others.length > 0) say(`The tests' database goes on: process ${others.join(', ')} uses it.`);
    else await stopCluster(folder, place);
  });
}
