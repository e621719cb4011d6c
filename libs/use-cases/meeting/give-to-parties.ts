/**
 * What is said on a joint board is given in the act to every house at the table that the rule lets it be given to, and to
 * no other: each disclosure decided by itself, with its line in the ledger (OSL 10:1; design: one gate).
 */
import { isAdmitted } from '#domain/meeting/meeting-point.js';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import type { HubFacts } from '../hub/hub.port.js';
import { JointStore, type HubParty } from '../hub/joint.port.js';
import { giveTold } from '../share/give-told.js';
import { housesWithout } from '../share/houses-without.js';
import { ShareStore, type ReceivingHouse } from '../share/share.port.js';
import { DRAFT, toldItem, toldUnwritten, type DraftKind, type Told } from '../share/tellables.js';
import { requireReached } from '../share/what-it-says.js';
import { whoGetsIt, type HouseAtTable } from '../share/who-gets-it.js';
import { spokenIn } from './write-on-board.js';

/** At which part of the meeting something is said: who is admitted to some points alone is told nothing of the others. */
export interface SaidAt {
  /** Null: to the whole meeting. */
  readonly points: readonly string[] | null;
  /** A house at the table that is told of it whatever its part is, for it is to do it. */
  readonly alsoTo?: string;
  /** Said before, to be told now: what nobody may be told of it stays where it is. */
  readonly saidBefore?: boolean;
}

export const TO_THE_WHOLE: SaidAt = { points: null };

/** Gives own items to the other houses that are there for them. In an internal hub there is no other house. */
export async function giveToParties(
  tx: CallerTransaction,
  hub: HubFacts,
  itemIds: readonly string[],
  at: SaidAt,
): Promise<void> {
  if (hub.kind === 'internal' || itemIds.length === 0) return;
  const caller = requireStaff(tx);
  const houses = (await otherHouses(tx, hub, caller, at)).filter(({ isThere }) => isThere);
  const sealed = await tx.of(ItemStore).findSealed(itemIds);
  const without = await housesWithout(tx, itemIds, houses);
  for (const told of sealed.map(toldItem))
    await giveTold(tx, { told: [told], houses: without(told.id), purpose: hub.purpose });
  if (!at.saidBefore) await requireReached(tx, itemIds);
}

/** Why a house that is admitted to other points is told nothing. */
const NOT_THERE = 'other-points';

/** The same question before the act: who will get each of these things, and who will not. */
export async function readersAtTable(
  tx: CallerTransaction,
  hub: HubFacts,
  things: readonly Told[],
  at: SaidAt,
): Promise<readonly (readonly HouseAtTable[])[]> {
  const parties = await otherHouses(tx, hub, requireStaff(tx), at);
  const there = new Map(parties.map(({ branchId, isThere }) => [branchId, isThere]));
  const readers = await whoGetsIt(tx, things, parties, hub.purpose);
  return readers.map((houses) =>
    houses.map((one) =>
      there.get(one.branchId) ? one : { ...one, sees: false, outcome: 'refuse' as const, ground: NOT_THERE },
    ),
  );
}

/** Something of this kind that is being written at the table, about these as well as the hub's own person. */
export async function newAtTable(
  tx: CallerTransaction,
  hub: HubFacts,
  kind: DraftKind,
  about: readonly string[],
): Promise<Told> {
  const facts = await tx.of(ShareStore).findFactsAbout([...new Set([hub.personId, ...about])]);
  if (facts.subjects.length === 0) throw notFound();
  const { caseId, personId } = hub;
  return toldUnwritten(DRAFT, kind, { from: requireStaff(tx).house, caseId, personId, ...spokenIn(hub), facts });
}

/** Each house once, whatever number of its units sit there; those no longer needed are not told anything. */
async function otherHouses(
  tx: CallerTransaction,
  hub: HubFacts,
  caller: StaffCaller,
  at: SaidAt,
): Promise<readonly (Pick<ReceivingHouse, 'branchId' | 'house' | 'name'> & { readonly isThere: boolean })[]> {
  const parties = (await tx.of(JointStore).findParties(hub.id)).filter(
    (party: HubParty) => party.endedAt === null && writtenHouse(party.house) !== writtenHouse(caller.house),
  );
  const there = new Set(
    parties
      .filter(({ branchId, pointIds }) => branchId === at.alsoTo || isAdmitted(pointIds, at.points))
      .map(({ branchId }) => branchId),
  );
  const houses = new Map(
    parties.map(({ branchId, branchName, house }) => [
      branchId,
      { branchId, house, name: branchName, isThere: there.has(branchId) },
    ]),
  );
  return [...houses.values()];
}

function requireStaff(tx: CallerTransaction): StaffCaller {
  if (tx.caller.kind !== 'staff') throw new Error('only people say something at a table');
  return tx.caller;
}
