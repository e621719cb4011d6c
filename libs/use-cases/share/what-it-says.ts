/**
 * What a sentence shows beside its kind, and whom it is about beside the case's own person: said by whoever writes it, the
 * same way wherever something is written, and asked of every reader for each of them (OSL 21:3, 26:1).
 */
import type { Category } from '#domain/disclosure/vocabulary.js';
import { Failure, notFound } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { ItemStore } from '../gate/items.port.js';
import type { ItemContent, ReleasedItem } from '../gate/released.js';
import type { Said, Seal } from '../gate/seal.js';
import type { SealedItem } from '../gate/sealed.js';
import { HubStore } from '../hub/hub.port.js';
import { ShareStore } from './share.port.js';
import { toldItem, type Told } from './tellables.js';

export interface Marks {
  /** It shows where one of them is, whatever kind of information it is. */
  readonly revealsPlace: boolean;
  /** Whom it is about beside the case's own person. */
  readonly about: readonly string[];
}

export const NO_MARKS: Marks = { revealsPlace: false, about: [] };

export const showsPlace = (category: Category, marked: boolean): boolean => marked || category === 'whereabouts';

/**
 * The case's person first. Only those close to them whom the writer sees already can be named; whom that is about of which it
 * speaks it is about too.
 */
export async function subjectsOf(
  tx: CallerTransaction,
  personId: string,
  about: readonly string[],
  more: { readonly field?: string; readonly of?: readonly string[] } = {},
): Promise<[string, ...string[]]> {
  const { field = 'about', of = [] } = more;
  const others = [...new Set(about)].filter((id) => id !== personId && !of.includes(id));
  if (others.length > 0) {
    const circle = new Set((await tx.of(HubStore).findCircle(personId)).map((close) => close.personId));
    if (others.some((id) => !circle.has(id))) throw new Failure('NOT_FOUND', field);
  }
  return [personId, ...of.filter((id) => id !== personId), ...others];
}

/** Seals it. Where a protected person is, is written only by those who may read it again. */
export async function sayItem(tx: CallerTransaction, seal: Seal, said: Said): Promise<string> {
  const revealsPlace = showsPlace(said.category, said.revealsPlace ?? false);
  const itemId = await seal.item(tx, { ...said, revealsPlace });
  if (isPlace(said.category, revealsPlace) && (await tx.of(ItemStore).findSealed([itemId])).length === 0)
    throw new Failure(NAMED_ONLY);
  return itemId;
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
  if (isPlace(category, revealsPlace) && (await store.isKeptFromPlaces(subjectIds))) throw new Failure(NAMED_ONLY);
  const alsoAbout = subjectIds.slice(known.length);
  const key = { id, expectedVersion: of.expectedVersion, keyPersonId: item.content.keyPersonId };
  return seal.rewriteItem(tx, { ...key, category, revealsPlace, alsoAbout }, withAbout(of.content, subjectIds));
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

const NAMED_ONLY = 'PLACE_FOR_NAMED_ONLY';

const isPlace = (category: Category, revealsPlace: boolean): boolean =>
  revealsPlace || category === 'whereabouts' || category === 'contact-details';
