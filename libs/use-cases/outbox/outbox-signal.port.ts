import type { Cursor } from '#domain/live/cursor.js';

/** A committed outbox row. */
export interface OutboxNews {
  readonly id: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

/** One for screens, with the transaction that wrote it. */
export interface ScreenNews extends OutboxNews {
  readonly transaction: number;
}

/** All that was committed between two moments, and the later of them. */
export interface NewsSince {
  readonly news: readonly ScreenNews[];
  readonly upTo: Cursor;
}

export interface OutboxListener {
  /** Everything since the last time, once, in the order in which it was written; from here on it is heard up to this moment. */
  news(since: NewsSince): void;
  /** More came than can be told, or it is no longer there: what came before this moment may have been missed. */
  gap(upTo: Cursor): void;
}

/** Hears of committed outbox rows for screens (`live:…`) as they commit, on every node. */
export abstract class OutboxSignal {
  /** One more who hears, on the same line. Answers from which moment the line hears everything. */
  abstract listen(listener: OutboxListener): Promise<Cursor>;
  /** What one topic was told since a moment; null when that can no longer be said, or is more than is worth saying. */
  abstract since(topic: `live:${string}`, cursor: Cursor): Promise<NewsSince | null>;
  abstract close(): Promise<void>;
}
