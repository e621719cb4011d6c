import type { ClientBase } from 'pg';
import type { Caller } from '#use-cases/gate/caller.js';

/** Where a store sends its statements. Answers rows; an UPDATE or DELETE answers rows and how many there were. */
export interface Statements {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a row holds is what the statement says
  query<T = any>(text: string, values?: unknown[]): Promise<T>;
}

/** What a store is made of: the connection of this transaction, whose identity is already set. */
export interface StoreContext {
  readonly manager: Statements;
  readonly caller: Caller;
  readonly now: Date;
  /** The connection itself, for several identities in one message; a reading has none of its own. */
  readonly connect?: () => Promise<ClientBase>;
}
