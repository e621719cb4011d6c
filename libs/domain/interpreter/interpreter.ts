/**
 * An interpreter is a party of their own kind: booked for one meeting and one language, bound to silence before anything is
 * said, and in the room for the points that they are booked for and no other ([S0]; OSL 12:2, tystnadsplikt by agreement).
 */
import type { MeetingState } from '../meeting/meeting-states.js';

export const LANGUAGES = [
  'ar',
  'bs',
  'ckb',
  'en',
  'es',
  'fa',
  'kmr',
  'pl',
  'prs',
  'ro',
  'ru',
  'so',
  'sq',
  'ti',
  'tr',
  'uk',
  'swl',
  'other',
] as const;
/** By the codes of ISO 639; `swl` is Swedish sign language, `other` is said in the booking's words. */
export type Language = (typeof LANGUAGES)[number];

export interface BookablePoint {
  readonly id: string;
  readonly audience: 'professionals' | 'everyone';
}

export type BookingDecision =
  | { readonly outcome: 'booked'; readonly language: Language }
  | {
      readonly outcome: 'refused';
      readonly code: 'meeting-begun' | 'unknown-language' | 'no-points' | 'not-their-point';
    };

/** Only for points at which the family is there: professionals alone need nobody to speak for them. */
export function decideBooking(
  meeting: { readonly state: MeetingState; readonly points: readonly BookablePoint[] },
  wanted: { readonly language: string; readonly pointIds: readonly string[] },
): BookingDecision {
  if (meeting.state !== 'planned' && meeting.state !== 'lobby') return { outcome: 'refused', code: 'meeting-begun' };
  const language = LANGUAGES.find((one) => one === wanted.language);
  if (language === undefined) return { outcome: 'refused', code: 'unknown-language' };
  if (wanted.pointIds.length === 0) return { outcome: 'refused', code: 'no-points' };
  const theirs = meeting.points.filter(({ audience }) => audience === 'everyone').map(({ id }) => id);
  return wanted.pointIds.every((id) => theirs.includes(id))
    ? { outcome: 'booked', language }
    : { outcome: 'refused', code: 'not-their-point' };
}

export interface Booking {
  readonly pointIds: readonly string[];
  readonly silenceConfirmed: boolean;
  readonly admitted: boolean;
  readonly cancelled: boolean;
}

export interface MeetingNow {
  readonly state: MeetingState;
  /** The point that the meeting is at; null before the first. */
  readonly point: string | null;
}

export type AdmissionDecision =
  | { readonly outcome: 'admitted' }
  | { readonly outcome: 'refused'; readonly code: 'cancelled' | 'no-silence' | 'not-running' | 'not-their-point' };

export function decideAdmission(booking: Booking, meeting: MeetingNow): AdmissionDecision {
  if (booking.cancelled) return { outcome: 'refused', code: 'cancelled' };
  if (!booking.silenceConfirmed) return { outcome: 'refused', code: 'no-silence' };
  if (!isRunning(meeting.state)) return { outcome: 'refused', code: 'not-running' };
  return meeting.point !== null && booking.pointIds.includes(meeting.point)
    ? { outcome: 'admitted' }
    : { outcome: 'refused', code: 'not-their-point' };
}

export const WHEREABOUTS = ['booked', 'waits', 'in', 'out', 'over', 'cancelled'] as const;
/** `waits`: bound to silence, outside until their point. `out`: has been in, and the meeting is at another point. */
export type Whereabouts = (typeof WHEREABOUTS)[number];

/** Whoever was let in leaves as the meeting goes on to a point that is not theirs, without anybody having to say so. */
export function whereIs(booking: Booking, meeting: MeetingNow): Whereabouts {
  if (booking.cancelled) return 'cancelled';
  if (meeting.state === 'closed' || meeting.state === 'called-off') return 'over';
  if (!booking.silenceConfirmed) return 'booked';
  if (!booking.admitted) return 'waits';
  return decideAdmission(booking, meeting).outcome === 'admitted' ? 'in' : 'out';
}

const isRunning = (state: MeetingState): boolean => state === 'running' || state === 'paused' || state === 'closing';
