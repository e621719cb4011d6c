/** What one reader may have of a group's plan at one moment, released for them alone, for the files that are made of it. */
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import type { Named } from '#domain/form/form.js';
import type { EntryAct, EntryState, MeasureOutcome } from '#domain/plan/entry-states.js';
import type { Drawing } from '#domain/plan/drawing.js';
import type { EntryKind, NeedArea } from '#domain/plan/plan-entry.js';
import type { AnsweredHow, PlanAnswer, VersionState } from '#domain/plan/plan-versions.js';
import type { ReleasedIdentity, ReleasedItem } from '../gate/released.js';

export interface CopiedAct {
  readonly act: EntryAct;
  readonly result: MeasureOutcome | null;
  /** Null where nothing was said; an act whose words the reader may not have is absent. */
  readonly said: ReleasedItem | null;
  readonly byName: string;
  readonly at: Date;
}

/** Somebody of the family; who it is, for the house that leads. */
export interface CopiedFamily {
  readonly family: 'subject' | 'guardian';
  readonly personName: string | null;
}

export interface CopiedEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly item: ReleasedItem;
  readonly aim: string | null;
  readonly help: string | null;
  readonly watch: string | null;
  readonly drawing: Drawing | null;
  readonly needArea: NeedArea | null;
  /** The part goal that a step leads to, where that is in the copy too. */
  readonly goalId: string | null;
  readonly ownerName: string | null;
  readonly ownerUnitName: string | null;
  readonly ownerHouse: string | null;
  readonly ownerKind: HouseKind | null;
  /** Who of the family has promised to do it; the owner follows it up. */
  readonly promisedBy: CopiedFamily | null;
  /** `2026-12-08` */
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  readonly state: EntryState;
  readonly byName: string;
  readonly madeAt: Date;
  readonly acts: readonly CopiedAct[];
}

export interface CopiedAnswer {
  /** A house by its name; null for somebody of the family. */
  readonly house: string | null;
  readonly family: 'subject' | 'guardian' | null;
  /** Who of the family it is, for the house that leads. */
  readonly personName: string | null;
  readonly answer: PlanAnswer | null;
  readonly how: AnsweredHow | null;
  readonly said: ReleasedItem | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
}

export interface CopiedVersion {
  readonly number: number;
  readonly state: VersionState;
  readonly putByName: string;
  readonly putAt: Date;
  /** Something in this copy is otherwise than it was put forward. */
  readonly changedSince: boolean;
  readonly answers: readonly CopiedAnswer[];
}

export interface PlanCopy {
  readonly groupId: string;
  readonly caseNumber: string;
  readonly formName: Named;
  /** The form's own ground, as a municipality has written it. */
  readonly groundSource: string;
  readonly own: boolean;
  /** The group's work has ended. */
  readonly ended: boolean;
  /** Who it is, for the house that leads; null too where protection hides the name from the reader. */
  readonly person: ReleasedIdentity | null;
  /** Whom it is about, as this reader may be told. */
  readonly about: string | null;
  /** In the order in which they were written; what should never have stood there is absent. */
  readonly entries: readonly CopiedEntry[];
  /** As it was last put forward; null where it never was. */
  readonly newest: CopiedVersion | null;
  readonly houseName: string;
  readonly readerName: string;
  readonly readerTitle: string;
  readonly readAt: Date;
}
