import { describe, expect, it } from '@jest/globals';
import { timeLeft } from './time-left.js';

const deadline = { start: 0, due: 240 * 60_000 };

describe('the time left', () => {
  it.each([
    [-60_000, { overdue: false, minutes: 241, used: 0 }],
    [0, { overdue: false, minutes: 240, used: 0 }],
    [1, { overdue: false, minutes: 239, used: 1 / deadline.due }],
    [120 * 60_000, { overdue: false, minutes: 120, used: 0.5 }],
    [deadline.due - 1, { overdue: false, minutes: 0, used: (deadline.due - 1) / deadline.due }],
    [deadline.due, { overdue: true, minutes: 0, used: 1 }],
    [deadline.due + 59_999, { overdue: true, minutes: 0, used: (deadline.due + 59_999) / deadline.due }],
    [300 * 60_000, { overdue: true, minutes: 60, used: 1.25 }],
  ])('at %i ms', (now, expected) => expect(timeLeft(deadline, now)).toEqual(expected));

  it('stands still for a deadline that is due as it begins', () => {
    expect(timeLeft({ start: 5, due: 5 }, 5)).toEqual({ overdue: true, minutes: 0, used: 1 });
    expect(timeLeft({ start: 5, due: 5 }, 4)).toEqual({ overdue: false, minutes: 0, used: 0 });
  });
});
