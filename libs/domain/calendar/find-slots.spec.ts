/** A time for people of several agencies: mandates, deputies, the family's part, standing times, the limit, feasts, rooms. */
import { describe, expect, it } from '@jest/globals';
import { parseCivilDay } from '../kernel/civil-day.js';
import { HOUR, type Instant, parseInstant } from '../kernel/instant.js';
import { findSlots } from './find-slots.js';
import { keptClearOf } from './keep-apart.js';
import type { Attendee, FoundSlot, SeatToFill, SlotQuestion } from './slot-question.js';
import { OFFICE_HOURS } from './work-hours.js';

const at = (text: string): Instant => parseInstant(text)!;
const day = (text: string): number => parseCivilDay(text)!;
/** In winter. */
const winter = (date: string, from: string, until: string) => ({
  from: at(`${date}T${from}+01:00`),
  until: at(`${date}T${until}+01:00`),
});
const shown = (instant: Instant): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' });
const starts = (slots: readonly FoundSlot[]): string[] => slots.map((one) => shown(one.starts));
const codes = (slot: FoundSlot | undefined): string[] => slot?.reasons.map(({ code }) => code) ?? [];

const attendee = (id: string, busy: Attendee['busy'] = [], more: Partial<Attendee> = {}): Attendee => ({
  id,
  busy,
  hours: OFFICE_HOURS,
  away: [],
  ...more,
});
const seat = (id: string, more: Partial<SeatToFill> = {}): SeatToFill => ({
  id,
  must: true,
  weight: 2,
  holders: [id],
  deputies: [],
  ...more,
});

const social = attendee('social-services');
const school = attendee('school');
const police = attendee('police');
const asking: SlotQuestion = {
  attendees: [social, school, police],
  seats: [seat('social-services'), seat('school'), seat('police')],
  preMinutes: 30,
  minutes: 45,
  earliest: at('2026-11-30T00:00+01:00'),
  latest: at('2026-12-05T00:00+01:00'),
  step: 15,
  fixed: null,
  meetBy: null,
  closed: [],
  schoolBreaks: [],
  rooms: null,
  keptClear: [],
  most: 5,
  perDay: 1,
  spreadMinutes: 0,
};

