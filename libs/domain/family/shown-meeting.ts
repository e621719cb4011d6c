/**
 * When those whom a family has said yes to meet: told as a time and nothing more. Where they meet, who comes and whatever
 * else is spoken of in a house of its own stays there (OSL 10:1, 21:3, 26:1).
 */
import { MINUTE, type Instant } from '../kernel/instant.js';
import type { ShownState } from './shown-consent.js';

/** A joint meeting of a case; an internal hub never comes this far. */
export interface MeetingOfCase {
  readonly caseId: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  /** Closed, or called off. */
  readonly isOver: boolean;
}

/** A consent as far as its reader is told of it. */
export interface ConsentOfCase {
  readonly id: string;
  readonly caseId: string;
  readonly state: ShownState;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
}

export interface ShownMeeting {
  /** Under which yes they meet. */
  readonly consentId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const STANDING: readonly ShownState[] = ['holds', 'begins-later'];

/** The earliest first: what has not ended, under a yes that the reader is told of and that holds when the meeting begins. */
export function showMeetings(
  meetings: readonly MeetingOfCase[],
  consents: readonly ConsentOfCase[],
  asOf: Instant,
): readonly ShownMeeting[] {
  return meetings
    .flatMap(({ caseId, startsAt, minutes, isOver }) => {
      const endsAt = startsAt + minutes * MINUTE;
      const yes = consents.find(
        (one) =>
          one.caseId === caseId &&
          STANDING.includes(one.state) &&
          one.validFrom <= startsAt &&
          startsAt < one.validUntil,
      );
      return yes && !isOver && endsAt > asOf ? [{ consentId: yes.id, startsAt, endsAt }] : [];
    })
    .sort((one, other) => one.startsAt - other.startsAt);
}
