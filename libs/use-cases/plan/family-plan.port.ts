import type { Category } from '#domain/disclosure/vocabulary.js';
import type { VoiceKind } from '#domain/plan/family-plan.js';
import type { EntryState } from '#domain/plan/entry-states.js';
import type { EntryKind } from '#domain/plan/plan-entry.js';
import type { Measured } from '#domain/plan/plan-series.js';
import type { PlanAnswer } from '#domain/plan/plan-versions.js';

/** A plan that somebody of the family may be told of. */
export interface FamilyPlanRow {
  readonly planId: string;
  readonly groupId: string;
  readonly caseId: string;
  /** Whose plan it is. */
  readonly personId: string;
  /** Of the house that leads. */
  readonly branchId: string;
  readonly municipalityId: string;
}

/** One thing in it that was written for the family; its words are the gate's to give. */
export interface FamilyEntryRow {
  readonly id: string;
  readonly groupId: string;
  readonly kind: EntryKind;
  readonly itemId: string;
  readonly goalId: string | null;
  readonly promisedBy: string | null;
  /** `authority/branch`; null where nobody is responsible. */
  readonly ownerHouse: string | null;
  readonly ownerName: string | null;
  /** `2026-12-08` */
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  readonly state: EntryState;
  /** It came of what the reader proposed. */
  readonly isProposed: boolean;
}

/** What the reader has said themselves. */
export interface OwnVoiceRow {
  readonly id: string;
  readonly groupId: string;
  readonly entryId: string | null;
  readonly kind: VoiceKind;
  readonly itemId: string;
  readonly saidAt: Date;
  readonly answer: 'taken-up' | 'declined' | null;
  readonly answerItemId: string | null;
}

export interface NewVoice {
  readonly id: string;
  readonly plan: FamilyPlanRow;
  readonly entryId: string | null;
  readonly kind: VoiceKind;
  readonly itemId: string;
  /** Made by the telephone: what is sent twice is said once. */
  readonly key: string;
}

/** The version that the reader is asked about. */
export interface OwnAnswerRow {
  readonly groupId: string;
  readonly number: number;
  readonly putAt: Date;
  readonly answerId: string;
  readonly answer: PlanAnswer | null;
  readonly itemId: string | null;
  readonly answeredAt: Date | null;
  /** Something that the reader sees stands otherwise than it was put forward. */
  readonly isChanged: boolean;
}

/** A series among the reader's entries. */
export interface FamilySeriesRow extends Measured {
  /** Of the entry. */
  readonly id: string;
}

/** One of its figures, for its day or for the week that begins there; the figure is the gate's to give. */
export interface FamilyValueRow {
  readonly id: string;
  readonly seriesId: string;
  /** `2026-12-07` */
  readonly period: string;
  readonly itemId: string;
}

/** What stood in a version that the reader was asked about, as far as it is theirs. */
export interface FamilyLineRow {
  readonly groupId: string;
  readonly number: number;
  readonly putAt: Date;
  readonly entryId: string;
  readonly kind: EntryKind;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly promisedBy: string | null;
  /** `2026-12-08` */
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  readonly state: EntryState;
}

/** An item's words in one of its earlier versions, sealed. */
export interface FamilyWordsRow {
  readonly itemId: string;
  readonly version: number;
  readonly category: Category;
  readonly keyVersion: number;
  readonly ciphertext: Buffer;
}

/** Asked as somebody of a family, of whom each function answers by itself what is theirs. */
export abstract class FamilyPlanStore {
  abstract findPlans(): Promise<FamilyPlanRow[]>;
  /** In the order in which they were written. */
  abstract findEntries(): Promise<FamilyEntryRow[]>;
  abstract findSeries(): Promise<FamilySeriesRow[]>;
  /** In the order of their days. */
  abstract findValues(): Promise<FamilyValueRow[]>;
  /** Of all the versions that the reader was asked about, the oldest first. */
  abstract findLines(): Promise<FamilyLineRow[]>;
  /** The words of these lines that stand no more. */
  abstract findEarlierWords(): Promise<FamilyWordsRow[]>;
  /** The oldest first; what was taken back is not said. */
  abstract findVoices(): Promise<OwnVoiceRow[]>;
  abstract findAnswers(): Promise<OwnAnswerRow[]>;
  /** Another whenever what the reader would read is another. */
  abstract getMark(): Promise<string>;
  abstract hasSaid(key: string): Promise<boolean>;
  /** False when it has been said with this key before. */
  abstract say(voice: NewVoice): Promise<boolean>;
  /** That a thing is done is taken back; the ids of what was said so. */
  abstract undo(entryId: string): Promise<string[]>;
  /** False when it was answered before, or stands otherwise by now. */
  abstract answer(id: string, said: { readonly answer: PlanAnswer; readonly itemId: string | null }): Promise<boolean>;
}
