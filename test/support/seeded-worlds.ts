/**
 * A property over random worlds that never loses what it found: the seed stands in the output before the first world, each
 * world that fails as soon as it has, and the smallest one when the search for it is over, or when its time is.
 */
import { randomInt } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';

/** The same worlds once more: `SAMNAV_SEED=… npm test -- …`, and from where it failed with `SAMNAV_SEED=…:path`. */
const asked = process.env['SAMNAV_SEED'];

export interface Search {
  readonly numRuns: number;
  /** Milliseconds for all of it; the runner's own limit comes later, for it would say nothing of what failed. */
  readonly within: number;
  /** Where it is written; the tests of this file listen. */
  readonly write?: (line: string) => void;
  readonly seed?: number;
}

export async function holdsInWorlds<T>(property: fc.IAsyncProperty<[T]>, search: Search): Promise<void> {
  const write = search.write ?? ((line) => process.stderr.write(`${line}\n`));
  const [number, ...path] = asked?.split(':') ?? [];
  const seed = search.seed ?? (number === undefined ? randomInt(2 ** 31) : Number(number));
  write(`\n  SAMNAV_SEED=${seed}`);
  const found = await fc.check(telling(property, write, seed), {
    seed,
    ...(path.length > 0 ? { path: path.join(':') } : {}),
    numRuns: search.numRuns,
    interruptAfterTimeLimit: search.within,
    // Worlds that were never tried prove nothing.
    markInterruptAsFailure: true,
  });
  if (!found.failed) return;
  const report = `${fc.defaultReportMessage(found) ?? 'failed'}\n${found.errorInstance ? why(found.errorInstance) : ''}`;
  write(`\n  SAMNAV_SEED=${[seed, found.counterexamplePath].filter(Boolean).join(':')}\n${report}`);
  throw new Error(report, { cause: found.errorInstance });
}

/** Each smaller world that fails is written at once: whatever stops the run, the last one written is the smallest known. */
function telling<T>(property: fc.IAsyncProperty<[T]>, write: (line: string) => void, seed: number) {
  const told = Object.create(property) as fc.IAsyncProperty<[T]>;
  told.run = async (value) => {
    const failure = await property.run(value);
    if (failure !== null && !('interruptExecution' in failure))
      write(`\n  SAMNAV_SEED=${seed} fails in ${inspect(value, { depth: null, breakLength: 120 })}\n${why(failure)}`);
    return failure;
  };
  return told;
}

const why = (failure: unknown): string =>
  inspect(failure instanceof Object && 'error' in failure ? failure.error : failure, { depth: 3 });
