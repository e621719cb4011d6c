/**
 * What the own house has said in a plan is given in the act to every house with a seat in the group that the rule lets it be
 * given to, and to no other: each disclosure by itself, with its line in the ledger (OSL 10:1; design: one gate).
 */
import type { Category } from '#domain/disclosure/vocabulary.js';
import { writtenHouse } from '#domain/disclosure/parties.js';
import { notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { ItemStore } from '../gate/items.port.js';
import { giveTold } from '../share/give-told.js';
import { housesWithout } from '../share/houses-without.js';
import { ShareStore } from '../share/share.port.js';
import { DRAFT, ownItems, toldItem, toldUnwritten, type Told, subjectsOf } from '../share/tellables.js';
import { requireReached, showsPlace, toldAnew, type Marks } from '../share/what-it-says.js';
import { whoGetsIt, type HouseAtTable } from '../share/who-gets-it.js';
import type { GroupMemberRow } from '../group/group.port.js';
import type { Voice } from './require-plan.js';

/** Branch ids of the houses to which it was said; null for all that have a seat. */
export type OnlyTo = ReadonlySet<string> | null;

/** Each house with a seat once, but the caller’s own. */
const otherHouses = (caller: StaffCaller, members: readonly GroupMemberRow[]) => [
  ...new Map(
    members
      .filter(({ house }) => writtenHouse(house) !== writtenHouse(caller.house))
      .map(({ branchId, branchName, house }) => [branchId, { branchId, house, name: branchName }]),
  ).values(),
];

/**
 * Only what is written or said now. What stood there before is given by an act of its own, by somebody who sees it thing by
 * thing: a house that has come since, or one from which it was taken back, gets nothing of it by the way. `only`: where it
 * was said to some of them alone.
 */
export async function giveToSeats(
  tx: CallerTransaction,
  caller: StaffCaller,
  open: Voice,
  itemIds: readonly string[],
  only: OnlyTo = null,
): Promise<void> {
  const houses = otherHouses(caller, open.members).filter(({ branchId }) => only?.has(branchId) ?? true);
  const sealed = await tx.of(ItemStore).findSealed(itemIds);
  const without = await housesWithout(tx, itemIds, houses);
  for (const told of sealed.map(toldItem))
    await giveTold(tx, { told: [told], houses: without(told.id), purpose: open.purpose });
  await requireReached(tx, itemIds);
}

/**
 * To whom what is written anew is said: to those to whom it was said before, and to the house that is to do it. A measure that
 * was decided when some of the table were out stays with those who were in, unless the writer opens it.
 */
export async function audienceOf(
  tx: CallerTransaction,
  { itemId, opens, owner }: { readonly itemId: string; readonly opens: boolean; readonly owner: GroupMemberRow | null },
): Promise<OnlyTo> {
  if (opens) return null;
  return new Set([...(await tx.of(ShareStore).findHousesTold(itemId)), ...(owner ? [owner.branchId] : [])]);
}

/** What is said of something in the plan is said to those who have that, and to the house whose it is. */
export async function audienceOfSaying(tx: CallerTransaction, itemId: string): Promise<OnlyTo> {
  return new Set(await tx.of(ShareStore).findHousesHaving(itemId));
}

/** Why a house with a seat gets nothing: what it is about was never said to it. */
const NOT_SAID_TO = 'not-said-to';

/** The same question before the act: who gets this very thing or, where it is new, a thing of this kind, and who does not. */
export async function readersInGroup(
  tx: CallerTransaction,
  caller: StaffCaller,
  { group, purpose, members }: Voice,
  what: Marks & {
    readonly category: Category;
    readonly itemId: string | null;
    readonly ofItemId: string | null;
    readonly only: OnlyTo;
  },
): Promise<readonly HouseAtTable[]> {
  const thing = await toldInPlan(tx, caller, group, what);
  const [readers = []] = await whoGetsIt(tx, [thing], otherHouses(caller, members), purpose);
  return readers.map((one) =>
    one.sees && !(what.only?.has(one.branchId) ?? true)
      ? { ...one, sees: false, outcome: 'refuse' as const, ground: NOT_SAID_TO }
      : one,
  );
}

/** What is about to be written, as the rule asks about it. */
export const toldInPlan = (
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Voice['group'],
  what: Marks & { readonly category: Category; readonly itemId: string | null; readonly ofItemId: string | null },
): Promise<Told> =>
  what.itemId === null ? newInPlan(tx, caller, group, what) : onRecord(tx, caller, what.itemId, what);

async function newInPlan(
  tx: CallerTransaction,
  caller: StaffCaller,
  group: Voice['group'],
  what: Marks & { readonly category: Category; readonly ofItemId: string | null },
): Promise<Told> {
  // What is said of something that stands there shows no less than that and is about no fewer.
  const [of] = what.ofItemId === null ? [] : await tx.of(ItemStore).findSealed([what.ofItemId]);
  if (what.ofItemId !== null && !of) throw notFound();
  const known = of?.subjects.map(({ id }) => id) ?? [];
  const facts = await tx.of(ShareStore).findFactsAbout(await subjectsOf(tx, group.personId, what.about, { of: known }));
  if (facts.subjects.length === 0) throw notFound();
  const { caseId, personId, form } = group;
  const category = of?.category ?? what.category;
  const kind = { category, revealsPlace: showsPlace(category, what.revealsPlace || (of?.revealsPlace ?? false)) };
  return toldUnwritten(DRAFT, kind, { from: caller.house, caseId, personId, form, phase: 'measures', facts });
}

/** Only what the caller's own house has said is theirs to write anew. */
async function onRecord(tx: CallerTransaction, caller: StaffCaller, itemId: string, marks: Marks): Promise<Told> {
  const [item] = await ownItems(tx, caller, [itemId]);
  if (!item) throw notFound();
  return toldAnew(tx, item, marks);
}
