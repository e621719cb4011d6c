/** The database roles and the database itself, made from docker/roles.sql and docker/database.sql on any server. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { root } from './places.mjs';
import { roles } from './secrets.mjs';

const sqlFile = (name) => readFileSync(path.join(root, 'docker', name), 'utf8');

/** The two files with their placeholders filled in. */
export function rolesSql(passwords) {
  return roles.reduce(
    (sql, role) => sql.replaceAll(`{{${role}_password}}`, pg.escapeLiteral(passwords[role])),
    sqlFile('roles.sql'),
  );
}

export const databaseSql = (database) =>
  sqlFile('database.sql').replaceAll('{{database}}', pg.escapeIdentifier(database));

/** Opens a connection that is closed again whatever happens. */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the roles, the database and its rights where they are missing; changes nothing else. */
export async function prepareServer(superuserUrl, passwords, database) {
  await withClient(superuserUrl, async (client) => {
    await client.query(rolesSql(passwords));
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount)
      await client.query(
        `CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER samnav_owner ENCODING 'UTF8' TEMPLATE template0`,
      );
    await client.query(databaseSql(database));
  });
}
