import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import type { DeadlineSetting } from './deadline.port.js';

/** A municipality's own rules, read and written under the caller's rights. */
export abstract class DeadlineSettings {
  abstract findAll(): Promise<DeadlineSetting[]>;
  /** Writes the setting if it still stands at `version` (0 = none yet); false when someone else was first. */
  abstract put(setting: { kind: DeadlineKind; rule: unknown; alarms: unknown; version: number }): Promise<boolean>;
  abstract remove(kind: DeadlineKind, version: number): Promise<boolean>;
}
