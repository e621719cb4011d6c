/** The demonstration as `npm start` fills it: the whole story on an empty database, and nothing twice. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { storyChildren } from '#demo/world/story-children.js';
import { storyConsents } from '#demo/world/story-consents.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let behind: Client;

const seed = async (): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/apps/demo/seed.cli.js'], {
    env: { ...process.env, ...database.env, SAMNAV_DEMONSTRATION: '1' },
  });
  return stdout;
};

const count = async (sql: string): Promise<number> => {
  const { rows } = await behind.query<{ n: number }>(`select count(*)::integer as n from ${sql}`);
  return rows[0]?.n ?? -1;
};

beforeAll(async () => {
  database = await createTestDatabase();
  behind = new Client({ connectionString: database.urls.admin });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await database?.drop();
});

describe('the demonstration', () => {
  it('is filled with its whole story', async () => {
    expect(await seed()).toContain(`The story is told: ${storyChildren.length} children.`);
    expect(await count('case_file')).toBe(storyChildren.length);
    expect(await count('hub')).toBe(storyChildren.filter(({ hub }) => hub).length);
    expect(await count('consent')).toBe(storyConsents.length);
    expect(await count(`consent where state = 'active'`)).toBe(storyConsents.filter(({ shared }) => shared).length);
    // Everyone in it can be sent their way in by text message.
    expect(await count('person_number_index')).toBe(await count('person_phone_index'));
    expect(await count(`share where purpose = 'support' and in_force @> clock.now()`)).toBeGreaterThan(0);
  }, 60_000);

  it('is left as it is the next time', async () => {
    expect(await seed()).toContain('already there');
    expect(await count('case_file')).toBe(storyChildren.length);
    expect(await count('consent')).toBe(storyConsents.length);
  }, 60_000);
});
