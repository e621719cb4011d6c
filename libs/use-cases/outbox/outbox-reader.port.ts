import type { OutboxNews } from './outbox-signal.port.js';

/** Reads the outbox as the service that empties it. */
export abstract class OutboxReader {
  /** Rows by id, in the order they were written. */
  abstract findByIds(ids: readonly string[]): Promise<OutboxNews[]>;
  /** The oldest rows of these topics that nobody has handed over, locked for this transaction. */
  abstract takeWaitingJobs(topics: readonly string[], most: number): Promise<OutboxNews[]>;
  abstract markHanded(ids: readonly string[]): Promise<void>;
  /** Removes rows older than this that have done their work. Returns how many. */
  abstract sweep(before: Date): Promise<number>;
}
