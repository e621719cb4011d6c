/** What a time means before anyone is called: which mandate is missing, who cannot, and which standing day counts. */
import { describe, expect, it } from '@jest/globals';
import { parseInstant, type Instant } from '../kernel/instant.js';
import type { Attendee, SeatToFill, SlotQuestion } from './slot-question.js';
import { chooseStandingTime, weighTime } from './weigh-time.js';
import { OFFICE_HOURS } from './work-hours.js';

const at = (text: string): Instant => parseInstant(`${text}+01:00`)!;
const attendee = (id: string, busy: Attendee['busy'] = []): Attendee => ({
  id,
  busy,
  hours: OFFICE_HOURS,
  away: [],
});
const seat = (id: string, more: Partial<SeatToFill> = {}): SeatToFill => ({
  id,
  must: true,
  weight: 0,
  holders: [id],
  deputies: [],
  ...more,
});
/** Police are busy on the first two Tuesdays from 14:30 to 15:30. */
const police = attendee(
  'police',
  ['2026-12-01', '2026-12-08'].map((day) => ({ from: at(`${day}T14:30`), until: at(`${day}T15:30`) })),
);
const asking: SlotQuestion = {
  attendees: [attendee('social-services'), police, attendee('coach')],
  seats: [seat('social-services'), seat('police'), seat('coach', { must: false, weight: 1 })],
  preMinutes: 30,
  minutes: 45,
  earliest: at('2026-11-30T00:00'),
  latest: at('2027-01-15T00:00'),
  step: 15,
  fixed: { weekday: 2, startsLocal: '15:00', everyWeeks: 1 },
  meetBy: at('2026-12-09T00:00'),
  closed: [],
  schoolBreaks: [],
  rooms: null,
  keptClear: [],
  most: 5,
  perDay: 1,
  spreadMinutes: 0,
};
const codes = (starts: Instant, asked = asking) => weighTime(asked, starts).reasons.map(({ code }) => code);

describe('a time', () => {
  it('lacks the mandate whose holder is called elsewhere, and says who cannot', () => {
    const weighed = weighTime(asking, at('2026-12-01T15:00'));
    expect(weighed.lacking).toEqual(['police']);
    expect(weighed.reasons).toContainEqual({ code: 'without', seats: ['police'] });
    expect(codes(at('2026-12-01T15:30'))).toEqual(['everyone', 'keeps-limit']);
  });

  it('counts by who stands in, and without those whose seat is no mandate', () => {
    const stoodIn = { ...asking, seats: [seat('social-services'), seat('police', { deputies: ['coach'] })] };
    expect(weighTime(stoodIn, at('2026-12-01T15:00'))).toMatchObject({
      lacking: [],
      reasons: [{ code: 'deputy', seats: ['police'] }, { code: 'keeps-limit' }],
    });
    const coachAway = [attendee('social-services'), attendee('police')];
    expect(weighTime({ ...asking, attendees: coachAway }, at('2026-12-01T15:00'))).toMatchObject({
      lacking: [],
      reasons: [{ code: 'without', seats: ['coach'] }, { code: 'keeps-limit' }],
    });
  });

  it('outside office hours, on a feast or after the limit says so', () => {
    expect(weighTime(asking, at('2026-12-02T19:00')).lacking).toEqual(['social-services', 'police']);
    expect(weighTime(asking, at('2026-12-24T10:00')).isMeetingDay).toBe(false);
    expect(codes(at('2026-12-09T09:00'))).toContain('after-limit');
  });
});

describe('the standing time', () => {
  it('is the first of its days that has every mandate, and the days before it are told with what they lack', () => {
    const { chosen, skipped } = chooseStandingTime(asking, '09:00');
    expect(chosen?.starts).toBe(at('2026-12-15T15:00'));
    expect(skipped.map(({ starts, lacking }) => [starts, lacking])).toEqual([
      [at('2026-12-01T15:00'), ['police']],
      [at('2026-12-08T15:00'), ['police']],
    ]);
  });

  it('is its next day where a party has nobody yet, and where no day counts, since no other is better', () => {
    const nobodyYet = { ...asking, seats: [seat('social-services'), seat('police', { holders: [] })] };
    expect(chooseStandingTime(nobodyYet, '09:00').chosen).toMatchObject({
      starts: at('2026-12-01T15:00'),
      lacking: ['police'],
    });
    const never = attendee('police', [{ from: asking.earliest, until: asking.latest }]);
    expect(chooseStandingTime({ ...asking, attendees: [attendee('social-services'), never] }, '09:00')).toMatchObject({
      chosen: { starts: at('2026-12-01T15:00') },
      skipped: [],
    });
  });

  it('has the usual hour where the town has named none, and is none without a slot', () => {
    const dayOnly = { ...asking, fixed: { weekday: 2, everyWeeks: 1 } };
    expect(chooseStandingTime(dayOnly, '09:00').chosen?.starts).toBe(at('2026-12-01T09:00'));
    expect(chooseStandingTime({ ...asking, fixed: null }, '09:00')).toEqual({ chosen: null, skipped: [] });
  });
});