describe('a time for a group', () => {
  it('is the first at which everyone can, from the pre-meeting to the end', () => {
    const busy = { ...police, busy: [winter('2026-11-30', '08:00', '09:00'), winter('2026-11-30', '10:00', '16:30')] };
    const { slots } = findSlots({ ...asking, attendees: [social, school, busy] });
    expect(starts(slots)[0]).toBe('2026-12-01 08:00');
    expect(codes(slots[0])).toEqual(['everyone']);
    expect(slots[0]!.familyStarts - slots[0]!.starts).toBe(HOUR / 2);
    expect(slots[0]!.ends - slots[0]!.familyStarts).toBe(0.75 * HOUR);
  });

  it('does not count without a mandate, and says which one stands in the way', () => {
    const away = { ...police, away: [{ first: day('2026-11-30'), last: day('2026-12-04') }] };
    const { slots, hindrances } = findSlots({ ...asking, attendees: [social, school, away] });
    expect(slots).toEqual([]);
    expect(hindrances.map(({ seat }) => seat)).toEqual(['police']);
  });

  it('counts with a deputy, and goes after one at which the holder can', () => {
    const busy = { ...police, busy: [winter('2026-11-30', '08:00', '17:00')] };
    const { slots } = findSlots({
      ...asking,
      attendees: [social, school, busy, attendee('deputy')],
      seats: [seat('social-services'), seat('school'), seat('police', { deputies: ['deputy'] })],
    });
    expect(starts(slots)).toEqual([
      '2026-12-01 08:00',
      '2026-12-02 08:00',
      '2026-12-03 08:00',
      '2026-12-04 08:00',
      '2026-11-30 08:00',
    ]);
    expect(slots[4]!.reasons).toEqual([{ code: 'deputy', seats: ['police'] }]);
  });

  it('weighs in who need not be there', () => {
    const coach = attendee('coach', [winter('2026-11-30', '08:00', '17:00')]);
    const { slots } = findSlots({
      ...asking,
      attendees: [...asking.attendees, coach],
      seats: [...asking.seats, seat('coach', { must: false, weight: 1 })],
    });
    expect(starts(slots)[0]).toBe('2026-12-01 08:00');
    expect(slots.find((one) => shown(one.starts) === '2026-11-30 08:00')?.reasons).toEqual([
      { code: 'without', seats: ['coach'] },
    ]);
  });

  it('asks everyone in a post for the whole of it, and says when the family comes', () => {
    const teacher = attendee('teacher', [winter('2026-11-30', '08:00', '08:30')]);
    const seats = [...asking.seats, seat('teacher')];
    const [first] = findSlots({ ...asking, seats, attendees: [...asking.attendees, teacher] }).slots;
    expect([shown(first!.starts), shown(first!.familyStarts)]).toEqual(['2026-11-30 08:30', '2026-11-30 09:00']);
  });

  it('prefers the standing time of the town', () => {
    const fixed = { weekday: 2, startsLocal: '15:00', everyWeeks: 1 };
    const { slots } = findSlots({ ...asking, fixed });
    expect(starts(slots)[0]).toBe('2026-12-01 15:00');
    expect(codes(slots[0])).toEqual(['everyone', 'fixed-slot']);
  });

  it('finds every second Tuesday where the town has no hour for it', () => {
    const fixed = { weekday: 2, everyWeeks: 2, firstOn: '2026-11-24' };
    const { slots } = findSlots({ ...asking, fixed, latest: at('2026-12-24T00:00+01:00') });
    expect(starts(slots).slice(0, 2)).toEqual(['2026-12-08 08:00', '2026-12-22 08:00']);
  });

  it('keeps the limit before it gathers more people', () => {
    const busy = { ...police, busy: [winter('2026-11-30', '08:00', '17:00'), winter('2026-12-01', '08:00', '17:00')] };
    const { slots } = findSlots({
      ...asking,
      attendees: [social, school, busy, attendee('deputy')],
      seats: [seat('social-services'), seat('school'), seat('police', { deputies: ['deputy'] })],
      meetBy: at('2026-12-02T00:00+01:00'),
    });
    expect(starts(slots)).toEqual([
      '2026-11-30 08:00',
      '2026-12-01 08:00',
      '2026-12-02 08:00',
      '2026-12-03 08:00',
      '2026-12-04 08:00',
    ]);
    expect(codes(slots[0])).toEqual(['deputy', 'keeps-limit']);
    expect(codes(slots[2])).toEqual(['everyone', 'after-limit']);
  });

  it('is never on a feast, nor on the eve before it, nor on a day that the town has closed', () => {
    const { slots } = findSlots({
      ...asking,
      earliest: at('2026-12-23T12:00+01:00'),
      latest: at('2027-01-08T00:00+01:00'),
      closed: [{ first: day('2026-12-28'), last: day('2026-12-29') }],
      most: 20,
    });
    expect(starts(slots)).toEqual([
      '2026-12-23 12:00',
      '2026-12-30 08:00',
      '2027-01-04 08:00',
      '2027-01-05 08:00',
      '2027-01-07 08:00',
    ]);
  });

  it('goes to the term before the school’s break', () => {
    const schoolBreaks = [{ first: day('2026-11-30'), last: day('2026-12-01') }];
    const { slots } = findSlots({ ...asking, schoolBreaks });
    expect(starts(slots)[0]).toBe('2026-12-02 08:00');
    expect(codes(slots.at(-1))).toEqual(['everyone', 'school-break']);
  });

  it('keeps to the clock on the wall when it is changed', () => {
    const spring = findSlots({
      ...asking,
      earliest: at('2026-03-27T16:00+01:00'),
      latest: at('2026-03-31T00:00+02:00'),
    });
    expect(spring.slots[0]!.starts).toBe(at('2026-03-30T08:00+02:00'));
  });

  it('is told with others of the same day only where they are well apart', () => {
    const { slots } = findSlots({ ...asking, perDay: 3, spreadMinutes: 180 });
    expect(starts(slots)).toEqual([
      '2026-11-30 08:00',
      '2026-11-30 11:00',
      '2026-11-30 14:00',
      '2026-12-01 08:00',
      '2026-12-01 11:00',
    ]);
  });

  it('takes a room that is free', () => {
    const rooms = [
      { id: 'small', site: 'a', busy: [winter('2026-11-30', '08:00', '12:00')] },
      { id: 'large', site: 'b', busy: [winter('2026-11-30', '08:00', '10:00')] },
    ];
    const [first] = findSlots({ ...asking, rooms }).slots;
    expect([shown(first!.starts), first!.room]).toEqual(['2026-11-30 10:00', 'large']);
  });
});

describe('those who must never meet', () => {
  const clear = keptClearOf([{ ...winter('2026-11-30', '09:00', '10:00'), site: 'a', own: false }]);

  it('are kept apart by a margin around the other’s meeting, and nothing in the answer says so', () => {
    const { slots, hindrances } = findSlots({ ...asking, keptClear: clear, perDay: 40, most: 400 });
    const monday = starts(slots).filter((one) => one.startsWith('2026-11-30'));
    // 75 minutes from 08:00 would end within 45 minutes of the other's beginning.
    expect(monday[0]).toBe('2026-11-30 10:45');
    expect(hindrances).toEqual([]);
    const usual = findSlots({ ...asking, perDay: 40, most: 400 }).slots;
    expect(slots).toEqual(usual.filter((one) => slots.some((other) => other.starts === one.starts)));
  });

  it('look like any time without a room', () => {
    const room = { id: 'one', site: 'a', busy: [] };
    const apart = findSlots({ ...asking, rooms: [room], keptClear: clear });
    const full = findSlots({ ...asking, rooms: [{ ...room, busy: clear }] });
    expect(apart).toEqual(full);
  });

  it('may meet in another house at the same time', () => {
    const rooms = [
      { id: 'one', site: 'a', busy: [] },
      { id: 'two', site: 'b', busy: [] },
    ];
    const [first] = findSlots({ ...asking, rooms, keptClear: clear }).slots;
    expect([shown(first!.starts), first!.room]).toEqual(['2026-11-30 08:00', 'two']);
  });
});
