import { Injectable } from '@nestjs/common';
import { decideRelocated } from '#domain/relocation/decide-relocated.js';
import { strictest } from '#domain/person/protection.js';
import { RelocationStore } from '../relocation/relocation.port.js';
import type { StaffCaller } from './caller.js';
import { FieldCipher } from './cipher.js';
import type { ItemContent, ReleasedRelocated } from './released.js';
import { relocatedPlace, type RelocatedSaid } from './seal.js';
import type { SealedRelocated } from './sealed.js';
import { SettleSight, type Settling } from './settle-sight.js';

export interface RelocationOpening {
  readonly caller: StaffCaller;
  readonly asOf: Date;
}

/**
 * The gate in front of what another municipality is offered: decide, write the ledger, decrypt, in that order. Without whom
 * it is about nothing is opened at all; a thing whose share has ended since stays closed (OSL 26:9, 8:1).
 */
@Injectable()
export class RelocationGate {
  constructor(
    private readonly settling: SettleSight,
    private readonly cipher: FieldCipher,
  ) {}

  /** Undefined when whoever asks may not know whom it is about. */
  async open(opening: RelocationOpening, sealed: readonly SealedRelocated[]): Promise<ReleasedRelocated | undefined> {
    const [settled = []] = await this.settling.forEach([{ opening, sealed }], RELOCATED);
    const released = settled.filter(({ decision }) => decision.outcome === 'release');
    const who = released.find(({ one }) => one.itemId === null);
    if (!who) return undefined;
    const said = this.read<RelocatedSaid>(who.one);
    return {
      ...said,
      protection: strictest(said.protection, who.one.protection),
      things: released.flatMap(({ one, decision }) =>
        one.itemId === null
          ? []
          : [
              {
                itemId: one.itemId,
                category: one.category,
                revealsPlace: one.revealsPlace,
                content: this.read<ItemContent>(one),
                ground: decision.ground,
              },
            ],
      ),
    } as unknown as ReleasedRelocated;
  }

  private read<T>({ personId, relocationId, itemId, content }: SealedRelocated): T {
    return JSON.parse(this.cipher.decrypt(personId, content, relocatedPlace(relocationId, itemId))) as T;
  }
}

const RELOCATED: Settling<RelocationOpening, SealedRelocated> = {
  id: ({ relocationId, itemId }) => `${relocationId} ${itemId ?? ''}`,
  decide: ({ asOf }, one) => decideRelocated(one, asOf.getTime()),
  line: (_, { relocationId, itemId, caseId, personId }, { outcome, ground }) => ({
    action: outcome === 'release' ? 'read' : 'refuse',
    outcome,
    personId,
    caseId,
    itemId,
    purpose: 'support',
    ground,
    detail: { relocationId, identity: itemId === null },
  }),
  again: async (tx, ones) => {
    const asked = new Set(ones.map(({ itemId }) => itemId));
    const fresh = await Promise.all(
      [...new Set(ones.map((one) => one.relocationId))].map((id) => tx.of(RelocationStore).findSealed(id)),
    );
    return fresh.flat().filter(({ itemId }) => asked.has(itemId));
  },
};
