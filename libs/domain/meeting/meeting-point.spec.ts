import { describe, expect, it } from '@jest/globals';
import { isAdmitted, partOfPoints, pointsMoved } from './meeting-point.js';

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

describe('an agenda in another order', () => {
  const points = [
    { id: 'alone', kind: 'form' },
    { id: 'job', kind: 'own' },
    { id: 'since', kind: 'form' },
    { id: 'health', kind: 'own' },
    { id: 'next', kind: 'form' },
  ] as const;
  it('moves both of two that change places between the same of the form’s own', () => {
    const beside = [points[0], points[1], points[3], points[2]];
    expect(pointsMoved(beside, ['alone', 'health', 'job', 'since'])).toEqual(['job', 'health']);
  });
  it.each([
    ['stands as it did', 'alone job since health next', []],
    // Whoever sees the job and not the health hears nothing of it.
    ['moves the one alone that was put past the form’s own', 'health alone job since next', ['health']],
    ['moves it also where it stops beside another', 'alone health job since next', ['health']],
    ['moves the form’s own where they change places', 'alone job next health since', ['since', 'health', 'next']],
    ['moves all that passes some', 'alone since job health next', ['job']],
  ])('%s: %s', (_, after, moved) => {
    expect(pointsMoved(points, after.split(' '))).toEqual(moved);
  });
});
