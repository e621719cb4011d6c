/** A house's name is another's nowhere on the installation: two that are called the same would be one to every rule (OSL 8:1–2). */
import { Failure } from '../failure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { OrganisationStore } from './organisation.port.js';
import type { TownDefinition } from './town-definition.js';

/** Fails as HOUSE_OF_ANOTHER_TOWN, naming the first such branch of the file and where in it it stands. */
export async function requireOwnHouses(
  tx: CallerTransaction,
  municipalityId: string | null,
  town: TownDefinition,
): Promise<void> {
  for (const [place, authority] of town.authorities.entries()) {
    const others = await namesElsewhere(tx, municipalityId, authority.slug);
    const taken = authority.branches.findIndex(({ slug }) => others.includes(slug));
    if (taken === -1) continue;
    throw new Failure('HOUSE_OF_ANOTHER_TOWN', 'text', {
      path: `authorities.${place}.branches.${taken}.slug`,
      house: `${authority.slug}/${authority.branches[taken]!.slug}`,
    });
  }
}

/** What branches of authorities called so are called in other towns. */
export async function namesElsewhere(
  tx: CallerTransaction,
  municipalityId: string | null,
  authority: string,
): Promise<readonly string[]> {
  const names = await tx.of(OrganisationStore).findBranchNames(authority);
  return names.filter((one) => one.municipalityId !== municipalityId).map(({ slug }) => slug);
}
