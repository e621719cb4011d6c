/** Databases to measure on: a cluster of the benchmarks' own, a migrated town filled with years of work, copies of it. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startCluster } from '../../scripts/cluster.mjs';
import { programNode } from '../../scripts/node-version.mjs';
import { folder as checkoutFolder, makeFolder, root } from '../../scripts/places.mjs';
import { portProblem } from '../../scripts/ports.mjs';
import { databaseSql, prepareServer, withClient } from '../../scripts/roles.mjs';
import { Failure, lastLines, Obstacle, run, step } from '../../scripts/say.mjs';
import { keyFile } from '../../scripts/secrets.mjs';

const folder = path.join(checkoutFolder, 'bench');
const ISSUER = 'http://localhost:8081';

/** The first port from `first` on that nobody listens on. */
export async function freePort(first) {
  for (let port = first; port < first + 200; port += 1) if (!(await portProblem(port))) return port;
  throw new Obstacle(`No port from ${first} to ${first + 199} is free.`);
}

/** Starts the cluster with the same settings as `npm start`, so that what is measured is what people get. */
export async function openCluster() {
  rmSync(folder, { recursive: true, force: true });
  makeFolder(folder);
  const cluster = await step('Starting a database of the benchmarks', async () =>
    startCluster({ folder, port: await freePort(15434), portSetting: 'the benchmarks' }),
  );
  const keys = keyFile(folder, false);
  return new Cluster(cluster, keys);
}

class Cluster {
  #cluster;
  #keys;
  #towns = new Map();
  #made = 0;

  constructor(cluster, keys) {
    this.#cluster = cluster;
    this.#keys = keys;
  }

  /** The postmaster's process id. */
  async pid() {
    const { rows } = await withClient(this.#cluster.superuserUrl, (client) =>
      client.query(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`),
    );
    return rows[0].pid;
  }

  async version() {
    const { rows } = await withClient(this.#cluster.superuserUrl, (client) => client.query('show server_version'));
    return rows[0].server_version;
  }

  /** A database of its own: a copy of the town with this many years (0: people and posts alone). */
  async town(years) {
    if (!this.#towns.has(years)) this.#towns.set(years, await this.#fill(years));
    this.#made += 1;
    const name = `bench_${this.#made}`;
    await withClient(this.#cluster.superuserUrl, async (client) => {
      const [copy, template] = [name, this.#towns.get(years)].map((one) => pg.escapeIdentifier(one));
      await client.query(`create database ${copy} owner samnav_owner template ${template} strategy file_copy`);
      await client.query(databaseSql(name));
    });
    return new Town(this.#environment(name), this.#superuser(name));
  }

  async close() {
    await this.#cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  #superuser(name) {
    const url = new URL(this.#cluster.superuserUrl);
    url.pathname = `/${name}`;
    return url.href;
  }

  #environment(name) {
    return {
      DATABASE_URL: this.#cluster.url('app', name),
      LEDGER_DATABASE_URL: this.#cluster.url('ledger', name),
      SEALER_DATABASE_URL: this.#cluster.url('sealer', name),
      SAMNAV_KEY_FILE: this.#keys,
      SAMNAV_IDENTITY_URL: ISSUER,
    };
  }

  async #fill(years) {
    const name = `bench_town_${years}`;
    await step(`Filling a town with ${years} years`, async () => {
      await prepareServer(this.#cluster.superuserUrl, this.#cluster.passwords, name);
      const env = {
        ...process.env,
        ...this.#environment(name),
        MIGRATE_DATABASE_URL: this.#cluster.url('owner', name),
      };
      const words = years > 0 ? ['--years', String(years)] : [];
      // Only a database with a movable clock takes the demonstration's people; what is measured has a real one's clock.
      await program(['dist/libs/store/migrate.cli.js'], { ...env, SAMNAV_MOVABLE_CLOCK: '1' });
      // With years the story is told too: a family in it has said yes, and its police are told by that.
      await program(['dist/apps/demo/seed.cli.js', ...words], years > 0 ? { ...env, SAMNAV_DEMONSTRATION: '1' } : env);
      await program(['dist/libs/store/migrate.cli.js'], env);
      await withClient(this.#superuser(name), (client) => client.query('vacuum (analyze, freeze)'));
    });
    return name;
  }
}

async function program([entry, ...words], env) {
  try {
    await run(programNode(root), [path.join(root, entry), ...words], { cwd: root, env });
  } catch (error) {
    throw error instanceof Failure ? new Obstacle(`${entry} failed:\n${lastLines(error.tail, 20)}`) : error;
  }
}

/** One database with its people; sessions are made as a full sign-in would have made them. */
class Town {
  #sources = [];

  constructor(env, superuserUrl) {
    this.env = env;
    this.superuserUrl = superuserUrl;
  }

  /** Rows past every policy, to find ids and to look at what was done. */
  async look(sql, values) {
    const { rows } = await withClient(this.superuserUrl, (client) => client.query(sql, values));
    return rows;
  }

  async #asCaller() {
    if (this.#sources.length === 0) {
      await import('reflect-metadata');
      const { runtimeDataSource } = await import('../../dist/libs/store/database.js');
      this.#sources.push(await runtimeDataSource(this.env.DATABASE_URL, 2, 'samnav-bench').initialize());
    }
    const { PgAsCaller } = await import('../../dist/libs/store/caller/pg-as-caller.js');
    return new PgAsCaller(this.#sources[0]);
  }

  /** The work of a service or a person on the program's own stores. */
  async run(caller, work) {
    return (await this.#asCaller()).run(caller, work);
  }

  async settings() {
    const { readSettings } = await import('../../dist/libs/platform/config/settings.js');
    return readSettings(this.env);
  }

  /** The value of the Cookie header of a person who is signed in; `role` chooses among their posts. */
  async signIn(key, role) {
    const { HmacSessionTokens } = await import('../../dist/libs/platform/crypto/hmac-session-tokens.js');
    const { SessionStore } = await import('../../dist/libs/use-cases/sign-in/session.port.js');
    const { SESSION_COOKIE } = await import('../../dist/apps/api/session/signed-request.js');
    const { token, hash } = new HmacSessionTokens((await this.settings()).keys.session).make();
    const [post] = await this.look(
      `select s.id as staff, m.id as membership from staff_member s join membership m on m.staff_id = s.id
       where s.subject = $1 and ($2::text is null or m.role = $2)`,
      [key, role ?? null],
    );
    if (!post) throw new Error(`nobody called ${key} is ${role ?? 'there'}`);
    await this.run({ kind: 'service', name: 'sign-in', requestId: 'bench' }, (tx) =>
      tx.of(SessionStore).add({
        id: randomUUID(),
        tokenHash: hash,
        staffId: post.staff,
        membershipId: post.membership,
        acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
        authTime: tx.now,
        idleUntil: new Date(tx.now.getTime() + 15 * 60_000),
        expiresAt: new Date(tx.now.getTime() + 8 * 3_600_000),
        providerSession: null,
      }),
    );
    return `${SESSION_COOKIE}=${token}`;
  }

  async close() {
    await Promise.all(this.#sources.map((source) => source.destroy()));
  }
}
