/** A committed outbox row. */
export interface OutboxNews {
  readonly id: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

export interface OutboxListener {
  news(news: OutboxNews): void;
  /** The line was down: something may have been missed. */
  gap(): void;
}

/** Hears of committed outbox rows for screens (`live:…`) as they commit, on every node. */
export abstract class OutboxSignal {
  abstract listen(listener: OutboxListener): Promise<void>;
  abstract close(): Promise<void>;
}
