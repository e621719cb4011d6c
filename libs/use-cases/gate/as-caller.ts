import type { Caller, ServiceName } from './caller.js';

/** A port: an abstract class names what a use case needs, the store ring provides it. */
export type Port<T> = abstract new (...args: never[]) => T;

/** One database transaction under one identity. `now` is the database's clock, the only one that decides. */
export interface CallerTransaction {
  readonly caller: Caller;
  readonly now: Date;
  /** A fresh id for a new row. */
  newId(): string;
  /** The store for this port, bound to this transaction. Throws if the store ring provides none. */
  of<T>(port: Port<T>): T;
  /** Does a part of the work as the platform itself, in the same transaction, then returns to the caller. */
  asService<T>(name: ServiceName, work: (tx: CallerTransaction) => Promise<T>): Promise<T>;
}

/**
 * Opens a transaction, sets the identity that row-level security asks for, hands over stores bound to it and commits
 * when the work is done. It ends before anything is sent: what leaves it is Sealed, never readable content.
 */
export abstract class AsCaller {
  abstract run<T>(caller: Caller, work: (tx: CallerTransaction) => Promise<T>): Promise<T>;

  /**
   * For work that only reads. What it asks in one breath, side by side, goes to the database as one message under the
   * identity, in a transaction that can write nothing; what it asks after an answer goes in the next. `now` is the time of
   * the first of them, and known when that is answered.
   */
  abstract read<T>(caller: Caller, work: (tx: CallerTransaction) => Promise<T>): Promise<T>;
}
