/** The preparatory group's decision, as it is written and as it is shown. */
import type { PreparatoryGiven } from '#domain/group/preparatory-decision.js';
import type { PreparatoryBoardRow, PreparatoryDecisionRow } from '#use-cases/group/preparatory.port.js';
import type { PreparatoryInput } from './group.inputs.js';
import type { PreparatoryDecision, PreparatoryGroup } from './group.model.js';

export const preparatoryGiven = (input: PreparatoryInput | null | undefined): PreparatoryGiven | null =>
  input ? { ...input, meetingId: input.meetingId ?? null } : null;

export const boardShown = ({ id, name, members, meetings }: PreparatoryBoardRow): PreparatoryGroup => ({
  id,
  name,
  members: members.map(({ memberId, name: who, branchName, mandate }) => ({
    memberId,
    name: who,
    branchName,
    mandate,
  })),
  meetings: meetings.map(({ meetingId, startsAt, present }) => ({ meetingId, startsAt, present: [...present] })),
});

export const decidedShown = (
  act: { readonly act: string; readonly word: string },
  decisions: readonly PreparatoryDecisionRow[],
): PreparatoryDecision | null => {
  const found = act.act === 'step' ? decisions.find(({ step }) => step === act.word) : undefined;
  return found
    ? {
        metAt: found.metAt,
        deciderName: found.deciderName,
        present: found.present.map(({ name, branchName }) => ({ name, branchName })),
      }
    : null;
};
