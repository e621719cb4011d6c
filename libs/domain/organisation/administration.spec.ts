/** Short names, agreements that lapse, times on the clock in Sweden and shifts that a post must carry. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCivilDay } from '../kernel/civil-day.js';
import { HOUR } from '../kernel/instant.js';
import { LAPSE_WARNING_DAYS, standingOf } from './agreement-lapse.js';
import { coveredPart, type HeldPost } from './covered-duty.js';
import type { Duty } from './duty-roster.js';
import { formatLocalMoment, parseLocalMoment } from './local-moment.js';
import { slugOfName } from './slug-of-name.js';

const day = (text: string): number => parseCivilDay(text)!;

describe('a short name', () => {
  it.each([
    ['Barnenheten Norr', [], 'barnenheten-norr'],
    ['Öppenvård & stöd (ÄLDRE)', [], 'oppenvard-stod-aldre'],
    ['Barn', ['barn', 'barn-2'], 'barn-3'],
    ['— !', [], 'enhet'],
  ])('%s', (name, taken, slug) => expect(slugOfName(name, taken)).toBe(slug));

  it('is always one that a town’s file may hold, and never taken', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom('a', 'b', 'enhet', 'a-2')), (name, taken) => {
        const slug = slugOfName(name, taken);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(taken).not.toContain(slug);
      }),
    );
  });
});

describe('an agreement', () => {
  const year = { startsOn: day('2026-01-01'), endsOn: day('2026-12-31') };
  it.each([
    ['2025-12-31', 'not-begun', 365],
    ['2026-01-01', 'in-force', 364],
    ['2026-10-31', 'in-force', LAPSE_WARNING_DAYS + 1],
    ['2026-11-01', 'lapses-soon', LAPSE_WARNING_DAYS],
    ['2026-12-31', 'lapses-soon', 0],
    ['2027-01-01', 'lapsed', -1],
  ])('on %s is %s', (today, state, daysLeft) => expect(standingOf(year, day(today))).toEqual({ state, daysLeft }));
});

describe('a time that someone writes', () => {
  it.each([
    ['2026-11-24T15:00', '2026-11-24T14:00:00.000Z'],
    ['2026-07-01T15:00', '2026-07-01T13:00:00.000Z'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ])('%s is %s', (text, instant) => expect(new Date(parseLocalMoment(text)!).toISOString()).toBe(instant));

  it.each(['2026-02-30T10:00', '2026-11-24T24:00', '2026-11-24 15:00', '24/11', '', '2026-11-24T15:00Z'])(
    '%j is none',
    (text) => expect(parseLocalMoment(text)).toBeUndefined(),
  );

  it('is read back as it was written, whenever the clock shows it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
        const text = formatLocalMoment(at);
        expect(formatLocalMoment(parseLocalMoment(text)!)).toBe(text);
      }),
    );
  });
});

describe('a shift', () => {
  const shift: Duty = { unit: 'u', member: 'm', part: 'primary', from: 10 * HOUR, until: 20 * HOUR };
  const post = (from: number, until: number | null, more: Partial<HeldPost> = {}): HeldPost => ({
    member: 'm',
    unit: 'u',
    from: from * HOUR,
    until: until === null ? null : until * HOUR,
    ...more,
  });
  it.each([
    ['a post that lasts', [post(0, null)], [10, 20]],
    ['a post that ends in it', [post(0, 15)], [10, 15]],
    ['a post that begins in it', [post(12, null)], [12, 20]],
    ['two posts in a row', [post(15, 30), post(0, 15)], [10, 20]],
    ['a pause between posts', [post(0, 12), post(14, null)], [10, 12]],
  ])('is carried by %s', (_, posts, [from, until]) =>
    expect(coveredPart(shift, posts)).toEqual({ ...shift, from: from! * HOUR, until: until! * HOUR }),
  );
  it.each([
    ['no post', []],
    ['a post that is over', [post(0, 10)]],
    ['a post in another unit', [post(0, null, { unit: 'other' })]],
    ['another’s post', [post(0, null, { member: 'other' })]],
  ])('is not carried by %s', (_, posts) => expect(coveredPart(shift, posts)).toBeNull());
});
