/**
 * A row in every table, of one house's work with one case, whatever the table is: so that a table which is added tomorrow has
 * something in it that somebody could see too much of. Laid past constraints and triggers, in a database of the test's own.
 */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** Whose row it is: ids by what a column that holds one ends with, the longest ending first. */
export type Whose = readonly (readonly [ending: RegExp, id: string])[];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly generated: boolean;
}

/** Every table of ours with its columns, in their order. */
export async function columnsOf(client: Client): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await client.query<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, a.attidentity <> '' or a.attgenerated <> '' as generated
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r','p') and a.attnum > 0 and not a.attisdropped
       and c.relname not in ('migrations','socket_io_attachments') order by c.relname, a.attnum`,
  );
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  return tables;
}

/** Any value of the type will do: what matters is that there is one. */
const ANY: Readonly<Record<string, string>> = {
  boolean: 'true',
  bytea: `'\\x00'`,
  date: `'2026-01-05'`,
  integer: '1',
  smallint: '1',
  bigint: '1',
  jsonb: `'{"words":"x"}'`,
  text: `'x'`,
  'text[]': `'{x}'`,
  'bytea[]': `array['\\x00'::bytea]`,
  'uuid[]': `array[gen_random_uuid()]`,
  'timestamp with time zone': 'now()',
  tstzrange: `'[,]'`,
  tstzmultirange: `'{[,]}'`,
  xid8: `'1'`,
  pg_snapshot: 'pg_current_snapshot()',
};

/**
 * `adminUrl`: of the superuser. A word is one that the table holds already where it holds any, so that the row is like the
 * others. Gives the tables in which no row could be laid.
 */
export async function layARowInEach(adminUrl: string, whose: Whose): Promise<readonly string[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const without: string[] = [];
  try {
    await client.query(`set session_replication_role = replica`);
    const { rows: checks } = await client.query<{ table: string; name: string }>(
      `select conrelid::regclass::text as table, conname as name from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`,
    );
    for (const { table, name } of checks) await client.query(`alter table ${table} drop constraint "${name}"`);
    for (const [table, columns] of await columnsOf(client)) {
      const filled = columns.filter(({ generated }) => !generated);
      const values: string[] = [];
      for (const { column, type } of filled) {
        const id = whose.find(([ending]) => ending.test(column))?.[1];
        if (type === 'uuid') values.push(`'${id ?? randomUUID()}'::uuid`);
        else if (ANY[type] === undefined) throw new Error(`no value is known for ${table}.${column}, a ${type}`);
        else if (type === 'text')
          values.push(
            `coalesce((select x."${column}" from "${table}" x where x."${column}" is not null limit 1), 'x')`,
          );
        else values.push(ANY[type]);
      }
      const names = filled.map(({ column }) => `"${column}"`).join(', ');
      const { rowCount } = await client.query(
        `insert into "${table}" (${names}) values (${values.join(', ')}) on conflict do nothing`,
      );
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from "${table}"`);
      if (rowCount === 0 && rows[0]?.n === 0) without.push(table);
    }
  } finally {
    await client.end();
  }
  return without;
}
