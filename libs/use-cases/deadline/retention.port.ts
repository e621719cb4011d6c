import type { RetentionFacts } from '#domain/deadline/retention.js';

/** What says how long a case is kept: facts alone, and only for the platform itself. */
export abstract class RetentionStore {
  /** With the unit that it lies with now, or null where the house has none left. */
  abstract find(caseId: string): Promise<(RetentionFacts & { readonly unitId: string | null }) | undefined>;
}
