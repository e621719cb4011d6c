/** For tests of two who meet in the database. */
import type { World } from './world.js';

/** Goes on when somebody waits for what another transaction holds. */
export async function untilSomebodyWaits(world: World): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const waiting = await world.behindTheLocks(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody waits: the two did not meet');
}
