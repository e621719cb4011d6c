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

/**
 * Which answers a reader may know of. Who of a family was asked, and what they said, is no house's own: another house than the
 * one that leads has it with the plan that it has something of, and otherwise not at all, nor in what became of the version (OSL 26:1).
 */
export const askedBy = (
  isWhole: boolean,
  asked: readonly PlanAnswerRow[],
): { readonly asked: readonly PlanAnswerRow[]; readonly isWhole: boolean } => ({
  asked: isWhole ? asked : asked.filter(({ personId }) => personId === null),
  isWhole,
});
