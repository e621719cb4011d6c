import { Pool } from 'pg';
import { LedgerAppender, type LedgerAppend } from '#use-cases/ledger/ledger-appender.port.js';
import { INSERT_LEDGER, ledgerArrays, type LedgerRow } from './ledger-row.js';

interface Waiting {
  readonly rows: readonly LedgerRow[];
  readonly done: () => void;
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
    });
    // An idle connection that the server cuts is replaced at the next batch; that batch tells if it cannot.
    this.pool.on('error', () => undefined);
  }

  appendAll(appends: readonly LedgerAppend[]): Promise<void> {
    const rows = appends.flatMap(({ caller, lines }) => lines.map((line) => ({ caller, line })));
    if (rows.length === 0) return Promise.resolve();
    return new Promise((done, failed) => {
      this.waiting.push({ rows, done, failed });
      if (!this.writing) void this.write();
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  private async write(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.takeBatch();
      try {
        await this.pool.query(INSERT_LEDGER, ledgerArrays(batch.flatMap((w) => w.rows)));
        for (const w of batch) w.done();
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
