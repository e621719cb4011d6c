/**
 * `npm start` on a database server of one's own: keys that are lost, or another's, are told before anything is written, and a
 * demonstration that was broken off there is left to whoever owns the server.
 */
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createUnmigratedDatabase } from '../../support/database.js';
import { type Launching, prepareLaunch } from '../../support/launcher.js';

let launching: Launching;
let database: Awaited<ReturnType<typeof createUnmigratedDatabase>>;
let env: Readonly<Record<string, string>>;

/** The address of the same database for another role. */
function addressOf(role: 'app' | 'ledger' | 'sealer'): string {
  const passwords = JSON.parse(process.env['SAMNAV_TEST_ROLES'] ?? '{}') as Record<string, string>;
  return Object.assign(new URL(database.url), { username: `samnav_${role}`, password: passwords[role] }).href;
}

beforeAll(async () => {
  launching = await prepareLaunch();
  database = await createUnmigratedDatabase();
  env = {
    MIGRATE_DATABASE_URL: database.url,
    DATABASE_URL: addressOf('app'),
    LEDGER_DATABASE_URL: addressOf('ledger'),
    SEALER_DATABASE_URL: addressOf('sealer'),
  };
});
afterAll(async () => {
  await launching?.close();
  await database?.drop();
}, 60_000);

const keys = (): string => path.join(launching.data, readdirSync(launching.data)[0] ?? '', 'keys.json');

async function asOwner(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

(process.platform === 'linux' ? describe : describe.skip)('npm start on a server of one’s own', () => {
  it('makes keys for an empty database alone, and says what is missing when they are lost', async () => {
    const launched = await launching.until('start', 'Samnav is running:', { env });
    expect((await launched.stop()).code).toBe(0);
    expect(await asOwner(`select key from key_fingerprint order by key`)).toEqual([
      { key: 'kek 1' },
      { key: 'lookup' },
    ]);

    renameSync(keys(), `${keys()}.kept`);
    const { said, code } = await launching.end('start', { env });
    expect(said).toMatch(/The file .*keys\.json is gone, .*Restore it from a backup, or point DATABASE_URL and/);
    expect(said).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(existsSync(keys())).toBe(false);
    renameSync(`${keys()}.kept`, keys());
  }, 180_000);

  it('refuses the keys of another database in a sentence', async () => {
    const key = (): string => randomBytes(32).toString('base64');
    const other = path.join(launching.data, 'other-keys.json');
    writeFileSync(other, JSON.stringify({ kek: { 1: key() }, lookup: key(), session: key() }));
    const { said, code } = await launching.end('start', { env: { ...env, SAMNAV_KEY_FILE: other } });
    expect(said).toContain('is not the one that this database was filled with');
    expect(said).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(await asOwner(`select key from key_fingerprint order by key`)).toEqual([
      { key: 'kek 1' },
      { key: 'lookup' },
    ]);
  }, 120_000);

  it('leaves a half-told town there to whoever owns the server', async () => {
    await asOwner(`update demonstration.story set told_at = null`);
    const { said, code } = await launching.end('start', { env });
    expect(said).toMatch(/The demonstration in the database that DATABASE_URL names was broken off .* `npm run roles`/);
    expect(code).toBe(1);
    expect(await asOwner(`select 1 as still from demonstration.story`)).toEqual([{ still: 1 }]);
  }, 60_000);
});
