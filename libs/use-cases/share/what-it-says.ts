/**
 * What a sentence shows beside its kind, and whom it is about beside the case's own person: said by whoever writes it, the
 * same way wherever something is written, and asked of every reader for each of them (OSL 21:3, 26:1).
 */
import type { Category } from '#domain/disclosure/vocabulary.js';
import { decideTold, tellsPlace } from '#domain/share/decide-told.js';
import { Failure, notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { ItemStore } from '../gate/items.port.js';
import type { ItemContent, ReleasedItem } from '../gate/released.js';
import type { Said, Seal } from '../gate/seal.js';
import type { SealedItem } from '../gate/sealed.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { ShareStore } from './share.port.js';
import { subjectsOf, toldItem, type Told } from './tellables.js';

export interface Marks {
  /** It shows where one of them is, whatever kind of information it is. */
  readonly revealsPlace: boolean;
  /** Whom it is about beside the case's own person. */
  readonly about: readonly string[];
}

export const NO_MARKS: Marks = { revealsPlace: false, about: [] };

export const showsPlace = (category: Category, marked: boolean): boolean => marked || category === 'whereabouts';

/**
 * Seals it. Where a protected person is, is written only by those who may read it again, and where anybody is whom another
 * house's register keeps by nobody there: a no to some of them would tell who is protected. Only what somebody has decided in
 * danger goes on to be told.
 */
export async function sayItem(
  tx: CallerTransaction,
  seal: Seal,
  said: Said,
  { inDanger = false }: { readonly inDanger?: boolean } = {},
): Promise<string> {
  const revealsPlace = showsPlace(said.category, said.revealsPlace ?? false);
  const itemId = await seal.item(tx, { ...said, revealsPlace });
  if (!tellsPlace({ ...said, revealsPlace })) return itemId;
  const store = tx.of(ItemStore);
  const seen = await (inDanger ? store.findJustSaid([itemId]) : store.findSealed([itemId]));
  if (seen.length === 0) throw await keptFromWriter(tx, said.subjectIds);
  return itemId;
}

/**
 * Where somebody is whom another house's register keeps is written only where somebody else may be told it. A writer there
 * may not know of a protection, and is told no more by this no than that the family lets nobody be told (OSL 21:3).
 */
export async function requireReached(tx: CallerTransaction, itemIds: readonly string[]): Promise<void> {
  const places = (await tx.of(ItemStore).findJustSaid(itemIds)).filter((one) => one.isElsewhere && tellsPlace(one));
  if (places.length === 0) return;
  const seeing = await tx.of(ItemStore).findHousesSeeing(places.map(({ itemId }) => itemId));
  if (places.some(({ itemId }) => !seeing.some((one) => one.itemId === itemId))) throw reachesNobody();
}

export const reachesNobody = (): Failure => new Failure('PLACE_REACHES_NOBODY');

async function keptFromWriter(tx: CallerTransaction, personIds: readonly string[]): Promise<Failure> {
  return (await tx.of(ItemStore).isOfAnother(personIds)) ? reachesNobody() : new Failure('PLACE_FOR_NAMED_ONLY');
}

/** Words written anew may come to show a place or be about more people; what they once showed they go on showing. */
export async function sayAnew(
  tx: CallerTransaction,
  seal: Seal,
  of: { readonly itemId: string; readonly expectedVersion: number; readonly content: ItemContent },
  marks: Marks,
): Promise<boolean> {
  const store = tx.of(ItemStore);
  const [item] = await store.findSealed([of.itemId]);
  if (!item) throw notFound();
  const { category, itemId: id } = item;
  const known = item.subjects.map((subject) => subject.id);
  const [first] = known;
  if (first === undefined) throw notFound();
  const subjectIds = await subjectsOf(tx, first, marks.about, { of: known });
  const revealsPlace = item.revealsPlace || showsPlace(category, marks.revealsPlace);
  if (tellsPlace({ category, revealsPlace }) && (await store.isKeptFromPlaces(subjectIds)))
    throw await keptFromWriter(tx, subjectIds);
  const alsoAbout = subjectIds.slice(known.length);
  const key = { id, expectedVersion: of.expectedVersion, keyPersonId: item.content.keyPersonId };
  const written = await seal.rewriteItem(
    tx,
    { ...key, category, revealsPlace, alsoAbout },
    withAbout(of.content, subjectIds),
  );
  if (written && revealsPlace && !item.revealsPlace) await leaveThoseKept(tx, id);
  return written;
}

/** What comes to show a place leaves the houses that may be told the rest of it and not that. */
async function leaveThoseKept(tx: CallerTransaction, itemId: string): Promise<void> {
  const [item] = await tx.of(ItemStore).findSealed([itemId]);
  if (!item?.isElsewhere) return;
  const told = toldItem(item);
  const shares = tx.of(ShareStore);
  const houses = await shares.findHouses();
  for (const { id, toBranchId, purpose, ground } of (await shares.findGiven(item.caseId)).filter(
    (share) => share.itemId === itemId && share.isInForce,
  )) {
    const to = houses.find(({ branchId }) => branchId === toBranchId)?.house;
    if (to && decideTold(told, { asOf: tx.now.getTime(), to, purpose }).decision.outcome === 'release') continue;
    await shares.takeBack(id, 'ended');
    await tx.of(LedgerStore).record([
      {
        ...{
          action: 'change',
          outcome: 'done',
          personId: told.subjectIds[0],
          caseId: item.caseId,
          itemId,
          purpose,
          ground,
        },
        detail: { deed: 'share-ended', why: 'shows-place', shareId: id, toBranch: toBranchId },
      },
    ]);
  }
}

/** Whether these marks say more of it than it says already. */
export const saysMore = ({ revealsPlace, subjects }: SealedItem, marks: Marks): boolean =>
  (marks.revealsPlace && !revealsPlace) || marks.about.some((one) => !subjects.some(({ id }) => id === one));

/** What is written with the words, so that whoever writes them anew sees whom they are about already. */
export const withAbout = ({ text, data }: ItemContent, [, ...about]: readonly string[]): ItemContent => ({
  text,
  data: { ...data, about },
});

export function aboutIn({ content }: ReleasedItem): string[] {
  const about = content.data?.['about'];
  return Array.isArray(about) ? about.filter((id) => typeof id === 'string') : [];
}

/** The same question before the act: what stands on record, as it will be with these marks. */
export async function toldAnew(tx: CallerTransaction, item: SealedItem, marks: Marks): Promise<Told> {
  const told = toldItem(item);
  const known = item.subjects.map(({ id }) => id);
  const [first] = known;
  if (first === undefined) return told;
  const revealsPlace = item.revealsPlace || showsPlace(item.category, marks.revealsPlace);
  const subjectIds = await subjectsOf(tx, first, marks.about, { of: known });
  if (revealsPlace === item.revealsPlace && subjectIds.length === known.length) return told;
  const { subjects, consents, assessments } = await tx.of(ShareStore).findFactsAbout(subjectIds);
  return {
    ...told,
    isMarked: true,
    subjectIds,
    thing: { ...told.thing, subjects, consents, assessments, revealsPlace },
  };
}
