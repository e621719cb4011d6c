import type { StaffCaller } from '#use-cases/gate/caller.js';

/** Finds the identity of a demonstration person by key. */
export type CallerOf = (key: string) => Promise<StaffCaller>;
