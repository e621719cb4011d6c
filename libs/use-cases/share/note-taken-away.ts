/**
 * What is taken away where it stood leaves those who were told of it: the database ends the shares with it, and each end gets
 * its line in the ledger and its word to its giver's own screens. What was lawfully given stays in the record (OSL 8:1).
 */
import type { CallerTransaction } from '../gate/as-caller.js';
import type { HubFacts } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { ShareStore } from './share.port.js';

type WhereItStood = 'off-the-map' | 'off-the-minutes' | 'off-the-agenda' | 'off-the-plan';

export async function noteTakenAway(
  tx: CallerTransaction,
  of: Pick<HubFacts, 'caseId' | 'personId'> & {
    readonly place: { readonly hubId: string } | { readonly groupId: string };
  },
  itemIds: readonly string[],
  why: WhereItStood,
): Promise<void> {
  if (itemIds.length === 0) return;
  const { caseId, personId, place } = of;
  const ended = await tx.of(ShareStore).findEndedByTaking(itemIds);
  await tx.of(LedgerStore).record(
    ended.map(({ id, itemId, toBranchId, purpose, ground }) => ({
      action: 'change' as const,
      outcome: 'done' as const,
      personId,
      caseId,
      itemId,
      purpose,
      ground,
      detail: { deed: 'share-ended', why, shareId: id, toBranch: toBranchId, ...place },
    })),
  );
  if (ended.length === 0) return;
  await tx.of(OutboxStore).put(caseNews(caseId, { sight: ended.map(({ fromBranchId }) => fromBranchId) }));
}
