/** The ledger as the tests write it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from './world.js';

/**
 * Resolves when the sealer may take all that is written: it waits for every transaction that began earlier, and what other tests do
 * on the same cluster counts among them.
 */
export async function mayBeSealed(world: World): Promise<void> {
  for (;;) {
    const [row] = await world.behindTheLocks<{ waits: boolean }>(
      `select exists (select from ledger_entry where xid >= pg_snapshot_xmin(pg_current_snapshot())) as waits`,
    );
    if (!row?.waits) return;
    await sleep(20);
  }
}
