/** What is written is read back by a reader of its own, as a calendar program would. */
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { nextSlotDay } from '#domain/form/cadence.js';
import { civilDay } from '#domain/kernel/civil-day.js';
import { instantAt } from '#domain/kernel/stockholm.js';
import { faultsOf } from '../../../test/support/itip.js';
import { CALENDAR_WORDS } from './words.js';
import { writeCalendar, type WrittenMeeting } from './write-calendar.js';

const meeting = (over: Partial<WrittenMeeting> = {}): WrittenMeeting => ({
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  path: '/inbjudningar/7b1d7a5e-6c0f-4c7b-8d2d-0d6f6a1f2c3e',
  startsAt: new Date('2026-10-24T13:00:00Z'),
  minutes: 30,
  calledOff: false,
  sequence: 3,
  changedAt: new Date('2026-10-20T08:00:00Z'),
  ...over,
});

const write = (...all: WrittenMeeting[]): string => writeCalendar(all, CALENDAR_WORDS, 'https://samnav.example');
const read = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('a written calendar', () => {
  it('says when, what to do, and nothing else', () => {
    const [event] = read(write(meeting()));
    expect(event?.uid).toBe('0f8fad5b-d9cb-469f-a165-70867728950e@samnav.example');
    expect(event?.sequence).toBe(3);
    expect(event?.startDate.toJSDate()).toEqual(new Date('2026-10-24T13:00:00Z'));
    expect(event?.endDate.toJSDate()).toEqual(new Date('2026-10-24T13:30:00Z'));
    expect([event?.summary, event?.description, event?.location]).toEqual([
      CALENDAR_WORDS.title,
      CALENDAR_WORDS.note,
      null,
    ]);
    const names = [...write(meeting()).matchAll(/^([A-Z-]+)[;:]/gm)].map(([, name]) => name);
    expect(new Set(names)).toEqual(
      new Set([
        'BEGIN',
        'END',
        'VERSION',
        'PRODID',
        'NAME',
        'X-WR-CALNAME',
        'REFRESH-INTERVAL',
        'X-PUBLISHED-TTL',
        'UID',
        'SEQUENCE',
        'DTSTAMP',
        'DTSTART',
        'DTEND',
        'SUMMARY',
        'DESCRIPTION',
        'URL',
        'CLASS',
        'STATUS',
      ]),
    );
  });

  it('is what a calendar at an address must be, of whatever its meetings have come to', () => {
    const off = meeting({ id: '11111111-d9cb-469f-a165-70867728950e', calledOff: true });
    for (const all of [[], [meeting()], [meeting(), off]]) expect(faultsOf(write(...all), 'FEED')).toEqual([]);
    expect(read(write(meeting()))[0]?.component.getFirstPropertyValue('class')).toBe('PRIVATE');
    // What the tables are for: a published calendar would owe an organizer.
    const published = write(meeting()).replace('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:PUBLISH');
    expect(faultsOf(published, 'FEED')).toEqual(['METHOD stands 1 times']);
    expect(faultsOf(published, 'PUBLISH')).toEqual(['ORGANIZER stands 0 times']);
  });

  it('keeps the length of a meeting over the nights when the clocks change', () => {
    for (const startsAt of ['2026-03-29T00:45:00Z', '2026-10-25T00:45:00Z', '2026-10-25T01:15:00Z']) {
      const [event] = read(write(meeting({ startsAt: new Date(startsAt), minutes: 60 })));
      expect(event?.startDate.toJSDate()).toEqual(new Date(startsAt));
      expect(event?.duration.toSeconds()).toBe(3_600);
    }
  });

  it('holds a standing time over both nights when the clocks change, and an exception touches no other meeting', () => {
    const slot = { weekday: 2, startsLocal: '15:00', everyWeeks: 2, firstOn: '2026-10-06' } as const;
    const days: number[] = [];
    for (let from = civilDay(2026, 10, 1); days.length < 16; from = Math.max(...days) + 1)
      days.push(nextSlotDay(slot, from));
    const series = days.map((day, at) =>
      meeting({
        id: `0f8fad5b-d9cb-469f-a165-0000000000${at + 10}`,
        startsAt: new Date(instantAt(day, 15 * 60)),
        sequence: 1,
      }),
    );
    const text = write(...series);
    const inSweden = new Intl.DateTimeFormat('sv', {
      timeZone: 'Europe/Stockholm',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    expect(new Set(read(text).map((one) => inSweden.format(one.startDate.toJSDate())))).toEqual(new Set(['tis 15:00']));
    expect(new Set(read(text).map((one) => one.startDate.toJSDate().getUTCHours()))).toEqual(new Set([13, 14]));
    // One is moved to the day after and one is called off.
    const [moved, off] = [series[3]!, series[7]!];
    const after = series.map((one) => {
      if (one === moved) return { ...one, startsAt: new Date(one.startsAt.getTime() + 86_400_000), sequence: 2 };
      return one === off ? { ...one, calledOff: true, sequence: 2 } : one;
    });
    const told = (all: ICAL.Event[]) =>
      all.map((one) =>
        [one.uid, one.sequence, one.startDate.toString(), one.component.getFirstPropertyValue('status')].join(),
      );
    const [before, then] = [told(read(text)), told(read(write(...after)))];
    expect(then.filter((one) => !before.includes(one))).toEqual([
      expect.stringMatching(/0013@samnav.example,2,2026-11-18T14:00:00Z,CONFIRMED/),
      expect.stringMatching(/0017@samnav.example,2,.*CANCELLED/),
    ]);
    expect(before.filter((one) => !then.includes(one))).toHaveLength(2);
    expect(write(...after)).not.toMatch(/RRULE|RDATE|EXDATE|RECURRENCE-ID/);
  });

  it('folds its lines at 75 octets and ends them as the RFC says', () => {
    const text = write(meeting());
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
  });

  it('marks a meeting that was called off, under the same name and a higher number', () => {
    const text = write(meeting({ calledOff: true, sequence: 4 }));
    const [event] = read(text);
    expect(text).toContain('STATUS:CANCELLED');
    expect([event?.uid, event?.sequence]).toEqual(['0f8fad5b-d9cb-469f-a165-70867728950e@samnav.example', 4]);
  });

  it('is a whole calendar when there is no meeting', () => {
    expect(new ICAL.Component(ICAL.parse(write())).name).toBe('vcalendar');
    expect(read(write())).toEqual([]);
  });
});
