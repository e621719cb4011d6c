import { describe, expect, it } from '@jest/globals';
import { codeSecond, COLLECT_EVERY, decideOrderAge, ORDER_LIFE, SIGN_WITHIN, START_WITHIN } from './order-time.js';

const began = Date.UTC(2026, 10, 27, 12, 0, 0, 400);

describe('the second of a code', () => {
  it.each([
    [0, 0],
    [999, 0],
    [1_000, 1],
    [29_999, 29],
    [61_500, 61],
  ])('%i ms after the beginning is %i', (age, second) => {
    expect(codeSecond(began, began + age)).toBe(second);
  });

  it('is never before the first, whatever the clocks say', () => {
    expect(codeSecond(began, began - 5_000)).toBe(0);
  });
});

describe('an order', () => {
  it.each([
    [0, 'shown'],
    [START_WITHIN, 'shown'],
    [START_WITHIN + 1, 'begun'],
    [START_WITHIN + SIGN_WITHIN, 'begun'],
    [ORDER_LIFE, 'begun'],
    [ORDER_LIFE + 1, 'over'],
  ] as const)('%i ms after the beginning is %s', (age, expected) => {
    expect(decideOrderAge(began, began + age)).toBe(expected);
  });

  it('is asked about often enough to be seen before it ends', () => {
    expect(ORDER_LIFE - START_WITHIN - SIGN_WITHIN).toBeGreaterThan(5 * COLLECT_EVERY);
  });
});
