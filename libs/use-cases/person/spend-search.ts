import { Failure } from '../failure.js';
import type { StaffCaller } from '../gate/caller.js';
import type { LedgerAppender } from '../ledger/ledger-appender.port.js';
import type { SearchLimit } from './search-limit.port.js';

/** Takes one of the caller's searches; who has none left is refused at `field`, and the ledger has it (ASVS 2.4.1). */
export async function spendSearch(
  { limit, appender }: { readonly limit: SearchLimit; readonly appender: LedgerAppender },
  caller: StaffCaller,
  field: string,
): Promise<void> {
  const wait = await limit.spend(caller.staffId);
  if (wait === 0) return;
  await appender.append(caller, [
    { action: 'search', outcome: 'refuse', ground: 'search-limit', detail: { waitSeconds: wait } },
  ]);
  throw new Failure('SEARCHES_TOO_MANY', field, { minutes: Math.ceil(wait / 60) });
}
