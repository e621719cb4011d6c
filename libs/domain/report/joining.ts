/**
 * Several reports about the same child are worked on as one: the first sets the clock, the gravest the grade, and each
 * keeps its own content, reporter and right to feedback (SoL 19:6, 20:2).
 */
import type { Instant } from '../kernel/instant.js';
import { type Grade, mostUrgent } from './grading.js';
import { type ReportState, isReportOpen } from './report-states.js';

export interface JoinableReport {
  readonly id: string;
  readonly children: readonly string[];
  readonly receivedAt: Instant;
  readonly grade: Grade | null;
  readonly state: ReportState;
}

export type JoinDecision =
  | {
      readonly outcome: 'joined';
      /** The report that carries the case on. */
      readonly lead: string;
      readonly joined: string;
      readonly receivedAt: Instant;
      /** The gravest that a person has given any of them; null = none is graded yet. */
      readonly grade: Grade | null;
      /** Children whom the lead did not have: each gets the case's attention. */
      readonly addedChildren: readonly string[];
    }
  | { readonly outcome: 'refused'; readonly code: 'same-report' | 'no-child-in-common' | 'not-open' };

/** A report already in the hub leads; otherwise the first received; the order of the two makes no difference. */
export const decideJoin = (a: JoinableReport, b: JoinableReport): JoinDecision => {
  if (a.id === b.id) return { outcome: 'refused', code: 'same-report' };
  if (!isReportOpen(a.state) || !isReportOpen(b.state)) return { outcome: 'refused', code: 'not-open' };
  if (!a.children.some((child) => b.children.includes(child)))
    return { outcome: 'refused', code: 'no-child-in-common' };
  const [lead, joined] = isLeading(a, b) ? [a, b] : [b, a];
  return {
    outcome: 'joined',
    lead: lead.id,
    joined: joined.id,
    receivedAt: Math.min(a.receivedAt, b.receivedAt),
    grade: mostUrgent([a.grade, b.grade].filter((grade) => grade !== null)),
    addedChildren: joined.children.filter((child) => !lead.children.includes(child)),
  };
};

const isLeading = (a: JoinableReport, b: JoinableReport): boolean => {
  if ((a.state === 'in-hub') !== (b.state === 'in-hub')) return a.state === 'in-hub';
  return a.receivedAt === b.receivedAt ? a.id < b.id : a.receivedAt < b.receivedAt;
};
