/**
 * Who has been asked and has said nothing yet: a unit of the hub, another house, somebody called to a meeting, or whoever is to
 * sign a consent. The coordinator sees them in one list, the most pressing first, and reminds [S0, S1].
 */
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/instant.js';

export const SILENCE_KINDS = ['hub-question', 'inquiry', 'invitation', 'consent'] as const;
export type SilenceKind = (typeof SILENCE_KINDS)[number];

/** Staff are told by a notice; a family is sent its way in anew instead. */
export const REMINDED_KINDS = ['hub-question', 'inquiry', 'invitation'] as const satisfies readonly SilenceKind[];
export type RemindedKind = (typeof REMINDED_KINDS)[number];

/**
 * The least time between two reminders. Minutes matter before a hub; a family that gets a text message each day is pushed, and
 * what is pushed for is no free consent (GDPR 4.11).
 */
export const BETWEEN_REMINDERS: Readonly<Record<SilenceKind, number>> = {
  'hub-question': 5 * MINUTE,
  inquiry: HOUR,
  invitation: 12 * HOUR,
  consent: 2 * DAY,
};

/** From when they may be reminded once more; null: at once. */
export function remindAgainFrom(kind: SilenceKind, remindedAt: Instant | null, now: Instant): Instant | null {
  if (remindedAt === null) return null;
  const from = remindedAt + BETWEEN_REMINDERS[kind];
  return from > now ? from : null;
}
