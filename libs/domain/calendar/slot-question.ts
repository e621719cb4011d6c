/** What is asked when a time is sought for people of several agencies, and what is answered. */
import type { Slot } from '../form/form.js';
import type { Instant } from '../kernel/instant.js';
import type { Stretch } from './stretch.js';
import type { DaySpan, WorkHours } from './work-hours.js';

/** Somebody in a post, there for the whole meeting: which points a party is let in to is said when a meeting has been called. */
export interface Attendee {
  readonly id: string;
  /** When they are busy; for what is never known here. In any order. */
  readonly busy: readonly Stretch[];
  readonly hours: WorkHours;
  /** Days on which they do not work, such as school breaks. */
  readonly away: readonly DaySpan[];
}

/** A seat that can be filled: by somebody in it, or by who stands in for them. */
export interface SeatToFill {
  readonly id: string;
  /** A mandate: without it the time does not count. */
  readonly must: boolean;
  /** How much it is worth that somebody sits there, a whole number from 0. A deputy is worth half. */
  readonly weight: number;
  /** Attendees; any of them will do. */
  readonly holders: readonly string[];
  readonly deputies: readonly string[];
}

export interface MeetingRoom {
  readonly id: string;
  /** The house that it lies in: whoever waits there waits together. Null where that is not known. */
  readonly site: string | null;
  readonly busy: readonly Stretch[];
}

/** A time, with its margin, at which nobody of this meeting may be at the same place. Why is never said. */
export interface KeptClear extends Stretch {
  /** Null where it is not known, and so everywhere. */
  readonly site: string | null;
}

export interface SlotQuestion {
  readonly attendees: readonly Attendee[];
  readonly seats: readonly SeatToFill[];
  /** Minutes of the professionals alone, before the rest. */
  readonly preMinutes: number;
  /** Minutes of what follows. */
  readonly minutes: number;
  /** The meeting begins no earlier and ends no later. */
  readonly earliest: Instant;
  readonly latest: Instant;
  /** Minutes between two starts that are tried, counted from midnight. */
  readonly step: number;
  /** The group's own standing time. */
  readonly fixed: Slot | null;
  /** Before this the group has to meet. */
  readonly meetBy: Instant | null;
  readonly closed: readonly DaySpan[];
  readonly schoolBreaks: readonly DaySpan[];
  /** One of them has to be free; null where no room is needed. */
  readonly rooms: readonly MeetingRoom[] | null;
  readonly keptClear: readonly KeptClear[];
  /** How many answers, at most how many of one day, and how many minutes at least between two starts. */
  readonly most: number;
  readonly perDay: number;
  readonly spreadMinutes: number;
}

export type SlotReasonCode =
  /** Every seat by who holds it. */
  | 'everyone'
  /** Somebody stands in for them. */
  | 'deputy'
  /** Nobody can: of seats that are no mandates. */
  | 'without'
  | 'fixed-slot'
  | 'keeps-limit'
  | 'after-limit'
  | 'school-break';

export interface SlotReason {
  readonly code: SlotReasonCode;
  /** The seats that it is about. */
  readonly seats: readonly string[];
}

export interface FoundSlot {
  readonly starts: Instant;
  /** When the family comes, who are not part of the pre-meeting. */
  readonly familyStarts: Instant;
  readonly ends: Instant;
  readonly room: string | null;
  readonly reasons: readonly SlotReason[];
}

export interface SlotAnswer {
  /** The best first. */
  readonly slots: readonly FoundSlot[];
  /** Mandates that alone stood in the way, and of how many times that were tried; the worst first. */
  readonly hindrances: readonly { readonly seat: string; readonly times: number }[];
}
