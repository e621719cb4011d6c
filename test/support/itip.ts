/**
 * What a calendar and each of its events must and may not have: RFC 5545 3.6 for one that is read at an address, RFC 5546 3.2.1,
 * 3.2.2 and 3.2.5 for what is published, asked and taken back. A property that is in no table is left as it is.
 */
import ICAL from 'ical.js';

/** How a calendar is handed over; a feed has no method, since nobody is asked anything by it (RFC 5545 3.7.2). */
export type Handing = 'FEED' | 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** The least and the most of each. */
type Counts = Readonly<Record<string, readonly [least: number, most: number]>>;

const ONE = [1, 1] as const;
const MOST_ONE = [0, 1] as const;
const NONE = [0, 0] as const;
const SOME = [1, Infinity] as const;

/** RFC 5545 3.6 and 3.6.1. */
const OF_CALENDAR: Counts = { prodid: ONE, version: ONE, calscale: MOST_ONE };
const OF_EVENT: Counts = {
  uid: ONE,
  dtstamp: ONE,
  dtstart: ONE,
  ...Object.fromEntries(
    ['class', 'created', 'description', 'dtend', 'duration', 'geo', 'last-modified', 'location', 'organizer'].map(
      (name) => [name, MOST_ONE],
    ),
  ),
  ...Object.fromEntries(
    ['priority', 'recurrence-id', 'rrule', 'sequence', 'status', 'summary', 'transp', 'url'].map((name) => [
      name,
      MOST_ONE,
    ]),
  ),
};

const BY_HANDING: Readonly<Record<Handing, { calendar: Counts; event: Counts; states: readonly string[] }>> = {
  // Whoever reads an address is not asked: an attendee there would tell one reader of another.
  FEED: {
    calendar: { method: NONE },
    event: { attendee: NONE, 'request-status': NONE },
    states: ['TENTATIVE', 'CONFIRMED', 'CANCELLED'],
  },
  PUBLISH: {
    calendar: { method: ONE },
    event: { organizer: ONE, summary: ONE, attendee: NONE, 'request-status': NONE },
    states: ['TENTATIVE', 'CONFIRMED', 'CANCELLED'],
  },
  REQUEST: {
    calendar: { method: ONE },
    event: { organizer: ONE, summary: ONE, attendee: SOME, 'request-status': NONE },
    states: ['TENTATIVE', 'CONFIRMED'],
  },
  CANCEL: {
    calendar: { method: ONE },
    event: { organizer: ONE, sequence: ONE, dtstart: MOST_ONE, attendee: SOME, 'request-status': NONE },
    states: ['CANCELLED'],
  },
};

/**
 * What is wrong with a calendar that is handed over in this way, a line for each fault. With the type that it came with, whose
 * method must be the calendar's own (RFC 5545 8.1).
 */
export function faultsOf(text: string, handing: Handing, contentType?: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const rules = BY_HANDING[handing];
  const method = calendar.getFirstPropertyValue('method');
  const events = calendar.getAllSubcomponents('vevent');
  return [
    ...countFaults(calendar, { ...OF_CALENDAR, ...rules.calendar }),
    ...(handing === 'FEED' || method === handing ? [] : [`METHOD is ${String(method)}`]),
    ...(contentType === undefined ? [] : typeFaults(contentType, method === null ? undefined : String(method))),
    ...(handing === 'FEED' || events.length > 0 ? [] : ['no VEVENT']),
    ...events.flatMap((event) => eventFaults(event, rules)),
  ];
}

function eventFaults(event: ICAL.Component, rules: { event: Counts; states: readonly string[] }): string[] {
  const state = event.getFirstPropertyValue('status');
  const has = (name: string): boolean => event.getFirstProperty(name) !== null;
  return [
    ...countFaults(event, { ...OF_EVENT, ...rules.event }),
    ...(has('dtend') && has('duration') ? ['DTEND and DURATION'] : []),
    ...(state === null || rules.states.includes(String(state)) ? [] : [`STATUS is ${String(state)}`]),
    ...['dtstart', 'dtend', 'dtstamp'].flatMap((name) => {
      const value = event.getFirstPropertyValue(name);
      return value === null || (value instanceof ICAL.Time && value.zone === ICAL.Timezone.utcTimezone)
        ? []
        : [`${name.toUpperCase()} is not in UTC`];
    }),
  ];
}

const countFaults = (of: ICAL.Component, counts: Counts): string[] =>
  Object.entries(counts).flatMap(([name, [least, most]]) => {
    const there = of.getAllProperties(name).length;
    return there < least || there > most ? [`${name.toUpperCase()} stands ${there} times`] : [];
  });

function typeFaults(contentType: string, method: string | undefined): string[] {
  const [type, ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const told = parameters.find((one) => one.startsWith('method='))?.slice('method='.length);
  return [
    ...(type === 'text/calendar' ? [] : [`the type is ${String(type)}`]),
    ...(told === method?.toLowerCase() ? [] : [`the type says method ${String(told)}`]),
  ];
}
