/**
 * What one deed wrote, made into the floor of all deeds like it: the same rows in the same tables under fresh ids, in one
 * call and one commit, without a question asked before it.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { withClient } from '../../scripts/roles.mjs';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Tables with those that others refer to first, each with its columns that a statement may write. */
const TABLES = `
  with recursive refers as (
    select distinct c.conrelid as child, c.confrelid as parent from pg_constraint c
    where c.contype = 'f' and c.conrelid <> c.confrelid and c.connamespace = 'public'::regnamespace
  ), depth as (
    select t.oid, 0 as level from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
    union select r.child, d.level + 1 from depth d join refers r on r.parent = d.oid where d.level < 20
  )
  select t.relname as name, max(d.level) as level,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attname <> 'xid') as columns
  from depth d join pg_class t on t.oid = d.oid where t.relname not in ('session', 'migrations') group by t.oid, t.relname order by 2, 1`;

/** Runs the deed alone on the town and answers what it left behind. */
export async function rowsWrittenBy(town, deed) {
  return withClient(town.superuserUrl, async (client) => {
    const { rows: marks } = await client.query('select pg_current_xact_id()::text as mark');
    await deed();
    const { rows: tables } = await client.query(TABLES);
    const written = [];
    for (const { name, columns } of tables) {
      const { rows } = await client.query(
        `select to_jsonb(t) as row from public.${name} t where (t.xmin::text)::bigint > (($1::text)::bigint & 4294967295)`,
        [marks[0].mark],
      );
      if (rows.length > 0) written.push({ table: name, columns, rows: rows.map(({ row }) => row) });
    }
    return written;
  });
}

/** Makes a function that answers the same rows as text, each time under ids that nobody has used. */
export function freshCopies(written) {
  const text = JSON.stringify(written);
  const ids = new Set(
    written.flatMap(({ rows }) =>
      rows.flatMap((row) => [row.id, row.client_key].filter((id) => typeof id === 'string')),
    ),
  );
  const codes = written.flatMap(({ rows }) =>
    rows.flatMap((row) => [row.receipt, row.number].filter((one) => typeof one === 'string')),
  );
  const slots = [...new Set([...text.matchAll(UUID)].map(([id]) => id).filter((id) => ids.has(id))), ...new Set(codes)];
  // Cut once, so that filling in costs the floor next to nothing.
  const cut = new RegExp(`(${slots.map((slot) => slot.replace(/[^\w]/g, '\\$&')).join('|')})`);
  const parts = text.split(cut);
  return () => {
    const fresh = new Map(
      slots.map((slot) => [slot, ids.has(slot) ? randomUUID() : randomBytes(9).toString('base64url')]),
    );
    return parts.map((part) => fresh.get(part) ?? part).join('');
  };
}

/** How many sealed texts are among the rows, and how long each is. */
export const sealedLengths = (written) =>
  written.flatMap(({ rows }) =>
    rows.flatMap((row) => (typeof row.ciphertext === 'string' ? [row.ciphertext.length / 2 - 29] : [])),
  );
