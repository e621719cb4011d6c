/**
 * How long a group usually lasts (SIG eight to ten months, some over a year [S1]). It may last longer, but not unseen: when
 * the form's longest has passed since it was formed, somebody looks at whether it goes on or ends.
 */
import { dueAt } from '../deadline/due-at.js';
import type { Span } from '../form/form.js';
import type { Instant } from '../kernel/instant.js';

/** When the usual time is over; null where the form has none, or the group has not been formed. */
export function lengthBy(months: Span | null, formedAt: Instant | null): Instant | null {
  if (months === null || formedAt === null) return null;
  const due = dueAt({ unit: 'months', count: months.to }, formedAt);
  if (!due.ok) throw new Error(`no usual end can be counted: ${due.error.sentence}`);
  return due.value;
}

/** It has gone on for longer than usual, and nobody has looked at it since. */
export function isOverdueForLook(by: Instant | null, at: Instant, looks: readonly Instant[]): boolean {
  return by !== null && by <= at && !looks.some((look) => look >= by);
}
