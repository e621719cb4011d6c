/** Calendars as Outlook, Google and the RFC write them, and as somebody with ill will would. */
import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#domain/kernel/instant.js';
import { IcalBusyReader } from './ical-busy-reader.js';

const within = { from: parseInstant('2026-09-01T00:00Z')!, until: parseInstant('2026-12-31T00:00Z')! };
const reader = new IcalBusyReader();
const hurried = new IcalBusyReader(300);
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'SUMMARY:Hemligt', ...lines, 'END:VEVENT'];
const busy = (...lines: string[]): string[] => {
  const read = reader.read(calendar(...lines), within);
  if (read.outcome === 'fault') throw new Error(read.fault);
  const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
  return read.busy.map(({ from, until }) => `${iso(from)}/${iso(until)}`).sort();
};
const faultOf = (text: string, by = reader): string => {
  const read = by.read(text, within);
  return read.outcome === 'fault' ? read.fault : 'none';
};

/** As Exchange writes it: a zone of its own name, defined in the file. */
const EXCHANGE_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('busy times', () => {
  it('are read from UTC, from a zone that is defined, from one that is only named, and from the clock here', () => {
    expect(busy(...event('UID:1', 'DTSTART:20261124T140000Z', 'DTEND:20261124T150000Z'))).toEqual([
      '2026-11-24T14:00/2026-11-24T15:00',
    ]);
    const exchange = event(
      'UID:2',
      'DTSTART;TZID=W. Europe Standard Time:20261020T150000',
      'DTEND;TZID=W. Europe Standard Time:20261020T160000',
    );
    expect(busy(...EXCHANGE_ZONE, ...exchange)).toEqual(['2026-10-20T13:00/2026-10-20T14:00']);
    expect(busy(...event('UID:3', 'DTSTART;TZID=America/New_York:20261124T090000', 'DURATION:PT30M'))).toEqual([
      '2026-11-24T14:00/2026-11-24T14:30',
    ]);
    expect(busy(...event('UID:4', 'DTSTART;TZID=Mars/Olympus:20261124T150000', 'DURATION:PT30M'))).toEqual([
      '2026-11-24T14:00/2026-11-24T14:30',
    ]);
    expect(busy(...event('UID:5', 'DTSTART:20261124T150000', 'DURATION:PT30M'))).toEqual([
      '2026-11-24T14:00/2026-11-24T14:30',
    ]);
  });

  it('are whole days of the clock here', () => {
    expect(busy(...event('UID:1', 'DTSTART;VALUE=DATE:20261025'))).toEqual(['2026-10-24T22:00/2026-10-25T23:00']);
  });

  it('keep to the clock on the wall over a change, less what is taken out and with what is moved', () => {
    const weekly = (more: string[]) =>
      event(
        'UID:weekly',
        'DTSTART;TZID=W. Europe Standard Time:20261013T150000',
        'DTEND;TZID=W. Europe Standard Time:20261013T160000',
        ...more,
      );
    const lines = [
      ...EXCHANGE_ZONE,
      ...weekly(['RRULE:FREQ=WEEKLY;COUNT=5', 'EXDATE;TZID=W. Europe Standard Time:20261020T150000']),
      ...event(
        'UID:weekly',
        'RECURRENCE-ID;TZID=W. Europe Standard Time:20261103T150000',
        'DTSTART;TZID=W. Europe Standard Time:20261104T090000',
        'DTEND;TZID=W. Europe Standard Time:20261104T093000',
      ),
      ...event(
        'UID:weekly',
        'STATUS:CANCELLED',
        'RECURRENCE-ID;TZID=W. Europe Standard Time:20261110T150000',
        'DTSTART;TZID=W. Europe Standard Time:20261110T150000',
      ),
    ];
    expect(busy(...lines)).toEqual([
      '2026-10-13T13:00/2026-10-13T14:00',
      '2026-10-27T14:00/2026-10-27T15:00',
      '2026-11-04T08:00/2026-11-04T08:30',
    ]);
  });

  it('are followed from a rule that began long ago, and end with what is looked at', () => {
    const daily = event('UID:1', 'DTSTART:20100104T070000Z', 'DTEND:20100104T080000Z', 'RRULE:FREQ=WEEKLY;BYDAY=MO');
    const found = busy(...daily);
    expect(found[0]).toBe('2026-09-07T07:00/2026-09-07T08:00');
    expect(found.at(-1)).toBe('2026-12-28T07:00/2026-12-28T08:00');
    expect(found).toHaveLength(17);
  });

  it('are not what is cancelled, transparent, free, elsewhere or without length', () => {
    const when = ['DTSTART:20261124T140000Z', 'DTEND:20261124T150000Z'];
    expect(
      busy(
        ...event('UID:1', ...when, 'STATUS:CANCELLED'),
        ...event('UID:2', ...when, 'TRANSP:TRANSPARENT'),
        ...event('UID:3', ...when, 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'),
        ...event('UID:4', ...when, 'X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE'),
        ...event('UID:5', 'DTSTART:20261124T140000Z'),
        ...event('UID:6', 'DTSTART:20301124T140000Z', 'DTEND:20301124T150000Z'),
      ),
    ).toEqual([]);
    expect(busy(...event('UID:1', ...when, 'STATUS:TENTATIVE'))).toHaveLength(1);
  });

  it('are read from a calendar that says nothing but free and busy', () => {
    expect(
      busy(
        'BEGIN:VFREEBUSY',
        'UID:1',
        'FREEBUSY;FBTYPE=BUSY:20261124T140000Z/PT1H,20261125T080000Z/20261125T090000Z',
        'FREEBUSY;FBTYPE=FREE:20261126T140000Z/PT1H',
        'END:VFREEBUSY',
      ),
    ).toEqual(['2026-11-24T14:00/2026-11-24T15:00', '2026-11-25T08:00/2026-11-25T09:00']);
  });
});

describe('what is no calendar', () => {
  it.each([
    ['an empty file', ''],
    ['a web page', '<!doctype html><title>Logga in</title>'],
    ['an address book', 'BEGIN:VCARD\r\nEND:VCARD\r\n'],
    ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'],
  ])('%s is refused', (_, text) => {
    expect(faultOf(text)).toBe('not-a-calendar');
  });

  it.each([
    ['is longer than any calendar', 'x'.repeat(5_000_001)],
    [
      'repeats each second',
      calendar(...event('UID:1', 'DTSTART:20000101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY')),
    ],
    [
      'has a rule that nothing fulfils',
      calendar(
        ...event('UID:1', 'DTSTART:20260101T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'),
      ),
    ],
  ])('%s and costs no more than its limit', (_, text) => {
    const before = Date.now();
    expect(faultOf(text, hurried)).toBe('too-large');
    expect(Date.now() - before).toBeLessThan(3_000);
  });

  it('is what one calendar says of a zone, for another', () => {
    busy(
      ...EXCHANGE_ZONE.map((line) =>
        line.replace('W. Europe Standard Time', 'Europe/Stockholm').replace(/\+0[12]00/, '+1200'),
      ),
    );
    expect(busy(...event('UID:1', 'DTSTART;TZID=Europe/Stockholm:20261124T150000', 'DURATION:PT30M'))).toEqual([
      '2026-11-24T14:00/2026-11-24T14:30',
    ]);
  });
});
