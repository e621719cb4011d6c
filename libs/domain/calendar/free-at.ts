/** At which of many starts somebody is free, or a room is: both run forward in time, so that each stretch is looked at once. */
import { MINUTE } from '../kernel/instant.js';
import { type CandidateStart, daysAsked } from './candidate-starts.js';
import type { Attendee, KeptClear, MeetingRoom, SlotQuestion } from './slot-question.js';
import { mergeStretches, type Stretch, withoutStretches } from './stretch.js';
import { hoursBetween } from './work-hours.js';

/** One for each start: 1 where it is free, 0 where it is not. */
export type FreeAt = Uint8Array;

type Length = Pick<SlotQuestion, 'preMinutes' | 'minutes'>;

function freeAt(open: readonly Stretch[], starts: readonly CandidateStart[], { preMinutes, minutes }: Length): FreeAt {
  const length = (preMinutes + minutes) * MINUTE;
  const free = new Uint8Array(starts.length);
  let next = 0;
  for (let at = 0; at < starts.length; at += 1) {
    const { starts: begins } = starts[at]!;
    while (next < open.length && open[next]!.until < begins + length) next += 1;
    if (next === open.length) break;
    if (open[next]!.from <= begins) free[at] = 1;
  }
  return free;
}

export function attendeesFreeAt(
  asked: SlotQuestion,
  starts: readonly CandidateStart[],
): ReadonlyMap<Attendee['id'], FreeAt> {
  const days = daysAsked(asked);
  return new Map(
    asked.attendees.map(({ id, hours, away, busy }) => {
      const open = withoutStretches(mergeStretches(hoursBetween(days, hours, away)), mergeStretches(busy));
      return [id, freeAt(open, starts, asked)];
    }),
  );
}

/** A meeting without a room is held nowhere that is known, and so clashes with all that is kept clear. */
const nowhere: readonly (Pick<MeetingRoom, 'site' | 'busy'> & { readonly id: null })[] = [
  { id: null, site: null, busy: [] },
];

/** For each start the first room that is free, null where none is needed, undefined where the time is not to be had. */
export function roomsFreeAt(
  asked: SlotQuestion,
  starts: readonly CandidateStart[],
): readonly (string | null | undefined)[] {
  const found: (string | null | undefined)[] = starts.map(() => undefined);
  const rooms = asked.rooms ?? nowhere;
  for (const { id, site, busy } of rooms.toReversed()) {
    const isHere = (clear: KeptClear): boolean => clear.site === null || site === null || clear.site === site;
    const shut = mergeStretches([...busy, ...asked.keptClear.filter(isHere)]);
    const free = freeAt(withoutStretches([{ from: -Infinity, until: Infinity }], shut), starts, asked);
    for (let at = 0; at < starts.length; at += 1) if (free[at] === 1) found[at] = id;
  }
  return found;
}
