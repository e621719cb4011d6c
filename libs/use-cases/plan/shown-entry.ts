/** One thing in a plan as one reader is shown it: on its page, and as it changes before their eyes. */
import type { Category, HouseKind } from '#domain/disclosure/vocabulary.js';
import {
  actsOf,
  isCurrent,
  mayTakeOut,
  type EntryAct,
  type EntryState,
  type MeasureOutcome,
} from '#domain/plan/entry-states.js';
import type { EntryKind, NeedArea } from '#domain/plan/plan-entry.js';
import type { StaffCaller } from '../gate/caller.js';
import type { HouseSeeing } from '../gate/items.port.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';
import type { GroupMemberRow } from '../group/group.port.js';
import type { CategoryChangeRow, PlanActRow, PlanEntryRow } from './plan.port.js';
import type { PlanVoiceRow } from './plan-voice.port.js';
import { seatsOf } from './require-plan.js';
import { memberOf, proposerOf, voicesOf, type FamilyMember, type ShownVoice } from './shown-voices.js';

export interface ShownAct {
  readonly id: string;
  readonly act: EntryAct;
  readonly result: MeasureOutcome | null;
  /** Null where nothing was said. */
  readonly said: ReleasedItem | null;
  readonly byName: string;
  readonly at: Date;
}

export interface ShownCategoryChange {
  readonly id: string;
  readonly from: Category;
  readonly to: Category;
  readonly reason: ReleasedItem;
  readonly byName: string;
  readonly at: Date;
}

export interface ShownEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly item: ReleasedItem;
  readonly alsoSeenBy: readonly HouseSeeing[];
  readonly aim: string | null;
  readonly help: string | null;
  readonly watch: string | null;
  readonly needArea: NeedArea | null;
  readonly goalId: string | null;
  readonly ownerMemberId: string | null;
  readonly ownerName: string | null;
  readonly ownerUnitName: string | null;
  readonly ownerKind: HouseKind | null;
  /** Whose hands it is in: the house of whoever is responsible, or else the one that has said it. */
  readonly house: string;
  /** Who of the family has promised to do it. */
  readonly promisedBy: FamilyMember | null;
  /** Whose proposal it came of, for the house that leads. */
  readonly proposedBy: FamilyMember | null;
  /** The family reads it in its plan, as far as the rule lets each of them. */
  readonly forFamily: boolean;
  /** The same in the family’s own words or language. */
  readonly familyWords: string | null;
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  readonly state: EntryState;
  readonly byName: string;
  readonly madeAt: Date;
  /** Who wrote the words that stand there, and when. */
  readonly wordsByName: string;
  readonly wordsAt: Date;
  readonly version: number;
  /** The reader’s own house has written it and may change its words. */
  readonly mayChange: boolean;
  /** What the reader may do with it now. */
  readonly mayDo: readonly EntryAct[];
  readonly acts: readonly ShownAct[];
  /** That it was of another kind before, for the house that wrote it; the oldest first. */
  readonly categoryChanges: readonly ShownCategoryChange[];
  /** What the family has said of it, for the house that leads; the oldest first. */
  readonly voices: readonly ShownVoice[];
}

/** What the caller may do with an entry now. */
export type EntryRights = Pick<ShownEntry, 'mayChange' | 'mayDo'>;

/** What a plan is made of, as far as one reader sees it. */
export interface PlanParts {
  readonly own: boolean;
  readonly group: { readonly personId: string };
  readonly members: readonly GroupMemberRow[];
  /** Those that are shown, and the goals that steps of them lead to. */
  readonly entries: readonly PlanEntryRow[];
  readonly acts: readonly PlanActRow[];
  readonly seeing: readonly HouseSeeing[];
  readonly voices: readonly PlanVoiceRow[];
  readonly categoryChanges: readonly CategoryChangeRow[];
  readonly people: ReadonlyMap<string, ReleasedIdentity>;
  /** What the gate has released to them, by its id. */
  readonly items: ReadonlyMap<string, ReleasedItem>;
}

