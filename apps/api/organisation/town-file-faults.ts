/** What is wrong in a town's file beside its form: where, and in the words of the file's other faults. */
import { Failure } from '#use-cases/failure.js';

export interface PlacedFault {
  readonly path: string;
  readonly fault: string;
}

/** Undefined for what is no fault of the file. */
export function placedFault(error: unknown): PlacedFault | undefined {
  if (!(error instanceof Failure) || error.code !== 'HOUSE_OF_ANOTHER_TOWN') return undefined;
  const { path, house } = error.values;
  return {
    path: String(path),
    fault: `another municipality has a house called ${house}; give this branch another slug`,
  };
}
