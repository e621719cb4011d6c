import type { AssessmentInstrument, Ordered } from '#domain/group-assessment/group-assessment.js';

/** An ordered assessment in ids and times; its result stands in its item. */
export interface GroupAssessmentRow {
  readonly id: string;
  readonly groupId: string;
  readonly instrument: AssessmentInstrument;
  readonly assessorId: string;
  readonly assessorName: string;
  readonly orderedById: string;
  readonly orderedByName: string;
  readonly orderedAt: Date;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
  readonly itemId: string | null;
  readonly withdrawnAt: Date | null;
}

export const asOrdered = ({ instrument, doneAt, withdrawnAt }: GroupAssessmentRow): Ordered => ({
  instrument,
  done: doneAt !== null,
  withdrawn: withdrawnAt !== null,
});

/** Assessments around groups of the caller's own house. */
export abstract class GroupAssessmentStore {
  abstract add(order: {
    readonly id: string;
    readonly groupId: string;
    readonly caseId: string;
    readonly instrument: AssessmentInstrument;
    readonly assessorId: string;
    readonly dueAt: Date;
  }): Promise<void>;
  /** The newest first. */
  abstract findOfGroup(groupId: string): Promise<GroupAssessmentRow[]>;
  /** Kept from others until the transaction ends. */
  abstract findForChange(id: string): Promise<GroupAssessmentRow | undefined>;
  abstract finish(id: string, itemId: string): Promise<void>;
  abstract withdraw(id: string): Promise<void>;
  /** What is still to be done goes on around the same young person in the group that the work has become. */
  abstract passOn(groupId: string, toGroupId: string): Promise<void>;
  /** Of which group it is, as long as it is to be done; asked by the platform. */
  abstract findAwaited(id: string): Promise<{ readonly groupId: string; readonly assessorId: string } | undefined>;
  /** Who works on the case in the own house, and so can be asked to assess. */
  abstract findAssessors(
    caseId: string,
  ): Promise<{ readonly staffId: string; readonly name: string; readonly unitId: string }[]>;
}
