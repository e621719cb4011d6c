/** Statements are planned once a connection: under row-level security the plan costs more than carrying it out. */
import { Client } from 'pg';

/** Beyond this many different texts someone builds statements of values; those are not kept on the server. */
const MOST_STATEMENTS = 2_000;

const names = new Map<string, string>();

/** What the server is told to keep a statement under; the same on every connection. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known;
  const name = `samnav_${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** The driver declares an overload for every way of calling; here each is passed on as it came. */
type Query = (this: Client, text: unknown, values?: unknown, callback?: unknown) => unknown;
const plainQuery = Client.prototype.query as Query;

/** A connection that keeps the plan of every statement with values. */
export class PreparedClient extends Client {}

(PreparedClient.prototype as { query: Query }).query = function query(text, values, callback) {
  const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
  return plainQuery.call(this, name === undefined ? text : { name, text }, values, callback);
};
