/** Fresh migrated databases for tests, each a copy of the template, so that no test sees another's rows. */
import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

type Role = 'owner' | 'app' | 'ledger' | 'sealer';

export interface TestDatabase {
  readonly name: string;
  /** One address per role; `admin` is the superuser, for what only a test may look at. */
  readonly urls: Readonly<Record<Role | 'admin', string>>;
  /** The settings that a process of the program needs to run on this database. */
  readonly env: Readonly<Record<string, string>>;
  /** Moves the database's clock (`clock.now()`) ahead of the real one, e.g. '3 hours'. */
  moveClock(ahead: string): Promise<void>;
  drop(): Promise<void>;
}

function given(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is missing: the project of this test lacks test/support/cluster.mjs as globalSetup`);
  return value;
}

async function asAdmin<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(given('SAMNAV_TEST_ADMIN_URL'));
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Rights on a database are not copied from its template. */
const rights = (name: string) => `
  REVOKE ALL ON DATABASE ${name} FROM PUBLIC;
  GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO samnav_owner;
  GRANT CONNECT ON DATABASE ${name} TO samnav_app, samnav_ledger, samnav_sealer;`;

/** Makes a database from the migrated template; `drop` it in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `samnav_test_${process.pid}_${randomBytes(5).toString('hex')}`;
  const quoted = escapeIdentifier(name);
  const template = escapeIdentifier(given('SAMNAV_TEST_TEMPLATE'));
  await asAdmin('postgres', async (client) => {
    await client.query(`CREATE DATABASE ${quoted} OWNER samnav_owner TEMPLATE ${template} STRATEGY file_copy`);
    await client.query(rights(quoted));
  });
  const passwords = JSON.parse(given('SAMNAV_TEST_ROLES')) as Record<Role, string>;
  const address = (user: string, password: string): string => {
    const url = new URL(given('SAMNAV_TEST_ADMIN_URL'));
    Object.assign(url, { username: user, password, pathname: `/${name}` });
    return url.href;
  };
  const admin = new URL(given('SAMNAV_TEST_ADMIN_URL'));
  const urls = {
    owner: address('samnav_owner', passwords.owner),
    app: address('samnav_app', passwords.app),
    ledger: address('samnav_ledger', passwords.ledger),
    sealer: address('samnav_sealer', passwords.sealer),
    admin: address(admin.username, decodeURIComponent(admin.password)),
  };
  return {
    name,
    urls,
    env: {
      DATABASE_URL: urls.app,
      LEDGER_DATABASE_URL: urls.ledger,
      SEALER_DATABASE_URL: urls.sealer,
      MIGRATE_DATABASE_URL: urls.owner,
      SAMNAV_KEY_FILE: given('SAMNAV_KEY_FILE'),
    },
    moveClock: (ahead) =>
      asAdmin(name, async (client) => {
        await client.query('UPDATE clock.shift SET ahead = $1::interval', [ahead]);
      }),
    drop: () =>
      asAdmin('postgres', async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
      }),
  };
}

/** A database of the owner's with nothing in it yet, as before the first migration; `url` is the owner's. */
export async function createUnmigratedDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `samnav_test_${process.pid}_${randomBytes(5).toString('hex')}`;
  const quoted = escapeIdentifier(name);
  await asAdmin('postgres', async (client) => {
    await client.query(`CREATE DATABASE ${quoted} OWNER samnav_owner ENCODING 'UTF8' TEMPLATE template0`);
    await client.query(rights(quoted));
  });
  const url = new URL(given('SAMNAV_TEST_ADMIN_URL'));
  const { owner } = JSON.parse(given('SAMNAV_TEST_ROLES')) as Record<Role, string>;
  Object.assign(url, { username: 'samnav_owner', password: owner, pathname: `/${name}` });
  return {
    url: url.href,
    drop: () =>
      asAdmin('postgres', async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
      }),
  };
}

/** A database with nothing in it, and the superuser's address of it: for what becomes of it as it is migrated. `drop` it in afterAll. */
export async function createEmptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `samnav_test_${process.pid}_${randomBytes(5).toString('hex')}`;
  const quoted = escapeIdentifier(name);
  await asAdmin('postgres', async (client) => {
    await client.query(`CREATE DATABASE ${quoted} ENCODING 'UTF8' TEMPLATE template0`);
  });
  const url = new URL(given('SAMNAV_TEST_ADMIN_URL'));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () =>
      asAdmin('postgres', async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
      }),
  };
}
