/** Who fills each seat at each start that is tried, and what a time is worth by it. */
import type { CandidateStart } from './candidate-starts.js';
import { attendeesFreeAt } from './free-at.js';
import { attendanceOf, FILLINGS, type Filling } from './rank-slot.js';
import type { SeatToFill, SlotQuestion } from './slot-question.js';

export interface SeatsFilled {
  /** How many seats that are mandates nobody fills. */
  readonly lacking: (at: number) => number;
  /** The mandate that nobody fills, where it is the only one. */
  readonly lackingSeat: (at: number) => string;
  readonly filled: (at: number) => number;
  /** Twice the weight of each seat that its holder fills, and once that of each that a deputy does. */
  readonly attendance: (at: number) => number;
  readonly fillings: (at: number) => readonly { readonly seat: SeatToFill; readonly filling: Filling }[];
}

const NOBODY = FILLINGS.indexOf('nobody');
const DEPUTY = FILLINGS.indexOf('deputy');
const HOLDER = FILLINGS.indexOf('holder');

/** Counted seat by seat over all starts, so that thirty people's eight weeks are a few rows of numbers. */
export function fillSeats(asked: SlotQuestion, starts: readonly CandidateStart[]): SeatsFilled {
  const free = attendeesFreeAt(asked, starts);
  const rows = asked.seats.map(({ holders, deputies }) => {
    const row = new Uint8Array(starts.length);
    for (const [people, how] of [
      [deputies, DEPUTY],
      [holders, HOLDER],
    ] as const)
      for (const id of people) {
        const can = free.get(id);
        if (can) for (let at = 0; at < row.length; at += 1) if (can[at] === 1) row[at] = how;
      }
    return row;
  });
  const [lacking, lackingSeat] = [new Uint16Array(starts.length), new Uint16Array(starts.length)];
  const [filled, attendance] = [new Uint16Array(starts.length), new Float64Array(starts.length)];
  for (const [index, seat] of asked.seats.entries()) {
    const row = rows[index]!;
    const worth = FILLINGS.map((filling) => attendanceOf(seat, filling));
    for (let at = 0; at < row.length; at += 1) {
      attendance[at]! += worth[row[at]!]!;
      if (row[at] !== NOBODY) filled[at]! += 1;
      else if (seat.must) {
        lacking[at]! += 1;
        lackingSeat[at] = index;
      }
    }
  }
  return {
    lacking: (at) => lacking[at]!,
    lackingSeat: (at) => asked.seats[lackingSeat[at]!]!.id,
    filled: (at) => filled[at]!,
    attendance: (at) => attendance[at]!,
    fillings: (at) => asked.seats.map((seat, index) => ({ seat, filling: FILLINGS[rows[index]![at]!]! })),
  };
}
