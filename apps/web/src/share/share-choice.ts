/** What is chosen on the page of sharing, as the api asks for it. */
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { endOfDay } from '#domain/kernel/stockholm.js';
import { NO_MARKS, type Marks } from '../elements/marks.js';
import type {
  PreviewShareQuery,
  ShareItemsMutationVariables,
  SharingQuery,
} from '../graphql/generated/share/graphql.js';

export type Sharing = SharingQuery['sharing'];
export type Item = Sharing['items'][number];
export type House = Sharing['houses'][number];
export type Pair = PreviewShareQuery['previewShare']['pairs'][number];

/** Stand for what has no item yet; the api knows the same words. */
export const DRAFT = 'draft';
export const NAME = 'name';

export interface Draft extends Marks {
  readonly category: string;
  readonly text: string;
}

export const EMPTY_DRAFT: Draft = { category: '', text: '', ...NO_MARKS };

export interface Choice {
  /** Item ids, and `name`. */
  readonly things: readonly string[];
  /** Null while nothing new is written. */
  readonly draft: Draft | null;
  readonly houses: readonly string[];
  /** By branch: who reads it there. */
  readonly receivers: Readonly<Record<string, readonly string[]>>;
  readonly purpose: string;
  /** A day, or empty for as long as the ground allows. */
  readonly until: string;
}

export const NOTHING: Choice = { things: [], draft: null, houses: [], receivers: {}, purpose: 'support', until: '' };

export const toggled = (list: readonly string[], id: string, on: boolean): readonly string[] =>
  on ? [...list.filter((one) => one !== id), id] : list.filter((one) => one !== id);

/** The end of that day in Sweden; the api counts in instants. */
export function endOfChosenDay(day: string): string | null {
  const civil = parseCivilDay(day);
  return civil === undefined ? null : new Date(endOfDay(civil)).toISOString();
}

export const isReady = ({ things, draft, houses }: Choice): boolean =>
  houses.length > 0 && (things.length > 0 || (draft !== null && draft.category !== ''));

const marksOf = ({ revealsPlace, about }: Draft) => ({ revealsPlace, about: [...about] });

/** What the rule asks: the text itself stays on the page until it is told. */
export function whatIsTold(caseId: string, choice: Choice) {
  const { things, draft, purpose } = choice;
  return {
    caseId,
    itemIds: things.filter((id) => id !== NAME),
    withName: things.includes(NAME),
    draft: draft && draft.category !== '' ? { category: draft.category, ...marksOf(draft) } : null,
    purpose,
  };
}

export const previewInput = (caseId: string, choice: Choice) => ({
  ...whatIsTold(caseId, choice),
  toBranchIds: [...choice.houses],
  until: endOfChosenDay(choice.until),
});

export function shareInput(
  caseId: string,
  choice: Choice,
  pairs: readonly Pair[],
): ShareItemsMutationVariables['input'] {
  return {
    caseId,
    pairs: pairs.filter(({ outcome }) => outcome === 'release').map(({ thing, toBranchId }) => ({ thing, toBranchId })),
    draft: choice.draft && { ...choice.draft, ...marksOf(choice.draft) },
    purpose: choice.purpose,
    until: endOfChosenDay(choice.until),
    receivers: choice.houses.flatMap((branchId) => {
      const staffIds = choice.receivers[branchId] ?? [];
      return staffIds.length > 0 ? [{ branchId, staffIds: [...staffIds] }] : [];
    }),
  };
}

/** Houses that would get something and have nobody yet who works on the case. */
export const withoutReceiver = (houses: readonly House[], choice: Choice, pairs: readonly Pair[]): readonly House[] =>
  houses.filter(
    ({ branchId, people }) =>
      pairs.some((pair) => pair.toBranchId === branchId && pair.outcome === 'release') &&
      !people.some(({ isWorking }) => isWorking) &&
      (choice.receivers[branchId] ?? []).length === 0,
  );
