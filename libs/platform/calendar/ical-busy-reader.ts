/** When the owner of an iCalendar is busy (RFC 5545): titles, places and people in it are never looked at. */
import { runInNewContext } from 'node:vm';
import ICAL from 'ical.js';
import type { Stretch } from '#domain/calendar/stretch.js';
import { BusyReader, type BusyRead } from '#use-cases/calendar/calendar-reading.port.js';
import { instantIn, isZone } from './zone-time.js';

const LONGEST_TEXT = 5_000_000;
const MOST_EVENTS = 20_000;
/** Occurrences that are looked at in all: rules from long ago are walked through from their beginning. */
const MOST_STEPS = 300_000;
const MOST_MILLISECONDS = 5_000;
const HOME = 'Europe/Stockholm';

class TooMuch extends Error {}

export class IcalBusyReader extends BusyReader {
  constructor(private readonly milliseconds = MOST_MILLISECONDS) {
    super();
  }

  read(text: string, within: Stretch): BusyRead {
    if (text.length > LONGEST_TEXT) return { outcome: 'fault', fault: 'too-large' };
    try {
      // A rule that nothing can fulfil would be walked for ever: the engine itself ends it.
      const work = (): readonly Stretch[] => busyIn(text, within);
      const busy = runInNewContext('work()', { work }, { timeout: this.milliseconds }) as readonly Stretch[];
      return { outcome: 'read', busy };
    } catch (error) {
      const isTooMuch =
        error instanceof TooMuch || (error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
      return { outcome: 'fault', fault: isTooMuch ? 'too-large' : 'not-a-calendar' };
    }
  }
}

function busyIn(text: string, within: Stretch): readonly Stretch[] {
  const parsed = ICAL.parse(text) as unknown[];
  // Several calendars in one file are parsed as a list of them.
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed).map((one) => new ICAL.Component(one as never));
  if (calendars.length === 0 || calendars.some(({ name }) => name !== 'vcalendar')) throw new Error('no calendar');
  const found: Stretch[] = [];
  const budget = { steps: MOST_STEPS };
  for (const calendar of calendars) {
    const events = calendar.getAllSubcomponents('vevent');
    if (events.length > MOST_EVENTS) throw new TooMuch();
    for (const series of seriesOf(events)) readSeries(series, within, budget, found);
    for (const freeBusy of calendar.getAllSubcomponents('vfreebusy')) readFreeBusy(freeBusy, found);
  }
  return found.filter(({ from, until }) => from < within.until && until > within.from);
}

interface Series {
  readonly master: ICAL.Component | null;
  readonly exceptions: readonly ICAL.Component[];
}

/** What changes a single occurrence carries the same UID as its rule. */
function seriesOf(events: readonly ICAL.Component[]): readonly Series[] {
  const byUid = new Map<string, { master: ICAL.Component | null; exceptions: ICAL.Component[] }>();
  for (const [at, event] of events.entries()) {
    const uid = (event.getFirstPropertyValue('uid') as string | null) ?? `without-${at}`;
    const isException = event.hasProperty('recurrence-id');
    const key = isException || !byUid.get(uid)?.master ? uid : `${uid}-${at}`;
    const series = byUid.get(key) ?? { master: null, exceptions: [] };
    byUid.set(key, series);
    if (isException) series.exceptions.push(event);
    else series.master = event;
  }
  return [...byUid.values()];
}

function readSeries(
  { master, exceptions }: Series,
  within: Stretch,
  budget: { steps: number },
  found: Stretch[],
): void {
  for (const exception of exceptions) {
    const { startDate, endDate } = new ICAL.Event(exception);
    if (isBusy(exception)) add(found, startDate, endDate, zoneNamed(exception));
  }
  if (master === null) return;
  const event = new ICAL.Event(master, { exceptions: [...exceptions] as never, strictExceptions: true } as never);
  const zone = zoneNamed(master);
  if (!event.isRecurring()) {
    if (isBusy(master)) add(found, event.startDate, event.endDate, zone);
    return;
  }
  const changed = new Set(exceptions.map((one) => String(one.getFirstPropertyValue('recurrence-id'))));
  const firstYear = new Date(within.from).getUTCFullYear() - 1;
  const occurrences = event.iterator();
  for (let next = occurrences.next() as ICAL.Time | null; next; next = occurrences.next() as ICAL.Time | null) {
    budget.steps -= 1;
    if (budget.steps < 0) throw new TooMuch();
    // Years that lie behind are walked through, and not reckoned in zones of their time.
    if (next.year < firstYear) continue;
    if (instantOf(next, zone) >= within.until) return;
    if (changed.has(next.toString())) continue;
    // One that changed all that follow it says how they are from there.
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (isBusy(item.component)) add(found, startDate, endDate, zone);
  }
}

/** Not what is cancelled, does not take up time, or is only shown as free or as working elsewhere. */
function isBusy(event: ICAL.Component): boolean {
  const word = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    word('status') !== 'CANCELLED' &&
    word('transp') !== 'TRANSPARENT' &&
    !['FREE', 'WORKINGELSEWHERE'].includes(word('x-microsoft-cdo-busystatus'))
  );
}

function readFreeBusy(component: ICAL.Component, found: Stretch[]): void {
  for (const property of component.getAllProperties('freebusy')) {
    if (String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') continue;
    for (const value of property.getValues() as unknown as readonly ICAL.Period[])
      add(found, value.start, value.getEnd(), HOME);
  }
}

function add(found: Stretch[], start: ICAL.Time | null, end: ICAL.Time | null, zone: string): void {
  if (!start) return;
  const stretch = { from: instantOf(start, zone), until: instantOf(end ?? start, zone) };
  if (Number.isFinite(stretch.from) && stretch.from < stretch.until) found.push(stretch);
}

/** The zone that an event names, for a file that does not say what that zone is; nonsense is the clock here. */
function zoneNamed(event: ICAL.Component): string {
  const named = event.getFirstProperty('dtstart')?.getParameter('tzid');
  return typeof named === 'string' && isZone(named) ? named : HOME;
}

/** By the file's own zone where it has one; whole days are those of the clock here. */
function instantOf(time: ICAL.Time, zone: string): number {
  const own = time.zone as ICAL.Timezone | null | undefined;
  if (!time.isDate && own && own.tzid !== 'floating') return time.toUnixTime() * 1000;
  const local = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  return instantIn(time.isDate ? HOME : zone, local);
}
