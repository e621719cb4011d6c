/**
 * What is told on by the way, as something is written or said, goes to the houses that do not have it; but never again to one
 * from which somebody has taken it back: only a person gives it there anew, and sees before what they give (OSL 8:1).
 */
import type { CallerTransaction } from '../gate/as-caller.js';
import { ItemStore } from '../gate/items.port.js';
import { ShareStore } from './share.port.js';

/** Of these houses, those that the item may be given to by the way. */
export async function housesWithout<House extends { readonly branchId: string }>(
  tx: CallerTransaction,
  itemIds: readonly string[],
  houses: readonly House[],
): Promise<(itemId: string) => readonly House[]> {
  const seeing = await tx.of(ItemStore).findHousesSeeing(itemIds);
  const taken = await tx.of(ShareStore).findTakenBack(itemIds);
  return (itemId) =>
    houses.filter(
      ({ branchId }) =>
        !seeing.some((one) => one.itemId === itemId && one.id === branchId) &&
        !taken.some((one) => one.itemId === itemId && one.toBranchId === branchId),
    );
}
