import { Injectable } from '@nestjs/common';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { notFound } from '../failure.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { HubStore } from './hub.port.js';
import { JointStore } from './joint.port.js';

export interface Lapsed {
  readonly category: Category;
  readonly fromName: string;
  readonly fromKind: string;
  readonly givenAt: Date;
  readonly endedAt: Date | null;
}

export interface LapsedPage {
  readonly caseId: string;
  /** The case is the reader's own house's and they work on it. */
  readonly own: boolean;
  readonly lapsed: readonly Lapsed[];
}

/**
 * What the reader's house may no longer use, told to whoever worked with it: of what kind, from whom, since when. What it
 * said is gone, and nothing tells why or what others still see (OSL 12:2).
 */
@Injectable()
export class ReadLapsed {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, caseId: string): Promise<LapsedPage> {
    return this.asCaller.run(caller, async (tx) => {
      const given = await tx.of(JointStore).findGivenToHouse(caseId);
      const own = (await tx.of(HubStore).findCase(caseId)) !== undefined;
      // The same answer for a case that one never worked on and one that is not there.
      if (given.length === 0 && !own) throw notFound();
      await recordLook(tx, caseId, 'looked-at-lapsed');
      const running = new Set(given.filter(({ isInForce }) => isInForce).map(({ itemId }) => itemId));
      const latest = new Map(given.filter(({ itemId }) => !running.has(itemId)).map((one) => [one.itemId, one]));
      return {
        caseId,
        own,
        lapsed: [...latest.values()].map(({ category, fromName, fromKind, givenAt, endedAt }) => ({
          category,
          fromName,
          fromKind,
          givenAt,
          endedAt,
        })),
      };
    });
  }

  /** The joint meeting of a case that has not ended, for who sits in it. */
  meetingOf(caller: StaffCaller, caseId: string): Promise<string> {
    return this.asCaller.run(caller, async (tx) => {
      const [hub] = await tx.of(JointStore).findOpen(caseId);
      if (!hub) throw notFound();
      await recordLook(tx, caseId, 'looked-for-meeting');
      return hub.id;
    });
  }
}

const recordLook = (tx: CallerTransaction, caseId: string, deed: string): Promise<void> =>
  tx.of(LedgerStore).record([{ action: 'read', outcome: 'done', caseId, detail: { deed } }]);
