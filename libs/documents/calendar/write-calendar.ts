/**
 * Meetings as iCalendar (RFC 5545) for a person's own calendar program. A calendar lies open on desks, telephones and
 * servers abroad: it says when, and where to sign in, never whom or what it is about (OSL 26:1).
 */
import ical, { ICalEventClass, ICalEventStatus } from 'ical-generator';

export interface WrittenMeeting {
  /** The same for as long as the meeting exists. */
  readonly id: string;
  /** Of a page that leads on to it for its owner, and says to nobody else what kind of meeting it is. */
  readonly path: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly calledOff: boolean;
  /** Rises with each change that a calendar must hear of, and never otherwise. */
  readonly sequence: number;
  readonly changedAt: Date;
}

export interface CalendarWords {
  readonly name: string;
  readonly title: string;
  readonly note: string;
}

/** How often a program is asked to read again. */
const READ_AGAIN_MINUTES = 15;

/** The same for a meeting for as long as it exists, in feeds and mails alike. */
export const uidOf = (id: string, publicUrl: string): string => `${id}@${new URL(publicUrl).hostname}`;

/** Without a method: at an address nobody is asked anything, and a method would ask for an organizer too (RFC 5546 3.2.1). */
export function writeCalendar(meetings: readonly WrittenMeeting[], words: CalendarWords, publicUrl: string): string {
  const calendar = ical({
    name: words.name,
    prodId: { company: 'Samnav', product: 'Samnav', language: 'SV' },
    ttl: READ_AGAIN_MINUTES * 60,
  });
  for (const { id, path, startsAt, minutes, calledOff, sequence, changedAt } of meetings)
    calendar.createEvent({
      id: uidOf(id, publicUrl),
      sequence,
      stamp: changedAt,
      start: startsAt,
      end: new Date(startsAt.getTime() + minutes * 60_000),
      summary: words.title,
      description: words.note,
      url: `${publicUrl}${path}`,
      class: ICalEventClass.PRIVATE,
      status: calledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}
