/** When a municipality works and when its schools are closed, as its file says it; what is not said is as everywhere. */
import { parseCivilDay, WEEKDAYS } from '../kernel/civil-day.js';
import type { TownRoom } from './choose-room.js';
import { minuteOfDay } from './fixed-days.js';
import { type DaySpan, OFFICE_HOURS, type WorkHours } from './work-hours.js';

export interface TownCalendar {
  readonly hours: WorkHours;
  /** Days on which no meetings are held, beside weekends and feasts. */
  readonly closed: readonly DaySpan[];
  readonly schoolBreaks: readonly SchoolBreak[];
  readonly rooms: readonly TownRoom[];
}

/** Days without school, by the name that the town has for them. */
export interface SchoolBreak extends DaySpan {
  readonly name: string;
}

/** As a town's file has it: `08:00`, `2026-10-26`. */
export interface WrittenCalendar {
  readonly hours?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly closed?: readonly WrittenSpan[] | undefined;
  readonly schoolBreaks?: readonly (WrittenSpan & { readonly name: string })[] | undefined;
  readonly rooms?: readonly WrittenRoom[] | undefined;
}

interface WrittenRoom {
  readonly slug: string;
  readonly name: string;
  readonly site: string;
  readonly videoUrl?: string | undefined;
  readonly house?: string | undefined;
}

interface WrittenSpan {
  readonly from: string;
  readonly to: string;
}

export function readTownCalendar(written: WrittenCalendar): TownCalendar {
  return {
    hours: written.hours === undefined ? OFFICE_HOURS : readHours(written.hours),
    closed: readSpans(written.closed),
    schoolBreaks: (written.schoolBreaks ?? []).flatMap(({ name, ...span }) =>
      readSpans([span]).map((days) => ({ ...days, name })),
    ),
    rooms: (written.rooms ?? []).map(({ videoUrl = null, house = null, ...room }) => ({ ...room, videoUrl, house })),
  };
}

const readHours = (written: NonNullable<WrittenCalendar['hours']>): WorkHours =>
  Object.fromEntries(
    WEEKDAYS.flatMap((day) => {
      const [from, until] = written[day] ?? [];
      return from === undefined || until === undefined ? [] : [[day, [minuteOfDay(from), minuteOfDay(until)]]];
    }),
  );

const readSpans = (spans: readonly WrittenSpan[] = []): readonly DaySpan[] =>
  spans.flatMap(({ from, to }) => {
    const [first, last] = [parseCivilDay(from), parseCivilDay(to)];
    return first === undefined || last === undefined ? [] : [{ first, last }];
  });
