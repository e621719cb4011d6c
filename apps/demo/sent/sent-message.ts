import type { CalendarPart } from './calendar-part.js';

/** What the demonstration would have sent, as its page shows it. */
export interface SentMessage {
  readonly id: string;
  readonly kind: 'mail' | 'text-message';
  readonly at: Date;
  /** Null for a text message, as its subject is. */
  readonly from: string | null;
  readonly to: readonly string[];
  readonly subject: string | null;
  readonly text: string;
  /** What a calendar program would show of it; null where there is none. */
  readonly calendar: CalendarPart | null;
}

/** How many of a kind are kept; the oldest go. */
export const MOST_KEPT = 200;
