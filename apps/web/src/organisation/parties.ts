/** The parties as lists to choose from. */
import type { OrganisationQuery } from '../graphql/generated/organisation/graphql.js';

export type Authority = OrganisationQuery['organisation']['authorities'][number];
export type Branch = Authority['branches'][number];
export type Unit = Branch['units'][number];

/** The kinds of units that the towns have; a file may name others. */
export const UNIT_KINDS = [
  'intake',
  'child',
  'youth',
  'adult',
  'addiction',
  'economic-aid',
  'emergency',
  'management',
  'administration',
  'local-police',
  'school',
  'outreach',
  'clinic',
] as const;

export const isUnitKind = (kind: string): kind is (typeof UNIT_KINDS)[number] =>
  (UNIT_KINDS as readonly string[]).includes(kind);

export const branchOptions = (authorities: readonly Authority[]) =>
  authorities
    .filter((authority) => authority.endedAt === null)
    .flatMap((authority) =>
      authority.branches
        .filter((branch) => branch.endedAt === null)
        .map((branch) => ({ id: branch.id, label: `${branch.name}, ${authority.name}` })),
    );

export const unitOptions = (authorities: readonly Authority[], branchName?: string) =>
  authorities
    .filter((authority) => authority.endedAt === null)
    .flatMap((authority) =>
      authority.branches
        .filter((branch) => branch.endedAt === null && (branchName === undefined || branch.name === branchName))
        .flatMap((branch) =>
          branch.units
            .filter((unit) => unit.endedAt === null)
            .map((unit) => ({ id: unit.id, label: unit.name, help: `${branch.name}, ${authority.name}` })),
        ),
    );
