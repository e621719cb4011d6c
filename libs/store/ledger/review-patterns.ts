/** The ready-made views of the ledger in SQL. Every statement has the period as $1 and $2; the rest stands where it says. */
import { calendarDate, formatCivilDay } from '#domain/kernel/civil-day.js';
import { publicHolidaysOf } from '#domain/kernel/public-holidays.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import {
  COMPARED_MINUTES,
  MANY_CASES,
  MANY_PEOPLE,
  MANY_SEARCHES,
  NIGHT,
  REPEATED_REFUSALS,
  SEARCH_MINUTES,
  type ReviewPattern,
} from '#domain/ledger/review-pattern.js';
import type { ReaderTraces, ReviewPeriod } from '#use-cases/ledger/ledger-review.port.js';

export const ownEntry = (row: string): string =>
  `${row}.municipality_id = (select caller.municipality()) and ${row}.at >= $1 and ($2::timestamptz is null or ${row}.at < $2)`;

const READ = `('read','search','export','disclose','override')`;
const LOCAL = `at at time zone 'Europe/Stockholm'`;
/** A list shows many at once, which is no sign that they were opened one by one. */
const opened = (row: string): string =>
  `${row}.action in ('read','export') and ${row}.person_id is not null and not ${row}.detail ? 'list'`;

/** What the conditions ask beside the ledger, as the parameters from `$first` on: stands before every statement. */
export const given = (first: number): string =>
  `with given as (select $${first}::date[] as holidays, $${first + 1}::uuid[] as namers, $${first + 2}::bytea[] as names,
     $${first + 3}::uuid[] as callers, $${first + 4}::bytea[] as phones)`;

const of = (column: string, kind: string): string => `(select ${column} from given)::${kind}[]`;

/** Over the rows of ledger_entry as e. */
export const PATTERN_CONDITIONS: Readonly<Record<ReviewPattern, string>> = {
  overrides: `e.action = 'override'`,
  'without-assignment': `(e.action = 'refuse' and (e.ground = 'need-to-know' or e.detail->>'deed' = 'asked-for-hidden'))
      or e.id in (select caller.reviewed_unassigned($1, $2))`,
  'own-household': `e.id in (select caller.reviewed_alike($1, $2, 'number', null, null)
      union select caller.reviewed_alike($1, $2, 'phone', ${of('callers', 'uuid')}, ${of('phones', 'bytea')}))`,
  'same-address': `e.id in (select caller.reviewed_alike($1, $2, 'address', null, null))`,
  'same-name': `e.id in (select caller.reviewed_alike($1, $2, 'name', ${of('namers', 'uuid')}, ${of('names', 'bytea')}))`,
  protected: `e.action in ${READ} and e.person_id in (select caller.reviewed_protected())`,
  'repeated-refusals': `e.action = 'refuse' and (e.actor_staff, (e.${LOCAL})::date) in (
      select x.actor_staff, (x.${LOCAL})::date from ledger_entry x
      where ${ownEntry('x')} and x.action = 'refuse'
      group by 1, 2 having count(*) >= ${REPEATED_REFUSALS})`,
  refused: `e.action = 'refuse'`,
  // Whoever stands in the roster is at work, and the emergency service works when others sleep.
  'unusual-hours': `e.actor_staff is not null and e.action in ${READ}
      and (extract(hour from e.${LOCAL}) >= ${NIGHT.from} or extract(hour from e.${LOCAL}) < ${NIGHT.until}
        or extract(isodow from e.${LOCAL}) >= 6 or (e.${LOCAL})::date = any(${of('holidays', 'date')}))
      and not exists (select 1 from duty_shift d where d.staff_id = e.actor_staff and d.starts_at <= e.at and d.ends_at > e.at)
      and not exists (select 1 from unit u where u.id = e.actor_unit and u.kind = 'emergency')`,
  'many-people': `${opened('e')} and (e.actor_staff, date_trunc('hour', e.at)) in (
      select x.actor_staff, date_trunc('hour', x.at) from ledger_entry x
      where ${ownEntry('x')} and ${opened('x')}
      group by 1, 2 having count(distinct x.person_id) >= ${MANY_PEOPLE})`,
  'many-cases': `e.action in ('read','export') and e.case_id is not null and (e.actor_staff, (e.${LOCAL})::date) in (
      select x.actor_staff, (x.${LOCAL})::date from ledger_entry x
      where ${ownEntry('x')} and x.action in ('read','export')
      group by 1, 2 having count(distinct x.case_id) >= ${MANY_CASES})`,
  // A search writes one line that it was made, and one for each person it found.
  'many-searches': `e.action = 'search' and e.person_id is null and e.id in (
      select s.id from (
        select x.id, count(*) over (partition by x.actor_staff order by x.at
          range between interval '${SEARCH_MINUTES} minutes' preceding and current row) as made
        from ledger_entry x
        where ${ownEntry('x')} and x.action = 'search' and x.person_id is null) s
      where s.made >= ${MANY_SEARCHES})`,
  // Written in UTC to the millisecond, so that they stand in the order of time.
  'compared-times': `e.detail->>'deed' = 'ask-rooms' and exists (
      select 1 from ledger_entry x
      where ${ownEntry('x')} and x.actor_staff = e.actor_staff and x.detail->>'deed' = 'ask-rooms'
        and x.at between e.at - interval '${COMPARED_MINUTES} minutes' and e.at + interval '${COMPARED_MINUTES} minutes'
        and x.detail->>'about' is distinct from e.detail->>'about'
        and x.detail->>'from' < e.detail->>'until' and e.detail->>'from' < x.detail->>'until')`,
};

/** The parameters of `given`, in their order. */
export function givenValues(period: ReviewPeriod, { names, phones }: ReaderTraces, now: Date): unknown[] {
  return [
    holidaysWithin(period, now),
    names.map(({ staffId }) => staffId),
    names.map(({ trace }) => trace),
    phones.map(({ staffId }) => staffId),
    phones.map(({ trace }) => trace),
  ];
}

function holidaysWithin({ from, until }: ReviewPeriod, now: Date): string[] {
  const yearOf = (at: Date): number => calendarDate(civilDayOf(at.getTime())).year;
  const [first, last] = [yearOf(from ?? now), yearOf(until ?? now)];
  const years = Array.from({ length: Math.max(0, last - first) + 1 }, (_, place) => first + place);
  return years.flatMap((year) => [...publicHolidaysOf(year).keys()].map(formatCivilDay));
}
