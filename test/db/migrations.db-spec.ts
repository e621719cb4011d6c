/**
 * Each migration since sharing began can be taken back on a real database, which then is what it was before, to the last
 * policy; and done again. What is older turned shares into ranges of the lock: one goes back past it by a backup alone, and is
 * told so.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { migrations } from '#migrations/index.js';
import { DEFINERS } from '#store/definers.js';
import { migrate } from '#store/migrate.js';
import { createEmptyDatabase, createUnmigratedDatabase } from '../support/database.js';

const OLDEST = 'Family1764000000009';

let source: DataSource;
let runner: QueryRunner;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createEmptyDatabase();
  drop = database.drop;
  source = await new DataSource({ type: 'postgres', url: database.url, entities: [], poolSize: 1 }).initialize();
  runner = source.createQueryRunner();
});
afterAll(async () => {
  await runner?.release();
  await source?.destroy();
  await drop?.();
});

/** Everything of ours that a catalog knows of, a line each. */
const CATALOG = `
  with ours as (select oid, nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema')
  select 'column ' || n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join ours n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relkind in ('r','p','v') and a.attnum > 0 and not a.attisdropped
  union all select 'locked ' || n.nspname || '.' || c.relname || ' ' || c.relrowsecurity || ' ' || c.relforcerowsecurity
    from pg_class c join ours n on n.oid = c.relnamespace where c.relkind in ('r','p')
  union all select 'policy ' || schemaname || '.' || tablename || '.' || policyname || ' ' || cmd || ' ' || permissive || ' ' || coalesce(qual, '')
      || ' with ' || coalesce(with_check, '') from pg_policies
  union all select 'function ' || regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g') from pg_proc p join ours n on n.oid = p.pronamespace
  union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t where not t.tgisinternal
  union all select 'constraint ' || c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
    from pg_constraint c join ours n on n.oid = c.connamespace
  union all select 'index ' || indexdef from pg_indexes i join ours n on n.nspname = i.schemaname
  union all select 'schema ' || nspname from ours
  union all select 'sequence ' || n.nspname || '.' || c.relname from pg_class c join ours n on n.oid = c.relnamespace where c.relkind = 'S'
  union all select 'view ' || n.nspname || '.' || c.relname || ' ' || pg_get_viewdef(c.oid)
    from pg_class c join ours n on n.oid = c.relnamespace where c.relkind = 'v'
  order by 1`;

const catalog = async (): Promise<string[]> =>
  ((await runner.query(CATALOG)) as { line: string }[]).map(({ line }) => line);

it('leaves nothing behind and takes nothing with it when it is taken back, and can be done again', async () => {
  const all = migrations.map((Migration) => new Migration());
  const before: string[][] = [];
  for (const migration of all) {
    before.push(await catalog());
    await migration.up(runner);
  }
  const whole = await catalog();
  expect(whole.length).toBeGreaterThan(500);
  const faults: string[] = [];
  const oldest = all.findIndex(({ name }) => name === OLDEST);
  for (const [at, migration] of [...all.entries()].slice(oldest).reverse()) {
    await migration.down(runner);
    const now = await catalog();
    const then = before[at] ?? [];
    const brief = (line: string): string => `${migration.name}: ${line.slice(0, 160)}`;
    faults.push(
      ...now.filter((line) => !then.includes(line)).map((line) => `left behind by ${brief(line)}`),
      ...then.filter((line) => !now.includes(line)).map((line) => `not restored by ${brief(line)}`),
    );
    // What it leaves behind would be laid at every older one's door.
    if (faults.length > 0) break;
  }
  expect(faults).toEqual([]);
  const past = all[oldest - 1];
  const before8 = await catalog();
  await expect(past?.down(runner)).rejects.toThrow(/nothing was changed.*restore the backup/);
  expect([past?.name, await catalog()]).toEqual(['Consent1764000000008', before8]);
  for (const migration of all.slice(oldest)) await migration.up(runner);
  expect(await catalog()).toEqual(whole);
}, 120_000);

/** What an installation had run when it was last brought up to date, by the number in the migration's name. */
const FORMER: readonly (readonly [string, (number: number) => boolean])[] = [
  ['before families signed', (number) => number <= 8],
  ['before what has ended opened nothing', (number) => number <= 11 || number === 17],
];

it.each(FORMER)(
  'brings an installation of an earlier time up: %s',
  async (_, had) => {
    const database = await createUnmigratedDatabase();
    const owner = await new DataSource({ type: 'postgres', url: database.url, entities: [], poolSize: 1 }).initialize();
    try {
      const first = owner.createQueryRunner();
      await first.query(
        `create table migrations (id serial primary key, timestamp bigint not null, name varchar not null)`,
      );
      for (const migration of migrations.map((Migration) => new Migration())) {
        const at = Number(migration.name.slice(-13));
        if (!had(at % 1000)) continue;
        await migration.up(first);
        await first.query(`insert into migrations (timestamp, name) values ($1, $2)`, [at, migration.name]);
      }
      await first.query(`grant usage on schema public, clock, caller, lock to samnav_definer`);
      await first.query(`grant select, update on all tables in schema public to samnav_definer`);
      await first.query(DEFINERS);
      await first.release();
      const done = await migrate(database.url, { movableClock: true });
      expect(done).toEqual(migrations.map(({ name }) => name).filter((name) => !had(Number(name.slice(-13)) % 1000)));
    } finally {
      await owner.destroy();
      await database.drop();
    }
  },
  60_000,
);
