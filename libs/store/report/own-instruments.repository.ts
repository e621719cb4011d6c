import type { Instrument } from '#domain/report/instrument.js';
import { OwnInstruments } from '#use-cases/report/instrument.port.js';
import type { StoreContext } from '../caller/store-context.js';

export class OwnInstrumentsRepository extends OwnInstruments {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findOfTown(municipalityId: string): Promise<readonly Instrument[]> {
    const rows: { instruments: Instrument[] | null }[] = await this.context.manager.query(
      `select settings->'instruments' as instruments from municipality where id = $1`,
      [municipalityId],
    );
    return rows[0]?.instruments ?? [];
  }
}
