/**
 * What somebody of a family writes is an item in the house that asked for it, sealed as everything else, with them as who
 * said it: nobody else is its author (OSL 26:1).
 */
import { asConsents } from '../consent/as-consents.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import type { ItemContent } from '../gate/released.js';
import type { Seal } from '../gate/seal.js';
import { FamilyFacts } from './family-facts.port.js';

export interface OwnWordsSaid {
  readonly caseId: string;
  readonly branchId: string;
  readonly municipalityId: string;
  /** Whom it is about: the one whose case it is. */
  readonly aboutId: string;
  readonly content: ItemContent;
}

/** Answers the item's id. */
export async function sayOwnWords(
  tx: CallerTransaction,
  { personId }: FamilyCaller,
  seal: Seal,
  { content, ...said }: OwnWordsSaid,
): Promise<string> {
  const itemId = tx.newId();
  const sealed = await asConsents(tx, (service) =>
    seal.content(service, { keyPersonId: said.aboutId, itemId }, content),
  );
  await tx.of(FamilyFacts).addWords({
    ...said,
    itemId,
    personId,
    giverKind: said.aboutId === personId ? 'subject' : 'guardian',
    phase: 'none',
    ...sealed,
  });
  return itemId;
}
