import type { Instrument } from '#domain/report/instrument.js';

/** The instruments that a municipality has for itself, as its file was imported. */
export abstract class OwnInstruments {
  /** None where the municipality grades by the house's alone. */
  abstract findOfTown(municipalityId: string): Promise<readonly Instrument[]>;
}