export function rightsIn(
  caller: StaffCaller,
  { own, writes }: { readonly own: boolean; readonly writes: boolean },
  { kind, state, byBranch, ownerStaffId }: PlanEntryRow,
): EntryRights {
  const written = byBranch === caller.branchId;
  const mayAct = writes && (own || written || ownerStaffId === caller.staffId);
  return {
    mayChange: writes && written && isCurrent(state),
    mayDo: mayAct
      ? actsOf(kind, state).filter((act) => act !== 'remove' || mayTakeOut({ leads: own, wrote: written }))
      : [],
  };
}

/** Null where the reader may not have what it says. */
export function shownEntry(parts: PlanParts, entry: PlanEntryRow, rights: EntryRights): ShownEntry | null {
  const { members, acts, seeing, items } = parts;
  const item = items.get(entry.itemId);
  if (!item) return null;
  const seat = seatsOf(members).find(
    ({ staffId, branchId }) => staffId === entry.ownerStaffId && branchId === entry.ownerBranchId,
  );
  const { id, kind, needArea, ownerName, ownerUnitName, startsOn, followUpOn, state, byName, madeAt, version } = entry;
  const { wordsByName, wordsAt, forFamily, promisedBy } = entry;
  return {
    ...{ id, kind, item, needArea, ownerName, ownerUnitName, startsOn, followUpOn, state, byName, madeAt },
    ...{ version, wordsByName, wordsAt, forFamily },
    goalId: goalIn(parts, entry),
    promisedBy: promisedBy === null ? null : memberOf(parts, parts, promisedBy),
    proposedBy: proposerOf(parts, parts, entry),
    voices: voicesOf(parts, parts, id),
    categoryChanges: changesOf(parts, id),
    alsoSeenBy: seeing.filter(({ itemId }) => itemId === entry.itemId),
    aim: wordsIn(item, 'aim'),
    help: wordsIn(item, 'help'),
    watch: wordsIn(item, 'watch'),
    familyWords: wordsIn(item, 'familyWords'),
    ownerMemberId: seat?.id ?? null,
    ownerKind: seat?.house.kind ?? null,
    house: (seat ?? members.find(({ branchId }) => branchId === entry.byBranch))?.branchName ?? item.giverHouse.branch,
    ...rights,
    acts: acts.filter(({ entryId }) => entryId === id).flatMap((act) => actOf(act, items)),
  };
}

/** Of a goal that the reader does not have, not even its id. */
export function goalIn(
  { entries, items }: Pick<PlanParts, 'entries' | 'items'>,
  { goalId }: PlanEntryRow,
): string | null {
  const goal = goalId === null ? undefined : entries.find(({ id }) => id === goalId);
  return goal && items.has(goal.itemId) ? goal.id : null;
}

const changesOf = ({ categoryChanges, items }: PlanParts, wanted: string): readonly ShownCategoryChange[] =>
  categoryChanges.flatMap(({ id, entryId, from, to, reasonItemId, byName, at }) => {
    const reason = entryId === wanted ? items.get(reasonItemId) : undefined;
    return reason ? [{ id, from, to, reason, byName, at }] : [];
  });

/** Nothing where the reader may not have what was said of it: what came of a measure, and when, is as much as its words. */
function actOf(
  { id, act, result, itemId, byName, at }: PlanActRow,
  items: ReadonlyMap<string, ReleasedItem>,
): ShownAct[] {
  const said = itemId === null ? null : (items.get(itemId) ?? null);
  return itemId !== null && said === null ? [] : [{ id, act, result, said, byName, at }];
}

/** Said beside the words of an entry: what it is to lead to, who keeps an eye on it. */
export function wordsIn({ content }: ReleasedItem, field: string): string | null {
  const words = content.data?.[field];
  return typeof words === 'string' && words !== '' ? words : null;
}
