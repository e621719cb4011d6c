/** A calendar file before it is sent: the times are there, and what they are about is not. */
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { timesOnly } from './times-only.js';

const file = [
  'BEGIN:VCALENDAR',
  'PRODID:-//Någon//Kalender//SV',
  'X-WR-CALNAME:Annas kalender',
  'BEGIN:VEVENT',
  'UID:anna@kommun.example',
  'SUMMARY:Elliot P.\\, hos mormor och sedan vidare till en lång rad som',
  ' fortsätter här',
  'DTSTART;TZID="W. Europe Standard Time":20261124T150',
  ' 000',
  'DTEND:20261124T150000Z',
  'LOCATION:Vårdcentralen',
  'ATTENDEE;CN=Elliot:mailto:elliot@example.com',
  'RRULE:FREQ=WEEKLY',
  'BEGIN:VALARM',
  'DESCRIPTION:Elliot',
  'DURATION:PT15M',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:anna@kommun.example',
  'RECURRENCE-ID:20261201T150000Z',
  'STATUS:CANCELLED',
  'END:VEVENT',
  'BEGIN:VTODO',
  'DTSTART:20261124T150000Z',
  'END:VTODO',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('a calendar file', () => {
  it('keeps its times and loses everything that is said in it', () => {
    expect(timesOnly(file).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;TZID="W. Europe Standard Time":20261124T150000',
      'DTEND:20261124T150000Z',
      'RRULE:FREQ=WEEKLY',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:1',
      'RECURRENCE-ID:20261201T150000Z',
      'STATUS:CANCELLED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is still a calendar', () => {
    const events = new ICAL.Component(ICAL.parse(timesOnly(file))).getAllSubcomponents('vevent');
    expect(events).toHaveLength(2);
  });

  it('that is none stays none', () => {
    expect(timesOnly('<html>\r\n<title>Logga in</title>')).toBe('\r\n');
  });
});
