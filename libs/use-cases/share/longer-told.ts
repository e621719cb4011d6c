/**
 * What has been told already and may be told for longer on the ground there is now, is: a share ends by the ground that it
 * was made on, and work that goes on by a new yes must not lose what that yes lets be known (OSL 10:1).
 */
import type { Category, Purpose } from '#domain/disclosure/vocabulary.js';
import { decideLonger, type WorkBefore } from '#domain/share/decide-longer.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { ItemStore } from '../gate/items.port.js';
import { giveTold } from './give-told.js';
import { pairsOf } from './preview-share.js';
import { ShareStore, type GivenShare } from './share.port.js';
import { toldItem } from './tellables.js';

export interface LongerShare {
  readonly shareId: string;
  readonly category: Category;
  readonly houseName: string;
  readonly byName: string | null;
  readonly madeAt: Date;
  /** Until when it runs now. */
  readonly until: Date;
  readonly longerUntil: Date;
  /** False: it lasts longer only where a person chooses so. */
  readonly byItself: boolean;
}

/** What of a case's running shares to these houses the rule would let be told for longer now, and which of it lasts so by itself. */
export async function findLonger(
  tx: CallerTransaction,
  of: {
    readonly caseId: string;
    readonly branchIds: ReadonlySet<string>;
    readonly purpose: Purpose;
    readonly before: WorkBefore;
  },
): Promise<readonly LongerShare[]> {
  const given = (await tx.of(ShareStore).findGiven(of.caseId)).filter(
    ({ isInForce, toBranchId }) => isInForce && of.branchIds.has(toBranchId),
  );
  const ends = endsOf(given);
  const houses = (await tx.of(ShareStore).findHouses()).filter(({ branchId }) => of.branchIds.has(branchId));
  const sealed = await tx.of(ItemStore).findSealed([...new Set(given.map(({ itemId }) => itemId))]);
  const pairs = pairsOf(sealed.map(toldItem), houses, { purpose: of.purpose, until: null }, tx.now);
  return pairs.flatMap(({ told, house, until }): LongerShare[] => {
    const key = keyOf(told.id, house.branchId);
    const end = ends.get(key);
    if (until === null || end === undefined || until.getTime() <= end) return [];
    const running = given.flatMap((share) => {
      if (keyOf(share.itemId, share.toBranchId) !== key || share.until === null) return [];
      const longer = decideLonger(
        {
          ground: share.ground,
          purpose: share.purpose,
          madeAt: share.madeAt.getTime(),
          givenUntil: share.givenUntil?.getTime() ?? null,
        },
        of.before,
      );
      return longer === 'never' ? [] : [{ share, until: share.until, byItself: longer === 'by-itself' }];
    });
    // Told twice to the same house it is one thing there: what lasts by itself stands for both.
    const one = running.find(({ byItself }) => byItself) ?? running[0];
    if (!one) return [];
    const { id: shareId, byName, madeAt } = one.share;
    const { category } = told;
    return [
      {
        shareId,
        category,
        houseName: house.name,
        byName,
        madeAt,
        until: one.until,
        longerUntil: until,
        byItself: one.byItself,
      },
    ];
  });
}

export interface ToTellLonger {
  readonly caseId: string;
  /** Of the caller's own house. */
  readonly shareIds: readonly string[];
  readonly purpose: Purpose;
}

/** Answers how many things a house may now read for longer than before; what the rule no longer lets be told stays as it is. */
export async function longerTold(tx: CallerTransaction, { caseId, shareIds, purpose }: ToTellLonger): Promise<number> {
  const given = (await tx.of(ShareStore).findGiven(caseId)).filter(({ id }) => shareIds.includes(id));
  const ends = endsOf(given);
  const houses = (await tx.of(ShareStore).findHouses()).filter(({ branchId }) =>
    given.some(({ toBranchId }) => toBranchId === branchId),
  );
  const told = (await tx.of(ItemStore).findSealed([...new Set(given.map(({ itemId }) => itemId))])).map(toldItem);
  let longer = 0;
  for (const pair of pairsOf(told, houses, { purpose, until: null }, tx.now)) {
    const end = ends.get(keyOf(pair.told.id, pair.house.branchId));
    if (end === undefined || pair.until === null || pair.until.getTime() <= end) continue;
    longer += (await giveTold(tx, { told: [pair.told], houses: [pair.house], purpose })).length;
  }
  return longer;
}

const keyOf = (itemId: string, branchId: string): string => `${itemId} ${branchId}`;

/** The last end of what each house may read of each thing; without a known end it cannot last longer. */
function endsOf(given: readonly GivenShare[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const { itemId, toBranchId, until } of given) {
    const key = keyOf(itemId, toBranchId);
    ends.set(key, Math.max(ends.get(key) ?? 0, until?.getTime() ?? Infinity));
  }
  return ends;
}
