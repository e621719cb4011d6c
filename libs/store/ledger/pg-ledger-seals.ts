import { Pool, type PoolClient } from 'pg';
import { canonicalDetail } from '#domain/ledger/leaf-encoding.js';
import {
  LedgerSeals,
  type Inspection,
  type KeptSeal,
  type Leaf,
  type Sealing,
  type WaitingEntry,
} from '#use-cases/ledger/ledger-seals.port.js';
import { ADDED_LEDGER_COLUMNS, FIRST_LEDGER_COLUMNS } from './ledger-row.js';

/** Any number that no other lock of this database has. */
const LOCK = 7_265_165;
const MICROSECONDS = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
const PLAIN = FIRST_LEDGER_COLUMNS.filter((column) => column !== 'detail');
const asTexts = (columns: readonly string[]): string =>
  `array[${columns.map((column) => `e.${column}::text`).join(', ')}]`;

/** The transaction number is left out of a leaf: it means nothing on a server to which the ledger is restored. */
const ENTRY = `e.id::text as id, to_char(e.at at time zone 'UTC', ${MICROSECONDS}) as at,
  ${asTexts(PLAIN)} as plain, e.detail, ${asTexts(ADDED_LEDGER_COLUMNS)} as added, e.xid::text as xid`;
const SEAL = `number::float8 as number, size::float8 as size, root, peaks, origin, whole, key_id as "keyId", signature,
  to_char(real_at at time zone 'UTC', ${MICROSECONDS}) as "realAt"`;
const UNPLACED = `not exists (select 1 from ledger_leaf l where l.entry_id = e.id)`;
const ENDED = `e.xid < pg_snapshot_xmin(pg_current_snapshot())`;

interface EntryRow {
  readonly id: string;
  readonly at: string;
  readonly plain: readonly (string | null)[];
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly added: readonly (string | null)[];
  readonly xid: string;
}

const entryOf = ({ id, at, plain, detail, added, xid }: EntryRow): WaitingEntry => ({
  id,
  at,
  fields: [...plain, canonicalDetail(detail)],
  added,
  xid,
});

interface Through {
  readonly xid: string;
  readonly id: string;
}

/** The connection of the role samnav_sealer. */
export class PgLedgerSeals extends LedgerSeals {
  private readonly pool: Pool;

  constructor(url: string) {
    super();
    this.pool = new Pool({
      connectionString: url,
      max: 1,
      application_name: 'samnav-sealer',
      connectionTimeoutMillis: 4_000,
    });
    this.pool.on('error', () => undefined);
  }

