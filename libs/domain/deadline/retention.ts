/**
 * How long what was written is kept: five years from the last note of a case that is closed, or whose investigation of an adult
 * has ended in measures; what came of a child's own investigation until they are thirty (SoL 16:1, 16:2 a). The longer of the
 * two counts where both would.
 */
import { ADULT, ageAt } from '../disclosure/age.js';
import { calendarDate, type CivilDay } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { startOfDay } from '../kernel/stockholm.js';
import type { DeadlineKind } from './built-in-deadlines.js';

export const RETENTION_KINDS = ['retention', 'retention-child-protection'] as const satisfies readonly DeadlineKind[];
export type RetentionKind = (typeof RETENTION_KINDS)[number];

export const isRetention = (kind: DeadlineKind): kind is RetentionKind => RETENTION_KINDS.some((one) => one === kind);

export interface RetentionFacts {
  readonly closed: boolean;
  /** When measures began after an investigation; null where none did. */
  readonly measuresSince: Instant | null;
  readonly lastNoteAt: Instant;
  /** Of whom the case is about; the last day of their year where no more is known. */
  readonly born: CivilDay;
}

/** Which time runs for the case, if any. */
export function retentionOf({ closed, measuresSince, born }: RetentionFacts): RetentionKind | null {
  if (measuresSince !== null && ageAt(calendarDate(born), measuresSince) < ADULT) return 'retention-child-protection';
  return closed || measuresSince !== null ? 'retention' : null;
}

export const retentionFrom = (kind: RetentionKind, { lastNoteAt, born }: RetentionFacts): Instant =>
  kind === 'retention' ? lastNoteAt : startOfDay(born);
