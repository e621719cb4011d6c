/** The calendar part of a mail, as a calendar program would show it, and the answer that such a program sends back (RFC 5546 3.2.3). */
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalCalendarMethod } from 'ical-generator';
import ICAL from 'ical.js';

export interface CalendarPart {
  /** `REQUEST` or `CANCEL`. */
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Where answers go; the secret of the invitation is a part of it. */
  readonly organizer: string;
  readonly attendee: string;
  readonly text: string;
}

export const ANSWERS = ['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const;
export type Answer = (typeof ANSWERS)[number];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const bare = (value: unknown): string => textOf(value).replace(/^mailto:/i, '');

/** Null for what is no calendar with one event of one person's. */
export function readCalendarPart(text: string): CalendarPart | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const component = calendar.getFirstSubcomponent('vevent');
    if (!component) return null;
    const event = new ICAL.Event(component);
    return {
      method: textOf(calendar.getFirstPropertyValue('method')),
      uid: event.uid,
      sequence: event.sequence,
      title: event.summary,
      startsAt: event.startDate.toJSDate(),
      endsAt: event.endDate.toJSDate(),
      organizer: bare(component.getFirstPropertyValue('organizer')),
      attendee: bare(component.getFirstPropertyValue('attendee')),
      text,
    };
  } catch {
    return null;
  }
}

/** A whole mail, as the receiver's calendar program sends it to the invitation's own address. */
export function writeAnswer(part: CalendarPart, answer: Answer, at: Date): string {
  const calendar = ical({ prodId: { company: 'Demo', product: 'Kalender' }, method: ICalCalendarMethod.REPLY });
  calendar.createEvent({
    id: part.uid,
    sequence: part.sequence,
    stamp: at,
    start: part.startsAt,
    end: part.endsAt,
    summary: part.title,
    organizer: { name: 'Samnav', email: part.organizer },
    attendees: [
      {
        email: part.attendee,
        type: ICalAttendeeType.INDIVIDUAL,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus[answer],
      },
    ],
  });
  return [
    `From: <${part.attendee}>`,
    `To: <${part.organizer}>`,
    'Subject: Svar',
    `Date: ${at.toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    calendar.toString(),
  ].join('\r\n');
}
