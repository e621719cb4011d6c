import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** What a role may be on the server: the second lock holds only if nobody who signs in can step past it [S0: one gate]. */
describe('the roles of the database', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.urls.admin });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('lets no role that signs in see past row-level security, make roles or make databases', async () => {
    const { rows } = await client.query(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'samnav\\_%' AND rolcanlogin
         AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
    );
    expect(rows).toEqual([]);
  });

  it('lets nobody sign in as definer, and the owner replace its functions without its sight', async () => {
    const { rows } = await client.query(
      `SELECT d.rolcanlogin, d.rolbypassrls, m.inherit_option, m.set_option, m.admin_option
         FROM pg_roles d JOIN pg_auth_members m ON m.roleid = d.oid WHERE d.rolname = 'samnav_definer'`,
    );
    expect(rows).toEqual([
      { rolcanlogin: false, rolbypassrls: true, inherit_option: true, set_option: true, admin_option: false },
    ]);
  });

  it('gives app, ledger and sealer nothing to own', async () => {
    const { rows } = await client.query(
      `SELECT c.relname, r.rolname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
        WHERE r.rolname IN ('samnav_app', 'samnav_ledger', 'samnav_sealer')`,
    );
    expect(rows).toEqual([]);
  });

  it('opens a database to its roles alone', async () => {
    const { rows } = await client.query(
      `SELECT rolname FROM pg_roles WHERE has_database_privilege(rolname, current_database(), 'CONNECT')
         AND NOT rolsuper AND rolname NOT LIKE 'pg\\_%' ORDER BY rolname COLLATE "C"`,
    );
    expect(rows.map((row) => row.rolname)).toEqual(['samnav_app', 'samnav_ledger', 'samnav_owner', 'samnav_sealer']);
  });

  it('is UTF-8 and sorts the same on every machine', async () => {
    const { rows } = await client.query(
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(rows).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
  });

  it('moves the clock of one database and of no other', async () => {
    const other = await createTestDatabase();
    try {
      await database.moveClock('3 hours');
      const ahead = async (url: string): Promise<number> => {
        const asking = new Client({ connectionString: url });
        await asking.connect();
        const { rows } = await asking.query('SELECT round(extract(epoch FROM clock.now() - now()))::int AS seconds');
        await asking.end();
        return rows[0].seconds;
      };
      expect([await ahead(database.urls.app), await ahead(other.urls.app)]).toEqual([3 * 3600, 0]);
    } finally {
      await other.drop();
    }
  });
});
