/**
 * What others are told after a commit. A topic is `job:<queue job>` or `live:<screen topic>`; a payload carries ids and
 * versions, never content: whoever receives it decides again.
 */
export interface OutboxMessage {
  readonly topic: `job:${string}` | `live:${string}`;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes messages in the transaction of the change; they leave when, and only when, it commits. */
export abstract class OutboxStore {
  abstract put(messages: readonly OutboxMessage[]): Promise<void>;
}
