/**
 * Sight ends at once: each decision to show something carries the count of its case as the facts were read, and each
 * change that lets someone see less raises that count in its own transaction. What was decided by an older count is
 * decided anew before it is shown, on whichever node it was (ASVS 8.3.2, 15.4.2; OSL 10:1).
 */

/** The count of a case, or of the person whom it is about, as it stood when the facts were read. */
export interface Sight {
  readonly about: string;
  readonly epoch: number;
}

/**
 * How long after its count was last compared something may still be on its way out, by the process's own steady clock.
 * Whoever makes someone see less is answered after this time, so that nothing is sent after the answer.
 */
export const SIGHT_LEASE_MS = 120;