  sealing<T>(work: (sealing: Sealing) => Promise<T>): Promise<T | null> {
    return this.with(async (client) => {
      const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock($1) as mine`, [LOCK]);
      if (!rows[0]?.mine) return null;
      try {
        // One snapshot throughout: what is not in it is the next batch's.
        return await inTransaction(client, async () => work(await PgSealing.begin(client)));
      } finally {
        await client.query(`select pg_advisory_unlock($1)`, [LOCK]);
      }
    });
  }

  inspect<T>(work: (inspection: Inspection) => Promise<T>): Promise<T> {
    return this.with((client) => inTransaction(client, () => work(new PgInspection(client))));
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async with<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      const answer = await work(client);
      client.release();
      return answer;
    } catch (error) {
      // Ends the connection and with it whatever lock or transaction it still holds.
      client.release(true);
      throw error;
    }
  }
}

async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read');
  await client.query(`select set_config('samnav.service', 'sealer', true)`);
  const answer = await work();
  await client.query('commit');
  return answer;
}

class PgSealing implements Sealing {
  private through: Through = { xid: '0', id: '0' };

  private constructor(
    private readonly client: PoolClient,
    readonly realAt: string,
    private readonly xmin: string,
  ) {}

  static async begin(client: PoolClient): Promise<PgSealing> {
    const { rows } = await client.query<{ realAt: string; xmin: string }>(
      `select to_char(now() at time zone 'UTC', ${MICROSECONDS}) as "realAt", pg_snapshot_xmin(pg_current_snapshot())::text as xmin`,
    );
    const row = rows[0];
    if (!row) throw new Error('the database did not tell the time');
    return new PgSealing(client, row.realAt, row.xmin);
  }

  async findLast(): Promise<KeptSeal | undefined> {
    const { rows } = await this.client.query<KeptSeal & Record<'throughXid' | 'throughId', string>>(
      `select ${SEAL}, through_xid::text as "throughXid", through_id::text as "throughId"
       from ledger_seal order by number desc limit 1`,
    );
    const row = rows[0];
    if (row) this.through = { xid: row.throughXid, id: row.throughId };
    return row;
  }

  async takeWaiting(sweep: boolean, most: number) {
    // A server to which the ledger was restored may count its transactions from lower than the last seal.
    const all = sweep || BigInt(this.through.xid) > BigInt(this.xmin);
    const { rows } = all
      ? await this.client.query<EntryRow>(
          `select ${ENTRY} from ledger_entry e
           where (${ENDED} or e.xid >= pg_snapshot_xmax(pg_current_snapshot())) and ${UNPLACED} order by e.xid, e.id limit $1`,
          [most],
        )
      : await this.client.query<EntryRow>(
          `select ${ENTRY} from ledger_entry e where (e.xid, e.id) > ($1::xid8, $2::bigint) and ${ENDED}
           order by e.xid, e.id limit $3`,
          [this.through.xid, this.through.id, most],
        );
    const whole = rows.length < most;
    const last = rows.at(-1);
    if (all && whole) this.through = { xid: this.xmin, id: '0' };
    else if (!all && last) this.through = { xid: last.xid, id: last.id };
    const entries = rows.map(entryOf).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    return { entries, whole };
  }

  async addLeaves(leaves: readonly Leaf[]): Promise<void> {
    await this.client.query(
      `insert into ledger_leaf (position, entry_id, hash) select * from unnest($1::bigint[], $2::bigint[], $3::bytea[])`,
      [leaves.map((l) => l.position), leaves.map((l) => l.entryId), leaves.map((l) => Buffer.from(l.hash))],
    );
  }

  async addSeal(seal: KeptSeal): Promise<void> {
    await this.client.query(
      `insert into ledger_seal (number, size, root, peaks, through_xid, through_id, origin, signed_at, real_at, whole, key_id, signature)
       values ($1, $2, $3, $4, $5::xid8, $6, $7, clock.now(), $8::timestamptz, $9, $10, $11)`,
      [
        seal.number,
        seal.size,
        Buffer.from(seal.root),
        seal.peaks.map((peak) => Buffer.from(peak)),
        this.through.xid,
        this.through.id,
        seal.origin,
        seal.realAt,
        seal.whole,
        Buffer.from(seal.keyId),
        Buffer.from(seal.signature),
      ],
    );
  }
}

class PgInspection implements Inspection {
  constructor(private readonly client: PoolClient) {}

  async seals(): Promise<readonly KeptSeal[]> {
    return (await this.client.query<KeptSeal>(`select ${SEAL} from ledger_seal order by number`)).rows;
  }

  async leaves(from: number, most: number): Promise<readonly Leaf[]> {
    const { rows } = await this.client.query<
      EntryRow & { readonly position: number; readonly entryId: string; readonly hash: Buffer; readonly there: boolean }
    >(
      `select l.position::float8 as position, l.entry_id::text as "entryId", l.hash, e.id is not null as there, ${ENTRY}
       from ledger_leaf l left join ledger_entry e on e.id = l.entry_id
       where l.position >= $1 order by l.position limit $2`,
      [from, most],
    );
    return rows.map(({ position, entryId, hash, there, ...row }) => ({
      position,
      entryId,
      hash,
      entry: there ? entryOf(row) : null,
    }));
  }

  async unsealed() {
    const { rows } = await this.client.query<{ id: string; at: string; late: boolean }>(
      `select e.id::text as id, to_char(e.at at time zone 'UTC', ${MICROSECONDS}) as at,
         coalesce((e.xid, e.id) <= (s.through_xid, s.through_id) and s.through_xid <= pg_snapshot_xmax(pg_current_snapshot()), false) as late
       from ledger_entry e left join (select * from ledger_seal order by number desc limit 1) s on true
       where ${UNPLACED} order by e.id`,
    );
    return rows;
  }
}
