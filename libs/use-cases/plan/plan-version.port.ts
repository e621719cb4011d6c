import type { AnsweredHow, PlanAnswer, ToldHow, VersionLine } from '#domain/plan/plan-versions.js';

export interface PlanVersionRow {
  readonly id: string;
  readonly number: number;
  readonly putByName: string;
  readonly putAt: Date;
}

/** What stood in a version, as far as the caller may see the entry; its words are the item's in that version. */
export interface VersionLineRow extends VersionLine {
  readonly versionId: string;
  readonly itemId: string;
  readonly kind: string;
  readonly ownerName: string | null;
}

/** Whose yes it takes: a house, or somebody of the family. */
export interface PlanAnswerRow {
  readonly id: string;
  readonly versionId: string;
  readonly groupId: string;
  readonly branchId: string | null;
  readonly branchName: string | null;
  readonly personId: string | null;
  readonly answer: PlanAnswer | null;
  readonly how: AnsweredHow | null;
  readonly itemId: string | null;
  readonly answeredByName: string | null;
  readonly answeredAt: Date | null;
}

export abstract class PlanVersionStore {
  /** The newest first. */
  abstract findOfGroup(groupId: string): Promise<PlanVersionRow[]>;
  /** Writes down what stands in the plan now as well. */
  abstract add(version: {
    readonly id: string;
    readonly planId: string;
    readonly groupId: string;
    readonly caseId: string;
    readonly number: number;
  }): Promise<void>;
  /** Of these versions. */
  abstract findLines(versionIds: readonly string[]): Promise<VersionLineRow[]>;
  /** What a version would hold if the plan were put forward now. */
  abstract findStanding(groupId: string): Promise<VersionLineRow[]>;
  /** When something that the caller’s house was told of, and has no more, was taken out of the plan; what it was is not told. */
  abstract findTakenOut(groupId: string): Promise<Date[]>;
  abstract ask(asked: {
    readonly id: string;
    readonly versionId: string;
    readonly groupId: string;
    readonly branchId: string | null;
    readonly personId: string | null;
  }): Promise<void>;
  abstract findAnswers(groupId: string): Promise<PlanAnswerRow[]>;
  abstract findAnswer(id: string): Promise<PlanAnswerRow | undefined>;
  /** False when somebody else was first. */
  abstract answer(
    id: string,
    said: { readonly answer: PlanAnswer; readonly how: ToldHow | null; readonly itemId: string | null },
  ): Promise<boolean>;
}
