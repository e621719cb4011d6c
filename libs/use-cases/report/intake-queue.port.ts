import type { HouseParty } from '#domain/disclosure/case.js';
import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import type { Grade } from '#domain/report/grading.js';
import type { ReporterKind } from '#domain/report/reporter.js';
import type { Channel } from './report.port.js';

export type CaseState = 'received' | 'graded' | 'in-hub' | 'investigation' | 'closed' | 'joined';

/** A deadline that somebody still owes, or one that was missed. */
export interface RunningDeadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly state: 'open' | 'missed';
}

/** A case on the queue: facts and ids; who it is about arrives sealed. */
export interface QueuedCase {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly grade: Grade | null;
  readonly version: number;
  readonly personId: string;
  readonly receivedAt: Date;
  readonly channel: Channel;
  readonly reporterKind: ReporterKind;
  readonly reporterHouse: (HouseParty & { readonly name: string }) | null;
  /** Some report of the case says so. */
  readonly saysDanger: boolean;
  /** Danger of which nobody has yet assessed that it asks for no protection at once. */
  readonly standsFirst: boolean;
  readonly reportCount: number;
  /** Null while an assessment is still to be made, also of a report that came after an earlier one. */
  readonly needsProtection: boolean | null;
  /** Other cases of the same child that are still open in this house. */
  readonly otherOpenCases: number;
  readonly deadlines: readonly RunningDeadline[];
  /** The first of them; null when nothing runs. */
  readonly dueAt: Date | null;
}

export interface QueueWanted {
  readonly first: number;
  readonly after: { readonly danger: boolean; readonly dueAt: Date | null; readonly id: string } | null;
  readonly stage: 'all' | 'ungraded' | 'graded';
  readonly grade: Grade | null;
}

/** What intake has before it: danger first, then what is due first. */
export abstract class IntakeQueueStore {
  abstract find(wanted: QueueWanted): Promise<QueuedCase[]>;
  abstract count(): Promise<{ readonly ungraded: number; readonly graded: number }>;
}
