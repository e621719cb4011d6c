/**
 * Who sees something in a plan, and who will once it is of another kind: asked of the houses that were told it and of the
 * family that it was written for, by the same rule that opens it to them (OSL 8:1, 12:1, 12:3).
 */
import type { Category } from '#domain/disclosure/vocabulary.js';
import { FAMILY_KEY, opensToFamily, type ReaderKey } from '#domain/plan/category-change.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { ShareStore } from '../share/share.port.js';
import { ownItems, toldItem, type Told } from '../share/tellables.js';
import { whoGetsIt, type HouseAtTable } from '../share/who-gets-it.js';
import { familyReaders } from './family-readers.js';
import type { PlanEntryRow } from './plan.port.js';
import type { Voice } from './require-plan.js';

export interface ReaderAfter extends HouseAtTable {
  readonly key: ReaderKey;
  /** Sees it as it is now. */
  readonly saw: boolean;
}

/** Nobody is told by the change who was not told before: of those who were, each house, and the family. */
export async function readersAfter(
  tx: CallerTransaction,
  caller: StaffCaller,
  of: { readonly voice: Voice; readonly entry: PlanEntryRow; readonly to: Category },
): Promise<readonly ReaderAfter[]> {
  const { voice, entry, to } = of;
  const { itemId } = entry;
  const [item] = await ownItems(tx, caller, [itemId]);
  if (!item) return [];
  const told = new Set(await tx.of(ShareStore).findHousesTold(itemId));
  const houses = (await tx.of(ShareStore).findHouses()).filter(({ branchId }) => told.has(branchId));
  const then: Told = { ...toldItem(item), isMarked: true };
  const next: Told = { ...then, category: to, thing: { ...then.thing, category: to } };
  const [after = []] = await whoGetsIt(tx, [next], houses, voice.purpose);
  const seeing = new Set((await tx.of(ItemStore).findHousesSeeing([itemId])).map(({ id }) => id));
  return [
    ...after.map((house) => ({ ...house, key: house.branchId, saw: seeing.has(house.branchId) })),
    ...(entry.forFamily ? familyAfter(tx, voice, { now: toldItem(item), next }) : []),
  ];
}

/** The house that leads is told of each of them; another only how the rule has it for everybody. */
function familyAfter(
  tx: CallerTransaction,
  voice: Voice,
  { now, next }: { readonly now: Told; readonly next: Told },
): readonly ReaderAfter[] {
  const [before, after] = [now, next].map((told) => (voice.leads ? familyReaders(tx, voice, told) : []));
  if (!after || after.length === 0)
    return opensToFamily(now.category, next.category)
      ? [{ branchId: FAMILY_KEY, kind: 'guardian', name: '', key: FAMILY_KEY, saw: false, ...RELEASED }]
      : [];
  return (['subject', 'guardian'] as const).flatMap((kind) => {
    const [first, ...others] = after.filter((reader) => reader.kind === kind);
    if (!first) return [];
    const best = [first, ...others].find(({ sees }) => sees) ?? first;
    const saw = before?.some((reader) => reader.kind === kind && reader.sees) ?? false;
    return [{ ...best, key: kind, saw }];
  });
}

const RELEASED = { sees: true, outcome: 'release', ground: 'OSL 12:3' } as const;
