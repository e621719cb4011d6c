import type { RetentionFacts } from '#domain/deadline/retention.js';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { RetentionStore } from '#use-cases/deadline/retention.port.js';
import type { StoreContext } from '../caller/store-context.js';

interface FactsRow {
  readonly closed: boolean;
  readonly measuresSince: Date | null;
  readonly lastNoteAt: Date;
  readonly born: string;
  readonly unitId: string | null;
}

export class RetentionRepository extends RetentionStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async find(caseId: string): Promise<(RetentionFacts & { readonly unitId: string | null }) | undefined> {
    const rows: FactsRow[] = await this.context.manager.query(
      `select closed, measures_since as "measuresSince", last_note_at as "lastNoteAt", born::text as born, unit_id as "unitId"
       from caller.retention_of($1)`,
      [caseId],
    );
    const row = rows[0];
    if (!row) return undefined;
    const born = parseCivilDay(row.born);
    if (born === undefined) throw new Error('a person is born on a day that no calendar has');
    return {
      closed: row.closed,
      measuresSince: row.measuresSince?.getTime() ?? null,
      lastNoteAt: row.lastNoteAt.getTime(),
      born,
      unitId: row.unitId,
    };
  }
}
