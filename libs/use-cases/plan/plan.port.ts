import type { Category, Purpose } from '#domain/disclosure/vocabulary.js';
import type { EntryAct, EntryState, MeasureOutcome } from '#domain/plan/entry-states.js';
import type { EntryKind, NeedArea } from '#domain/plan/plan-entry.js';
import type { Measured } from '#domain/plan/plan-series.js';

/** A group's plan; what stands in it is entries. */
export interface PlanRow {
  readonly id: string;
  readonly groupId: string;
  /** What is said in it is said for this. */
  readonly purpose: Purpose;
}

export interface EntryOwner {
  readonly branchId: string;
  readonly unitId: string;
  readonly staffId: string;
}

/** One thing that stands in a plan; what it says is its item. */
export interface PlanEntryRow {
  readonly id: string;
  readonly groupId: string;
  readonly kind: EntryKind;
  readonly itemId: string;
  readonly needArea: NeedArea | null;
  readonly goalId: string | null;
  /** Null where nobody is responsible, or no longer is. */
  readonly ownerStaffId: string | null;
  readonly ownerBranchId: string | null;
  readonly ownerName: string | null;
  readonly ownerUnitName: string | null;
  /** Who of the family has promised to do it. */
  readonly promisedBy: string | null;
  /** Written for the family too. */
  readonly forFamily: boolean;
  /** What the family had proposed, and this came of. */
  readonly proposalId: string | null;
  /** `2026-12-08` */
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  /** Of a series alone: what it counts in, which way is better, how often it is told. */
  readonly measured: Measured | null;
  readonly state: EntryState;
  readonly byName: string;
  readonly byBranch: string;
  readonly madeAt: Date;
  /** Who wrote the words that stand there, and when. */
  readonly wordsByName: string;
  readonly wordsAt: Date;
  readonly version: number;
}

export interface PlanActRow {
  readonly id: string;
  readonly entryId: string;
  readonly act: EntryAct;
  readonly result: MeasureOutcome | null;
  readonly itemId: string | null;
  readonly byName: string;
  readonly at: Date;
}

export interface NewEntry {
  readonly id: string;
  readonly planId: string;
  readonly groupId: string;
  readonly caseId: string;
  readonly kind: EntryKind;
  readonly itemId: string;
  readonly needArea: NeedArea | null;
  readonly goalId: string | null;
  readonly owner: EntryOwner | null;
  readonly promisedBy: string | null;
  readonly forFamily: boolean;
  readonly proposalId: string | null;
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  readonly measured: Measured | null;
  readonly state: EntryState;
}

/** What changes of an entry beside its words; what is absent stays. */
export interface EntryChange {
  readonly needArea?: NeedArea | null;
  readonly state?: EntryState;
  readonly owner?: EntryOwner;
  readonly promisedBy?: string | null;
  readonly forFamily?: boolean;
  readonly startsOn?: string | null;
  readonly followUpOn?: string | null;
}

/** What a group's page says of its plan. */
export interface PlanGlance {
  readonly measures: number;
  readonly followUpOn: string | null;
}

/** That something is of another kind than was said first; why is an item of the house that changed it. */
export interface CategoryChangeRow {
  readonly id: string;
  readonly entryId: string;
  readonly from: Category;
  readonly to: Category;
  readonly reasonItemId: string;
  readonly byName: string;
  readonly at: Date;
}

export abstract class PlanStore {
  abstract find(groupId: string): Promise<PlanRow | undefined>;
  /** Nothing when it is opened already. */
  abstract open(plan: PlanRow & { readonly caseId: string }): Promise<void>;
  abstract setPurpose(planId: string, purpose: Purpose): Promise<void>;
  abstract glance(groupId: string): Promise<PlanGlance>;
  /** Those that the caller may see, in the order in which they were written. */
  abstract findEntries(groupId: string): Promise<PlanEntryRow[]>;
  abstract findEntry(id: string): Promise<PlanEntryRow | undefined>;
  abstract addEntry(entry: NewEntry): Promise<void>;
  /** False when somebody else was first. */
  abstract changeEntry(id: string, expectedVersion: number, to: EntryChange): Promise<boolean>;
  /** Measures under way, and series, that this person was responsible for and no longer is; answers which. */
  abstract releaseOwned(groupId: string, staffId: string): Promise<string[]>;
  abstract findActs(groupId: string): Promise<PlanActRow[]>;
  abstract addAct(
    act: Pick<PlanActRow, 'id' | 'entryId' | 'act' | 'result' | 'itemId'> & { readonly state: EntryState },
  ): Promise<void>;
  /** Of the caller’s own house, the oldest first. */
  abstract findCategoryChanges(groupId: string): Promise<CategoryChangeRow[]>;
  abstract addCategoryChange(change: Omit<CategoryChangeRow, 'byName' | 'at'>): Promise<void>;
}
