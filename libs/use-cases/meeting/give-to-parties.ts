/**
 * What is said on a joint board is given in the act to every house at the table that the rule lets it be given to, and to
 * no other: each disclosure decided by itself, with its line in the ledger (OSL 10:1; design: one gate).
 */
import type { Category } from '#domain/disclosure/vocabulary.js';
import { decideShare } from '#domain/share/decide-share.js';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import type { HubFacts } from '../hub/hub.port.js';
import { JointStore, type HubParty } from '../hub/joint.port.js';
import { giveTold } from '../share/give-told.js';
import { ShareStore, type ReceivingHouse } from '../share/share.port.js';
import { toldItem } from '../share/tellables.js';

/** A house at the table, and whether it gets what is about to be said. */
export interface HouseAtTable {
  readonly branchId: string;
  readonly kind: string;
  readonly name: string;
  readonly sees: boolean;
  /** Why, or why not. */
  readonly ground: string;
}

/** Gives own items to the other houses at the table. In an internal hub there is no other house. */
export async function giveToParties(tx: CallerTransaction, hub: HubFacts, itemIds: readonly string[]): Promise<void> {
  if (hub.kind === 'internal' || itemIds.length === 0) return;
  const caller = requireStaff(tx);
  const houses = await otherHouses(tx, hub, caller);
  const sealed = await tx.of(ItemStore).findSealed(itemIds);
  const seeing = await tx.of(ItemStore).findHousesSeeing(itemIds);
  for (const told of sealed.map(toldItem)) {
    const without = houses.filter(
      ({ branchId }) => !seeing.some(({ itemId, id }) => itemId === told.id && id === branchId),
    );
    await giveTold(tx, { told: [told], houses: without, purpose: hub.purpose });
  }
}

/** The same question before the act: who will get a thing of this kind, about these as well, and who will not. */
export async function readersAtTable(
  tx: CallerTransaction,
  hub: HubFacts,
  kinds: readonly { readonly category: Category; readonly revealsPlace: boolean }[],
  about: readonly string[] = [],
): Promise<readonly (readonly HouseAtTable[])[]> {
  const caller = requireStaff(tx);
  const parties = await otherHouses(tx, hub, caller);
  const facts = await tx.of(ShareStore).findFactsAbout([...new Set([hub.personId, ...about])]);
  if (facts.subjects.length === 0) throw notFound();
  return kinds.map(({ category, revealsPlace }) =>
    parties.map((party): HouseAtTable => {
      const { decision } = decideShare(
        {
          from: caller.house,
          subjects: facts.subjects,
          category,
          personData: true,
          form: hub.form,
          phase: 'measures',
          revealsPlace,
          reportedBy: null,
          consents: facts.consents,
          assessments: facts.assessments,
          ...(facts.childSignsFrom === undefined ? {} : { childSignsFrom: facts.childSignsFrom }),
        },
        { asOf: tx.now.getTime(), to: party.house, purpose: hub.purpose },
        facts.limits,
      );
      return {
        branchId: party.branchId,
        kind: party.house.kind,
        name: party.name,
        sees: decision.outcome === 'release',
        ground: decision.ground,
      };
    }),
  );
}

/** Each house once, whatever number of its units sit there; those no longer needed are not told anything. */
async function otherHouses(
  tx: CallerTransaction,
  hub: HubFacts,
  caller: StaffCaller,
): Promise<readonly Pick<ReceivingHouse, 'branchId' | 'house' | 'name'>[]> {
  const parties = (await tx.of(JointStore).findParties(hub.id)).filter(
    (party: HubParty) => party.endedAt === null && writtenHouse(party.house) !== writtenHouse(caller.house),
  );
  const houses = new Map(
    parties.map(({ branchId, branchName, house }) => [branchId, { branchId, house, name: branchName }]),
  );
  return [...houses.values()];
}

function requireStaff(tx: CallerTransaction): StaffCaller {
  if (tx.caller.kind !== 'staff') throw new Error('only people say something at a table');
  return tx.caller;
}
