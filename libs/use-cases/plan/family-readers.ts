/**
 * Who of the family will read what is being written for them, and who will not: by the question that their own gate asks, so
 * that what is shown is what happens (OSL 12:1, 12:3). For the house whose register keeps them alone: a no tells of a protection.
 */
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { Told } from '../share/tellables.js';
import type { HouseAtTable } from '../share/who-gets-it.js';
import type { Voice } from './require-plan.js';

/** The young person first; guardians of whom the same is said are one. Names are the reader's to put there. */
export function familyReaders(
  tx: CallerTransaction,
  { group, family }: Pick<Voice, 'group' | 'family'>,
  { thing, limits, isElsewhere }: Told,
): readonly HouseAtTable[] {
  if (isElsewhere) return [];
  const readers = family.map((person): HouseAtTable => {
    const kind = person === group.personId ? 'subject' : 'guardian';
    const { outcome, ground } = decideDisclosure(
      {
        ...thing,
        asOf: tx.now.getTime(),
        to: { kind, person },
        purpose: 'support',
        recipientAssigned: false,
        recipientNamed: false,
        // The family's gate opens nothing by a consent.
        consents: [],
      },
      limits,
    );
    return { branchId: person, kind, name: '', sees: outcome === 'release', outcome, ground };
  });
  const said = ({ kind, outcome, ground }: HouseAtTable): string => `${kind} ${outcome} ${ground}`;
  return [...new Map(readers.map((reader) => [said(reader), reader])).values()];
}
