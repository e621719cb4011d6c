import type { Duty } from '#domain/organisation/duty-roster.js';
import type { Membership } from '#domain/organisation/membership.js';
import type { DeadlineFactsRow } from './deadline.port.js';

/** Everyone who might be told of a deadline: its branch's members and rosters in force, and who works on its case. */
export interface AudienceFacts {
  readonly memberships: readonly Membership[];
  readonly duties: readonly Duty[];
  readonly emergencyUnitId: string | null;
  readonly assignedStaff: readonly string[];
}

export interface WakeAt {
  readonly deadlineId: string;
  readonly at: Date;
}

/** Deadlines as the worker wakes them, under the service `deadlines`. */
export abstract class WakeStore {
  /** Locked; undefined when another worker has it in hand or it is gone. */
  abstract take(id: string): Promise<DeadlineFactsRow | undefined>;
  abstract findDone(id: string): Promise<ReadonlySet<string>>;
  /** Writes an effect down; false when it is written already, and must not happen again. */
  abstract recordEffect(id: string, key: string, late: boolean): Promise<boolean>;
  abstract miss(id: string, at: Date): Promise<void>;
  abstract setNextWake(id: string, at: Date | null): Promise<void>;
  abstract getAudience(deadline: DeadlineFactsRow): Promise<AudienceFacts>;
  /** Deadlines to wake until this instant, earliest first, from after `after` on. */
  abstract findWakes(until: Date, most: number, after: WakeAt | null): Promise<WakeAt[]>;
}
