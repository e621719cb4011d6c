/** A calendar of one's own: which addresses are taken, how often it is read, and that merged times tell no appointments. */
import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../kernel/instant.js';
import { busyWithin, nextReading, readSourceAddress, readingWindow } from './busy-source.js';

describe('an address', () => {
  it.each([
    ['https://outlook.office365.com/owa/calendar/a@b.se/c/calendar.ics', 'outlook.office365.com'],
    ['webcal://Calendar.Example/x.ics?key=1', 'calendar.example'],
    ['  https://calendar.example  ', 'calendar.example'],
  ])('%s is taken', (text, host) => {
    expect(readSourceAddress(text)).toMatchObject({ outcome: 'address', host });
  });

  it('is a secure one', () => {
    expect(readSourceAddress('webcal://a.example/x.ics')).toMatchObject({ url: 'https://a.example/x.ics' });
    expect(readSourceAddress('http://a.example/x.ics')).toEqual({ outcome: 'refused', code: 'ADDRESS_NOT_HTTPS' });
  });

  it.each([
    '',
    'kalender',
    'ftp://a.example',
    'https://',
    'https://anna:hemligt@a.example/',
    'https://a\\b',
    `https://a/${'x'.repeat(2000)}`,
  ])('is not %j', (text) => {
    expect(readSourceAddress(text)).toEqual({ outcome: 'refused', code: 'CALENDAR_ADDRESS_WRONG' });
  });
});

describe('reading', () => {
  it('comes again after half an hour, and after faults later and later, at last once a day', () => {
    expect([0, 1, 2, 3, 6, 40].map((faults) => nextReading(0, faults) / MINUTE)).toEqual([
      30, 60, 120, 240, 1440, 1440,
    ]);
  });

  it('keeps what lies ahead, as one stretch where appointments follow each other', () => {
    const now = 100 * DAY;
    const { from, until } = readingWindow(now);
    expect(
      busyWithin(
        [
          { from: now + HOUR, until: now + 2 * HOUR },
          { from: now + 2 * HOUR, until: now + 3 * HOUR },
          { from: from - DAY, until: from + HOUR },
          { from: until - HOUR, until: until + DAY },
          { from: 0, until: DAY },
        ],
        { from, until },
      ),
    ).toEqual([
      { from, until: from + HOUR },
      { from: now + HOUR, until: now + 3 * HOUR },
      { from: until - HOUR, until },
    ]);
  });
});
