/** Invitations as a calendar program reads them out of a mail, and answers to them. */
import { expect } from '@jest/globals';
import ICAL from 'ical.js';
import { until } from './deadlines.js';
import type { KeptMail, Mailbox } from './mailbox.js';
import type { World } from './world.js';

export const eventOf = (mail: KeptMail) => {
  const calendar = new ICAL.Component(ICAL.parse(mail.calendar ?? ''));
  const event = calendar.getFirstSubcomponent('vevent')!;
  return {
    calendar,
    event,
    value: (name: string) => String(event.getFirstPropertyValue(name)).replace(/^MAILTO:/, 'mailto:'),
  };
};

/** The type of the part that a calendar program takes, as its head says it. */
export const calendarTypeOf = ({ raw }: KeptMail): string =>
  /^Content-Type: (text\/calendar;(?:.*\r?\n[ \t])*.*)$/im.exec(raw)?.[1]?.replace(/\r?\n\s*/g, ' ') ?? '';

/** The events of a feed. */
export const eventsIn = (text: string): { uid: string; sequence: number; start: string; status: string }[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => {
    const { uid, sequence, startDate } = new ICAL.Event(one);
    const status = String(one.getFirstPropertyValue('status'));
    return { uid, sequence, start: startDate.toJSDate().toISOString(), status };
  });

/** As a calendar program answers: the invitation sent back with the answer in it (RFC 5546 3.2.3). */
export function answerTo(mail: KeptMail, partstat: string, change: (text: string) => string = (text) => text): string {
  const { event, value } = eventOf(mail);
  const attendee = value('attendee');
  const organizer = value('organizer');
  const calendar = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Other//Calendar//EN',
    'VERSION:2.0',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${value('uid')}`,
    `SEQUENCE:${value('sequence')}`,
    'DTSTAMP:20261101T080000Z',
    `DTSTART:${event.getFirstProperty('dtstart')?.toICALString().split(':')[1]}`,
    `ORGANIZER:${organizer}`,
    `ATTENDEE;PARTSTAT=${partstat}:${attendee}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  return [
    `From: <${mail.to}>`,
    `To: <${organizer.replace('mailto:', '')}>`,
    'Subject: Re',
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY',
    '',
    change(calendar),
  ].join('\r\n');
}

export interface CalendarMails {
  readonly addressOf: (key: string) => string;
  /** In the order in which they came. */
  readonly to: (key: string) => KeptMail[];
  /** The last of so many that have come, and no more. */
  readonly last: (key: string, count: number) => Promise<KeptMail>;
}

/** Calendar mails to people of the town by their keys. */
export async function calendarMails(world: World, box: Mailbox): Promise<CalendarMails> {
  const rows = await world.behindTheLocks<{ id: string; email: string }>(`select id, email from staff_member`);
  const addresses = new Map(rows.map(({ id, email }) => [id, email]));
  const addressOf = (key: string): string => addresses.get(world.caller(key).staffId) ?? '';
  const to = (key: string): KeptMail[] =>
    box.mails.filter((mail) => mail.to === addressOf(key) && mail.calendar !== undefined);
  return {
    addressOf,
    to,
    last: async (key, count) => {
      const mails = await until(
        () => Promise.resolve(to(key).length),
        (there) => there >= count,
        15_000,
      );
      expect(mails).toBe(count);
      return to(key).at(-1)!;
    },
  };
}
