/** A consent as it leaves the program for another system: the record, its houses by name, and what has happened to it. */
import type { ConsentRecord } from '#domain/consent/consent.js';
import type { ConsentEvent, Notice, WrittenHouse } from './consent.port.js';

export interface ConsentExport {
  readonly record: ConsentRecord;
  readonly notice: Notice;
  readonly jurisdiction: string;
  /** The house that asks, and answers for the record. */
  readonly asker: WrittenHouse;
  /** Every house that the record names. */
  readonly houses: readonly WrittenHouse[];
  readonly events: readonly ConsentEvent[];
  /** Years that the record is kept after its end (SoL 16:1). */
  readonly retentionYears: number;
  readonly madeAt: Date;
}
