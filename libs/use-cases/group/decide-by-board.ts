/** A decision that the form leaves to the preparatory group is written down as that group's, or not at all ([S0], [S1]). */
import { decidePreparatory, type PreparatoryFault, type PreparatoryGiven } from '#domain/group/preparatory-decision.js';
import { InvalidInput, type FieldFault } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { PreparatoryStore, type PreparatoryBoardRow } from './preparatory.port.js';

const CODES: Readonly<Record<PreparatoryFault['code'], string>> = {
  'no-board': 'NO_PREPARATORY_GROUP',
  choose: 'CHOOSE_ONE',
  'not-begun': 'MEETING_NOT_BEGUN',
  nobody: 'NOBODY_FROM_PREPARATORY_GROUP',
  'not-a-member': 'CHOOSE_ONE',
  'was-not-there': 'DECIDER_WAS_NOT_THERE',
  'only-listens': 'DECIDER_ONLY_LISTENS',
};

export interface BoardDecision {
  readonly board: PreparatoryBoardRow;
  readonly given: PreparatoryGiven;
}

/** Fails by the fields that are at fault, together with what else is already known to be. */
export async function requireBoardDecision(
  tx: CallerTransaction,
  given: PreparatoryGiven | null,
  lacking: readonly FieldFault[],
): Promise<BoardDecision> {
  const boards = await tx.of(PreparatoryStore).findBoards();
  const decision = decidePreparatory(boards.map(asBoard), given, tx.now.getTime());
  if (decision.outcome === 'refused')
    throw new InvalidInput([...decision.faults.map(({ field, code }) => ({ field, code: CODES[code] })), ...lacking]);
  const board = boards.find(({ id }) => id === given?.boardId);
  if (!board || given === null) throw new Error('a decision of no preparatory group passed for one');
  return { board, given };
}

export const reasonsMissing = (words: string): readonly FieldFault[] =>
  words.trim() === '' ? [{ field: 'words', code: 'REASONS_MISSING' }] : [];

const asBoard = ({ id, members, meetings }: PreparatoryBoardRow) => ({
  id,
  members: members.map(({ memberId, mandate }) => ({ memberId, onlyListens: mandate === 'listens' })),
  meetings: meetings.map(({ meetingId, startsAt }) => ({ meetingId, startsAt: startsAt.getTime() })),
});

export async function recordBoardDecision(
  tx: CallerTransaction,
  { board, given }: BoardDecision,
  about: {
    readonly step: string;
    readonly caseId: string | null;
    readonly personId: string | null;
    readonly groupId: string | null;
    readonly nominationId: string | null;
  },
): Promise<void> {
  const { step, caseId, personId, groupId, nominationId } = about;
  const id = tx.newId();
  await tx.of(PreparatoryStore).add({
    id,
    caseId,
    groupId,
    nominationId,
    step,
    boardId: board.id,
    meetingId: given.meetingId,
    parts: board.members
      .filter(({ memberId }) => given.present.includes(memberId))
      .map(({ memberId, staffId, branchId }) => ({
        memberId,
        staffId,
        branchId,
        decides: memberId === given.deciderId,
      })),
  });
  await tx.of(LedgerStore).record([
    {
      action: 'change',
      outcome: 'done',
      caseId,
      personId,
      detail: {
        preparatoryDecisionId: id,
        groupId,
        nominationId,
        boardId: board.id,
        step,
        present: given.present.length,
      },
    },
  ]);
}
