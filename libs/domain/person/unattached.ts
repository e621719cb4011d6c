/**
 * Who was registered and has nothing to do with any case is kept for no longer than it takes to find out whether they will:
 * what no purpose needs is removed (GDPR 5.1 c, e).
 */
import type { DeadlineRule } from '../deadline/deadline-rule.js';
import { dueAt } from '../deadline/due-at.js';
import type { Instant } from '../kernel/instant.js';

/** Why such a record is removed, in closed words: what is written of it outlives it and says nothing about anyone. */
export const REMOVAL_REASONS = ['by-mistake', 'never-needed', 'other-record'] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

const LOOKED_AT_AFTER: DeadlineRule = { unit: 'months', count: 3 };

/** From when somebody is to look at the record and say whether it is needed. */
export function lookDueAt(registeredAt: Instant): Instant {
  const due = dueAt(LOOKED_AT_AFTER, registeredAt);
  if (!due.ok) throw new Error(`no end of three months can be counted: ${due.error.sentence}`);
  return due.value;
}
