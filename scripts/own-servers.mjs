/** Database servers of one's own instead of the embedded cluster: checked before anything is written to them. */
import path from 'node:path';
import pg from 'pg';
import { makeFolder } from './places.mjs';
import { prepareServer, withClient } from './roles.mjs';
import { Obstacle, step } from './say.mjs';
import { databasePasswords } from './secrets.mjs';

const reasonOf = (error) =>
  ({
    ECONNREFUSED: 'nothing answers at that address',
    ENOTFOUND: 'its host name is unknown',
    EAI_AGAIN: 'its host name is unknown',
    ETIMEDOUT: 'it did not answer in time',
    '28P01': 'it refuses the password',
    28000: 'it refuses the role',
    '3D000': 'the database does not exist',
  })[error.code] ?? error.message;

const ask = (name, url, work) => preparing(() => withClient(url, work), name);

const preparing = (work, name = 'MIGRATE_DATABASE_URL') =>
  work().catch((error) => {
    if (error instanceof Obstacle) throw error;
    throw new Obstacle(
      `The server that ${name} names cannot be used: ${reasonOf(error)}. Correct ${name} and start again (docs/operations.md).`,
    );
  });

function parse(name) {
  try {
    return new URL(process.env[name]);
  } catch {
    throw new Obstacle(`${name} is not an address. Write it like postgresql://role:password@host:5432/samnav.`);
  }
}

/** The migrations' role may be allowed to make the roles; otherwise they must exist already. */
async function missingRoles(migrateUrl) {
  return ask('MIGRATE_DATABASE_URL', migrateUrl, async (client) => {
    const { rows: version } = await client.query(`SELECT current_setting('server_version_num')::int AS number`);
    if (version[0].number < 180000)
      throw new Obstacle(
        `Samnav needs PostgreSQL 18 or newer; the server that MIGRATE_DATABASE_URL names is version ${Math.floor(version[0].number / 10000)}.`,
      );
    const { rows } = await client.query(
      `SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS may,
              ARRAY(SELECT wanted FROM unnest(ARRAY['samnav_app', 'samnav_ledger', 'samnav_sealer', 'samnav_definer']) wanted
                    WHERE wanted NOT IN (SELECT rolname FROM pg_roles)) AS missing`,
    );
    return rows[0];
  });
}

function withRole(url, role, password) {
  const copy = new URL(url);
  copy.username = role;
  copy.password = password;
  return copy.href;
}

/** The addresses for the processes, or nothing when DATABASE_URL is not set. */
export async function ownServers(folder) {
  const { DATABASE_URL: app, MIGRATE_DATABASE_URL: migrate } = process.env;
  if (!app && !migrate) return undefined;
  if (!app || !migrate)
    throw new Obstacle(
      'A server of your own needs both DATABASE_URL (role samnav_app) and MIGRATE_DATABASE_URL (role samnav_owner). Set both, or neither for the embedded database.',
    );
  const appUrl = parse('DATABASE_URL');
  const migrateUrl = parse('MIGRATE_DATABASE_URL');
  return step('Asking your own database server', async () => {
    const { may, missing } = await missingRoles(migrate);
    const given = {
      LEDGER_DATABASE_URL: process.env.LEDGER_DATABASE_URL,
      SEALER_DATABASE_URL: process.env.SEALER_DATABASE_URL,
    };
    const complete = missing.length === 0 && given.LEDGER_DATABASE_URL && given.SEALER_DATABASE_URL;
    if (!complete && !may)
      throw new Obstacle(
        `The server lacks ${missing.length ? `the roles ${missing.join(', ')}` : 'the addresses LEDGER_DATABASE_URL and SEALER_DATABASE_URL'}, and the role of MIGRATE_DATABASE_URL may not make them. Run docker/roles.sql as a superuser and set all four addresses (docs/operations.md).`,
      );
    if (!complete) {
      const passwords = { ...databasePasswords(makeFolder(path.join(folder, 'own-servers')), false) };
      for (const url of [appUrl, migrateUrl]) {
        const role = url.username.replace(/^samnav_/, '');
        if (role in passwords) passwords[role] = decodeURIComponent(url.password);
      }
      await preparing(() => prepareServer(migrate, passwords, decodeURIComponent(migrateUrl.pathname.slice(1))));
      if (appUrl.username !== 'samnav_app')
        await ask('MIGRATE_DATABASE_URL', migrate, (client) =>
          client.query(`GRANT samnav_app TO ${pg.escapeIdentifier(decodeURIComponent(appUrl.username))}`),
        );
      given.LEDGER_DATABASE_URL ??= withRole(migrateUrl, 'samnav_ledger', passwords.ledger);
      given.SEALER_DATABASE_URL ??= withRole(migrateUrl, 'samnav_sealer', passwords.sealer);
    }
    await ask('DATABASE_URL', app, (client) => client.query('SELECT 1'));
    return { DATABASE_URL: app, MIGRATE_DATABASE_URL: migrate, ...given };
  });
}
