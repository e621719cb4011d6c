import type { Category } from '#domain/disclosure/vocabulary.js';
import type { NewsKind } from '#domain/plan/plan-news.js';

/** A note between meetings; what it says is its item. */
export interface PlanNewsRow {
  readonly id: string;
  readonly groupId: string;
  readonly kind: NewsKind;
  readonly itemId: string;
  readonly byName: string;
  readonly byBranch: string;
  readonly madeAt: Date;
  /** Who wrote the words that stand there, and when. */
  readonly wordsByName: string;
  readonly wordsAt: Date;
  /** Null while it stands. */
  readonly takenOutAt: Date | null;
}

/** One figure of a series, for its day or for the week that begins there; the figure is its item. */
export interface PlanValueRow {
  readonly id: string;
  readonly seriesId: string;
  /** `2026-12-07` */
  readonly period: string;
  readonly itemId: string;
  readonly byName: string;
  readonly byBranch: string;
  readonly madeAt: Date;
  readonly wordsByName: string;
  readonly wordsAt: Date;
}

/** Of an item one version that stands no more: its words, and who put others in their place and when. */
export interface EarlierRow {
  readonly itemId: string;
  readonly version: number;
  readonly category: Category;
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
  readonly byName: string;
  readonly at: Date;
}

/** How much has been told in a group since it last met, in numbers alone. */
export interface NewsCount {
  readonly groupId: string;
  readonly good: number;
  readonly all: number;
}

/** What is told between meetings: notes, and the figures of the series in the plan. */
export abstract class PlanNewsStore {
  /** Those that the caller may see, in the order in which they were told; what was taken out its own house sees. */
  abstract findOfGroup(groupId: string): Promise<PlanNewsRow[]>;
  abstract find(id: string): Promise<PlanNewsRow | undefined>;
  abstract add(
    news: Pick<PlanNewsRow, 'id' | 'groupId' | 'kind' | 'itemId'> & {
      readonly planId: string;
      readonly caseId: string;
    },
  ): Promise<void>;
  /** False when it was taken out already. */
  abstract takeOut(id: string, reasonItemId: string): Promise<boolean>;
  /** Of those of these groups that the caller may see, since each last met; groups without any are absent. */
  abstract countSinceMet(groupIds: readonly string[]): Promise<NewsCount[]>;

  /** Of a group's series, in the order of their days. */
  abstract findValues(groupId: string): Promise<PlanValueRow[]>;
  abstract findValue(id: string): Promise<PlanValueRow | undefined>;
  /** False when somebody has told it for this day or week already. */
  abstract addValue(
    value: Pick<PlanValueRow, 'id' | 'seriesId' | 'period' | 'itemId'> & {
      readonly groupId: string;
      readonly caseId: string;
    },
  ): Promise<boolean>;
  /** False when another figure stands for that day or week. */
  abstract moveValue(id: string, period: string): Promise<boolean>;
  /** What figures said before they were put right, the oldest first; none of an item that the caller may not see. */
  abstract findEarlier(itemIds: readonly string[]): Promise<EarlierRow[]>;
}
