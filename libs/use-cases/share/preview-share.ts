import { Injectable } from '@nestjs/common';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { ShareAnswer } from '#domain/share/decide-share.js';
import { decideTold } from '#domain/share/decide-told.js';
import { shareUntil } from '#domain/share/share-times.js';
import { InvalidInput } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { noteLook } from '../ledger/note-look.js';
import { ShareStore, type ReceivingHouse } from './share.port.js';
import { requireOnCase, tellables, type Told, type WhatIsTold } from './tellables.js';

export interface ShareAsked extends WhatIsTold {
  readonly toBranchIds: readonly string[];
  readonly purpose: Purpose;
  /** Null takes the longest that the ground allows. */
  readonly until: Date | null;
}

export interface Pair {
  readonly told: Told;
  readonly house: ReceivingHouse;
  readonly answer: ShareAnswer;
  /** Until when it would run; null where it would not be told. */
  readonly until: Date | null;
}

export interface SharePreview {
  readonly pairs: readonly Pair[];
  readonly asOf: Date;
}

/**
 * What would become of it, before anything is told: for each thing and each house whether, on which ground, until when,
 * and what else would open it. Nothing is opened and nothing leaves by looking (OSL 6:3, 8:1).
 */
@Injectable()
export class PreviewShare {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, asked: ShareAsked): Promise<SharePreview> {
    return this.asCaller.run(caller, async (tx) => {
      const personId = await requireOnCase(tx, asked.caseId);
      const told = await tellables(tx, caller, asked);
      const houses = await tx.of(ShareStore).findHouses();
      const pairs = pairsOf(told, requireHouses(houses, asked.toBranchIds), asked, tx.now);
      await noteLook(tx, { list: 'share-preview', shown: pairs.length, personId, caseId: asked.caseId });
      return { pairs, asOf: tx.now };
    });
  }
}

export function requireHouses(houses: readonly ReceivingHouse[], wanted: readonly string[]): ReceivingHouse[] {
  const known = new Map(houses.map((one) => [one.branchId, one]));
  const found = [...new Set(wanted)].flatMap((id) => known.get(id) ?? []);
  if (found.length < new Set(wanted).size) throw new InvalidInput([{ field: 'toBranchIds', code: 'HOUSE_UNKNOWN' }]);
  return found;
}

export function pairsOf(
  told: readonly Told[],
  houses: readonly ReceivingHouse[],
  { purpose, until }: Pick<ShareAsked, 'purpose' | 'until'>,
  now: Date,
): Pair[] {
  const asOf = now.getTime();
  return told.flatMap((one) =>
    houses.map((house): Pair => {
      const answer = decideTold(one, { asOf, to: house.house, purpose });
      const end =
        answer.decision.outcome === 'release'
          ? shareUntil(asOf, { chosen: until?.getTime() ?? null, groundEnds: answer.until })
          : undefined;
      return { told: one, house, answer, until: end === undefined ? null : new Date(end) };
    }),
  );
}
