/** Whose yes a version waits for now. */
import type { PlanAnswerRow, PlanVersionRow } from './plan-version.port.js';

/** A house that has no seat any longer, and had not answered, is waited for no more. */
export const askedIn = (
  { id }: Pick<PlanVersionRow, 'id'>,
  answers: readonly PlanAnswerRow[],
  seated: ReadonlySet<string>,
): readonly PlanAnswerRow[] =>
  answers.filter(
    ({ versionId, branchId, answer }) =>
      versionId === id && (branchId === null || answer !== null || seated.has(branchId)),
  );
