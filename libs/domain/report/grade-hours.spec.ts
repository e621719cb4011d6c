/** Neither a change of grade nor a join makes what a child is owed later. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GRADES, type Grade } from './grading.js';
import { type GradeHours, hoursOfGrade, hoursThatFollow } from './grade-hours.js';

const hour = 3_600_000;
const red = (start: number): GradeHours => ({ grade: 'red', start: start * hour, due: (start + 4) * hour });
const orange = (start: number): GradeHours => ({ grade: 'orange', start: start * hour, due: (start + 12) * hour });
const started = (grade: Grade, at: number, of: { running?: GradeHours[]; lifted?: GradeHours[] }) =>
  hoursOfGrade({ grade, at: at * hour, running: of.running ?? [], lifted: of.lifted ?? [], now: at * hour });

describe('the hours of a grade', () => {
  it.each<[string, ReturnType<typeof started>, number, number | null]>([
    ['first given: from then', started('red', 10, {}), 10, null],
    ['raised: not later than the lesser', started('red', 11, { running: [orange(0)] }), 11, 12],
    ['lowered: from then, however short the graver was', started('orange', 3, { running: [red(0)] }), 3, null],
    [
      'given back while its hours were not up: those',
      started('red', 3, { running: [orange(2)], lifted: [red(0)] }),
      0,
      4,
    ],
    ['given back after they were up: anew', started('red', 9, { running: [orange(3)], lifted: [red(0)] }), 9, 15],
    ['another grade lifted says nothing', started('red', 3, { lifted: [orange(0)] }), 3, null],
  ])('%s', (_, hours, start, latest) => {
    expect(hours).toEqual({ start: start * hour, latest: latest === null ? null : latest * hour });
  });
});

describe('of two cases that become one', () => {
  it.each<[string, GradeHours[], GradeHours[], GradeHours[]]>([
    ['red before red follows', [red(13)], [red(10)], [red(10)]],
    ['red after red does not', [red(10)], [red(13)], []],
    ['orange before red follows', [red(13)], [orange(4)], [orange(4)]],
    ['red after orange follows, the graver', [orange(0)], [red(13)], [red(13)]],
    ['all follow to a lead that owes none', [], [red(13), orange(0)], [red(13), orange(0)]],
  ])('%s', (_, lead, joined, following) => {
    expect(hoursThatFollow(lead, joined)).toEqual(following);
  });

  it('the earliest that either owed is owed still, whichever leads', () => {
    const hours = fc.array(
      fc.record({
        grade: fc.constantFrom(...GRADES.slice(1)),
        start: fc.nat(100),
        length: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(hours, hours, (a, b) => {
        const [lead, joined] = [a, b].map((of) =>
          of.map(({ grade, start, length }) => ({ grade, start, due: start + length })),
        );
        const first = (of: readonly GradeHours[]) => Math.min(...of.map(({ due }) => due));
        expect(first([...lead!, ...hoursThatFollow(lead!, joined!)])).toBe(first([...lead!, ...joined!]));
      }),
    );
  });
});
