import { LedgerStore, type LedgerLine } from '#use-cases/ledger/ledger.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { INSERT_LEDGER, ledgerArrays } from './ledger-row.js';

export class LedgerRepository extends LedgerStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async record(lines: readonly LedgerLine[]): Promise<void> {
    if (lines.length === 0) return;
    const { manager, caller } = this.context;
    await manager.query(INSERT_LEDGER, ledgerArrays(lines.map((line) => ({ caller, line }))));
  }
}
