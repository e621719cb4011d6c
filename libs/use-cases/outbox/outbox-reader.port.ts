import type { Cursor } from '#domain/live/cursor.js';
import type { NewsSince, OutboxNews } from './outbox-signal.port.js';

/** What came for screens since a moment. */
export interface ReadSince extends NewsSince {
  /** Nothing of it has been swept away, and the moment was one of this database. */
  readonly isWhole: boolean;
}

/** Reads the outbox as the service that empties it. */
export abstract class OutboxReader {
  /** The moment as it is now. */
  abstract now(): Promise<Cursor>;
  /** In the order in which the rows were written, at most so many; of one topic where it is named. */
  abstract findSince(cursor: Cursor, most: number, topic?: `live:${string}`): Promise<ReadSince>;
  /** The oldest rows of these topics that nobody has handed over, locked for this transaction. */
  abstract takeWaitingJobs(topics: readonly string[], most: number): Promise<OutboxNews[]>;
  abstract markHanded(ids: readonly string[]): Promise<void>;
  /** Removes rows older than this that have done their work, and keeps up to where. Returns how many. */
  abstract sweep(before: Date): Promise<number>;
}
