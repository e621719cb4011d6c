import { Injectable } from '@nestjs/common';
import { decideTakingBack, type ShareState } from '#domain/share/share-times.js';
import { Failure, notFound } from '../failure.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { caseNews } from '../report/case-news.js';
import { ShareStore, type GivenShare } from './share.port.js';

export interface TakenBack {
  readonly taken: number;
  /** Read in the meantime, or ended before. */
  readonly stayed: number;
}

const CODES = { 'read-already': 'SHARE_READ_ALREADY', 'ended-already': 'SHARE_ENDED_ALREADY' } as const;

/**
 * Takes back what the own house has told. Undone, while nobody there has read it, it is as if it had never come; ended, it
 * leaves every screen there at once, and what was lawfully given stays in the record (OSL 8:1).
 */
@Injectable()
export class EndShare {
  constructor(private readonly asCaller: AsCaller) {}

  /** What nobody has read yet; what was read in the meantime stays, and is said. */
  undo(caller: StaffCaller, shareIds: readonly string[]): Promise<TakenBack> {
    return this.takeBack(caller, shareIds, 'undo');
  }

  end(caller: StaffCaller, shareId: string): Promise<TakenBack> {
    return this.takeBack(caller, [shareId], 'end');
  }

  private takeBack(caller: StaffCaller, ids: readonly string[], how: 'undo' | 'end'): Promise<TakenBack> {
    return this.asCaller.run(caller, async (tx) => {
      const shares = await tx.of(ShareStore).findForChange([...new Set(ids)]);
      if (shares.length < new Set(ids).size || shares.length === 0) throw notFound();
      for (const { caseId } of shares) if (!(await tx.of(ShareStore).worksOn(caseId))) throw notFound();
      const decided = shares.map((share) => ({ share, decision: decideTakingBack(stateOf(share), how) }));
      const taken = decided.flatMap(({ share, decision }) => (decision.outcome === 'may' ? [share] : []));
      const [refused] = decided.flatMap(({ decision }) => (decision.outcome === 'refused' ? [decision.code] : []));
      if (taken.length === 0 && refused) throw new Failure(CODES[refused]);
      for (const share of taken) await end(tx, share, how);
      await tellScreens(tx, caller, taken);
      return { taken: taken.length, stayed: shares.length - taken.length };
    });
  }
}

const stateOf = ({ firstReadAt, endedAt }: GivenShare): ShareState => ({
  firstReadAt: firstReadAt?.getTime() ?? null,
  endedAt: endedAt?.getTime() ?? null,
});

async function end(tx: CallerTransaction, share: GivenShare, how: 'undo' | 'end'): Promise<void> {
  await tx.of(ShareStore).takeBack(share.id, how === 'undo' ? 'undone' : 'ended');
  if (how === 'undo')
    await tx.asService('reception', (service) => service.of(ShareStore).endReceivers(share.caseId, share.toBranchId));
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId: share.caseId,
      itemId: share.itemId,
      purpose: share.purpose,
      ground: share.ground,
      detail: { deed: how === 'undo' ? 'share-undone' : 'share-ended', shareId: share.id, toBranch: share.toBranchId },
    },
  ]);
}

async function tellScreens(tx: CallerTransaction, caller: StaffCaller, shares: readonly GivenShare[]): Promise<void> {
  const cases = new Map<string, string[]>();
  for (const { caseId, toBranchId } of shares)
    cases.set(caseId, [...(cases.get(caseId) ?? []), toBranchId, caller.branchId]);
  await tx.of(OutboxStore).put([...cases].flatMap(([caseId, sight]) => caseNews(caseId, { sight })));
}
