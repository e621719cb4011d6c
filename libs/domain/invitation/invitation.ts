/**
 * That somebody is called to a meeting, and what they have said to it. An invitation holds a time and nothing else of the
 * meeting: it lies open in calendars, on desks and on locked telephones (OSL 26:1).
 */
import type { Instant } from '../kernel/instant.js';

export const ANSWERS = ['accepted', 'tentative', 'declined'] as const;
export type InvitationAnswer = (typeof ANSWERS)[number];
/** `none`: nothing has been said to this time yet. */
export type AnswerState = 'none' | InvitationAnswer;

/** A span of time that somebody is called to. */
export interface CalledSpan {
  readonly startsAt: Instant;
  readonly minutes: number;
}
