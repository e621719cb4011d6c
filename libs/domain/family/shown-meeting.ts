/**
 * When those whom a family has said yes to meet: told as a time and nothing more. Where they meet, who comes and whatever
 * else is spoken of in a house of its own stays there; so does a meeting that stands on anything but that yes (OSL 10:1,
 * 21:3, 26:1).
 */
import type { ConsentScope } from '../consent/consent.js';
import type { Purpose } from '../disclosure/vocabulary.js';
import { MINUTE, type Instant } from '../kernel/instant.js';
import type { ShownState } from './shown-consent.js';

/** A joint meeting of a case; an internal hub never comes this far. */
export interface MeetingOfCase {
  readonly caseId: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  /** Why it is held. */
  readonly purpose: Purpose;
  /** The house that leads it, written `authority/branch`. */
  readonly house: string;
  /** Of other houses, those that have not ended. */
  readonly seats: readonly SeatAtMeeting[];
}

export interface SeatAtMeeting {
  readonly house: string;
  readonly terms: 'internal' | 'with-consent' | 'assessed';
}

/** A consent as far as its reader is told of it. */
export interface ConsentOfCase {
  readonly id: string;
  readonly caseId: string;
  readonly state: ShownState;
  readonly scope: ConsentScope;
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

/** The earliest first: what has not ended, and stands on nothing but what the reader is told of and that holds as it begins. */
export function showMeetings(
  meetings: readonly MeetingOfCase[],
  consents: readonly ConsentOfCase[],
  asOf: Instant,
): readonly ShownMeeting[] {
  return meetings
    .flatMap((meeting) => {
      const { startsAt, minutes } = meeting;
      const endsAt = startsAt + minutes * MINUTE;
      const yes = yesTo(meeting, consents);
      return yes && endsAt > asOf ? [{ consentId: yes.id, startsAt, endsAt }] : [];
    })
    .sort((one, other) => one.startsAt - other.startsAt);
}

/** The consent by which a meeting may be told at all; undefined where any seat has another ground, or there is none to tell of. */
export function yesTo(meeting: MeetingOfCase, consents: readonly ConsentOfCase[]): ConsentOfCase | undefined {
  const standing = consents.filter(
    ({ caseId, state, validFrom, validUntil }) =>
      caseId === meeting.caseId &&
      STANDING.includes(state) &&
      validFrom <= meeting.startsAt &&
      meeting.startsAt < validUntil,
  );
  const byYes = ({ house, terms }: SeatAtMeeting): boolean =>
    terms === 'with-consent' && standing.some(({ scope }) => reaches(scope, house, meeting));
  if (!meeting.seats.every(byYes)) return undefined;
  return standing.find(({ scope }) => meeting.seats.some(({ house }) => reaches(scope, house, meeting)));
}

const reaches = ({ from, to, categories, purposes }: ConsentScope, called: string, { house, purpose }: MeetingOfCase) =>
  categories.length > 0 &&
  purposes.includes(purpose) &&
  ((from.includes(house) && to.includes(called)) || (from.includes(called) && to.includes(house)));
