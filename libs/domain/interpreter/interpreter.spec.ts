/** Booked for which points, let in when, and where an interpreter is while the meeting goes on. */
import { describe, expect, it } from '@jest/globals';
import { decideAdmission, decideBooking, whereIs, type Booking, type MeetingNow } from './interpreter.js';

const points = [
  { id: 'alone', audience: 'professionals' },
  { id: 'news', audience: 'everyone' },
  { id: 'plan', audience: 'everyone' },
] as const;

describe('a booking', () => {
  it.each([
    ['planned', 'so', ['news'], 'so'],
    ['lobby', 'swl', ['news', 'plan'], 'swl'],
    ['running', 'so', ['news'], 'no: meeting-begun'],
    ['closed', 'so', ['news'], 'no: meeting-begun'],
    ['planned', 'klingon', ['news'], 'no: unknown-language'],
    ['planned', 'so', [], 'no: no-points'],
    ['planned', 'so', ['alone', 'news'], 'no: not-their-point'],
    ['planned', 'so', ['elsewhere'], 'no: not-their-point'],
  ] as const)('%s, %s for %j: %s', (state, language, pointIds, expected) => {
    const decision = decideBooking({ state, points }, { language, pointIds });
    expect(decision.outcome === 'booked' ? decision.language : `no: ${decision.code}`).toBe(expected);
  });
});

describe('an interpreter', () => {
  const booking = (change: Partial<Booking> = {}): Booking => ({
    pointIds: ['plan'],
    silenceConfirmed: true,
    admitted: false,
    cancelled: false,
    ...change,
  });
  const at = (point: string | null, state: MeetingNow['state'] = 'running'): MeetingNow => ({ state, point });

  it.each([
    [{}, at('plan'), 'admitted'],
    [{}, at('plan', 'paused'), 'admitted'],
    [{}, at('news'), 'no: not-their-point'],
    [{}, at(null), 'no: not-their-point'],
    [{}, at('plan', 'lobby'), 'no: not-running'],
    [{}, at('plan', 'closed'), 'no: not-running'],
    [{ silenceConfirmed: false }, at('plan'), 'no: no-silence'],
    [{ cancelled: true }, at('plan'), 'no: cancelled'],
  ] as const)('%j at %j: %s', (change, meeting, expected) => {
    const decision = decideAdmission(booking(change), meeting);
    expect(decision.outcome === 'admitted' ? 'admitted' : `no: ${decision.code}`).toBe(expected);
  });

  it('is in the room at their own points alone', () => {
    const shown = (change: Partial<Booking>, meeting: MeetingNow) => whereIs(booking(change), meeting);
    expect([
      shown({ silenceConfirmed: false }, at(null, 'planned')),
      shown({}, at('news')),
      shown({ admitted: true }, at('plan')),
      shown({ admitted: true }, at('news')),
      shown({ admitted: true }, at('plan', 'closed')),
      shown({ cancelled: true }, at('plan')),
    ]).toEqual(['booked', 'waits', 'in', 'out', 'over', 'cancelled']);
  });
});
