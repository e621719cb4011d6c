/** Danger first, however long is left; then late, today (until the end of the day in Sweden, and always the next two hours, nights too), later: in the order given. */
import { calendarDay } from '../time/moment.js';

export type DueGroup = 'danger' | 'late' | 'today' | 'later';

const SOON = 2 * 3_600_000;

export function groupByDue<D extends { readonly dueAt: string; readonly saysDanger: boolean }>(
  deadlines: readonly D[],
  now: number,
): Readonly<Record<DueGroup, D[]>> {
  const groups: Record<DueGroup, D[]> = { danger: [], late: [], today: [], later: [] };
  const today = calendarDay(now);
  for (const deadline of deadlines) {
    const due = Date.parse(deadline.dueAt);
    if (deadline.saysDanger) groups.danger.push(deadline);
    else if (due <= now) groups.late.push(deadline);
    // What ends with the day ends at its midnight, which the calendar counts to the next.
    else if (due - now <= SOON || calendarDay(due - 1) === today) groups.today.push(deadline);
    else groups.later.push(deadline);
  }
  return groups;
}
