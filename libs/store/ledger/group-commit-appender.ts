import { Pool } from 'pg';
import { LedgerAppender, type Appended, type LedgerAppend } from '#use-cases/ledger/ledger-appender.port.js';
import { PreparedClient } from '../prepared-client.js';
import { INSERT_SHOWN, shownArrays, type LedgerRow } from './ledger-row.js';

interface Waiting {
  readonly rows: readonly LedgerRow[];
  readonly done: (appended: Appended) => void;
  readonly failed: (error: unknown) => void;
}

const MOST_ROWS_AT_ONCE = 2_000;

/**
 * Reads of many requests share one INSERT and one commit: while a batch is on its way the next gathers. A request waits
 * for the commit of its own lines, so nothing is shown that the ledger does not hold.
 */
export class GroupCommitAppender extends LedgerAppender {
  private readonly pool: Pool;
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(url: string) {
    super();
    this.pool = new Pool({
      connectionString: url,
      max: 2,
      application_name: 'samnav-ledger',
      connectionTimeoutMillis: 4_000,
      statement_timeout: 10_000,
      // The one statement is planned once a connection: at one request a batch the plan costs more than the rows.
      options: '-c plan_cache_mode=force_generic_plan',
      Client: PreparedClient,
    });
    // An idle connection that the server cuts is replaced at the next batch; that batch tells if it cannot.
    this.pool.on('error', () => undefined);
  }

  async appendAll(appends: readonly LedgerAppend[]): Promise<readonly Appended[]> {
    const rows = appends.flatMap(({ caller, lines }) => lines.map((line) => ({ caller, line })));
    const { moved, comparedAt } = await this.appendRows(rows);
    return inParts(
      moved,
      appends.map(({ lines }) => lines.length),
    ).map((part) => ({ moved: part, comparedAt }));
  }

  private appendRows(rows: readonly LedgerRow[]): Promise<Appended> {
    if (rows.length === 0) return Promise.resolve({ moved: [], comparedAt: performance.now() });
    return new Promise((done, failed) => {
      this.waiting.push({ rows, done, failed });
      if (this.writing) return;
      this.writing = true;
      // What one answer shows in several parts is asked for in one breath, and goes together.
      queueMicrotask(() => void this.write());
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      try {
        const comparedAt = performance.now();
        const answer = await this.pool.query<{ place: number }>(
          INSERT_SHOWN,
          shownArrays(batch.flatMap((w) => w.rows)),
        );
        const moved = inParts(
          answer.rows.map(({ place }) => place - 1),
          batch.map(({ rows }) => rows.length),
        );
        batch.forEach(({ done }, at) => done({ comparedAt, moved: moved[at] ?? [] }));
      } catch (error) {
        for (const w of batch) w.failed(error);
      }
    }
    this.writing = false;
  }

  private takeBatch(): Waiting[] {
    let rows = 0;
    let count = 0;
    for (const w of this.waiting) {
      if (count > 0 && rows + w.rows.length > MOST_ROWS_AT_ONCE) break;
      rows += w.rows.length;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }
}

/** Places in the whole, as places in each of the parts that it was made of. */
function inParts(places: readonly number[], lengths: readonly number[]): number[][] {
  let first = 0;
  return lengths.map((length) => {
    const from = first;
    first += length;
    return places.filter((place) => place >= from && place < first).map((place) => place - from);
  });
}
