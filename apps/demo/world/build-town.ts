import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AsCaller } from '#use-cases/gate/as-caller.js';
import { ImportTown } from '#use-cases/organisation/import-town.js';
import type { StaffDefinition, TownDefinition, TownIds } from '#use-cases/organisation/town-definition.js';
import { demonstrationStaff } from './people.js';

export interface TownOptions {
  /** Makes the town another than the demonstration's, so that tests can have one each. */
  readonly slug?: string;
  readonly issuer: string;
  readonly staff?: readonly StaffDefinition[];
  readonly postsFrom: Date;
}

/** The town that the demonstration, the tests and the benchmarks share: Ekvalla, with its people in their posts. */
export function buildTown(asCaller: AsCaller, options: TownOptions): Promise<TownIds> {
  const town = JSON.parse(readFileSync(path.resolve('config/towns/ekvalla.json'), 'utf8')) as TownDefinition;
  return new ImportTown(asCaller).run(options.slug ? { ...town, slug: options.slug } : town, {
    issuer: options.issuer,
    staff: options.staff ?? demonstrationStaff,
    postsFrom: options.postsFrom,
  });
}
