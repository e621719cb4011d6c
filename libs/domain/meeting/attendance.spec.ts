/** Participants with their times. */
import { describe, expect, it } from '@jest/globals';
import { attendanceOf } from './attendance.js';
import type { MeetingEvent, MeetingHappening } from './meeting-event.js';

const at = (minute: number, happening: MeetingHappening, seq: number): MeetingEvent => ({
  ...happening,
  seq,
  at: minute,
  by: 'x',
});
const arrives = (member: string): MeetingHappening => ({ kind: 'MemberArrived', member, unit: `${member}s` });
const leaves = (member: string): MeetingHappening => ({ kind: 'MemberLeft', member });
const meeting = (steps: readonly (readonly [number, MeetingHappening])[]) =>
  attendanceOf(steps.map(([minute, happening], place) => at(minute, happening, place + 1)));

describe('attendance', () => {
  it('counts from the start to the close, with every stay', () => {
    const taken = meeting([
      [1, arrives('anna')],
      [2, arrives('bo')],
      [3, leaves('bo')],
      [5, { kind: 'MeetingStarted', leader: 'anna' }],
      [7, arrives('cilla')],
      [9, leaves('cilla')],
      [12, arrives('cilla')],
      [30, { kind: 'MeetingClosed' }],
      [31, leaves('anna')],
      [40, arrives('dan')],
    ]);
    expect(taken).toEqual([
      {
        member: 'cilla',
        unit: 'cillas',
        stays: [
          { from: 7, until: 9 },
          { from: 12, until: 30 },
        ],
      },
      { member: 'anna', unit: 'annas', stays: [{ from: 5, until: 30 }] },
    ]);
  });
  it('is nobody before the start, and ends with the last event while it runs', () => {
    expect(meeting([[1, arrives('anna')]])).toEqual([]);
    expect(
      meeting([
        [1, { kind: 'MeetingStarted', leader: 'anna' }],
        [2, arrives('anna')],
        [8, { kind: 'MeetingPaused' }],
      ]),
    ).toEqual([{ member: 'anna', unit: 'annas', stays: [{ from: 2, until: 8 }] }]);
  });
});
