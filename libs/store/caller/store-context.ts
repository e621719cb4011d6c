import type { EntityManager } from 'typeorm';
import type { Caller } from '#use-cases/gate/caller.js';

/** What a store is made of: the connection of this transaction, whose identity is already set. */
export interface StoreContext {
  readonly manager: EntityManager;
  readonly caller: Caller;
  readonly now: Date;
}
