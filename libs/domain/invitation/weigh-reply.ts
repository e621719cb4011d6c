/**
 * Whether an answer that came by mail is the called person's own answer to the invitation as it stands. A mail's sender is
 * easily forged: what counts is the secret address that it came to, the meeting and the person that it names, and that it
 * answers the newest word (RFC 5546 3.2.3, 2.1.5).
 */
import type { Instant } from '../kernel/instant.js';
import type { InvitationAnswer } from './invitation.js';

/** What a calendar program has sent back. */
export interface CalendarReply {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  /** When it was written, by the sender's clock; null where it does not say. */
  readonly stamp: Instant | null;
  readonly attendees: readonly { readonly address: string; readonly partstat: string }[];
}

/** The invitation whose secret address the answer came to. */
export interface AskedInvitation {
  readonly uid: string;
  readonly address: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly endsAt: Instant;
  /** Of the answer that stands; null when none came by mail to this sequence. */
  readonly answerStamp: Instant | null;
}

export const REPLY_REFUSALS = [
  'not-a-reply',
  'unknown-address',
  'other-meeting',
  'other-person',
  'no-answer',
  'unknown-sequence',
] as const;
/** Nothing wrong was asked for, but it came too late to count. */
export const REPLY_IGNORED = ['old-sequence', 'older-answer', 'cancelled', 'over'] as const;

export type WeighedReply =
  | { readonly outcome: 'taken'; readonly answer: InvitationAnswer }
  | { readonly outcome: 'ignored'; readonly why: (typeof REPLY_IGNORED)[number] }
  | { readonly outcome: 'refused'; readonly why: (typeof REPLY_REFUSALS)[number] };

const PARTSTAT: Readonly<Record<string, InvitationAnswer>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

const refused = (why: (typeof REPLY_REFUSALS)[number]): WeighedReply => ({ outcome: 'refused', why });
const ignored = (why: (typeof REPLY_IGNORED)[number]): WeighedReply => ({ outcome: 'ignored', why });

export function weighReply(reply: CalendarReply, asked: AskedInvitation | undefined, asOf: Instant): WeighedReply {
  if (reply.method.toUpperCase() !== 'REPLY') return refused('not-a-reply');
  if (!asked) return refused('unknown-address');
  if (reply.uid !== asked.uid) return refused('other-meeting');
  const [attendee, ...others] = reply.attendees;
  if (!attendee || others.length > 0 || attendee.address.toLowerCase() !== asked.address.toLowerCase())
    return refused('other-person');
  const answer = PARTSTAT[attendee.partstat.toUpperCase()];
  if (!answer) return refused('no-answer');
  if (!Number.isInteger(reply.sequence) || reply.sequence > asked.sequence) return refused('unknown-sequence');
  if (reply.sequence < asked.sequence) return ignored('old-sequence');
  if (asked.cancelled) return ignored('cancelled');
  if (asked.endsAt <= asOf) return ignored('over');
  if (asked.answerStamp !== null && reply.stamp !== null && reply.stamp < asked.answerStamp)
    return ignored('older-answer');
  return { outcome: 'taken', answer };
}
