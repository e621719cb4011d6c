/**
 * What the api has told of a plan since it was read, laid over what was read: nothing is asked for again. What a later reading
 * has seen by itself is let go; what it may not have seen stays on it.
 */
import { isLater, laterOf, type Cursor } from '#domain/live/cursor.js';
import type { AssessmentLevel } from '#domain/group-assessment/group-assessment.js';
import { questionsOf, type EntryInPicture } from '#domain/plan/plan-questions.js';
import type { PlanShownFragment } from '../graphql/generated/plan/graphql.js';

type Entry = PlanShownFragment['entries'][number];
/** As it is told: what the family says of it is heard elsewhere, and what they are called is read with the page. */
export type EntryTold = Omit<Entry, 'voices' | 'proposedBy' | 'categoryChanges'>;

/** One entry as it is now, or all that are left. */
export type PlanChange =
  | { readonly kind: 'entry'; readonly entry: EntryTold }
  | { readonly kind: 'entries'; readonly entries: readonly EntryTold[] };

/** An answer, and how far its node had heard when it began to answer. */
export interface PlanRead {
  readonly plan: PlanShownFragment;
  readonly mark: Cursor | undefined;
}

export interface Laid {
  readonly change: PlanChange;
  readonly cursor: Cursor;
  /** Others of the same moment come after it. */
  readonly more: boolean;
  /** On which reading it was laid. */
  readonly on: PlanShownFragment;
}

/** Those that the reading may not have seen. */
export const laidOn = ({ plan, mark }: PlanRead, laid: readonly Laid[]): readonly Laid[] =>
  laid.filter(({ cursor, on }) => on === plan || (mark !== undefined && isLater(cursor, mark)));

/** How far all that stands on the page is known: a moment of which not all has come is not. */
export const knownUpTo = ({ mark }: PlanRead, laid: readonly Laid[]): Cursor | undefined =>
  mark && laid.reduce<Cursor | undefined>((known, { cursor, more }) => (more ? known : laterOf(known, cursor)), mark);

export function lay(plan: PlanShownFragment, laid: readonly Laid[]): PlanShownFragment {
  if (laid.length === 0) return plan;
  const entries = laid.reduce<readonly Entry[]>(
    (all, { change }) =>
      // What the family said may have left with the rest: it is read anew.
      change.kind === 'entries'
        ? change.entries.map((one) => whole(plan, [], one))
        : withEntry(plan, all, change.entry),
    plan.entries,
  );
  return { ...plan, entries: [...entries], questions: plan.own ? questionsIn(plan.level, entries) : [] };
}

/** Somebody of the family stands in it whom the page of the house that leads does not know yet, and reads by name. */
export const namesNobodyKnown = ({ own, family, entries }: PlanShownFragment, change: PlanChange): boolean =>
  own &&
  (change.kind === 'entry' ? [change.entry] : change.entries).some(
    ({ id, promisedBy: by }) =>
      by && ![...family, entries.find((one) => one.id === id)?.promisedBy].some((member) => member?.key === by.key),
  );

/** With what is known of the family already. */
function whole({ family }: PlanShownFragment, all: readonly Entry[], told: EntryTold): Entry {
  const known = all.find(({ id }) => id === told.id);
  const { promisedBy: by } = told;
  const member = [...family, ...(known?.promisedBy ? [known.promisedBy] : [])].find(({ key }) => key === by?.key);
  const promisedBy = by && { ...by, name: by.name ?? member?.name ?? null };
  const { voices = [], proposedBy = null, categoryChanges = [] } = known ?? {};
  return { ...told, promisedBy, voices, proposedBy, categoryChanges };
}

const withEntry = (plan: PlanShownFragment, all: readonly Entry[], told: EntryTold): readonly Entry[] =>
  [...all.filter(({ id }) => id !== told.id), whole(plan, all, told)].sort(
    (one, other) => Date.parse(one.madeAt) - Date.parse(other.madeAt) || (one.id < other.id ? -1 : 1),
  );

const questionsIn = (level: string | null, entries: readonly Entry[]): PlanShownFragment['questions'] =>
  questionsOf(level as AssessmentLevel | null, entries as readonly EntryInPicture[]).map((question) => ({
    ...{ needArea: null, measures: null },
    ...question,
    houses: 'houses' in question ? [...question.houses] : [],
  }));
