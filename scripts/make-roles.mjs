/** Roles and database on a server of one's own, or the SQL that makes them. */
import { randomBytes } from 'node:crypto';
import { requireInstalled } from './built-commands.mjs';
import { roles } from './secrets.mjs';

const database = process.env.SAMNAV_DATABASE || 'samnav';

const passwordOf = (role) =>
  process.env[`SAMNAV_${role.toUpperCase()}_PASSWORD`] || randomBytes(24).toString('base64url');

function addressOf(role, password) {
  const url = new URL(process.env.ADMIN_DATABASE_URL);
  Object.assign(url, { username: `samnav_${role}`, password, pathname: `/${database}` });
  return url.href;
}

const prefixes = { app: '', owner: 'MIGRATE_', ledger: 'LEDGER_', sealer: 'SEALER_' };

export async function makeRoles(words) {
  const passwords = Object.fromEntries(roles.map((role) => [role, passwordOf(role)]));
  try {
    requireInstalled();
    const { databaseSql, prepareServer, rolesSql } = await import('./roles.mjs');
    if (words.includes('--print')) {
      const create = `CREATE DATABASE "${database}" OWNER samnav_owner ENCODING 'UTF8' TEMPLATE template0;`;
      process.stdout.write(`${rolesSql(passwords)}\n${create}\n\n${databaseSql(database)}`);
      return;
    }
    if (!process.env.ADMIN_DATABASE_URL)
      throw new Error('ADMIN_DATABASE_URL is missing, the address of the server as superuser');
    await prepareServer(process.env.ADMIN_DATABASE_URL, passwords, database);
    for (const [role, prefix] of Object.entries(prefixes))
      process.stdout.write(`${prefix}DATABASE_URL=${addressOf(role, passwords[role])}\n`);
  } catch (error) {
    process.stderr.write(
      `The server could not be prepared: ${error.message.replace(/\.$/, '')}. See docs/operations.md\n`,
    );
    process.exitCode = 1;
  }
}
