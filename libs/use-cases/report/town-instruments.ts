import { CHECK_IRK } from '#domain/report/instruments.js';
import type { Instrument } from '#domain/report/instrument.js';
import { instrumentsOfTown } from '#domain/report/own-instruments.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { OwnInstruments } from './instrument.port.js';

/** What one grades by in this municipality. */
export const instrumentsOf = async (tx: CallerTransaction, municipalityId: string): Promise<readonly Instrument[]> =>
  instrumentsOfTown(await tx.of(OwnInstruments).findOfTown(municipalityId));

/** The one that reporters answer, in the municipality's version. */
export const reporterInstrument = async (tx: CallerTransaction, municipalityId: string): Promise<Instrument> =>
  (await instrumentsOf(tx, municipalityId)).find(({ id }) => id === CHECK_IRK.id) ?? CHECK_IRK;
