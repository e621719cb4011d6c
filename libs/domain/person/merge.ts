/**
 * Two records of one person become one: nothing is copied over or thrown away, all that pointed at the one points at the
 * other, and the plan says exactly what to move back when it turns out that they were two people.
 */
import type { Protection } from '../disclosure/vocabulary.js';
import type { PersonNumber } from './personal-number.js';
import { strictest } from './protection.js';

/** Whatever points at a person: a report, an item's subject, a custody row, a case. */
export interface Reference {
  readonly kind: string;
  readonly id: string;
}

export interface PersonRecord {
  readonly id: string;
  readonly number: PersonNumber;
  readonly protection: Protection;
  readonly registeredAt: number;
  /** Already folded into another record, or null. */
  readonly mergedInto: string | null;
  /** Name, date of birth, language …; compared as they stand. */
  readonly details: Readonly<Record<string, string | null>>;
  readonly references: readonly Reference[];
}

export interface Conflict {
  readonly field: string;
  readonly kept: string;
  readonly other: string;
}

export interface MergePlan {
  readonly keep: string;
  readonly fold: string;
  /** The stricter of the two, so that a merge never opens a protected person. */
  readonly protection: Protection;
  /** Protections as they were, for undoing. */
  readonly before: { readonly keep: Protection; readonly fold: Protection };
  /** Empty places of the kept record that the other fills. */
  readonly filled: Readonly<Record<string, string>>;
  /** Both values stay; a person chooses which one shows. */
  readonly conflicts: readonly Conflict[];
  readonly moved: readonly Reference[];
}

export type MergeDecision =
  | { readonly outcome: 'merge'; readonly plan: MergePlan }
  | { readonly outcome: 'refused'; readonly code: 'same-record' | 'already-merged' | 'two-numbers' };

const NUMBER_WEIGHT = { 'personal-number': 0, 'coordination-number': 1, none: 2 } as const;

/** Keeps the record with the better number, then the older one; the order of the two makes no difference. */
export const decideMerge = (a: PersonRecord, b: PersonRecord): MergeDecision => {
  if (a.id === b.id) return { outcome: 'refused', code: 'same-record' };
  if (a.mergedInto !== null || b.mergedInto !== null) return { outcome: 'refused', code: 'already-merged' };
  if (isTwoNumbers(a.number, b.number)) return { outcome: 'refused', code: 'two-numbers' };
  const [keep, fold] = isKeptBefore(a, b) ? [a, b] : [b, a];
  const fields = [...new Set([...Object.keys(keep.details), ...Object.keys(fold.details)])].sort();
  const filled: Record<string, string> = {};
  const conflicts: Conflict[] = [];
  for (const field of fields) {
    const kept = keep.details[field] ?? null;
    const other = fold.details[field] ?? null;
    if (other === null || other === kept) continue;
    if (kept === null) filled[field] = other;
    else conflicts.push({ field, kept, other });
  }
  if (keep.number.kind !== 'none' && fold.number.kind !== 'none' && keep.number.digits !== fold.number.digits)
    conflicts.push({ field: 'number', kept: keep.number.digits, other: fold.number.digits });
  return {
    outcome: 'merge',
    plan: {
      keep: keep.id,
      fold: fold.id,
      protection: strictest(keep.protection, fold.protection),
      before: { keep: keep.protection, fold: fold.protection },
      filled,
      conflicts,
      moved: fold.references,
    },
  };
};

/** A coordination number may be followed by a personal number; two of a kind are two people until someone corrects one. */
const isTwoNumbers = (a: PersonNumber, b: PersonNumber): boolean =>
  a.kind !== 'none' && a.kind === b.kind && a.digits !== (b as { digits: string }).digits;

const isKeptBefore = (a: PersonRecord, b: PersonRecord): boolean => {
  const weight = NUMBER_WEIGHT[a.number.kind] - NUMBER_WEIGHT[b.number.kind];
  if (weight !== 0) return weight < 0;
  return a.registeredAt === b.registeredAt ? a.id < b.id : a.registeredAt < b.registeredAt;
};

export type UndoDecision =
  | {
      readonly outcome: 'undo';
      readonly restore: { readonly id: string; readonly protection: Protection };
      readonly moveBack: readonly Reference[];
      /** Fields to empty again, unless someone has written something else there since. */
      readonly emptied: readonly string[];
      /** Came after the merge: a person says which of the two each belongs to; until then it stays with the kept one. */
      readonly toSort: readonly Reference[];
    }
  | { readonly outcome: 'refused'; readonly code: 'not-merged' | 'kept-merged-on' };

/** `then`: what pointed at the kept record before the merge; `now`: the kept record as it is today. */
export const decideUndo = (
  plan: MergePlan,
  then: readonly Reference[],
  now: PersonRecord,
  foldedInto: string | null,
): UndoDecision => {
  if (foldedInto !== plan.keep || now.id !== plan.keep) return { outcome: 'refused', code: 'not-merged' };
  if (now.mergedInto !== null) return { outcome: 'refused', code: 'kept-merged-on' };
  const known = new Set([...then, ...plan.moved].map(keyOf));
  const present = new Set(now.references.map(keyOf));
  return {
    outcome: 'undo',
    restore: { id: plan.fold, protection: plan.before.fold },
    moveBack: plan.moved.filter((reference) => present.has(keyOf(reference))),
    emptied: Object.keys(plan.filled).filter((field) => now.details[field] === plan.filled[field]),
    toSort: now.references.filter((reference) => !known.has(keyOf(reference))),
  };
};

const keyOf = ({ kind, id }: Reference): string => `${kind}:${id}`;
