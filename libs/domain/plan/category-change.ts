/**
 * What something in the plan is about was said wrongly, and is said anew: the kind of information decides who may have it, so
 * nobody comes to see it who was not named to whoever changes it, before they did (OSL 8:1, 26:1; 12:1, 12:3).
 */
import type { Category } from '../disclosure/vocabulary.js';

/** What shows where somebody is goes on showing it, whatever it is called: it is taken out and written anew. */
const OF_PLACES: readonly Category[] = ['contact-details', 'whereabouts'];

/** Whoever sees it, by a key: a house by its branch, and of the family `subject` or `guardian`. */
export type ReaderKey = string;

/** Of the family, where the writer's house may not know how the rule stands for each of them. */
export const FAMILY_KEY: ReaderKey = 'family';

export interface CategoryFacts {
  readonly from: Category;
  readonly to: Category | undefined;
  /** Figures stand under it, which other houses may have told as this kind. */
  readonly hasFigures: boolean;
}

export type CategoryDecision =
  | { readonly outcome: 'changed'; readonly to: Category }
  | { readonly outcome: 'refused'; readonly code: 'choose-one' | 'shows-place' | 'has-figures' };

export function decideCategory({ from, to, hasFigures }: CategoryFacts): CategoryDecision {
  if (to === undefined || to === from) return { outcome: 'refused', code: 'choose-one' };
  if (OF_PLACES.includes(from) || OF_PLACES.includes(to)) return { outcome: 'refused', code: 'shows-place' };
  return hasFigures ? { outcome: 'refused', code: 'has-figures' } : { outcome: 'changed', to };
}

/** Those who see it afterwards and did not before, and whom nobody has named to the one who changes it. */
export const unannounced = (
  before: readonly ReaderKey[],
  after: readonly ReaderKey[],
  announced: readonly ReaderKey[],
): readonly ReaderKey[] => after.filter((key) => !before.includes(key) && !announced.includes(key));

/** As the rule has it for everybody: nobody of the family without an assessment, the young person alone, or all of them. */
const KEPT: Readonly<Partial<Record<Category, number>>> = {
  'preliminary-investigation': 3,
  'report-content': 2,
  'threat-assessment': 2,
  'crime-and-suspicion': 2,
  'home-and-family': 1,
};

/** More of the family may read it, whoever they are and whatever has been assessed. */
export const opensToFamily = (from: Category, to: Category): boolean => (KEPT[to] ?? 0) < (KEPT[from] ?? 0);
