import { describe, expect, it } from '@jest/globals';
import { isAdmitted, partOfPoints } from './meeting-point.js';

const steps = [
  { id: 'alone', minutes: 30 },
  { id: 'school', minutes: 10 },
  { id: 'leisure', minutes: 15 },
  { id: 'next', minutes: 5 },
];

describe('the part of a meeting that some points are', () => {
  it.each([
    [['school'], { from: 30, minutes: 10 }],
    [['alone', 'school'], { from: 0, minutes: 40 }],
    // Whoever comes for two points stays between them.
    [['next', 'school'], { from: 30, minutes: 30 }],
    [['alone', 'school', 'leisure', 'next'], { from: 0, minutes: 60 }],
  ])('%j is %j', (wanted, expected) => {
    expect(partOfPoints(steps, wanted)).toEqual(expected);
  });

  it.each([[[]], [['elsewhere']], [['school', 'elsewhere']]])('is none of %j', (wanted) => {
    expect(partOfPoints(steps, wanted)).toBeUndefined();
  });
});

describe('a party', () => {
  it.each([
    [null, null, true],
    [null, ['alone'], true],
    [['school'], ['school'], true],
    [['school'], ['alone'], false],
    [['school'], ['school', 'alone'], false],
    // What is said to the whole meeting is not for who is there for a part of it.
    [['school'], null, false],
  ])('that is there for %j, of what is said under %j: %j', (part, under, expected) => {
    expect(isAdmitted(part, under)).toBe(expected);
  });
});
