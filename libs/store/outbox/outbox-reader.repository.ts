import { isLater, parseCursor, type Cursor } from '#domain/live/cursor.js';
import { OutboxReader, type ReadSince } from '#use-cases/outbox/outbox-reader.port.js';
import type { OutboxNews, ScreenNews } from '#use-cases/outbox/outbox-signal.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** Rows and moments are of one statement, so that nothing commits between them. */
const findSince = (which: string): string => `
  select pg_current_snapshot()::text as "upTo", (select s.up_to::text from outbox_swept s) as swept,
    (select coalesce(json_agg(json_build_object('id', n.id::text, 'topic', n.topic, 'payload', n.payload, 'transaction', n.transaction::text::bigint) order by n.id), '[]')
      from (select o.id, o.topic, o.payload, o.transaction from outbox o
        where o.transaction >= pg_snapshot_xmin($1::pg_snapshot) and o.transaction < pg_snapshot_xmax(pg_current_snapshot())
          and not pg_visible_in_snapshot(o.transaction, $1::pg_snapshot) and ${which}
        order by o.id limit $2) n) as news`;

const OF_ALL = findSince(`o.topic like 'live:%'`);
const OF_ONE = findSince('o.topic = $3');

export class OutboxReaderRepository extends OutboxReader {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async now(): Promise<Cursor> {
    const [row] = await this.context.manager.query<{ now: string }[]>(`select pg_current_snapshot()::text as now`, []);
    return cursorOf(row?.now);
  }

  async findSince(cursor: Cursor, most: number, topic?: `live:${string}`): Promise<ReadSince> {
    const [row] = await this.context.manager.query<{ upTo: string; swept: string; news: ScreenNews[] }[]>(
      topic === undefined ? OF_ALL : OF_ONE,
      [cursor.text, most, ...(topic === undefined ? [] : [topic])],
    );
    const upTo = cursorOf(row?.upTo);
    const swept = cursorOf(row?.swept);
    // What this database has not reached is of another, from which rows or a screen have come: after a copy was restored.
    const isOfThis = ({ next }: Cursor): boolean => next <= upTo.next;
    const isWhole = isOfThis(cursor) && !(isOfThis(swept) && isLater(swept, cursor));
    return { upTo, isWhole, news: row?.news ?? [] };
  }

  takeWaitingJobs(topics: readonly string[], most: number): Promise<OutboxNews[]> {
    return this.context.manager.query(
      `select id::text, topic, payload from outbox where handed_at is null and topic like 'job:%' and topic = any($1::text[])
       order by id limit $2 for update skip locked`,
      [topics, most],
    );
  }

  async markHanded(ids: readonly string[]): Promise<void> {
    await this.context.manager.query(`update outbox set handed_at = clock.now() where id = any($1::bigint[])`, [ids]);
  }

  async sweep(before: Date): Promise<number> {
    const { manager } = this.context;
    const [, handed]: [unknown[], number] = await manager.query(
      `delete from outbox where created_at < $1 and handed_at is not null`,
      [before],
    );
    // By the moment, not by when a row was written: what commits late has been there no longer than since then.
    const [row] = await manager.query<{ count: number }[]>(
      `with due as materialized (
         select s.next from outbox_swept s where s.next_at < $1
       ), gone as (
         delete from outbox o using due d where o.topic like 'live:%' and pg_visible_in_snapshot(o.transaction, d.next) returning 1
       ), kept as (
         update outbox_swept s set up_to = d.next, next = pg_current_snapshot(), next_at = clock.now() from due d
       )
       select count(*)::int as count from gone`,
      [before],
    );
    return handed + (row?.count ?? 0);
  }
}

function cursorOf(text: string | undefined): Cursor {
  const cursor = parseCursor(text);
  if (!cursor) throw new Error('the database did not tell its moment');
  return cursor;
}
