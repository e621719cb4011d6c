import { Injectable } from '@nestjs/common';
import { caseNameOf } from '#domain/person/case-name.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { Gate } from '../gate/open.js';
import type { ReleasedItem } from '../gate/released.js';
import { noteLook } from '../ledger/note-look.js';
import { ShareStore, type PlaceInReceived, type ReceivedShare } from './share.port.js';
import { requireOnCase } from './tellables.js';

export interface SharedCase {
  readonly caseId: string;
  readonly caseName: string;
  /** Who it is about, if that has been told; null otherwise. */
  readonly nameItem: ReleasedItem | null;
  readonly newestAt: Date;
  readonly nextEnd: Date | null;
  readonly inForce: number;
  readonly left: number;
}

export interface ReceivedThing {
  readonly item: ReleasedItem;
  readonly fromName: string;
  readonly fromKind: string;
  readonly sharedAt: Date;
}

export interface ReceivedCasePage {
  readonly caseId: string;
  readonly caseName: string;
  readonly nameItem: ReleasedItem | null;
  readonly things: readonly ReceivedThing[];
  /** What may no longer be read, in times alone: neither what it said nor why it left. */
  readonly left: readonly { readonly id: string; readonly fromName: string; readonly at: Date }[];
}

/**
 * What other houses have told the caller's house on the cases that they work on. What may no longer be read is a time and a
 * giver; nothing tells what others still see (OSL 8:1, 12:2).
 */
@Injectable()
export class ReadShared {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  async list(
    caller: StaffCaller,
    page: { readonly first: number; readonly after: PlaceInReceived | null },
  ): Promise<{ readonly cases: readonly SharedCase[]; readonly more: boolean }> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const beyond = await tx.of(ShareStore).findReceivedCases(page.first + 1, page.after);
      const cases = beyond.slice(0, page.first);
      const names = await tx.of(ShareStore).findNamesReceived(cases.map(({ caseId }) => caseId));
      return {
        cases,
        more: beyond.length > cases.length,
        sealed: await tx.of(ItemStore).findSealed(names),
        asOf: tx.now,
      };
    });
    const names = new Map((await this.open(caller, found)).released.filter(isName).map((item) => [item.caseId, item]));
    return {
      more: found.more,
      cases: found.cases.map(({ personId, ...one }) => ({
        ...one,
        caseName: caseNameOf(personId),
        nameItem: names.get(one.caseId) ?? null,
      })),
    };
  }

  async ofCase(caller: StaffCaller, caseId: string): Promise<ReceivedCasePage> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const personId = await requireOnCase(tx, caseId);
      const received = await tx.of(ShareStore).findReceived(caseId);
      await noteLook(tx, { list: 'received', shown: received.length, personId, caseId });
      const ids = [...new Set(received.filter(({ isInForce }) => isInForce).map(({ itemId }) => itemId))];
      return { personId, received, sealed: await tx.of(ItemStore).findSealed(ids), asOf: tx.now };
    });
    const { released } = await this.open(caller, found);
    const shown = new Map(released.map((item) => [item.itemId, item]));
    return {
      caseId,
      caseName: caseNameOf(found.personId),
      nameItem: released.find(isName) ?? null,
      things: newestOfEach(found.received).flatMap(({ itemId, fromName, fromKind, madeAt }): ReceivedThing[] => {
        const item = shown.get(itemId);
        return item && !isName(item) ? [{ item, fromName, fromKind, sharedAt: madeAt }] : [];
      }),
      left: newestOfEach(found.received).flatMap(({ itemId, fromName, leftAt }) =>
        shown.has(itemId) ? [] : [{ id: itemId, fromName, at: leftAt ?? found.asOf }],
      ),
    };
  }

  private open(caller: StaffCaller, found: { sealed: Parameters<Gate['openItems']>[1]; asOf: Date }) {
    // What comes by a share is read for the share's purpose; the caller's own purpose is not asked here.
    return this.gate.openItems({ caller, asOf: found.asOf, purpose: 'support' }, found.sealed);
  }
}

const isName = ({ content }: ReleasedItem): boolean => content.data?.['identity'] === true;

/** The same thing told twice stands once, by the share that still runs or the latest. */
function newestOfEach(received: readonly ReceivedShare[]): readonly ReceivedShare[] {
  const byItem = new Map<string, ReceivedShare>();
  for (const one of received) {
    const known = byItem.get(one.itemId);
    if (!known || (one.isInForce && !known.isInForce)) byItem.set(one.itemId, one);
  }
  return [...byItem.values()];
}
