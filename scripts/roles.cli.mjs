/**
 * `npm run roles`: makes roles and database on a server of one's own, and prints the addresses for the program.
 * ADMIN_DATABASE_URL names the server as superuser; passwords may be given as SAMNAV_OWNER_PASSWORD and so on.
 * With `--print` it only prints the SQL, for those who run it themselves.
 */
import { randomBytes } from 'node:crypto';
import { databaseSql, prepareServer, rolesSql } from './roles.mjs';
import { roles } from './secrets.mjs';

const database = process.env.SAMNAV_DATABASE || 'samnav';
const passwords = Object.fromEntries(
  roles.map((role) => [
    role,
    process.env[`SAMNAV_${role.toUpperCase()}_PASSWORD`] || randomBytes(24).toString('base64url'),
  ]),
);

if (process.argv.includes('--print')) {
  const create = `CREATE DATABASE "${database}" OWNER samnav_owner ENCODING 'UTF8' TEMPLATE template0;`;
  process.stdout.write(`${rolesSql(passwords)}\n${create}\n\n${databaseSql(database)}`);
} else if (!process.env.ADMIN_DATABASE_URL) {
  process.stderr.write(
    'ADMIN_DATABASE_URL is missing: the address of the server as superuser, see docs/operations.md\n',
  );
  process.exitCode = 1;
} else {
  try {
    await prepareServer(process.env.ADMIN_DATABASE_URL, passwords, database);
    const address = (role) => {
      const url = new URL(process.env.ADMIN_DATABASE_URL);
      Object.assign(url, { username: `samnav_${role}`, password: passwords[role], pathname: `/${database}` });
      return url.href;
    };
    const names = { app: '', owner: 'MIGRATE_', ledger: 'LEDGER_', sealer: 'SEALER_' };
    for (const [role, prefix] of Object.entries(names))
      process.stdout.write(`${prefix}DATABASE_URL=${address(role)}\n`);
  } catch (error) {
    process.stderr.write(`The server could not be prepared: ${error.message}. See docs/operations.md\n`);
    process.exitCode = 1;
  }
}
