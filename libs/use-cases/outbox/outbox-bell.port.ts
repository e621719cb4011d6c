/** Rings when rows for the queue have been committed; a hint only, since the outbox is also looked into each second. */
export abstract class OutboxBell {
  abstract listen(ring: () => void): Promise<void>;
  abstract close(): Promise<void>;
}
