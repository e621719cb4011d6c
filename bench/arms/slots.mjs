/** How long it takes to find a time for thirty people in five agencies, eight weeks ahead, beside a bitset and beside looking at everything. */
import { bitsetFirst, exhaustiveFirst } from '../floor/slots.mjs';
import { median, ratios } from '../instruments/statistics.mjs';

const PEOPLE = 30;
const WEEKS = 8;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const AGENCIES = ['social-services', 'police', 'school', 'leisure', 'health-care'];
/** A Monday at midnight in Sweden; the clocks change in the fifth week. */
const FROM = Date.UTC(2026, 8, 27, 22);

function drawFrom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One to three busy times a day each, in whole quarters; one afternoon in the seventh week is free for all. */
function drawCalendars(starts, seed) {
  const draw = drawFrom(seed);
  const free = starts[7 * 5 - 3];
  return Array.from({ length: PEOPLE }, () =>
    starts
      .filter((day) => day !== free)
      .flatMap((day) =>
        Array.from({ length: 1 + draw(3) }, () => {
          const from = day + (8 * 60 + draw(32) * 15) * MINUTE;
          return { from, until: from + (2 + draw(6)) * 15 * MINUTE };
        }),
      ),
  );
}

async function questions() {
  const load = (name) => import(`../../dist/libs/domain/calendar/${name}.js`);
  const { findSlots } = await load('find-slots');
  const { OFFICE_HOURS, hoursBetween } = await load('work-hours');
  const { civilDayOf, startOfDay } = await import('../../dist/libs/domain/kernel/stockholm.js');
  const [first, latest] = [civilDayOf(FROM), startOfDay(civilDayOf(FROM + WEEKS * 7 * DAY))];
  const days = { first, last: first + WEEKS * 7 - 1 };
  const open = hoursBetween(days, OFFICE_HOURS, []);
  const starts = open.map(({ from }) => from - 8 * 60 * MINUTE);
  const asked = Array.from({ length: 16 }, (_, seed) => {
    const people = drawCalendars(starts, 2026 + seed);
    const ids = people.map((_, at) => `person-${at}`);
    const of = (agency) => ids.filter((_, at) => at % AGENCIES.length === agency);
    const question = {
      attendees: ids.map((id, at) => ({ id, busy: people[at], hours: OFFICE_HOURS, away: [] })),
      seats: [
        ...AGENCIES.map((id, at) => ({
          id,
          must: true,
          weight: 0,
          holders: of(at).slice(0, 3),
          deputies: of(at).slice(3),
        })),
        ...ids.map((id) => ({ id, must: false, weight: 2, holders: [id], deputies: [] })),
      ],
      ...{ preMinutes: 30, minutes: 45, earliest: FROM, latest, step: 15 },
      fixed: { weekday: 2, startsLocal: '15:00', everyWeeks: 1 },
      meetBy: null,
      ...{ closed: [], schoolBreaks: [{ first: first + 28, last: first + 32 }] },
      rooms: [
        { id: 'small', site: 'town-hall', busy: people[0] },
        { id: 'large', site: 'town-hall', busy: [] },
      ],
      ...{ keptClear: [], most: 12, perDay: 2, spreadMinutes: 120 },
    };
    return { question, plain: { people, open, from: FROM, until: latest, length: 75 * MINUTE } };
  });
  return { findSlots, asked };
}

/** The first time at which everyone can, as each of the three has it. */
function requireSame({ findSlots, asked }) {
  for (const { question, plain } of asked) {
    const all = findSlots({ ...question, fixed: null, schoolBreaks: [], most: 1 }).slots[0];
    const everyone = all?.reasons.some(({ code }) => code === 'everyone') ? all.starts : null;
    const [bits, looked] = [bitsetFirst(plain), exhaustiveFirst(plain)];
    if (everyone === null || bits !== everyone || looked !== everyone)
      throw new Error(`no agreement on the first time: ${everyone}, ${bits}, ${looked}`);
  }
}

/** Milliseconds of processor time a search. */
function timed(seconds, search, asked) {
  let [count, told] = [0, 0];
  const before = process.cpuUsage();
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    for (const one of asked) told += search(one) ? 1 : 0;
    count += asked.length;
  }
  const { user, system } = process.cpuUsage(before);
  // What was found is counted, so that no optimiser may leave the work out.
  return {
    perSecond: (count * 1e6) / (user + system),
    milliseconds: (user + system) / 1000 / count,
    found: told / count,
  };
}

export async function measure({ rounds, seconds }) {
  const world = await questions();
  requireSame(world);
  const searches = {
    finder: ({ question }) => world.findSlots(question).slots.length > 0,
    bitset: ({ plain }) => bitsetFirst(plain) !== null,
    exhaustive: ({ plain }) => exhaustiveFirst(plain) !== null,
  };
  const names = Object.keys(searches);
  const said = Object.fromEntries(names.map((side) => [side, []]));
  for (let round = -1; round < rounds; round += 1)
    for (const side of round % 2 ? names : names.toReversed()) {
      const one = timed(round < 0 ? 0.5 : Math.min(2, seconds), searches[side], world.asked);
      if (round >= 0) said[side].push(one);
    }
  const speeds = (side) => said[side].map(({ perSecond }) => perSecond);
  const row = (what, side) => ({
    what,
    bitset: side === 'bitset' ? 1 : ratios(speeds(side), speeds('bitset')),
    exhaustive: side === 'exhaustive' ? 1 : ratios(speeds(side), speeds('exhaustive')),
    milliseconds: median(said[side].map(({ milliseconds }) => milliseconds)),
    found: said[side][0].found * 100,
  });
  return {
    tables: [
      {
        caption: `${PEOPLE} people, ${WEEKS} weeks, a start every quarter of an hour, one thread`,
        columns: [
          { key: 'what', heading: 'found by' },
          { key: 'bitset', heading: '× bitset', digits: 3 },
          { key: 'exhaustive', heading: '× exhaustive', digits: 2 },
          { key: 'milliseconds', heading: 'ms a search', digits: 3 },
          { key: 'found', heading: 'found %', digits: 0 },
        ],
        rows: [
          row('the finder, ranked with reasons', 'finder'),
          row('a bitset of quarters, the first time for all', 'bitset'),
          row('every busy time for every start', 'exhaustive'),
        ],
      },
    ],
  };
}
