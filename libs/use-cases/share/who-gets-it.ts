/**
 * Who of the houses at a table or in a group would get a thing, before it is said: decided by what the act itself asks, of the
 * thing itself, so that what is shown is what happens (OSL 8:1).
 */
import { decideTold } from '#domain/share/decide-told.js';
import type { Decision } from '#domain/disclosure/decision.js';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { ItemStore } from '../gate/items.port.js';
import type { ReceivingHouse } from './share.port.js';
import { ShareStore } from './share.port.js';
import type { Told } from './tellables.js';

/** A house at the table, and whether it gets what is about to be said. */
export interface HouseAtTable {
  readonly branchId: string;
  readonly kind: string;
  readonly name: string;
  readonly sees: boolean;
  /** What the rules say of giving it now; what a house has already it keeps, whatever they say. */
  readonly outcome: Outcome;
  /** Why, or why not. */
  readonly ground: string;
}

/** Why a house from which somebody has taken it back gets it by no way but a person's own act. */
const TAKEN_BACK = 'taken-back';

type Outcome = Decision['outcome'];
type Asked = Pick<ReceivingHouse, 'branchId' | 'house' | 'name'>;

/**
 * Of each thing by itself. Whoever has it already keeps it, and from whom somebody has taken it back does not get it by the
 * way; what is not written yet nobody has.
 */
export async function whoGetsIt(
  tx: CallerTransaction,
  things: readonly Told[],
  houses: readonly Asked[],
  purpose: Purpose,
): Promise<readonly (readonly HouseAtTable[])[]> {
  const written = things.map(({ id }) => id).filter((id) => UUID.test(id));
  const seeing = written.length === 0 ? [] : await tx.of(ItemStore).findHousesSeeing(written);
  const taken = written.length === 0 ? [] : await tx.of(ShareStore).findTakenBack(written);
  return things.map((told) =>
    houses.map(({ branchId, house, name }): HouseAtTable => {
      const { id, isMarked = false } = told;
      const { decision } = decideTold(told, { asOf: tx.now.getTime(), to: house, purpose });
      const has = seeing.some((one) => one.itemId === id && one.id === branchId);
      const isTaken = !has && taken.some((one) => one.itemId === id && one.toBranchId === branchId);
      return {
        branchId,
        kind: house.kind,
        name,
        sees: (has && !isMarked) || (!isTaken && decision.outcome === 'release'),
        outcome: isTaken ? 'refuse' : decision.outcome,
        ground: isTaken ? TAKEN_BACK : decision.ground,
      };
    }),
  );
}

/** Not of what is being written, which has a word for its id. */
const UUID = /^[0-9a-f]{8}-/;
