import type { Duty } from '#domain/organisation/duty-roster.js';
import type { Membership } from '#domain/organisation/membership.js';
import type { DeadlineFactsRow } from './deadline.port.js';

/** Everyone who might be told of a deadline: its branch's members and rosters in force, and who works on its case. */
export interface AudienceFacts {
  readonly memberships: readonly Membership[];
  readonly duties: readonly Duty[];
  readonly emergencyUnitId: string | null;
  readonly assignedStaff: readonly string[];
  /** Units that work on its case as they are. */
  readonly assignedUnits: readonly string[];
}

/** In hand of this transaction, with the keys of what is written down as done. */
export interface TakenDeadline extends DeadlineFactsRow {
  readonly done: readonly string[];
}

export interface EffectToRecord {
  readonly deadlineId: string;
  readonly key: string;
  readonly late: boolean;
}

export interface WakeOutcome {
  readonly deadlineId: string;
  readonly missed: boolean;
  readonly nextWakeAt: Date | null;
}

/** Deadlines as the worker wakes them, under the service `deadlines`; one statement for however many. */
export abstract class WakeStore {
  /** Locked; undefined when another worker has it in hand or it is gone. */
  abstract take(id: string): Promise<TakenDeadline | undefined>;
  /** Those to wake by this instant that nobody else has in hand, locked, earliest first. */
  abstract takeDue(by: Date, most: number): Promise<TakenDeadline[]>;
  /** Writes effects down and answers those that were not written before: the others must not happen again. */
  abstract recordEffects(effects: readonly EffectToRecord[]): Promise<Omit<EffectToRecord, 'late'>[]>;
  /** Writes when each wakes next, and that it was missed when it was due. */
  abstract setOutcomes(outcomes: readonly WakeOutcome[]): Promise<void>;
  /** By deadline id. */
  abstract getAudiences(deadlines: readonly DeadlineFactsRow[]): Promise<ReadonlyMap<string, AudienceFacts>>;
  /** Keeps one that could not be carried out from standing in the way of the others; never past its own next wake. */
  abstract putOff(id: string, until: Date): Promise<void>;
  /** The distinct instants of wakes after `after` until `until`, earliest first. */
  abstract findWakeTimes(after: Date, until: Date, most: number): Promise<Date[]>;
  /** Whether any should have woken before this instant and is in nobody's hand. */
  abstract isOverdue(before: Date): Promise<boolean>;
}
