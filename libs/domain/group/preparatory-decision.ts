/**
 * Who is taken up is decided by the preparatory group and by nobody alone: who of it took part, who decided for it and in
 * which meeting stands beside the reasons ([S0], [S1]: preparatory group → operative group).
 */
import type { CollaborationForm } from '../form/form.js';
import type { Instant } from '../kernel/instant.js';
import { nextStep } from './decide-step.js';

/** The form of the group that weighs nominations and the queue. */
export const PREPARATORY = 'preparatory';

/** Whether what becomes of a nomination is left to the preparatory group: in some forms it comes later, or is nobody else's. */
export function decidesOnNomination(form: Pick<CollaborationForm, 'steps'>): boolean {
  const nominating = form.steps.find(({ does }) => does === 'nominate');
  const next = nextStep(form, { standing: 'preparing', taken: [nominating?.step ?? ''] });
  return next?.requires.includes('preparatory-group') ?? false;
}

/** A preparatory group that runs, as whoever writes its decision sees it. */
export interface PreparatoryBoard {
  readonly id: string;
  readonly members: readonly { readonly memberId: string; readonly onlyListens: boolean }[];
  /** Those that were not called off. */
  readonly meetings: readonly { readonly meetingId: string; readonly startsAt: Instant }[];
}

export interface PreparatoryGiven {
  readonly boardId: string;
  /** Null only between meetings, and then it is said. */
  readonly meetingId: string | null;
  readonly betweenMeetings: boolean;
  readonly present: readonly string[];
  readonly deciderId: string;
}

export interface PreparatoryFault {
  readonly field: 'boardId' | 'meetingId' | 'present' | 'deciderId';
  readonly code: 'no-board' | 'choose' | 'not-begun' | 'nobody' | 'not-a-member' | 'was-not-there' | 'only-listens';
}

export type PreparatoryOutcome =
  { readonly outcome: 'decided' } | { readonly outcome: 'refused'; readonly faults: readonly PreparatoryFault[] };

const refused = (...faults: readonly PreparatoryFault[]): PreparatoryOutcome => ({ outcome: 'refused', faults });

/** `given` is null where nobody has been named. */
export function decidePreparatory(
  boards: readonly PreparatoryBoard[],
  given: PreparatoryGiven | null,
  asOf: Instant,
): PreparatoryOutcome {
  if (boards.length === 0) return refused({ field: 'boardId', code: 'no-board' });
  if (given === null) return refused({ field: 'present', code: 'nobody' });
  const board = boards.find(({ id }) => id === given.boardId);
  if (!board) return refused({ field: 'boardId', code: 'choose' });
  const faults = [...meetingFaults(board, given, asOf), ...peopleFaults(board, given)];
  return faults.length > 0 ? refused(...faults) : { outcome: 'decided' };
}

function meetingFaults(
  { meetings }: PreparatoryBoard,
  { meetingId, betweenMeetings }: PreparatoryGiven,
  asOf: Instant,
): readonly PreparatoryFault[] {
  const meeting = meetings.find((one) => one.meetingId === meetingId);
  if (meeting) return meeting.startsAt <= asOf ? [] : [{ field: 'meetingId', code: 'not-begun' }];
  return meetingId === null && betweenMeetings ? [] : [{ field: 'meetingId', code: 'choose' }];
}

function peopleFaults(
  { members }: PreparatoryBoard,
  { present, deciderId }: PreparatoryGiven,
): readonly PreparatoryFault[] {
  if (present.length === 0) return [{ field: 'present', code: 'nobody' }];
  if (present.some((id) => !members.some(({ memberId }) => memberId === id)))
    return [{ field: 'present', code: 'not-a-member' }];
  const decider = members.find(({ memberId }) => memberId === deciderId);
  if (!decider) return [{ field: 'deciderId', code: 'choose' }];
  if (!present.includes(deciderId)) return [{ field: 'deciderId', code: 'was-not-there' }];
  return decider.onlyListens ? [{ field: 'deciderId', code: 'only-listens' }] : [];
}
