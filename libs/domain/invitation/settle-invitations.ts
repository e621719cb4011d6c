/**
 * What a meeting as it is now asks of its invitations: who is to be called, who must hear of a new time and who is no longer
 * needed. Worked out from the whole each time, so that doing it twice does nothing twice.
 */
import { MINUTE, type Instant } from '../kernel/instant.js';
import type { MeetingState } from '../meeting/meeting-states.js';
import type { CalledSpan } from './invitation.js';

export interface CalledMeeting extends CalledSpan {
  readonly state: MeetingState;
}

/** Somebody whom the meeting needs now. */
export interface Called {
  readonly staffId: string;
  readonly branchId: string;
  /** Minutes from the beginning, and how many; null: the whole meeting. */
  readonly part: { readonly from: number; readonly minutes: number } | null;
}

export interface StandingInvitation extends CalledSpan {
  readonly id: string;
  readonly staffId: string;
  readonly branchId: string;
  readonly cancelled: boolean;
}

export type InvitationChange =
  | { readonly kind: 'invite'; readonly staffId: string; readonly branchId: string; readonly part: CalledSpan }
  /** A new time, or called anew after having been let go: what was answered before was said of something else. */
  | { readonly kind: 'renew'; readonly id: string; readonly branchId: string; readonly part: CalledSpan }
  | { readonly kind: 'cancel'; readonly id: string };

/** From its beginning on a meeting moves nobody's calendar any more. */
const AHEAD: readonly MeetingState[] = ['planned', 'lobby'];

export function settleInvitations(
  meeting: CalledMeeting,
  called: readonly Called[],
  standing: readonly StandingInvitation[],
  asOf: Instant,
): readonly InvitationChange[] {
  const open = standing.filter(({ cancelled }) => !cancelled);
  if (meeting.state === 'called-off') return open.map(({ id }) => ({ kind: 'cancel', id }));
  if (!AHEAD.includes(meeting.state)) return [];
  const wanted = new Map(called.map((one) => [one.staffId, one]));
  const changes: InvitationChange[] = open
    .filter(({ staffId }) => !wanted.has(staffId))
    .map(({ id }) => ({ kind: 'cancel', id }));
  const isPast = meeting.startsAt + meeting.minutes * MINUTE <= asOf;
  for (const { staffId, branchId, part } of isPast ? [] : wanted.values()) {
    const theirs = partOf(meeting, part);
    const known = standing.find((one) => one.staffId === staffId);
    if (!known) changes.push({ kind: 'invite', staffId, branchId, part: theirs });
    else if (known.cancelled || known.startsAt !== theirs.startsAt || known.minutes !== theirs.minutes)
      changes.push({ kind: 'renew', id: known.id, branchId, part: theirs });
  }
  return changes;
}

/** Nobody is held longer than the meeting lasts, also when it has become shorter than their part began. */
function partOf(meeting: CalledSpan, part: Called['part']): CalledSpan {
  if (part === null || part.from >= meeting.minutes) return { startsAt: meeting.startsAt, minutes: meeting.minutes };
  return {
    startsAt: meeting.startsAt + part.from * MINUTE,
    minutes: Math.min(part.minutes, meeting.minutes - part.from),
  };
}
