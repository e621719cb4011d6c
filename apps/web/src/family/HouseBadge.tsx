/** The letter and colour of a house; its name always stands beside it. */
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import { HOUSES } from '../elements/houses.js';

export function HouseBadge({ kind }: { readonly kind: HouseKind }) {
  const { letter, colour } = HOUSES[kind];
  return (
    <span className="house-badge" data-colour={colour} aria-hidden="true">
      {letter}
    </span>
  );
}
