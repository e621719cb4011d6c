/**
 * The best times for people of several agencies, from when they are free and nothing else: every mandate is filled, by
 * its holder or a deputy, or the time does not count; whoever else can come weighs in. Times that are kept clear for
 * somebody's safety are simply not there, like those for which no room is free.
 */
import { MINUTE } from '../kernel/instant.js';
import { candidateStarts } from './candidate-starts.js';
import { fillSeats, type SeatsFilled } from './fill-seats.js';
import { roomsFreeAt } from './free-at.js';
import { compareSlots, slotReasons, type SlotStanding } from './rank-slot.js';
import type { FoundSlot, SlotAnswer, SlotQuestion } from './slot-question.js';
import { isWithin } from './work-hours.js';

interface Candidate extends SlotStanding {
  readonly at: number;
  readonly day: number;
  readonly room: string | null;
}

export function findSlots(asked: SlotQuestion): SlotAnswer {
  const starts = candidateStarts(asked);
  const seats = fillSeats(asked, starts);
  const rooms = roomsFreeAt(asked, starts);
  const hindered = new Map<string, number>();
  const found: Candidate[] = [];
  for (let at = 0; at < starts.length; at += 1) {
    const { starts: begins, day, isFixed } = starts[at]!;
    const room = rooms[at];
    if (room === undefined) continue;
    if (seats.lacking(at) === 1) {
      const seat = seats.lackingSeat(at);
      hindered.set(seat, (hindered.get(seat) ?? 0) + 1);
    }
    if (seats.lacking(at) > 0 || seats.filled(at) === 0) continue;
    found.push({
      at,
      day,
      room,
      starts: begins,
      isFixed,
      attendance: seats.attendance(at),
      keepsLimit: asked.meetBy === null || begins < asked.meetBy,
      inSchoolBreak: isWithin(day, asked.schoolBreaks),
    });
  }
  return {
    slots: chooseAmong(found.sort(compareSlots), asked).map((one) => slotFound(asked, one, seats)),
    hindrances: [...hindered].map(([seat, times]) => ({ seat, times })).sort((a, b) => b.times - a.times),
  };
}

/** The best ones, but not ten of one afternoon. */
function chooseAmong(
  inOrder: readonly Candidate[],
  { most, perDay, spreadMinutes }: SlotQuestion,
): readonly Candidate[] {
  const ofDays = new Map<number, Candidate[]>();
  const chosen: Candidate[] = [];
  for (const one of inOrder) {
    if (chosen.length >= most) break;
    const ofDay = ofDays.get(one.day) ?? [];
    const isNear = ofDay.some(({ starts }) => Math.abs(starts - one.starts) < spreadMinutes * MINUTE);
    if (ofDay.length >= perDay || isNear) continue;
    ofDays.set(one.day, [...ofDay, one]);
    chosen.push(one);
  }
  return chosen;
}

const slotFound = (asked: SlotQuestion, one: Candidate, seats: SeatsFilled): FoundSlot => ({
  starts: one.starts,
  familyStarts: one.starts + asked.preMinutes * MINUTE,
  ends: one.starts + (asked.preMinutes + asked.minutes) * MINUTE,
  room: one.room,
  reasons: slotReasons(one, asked.meetBy !== null, seats.fillings(one.at)),
});
