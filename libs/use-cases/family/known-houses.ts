import { HOUSE_WORDS } from '#domain/family/shown-houses.js';
import type { HouseKind } from '#domain/disclosure/vocabulary.js';
import { withoutMarks } from '#domain/e-id/signing-text.js';
import type { FamilyHouse } from './family-facts.port.js';

/** Houses, and whether this reader may know what they are called. */
export interface HousesToKnow {
  readonly houses: readonly FamilyHouse[];
  readonly hidesHouses: boolean;
}

/** Two branches of one authority are told apart; one alone is known by the authority's name. */
export function houseNames(houses: readonly FamilyHouse[]): ReadonlyMap<string, string> {
  const many = (name: string): boolean => houses.filter(({ authorityName }) => authorityName === name).length > 1;
  return new Map(
    houses.map(({ house, authorityName, branchName }) => [
      house,
      withoutMarks(many(authorityName) ? `${authorityName} (${branchName})` : authorityName),
    ]),
  );
}

/** The same as one reader of a family may know them: `authority/branch` → name, or only what it is. */
export const knownNames = ({ houses, hidesHouses }: HousesToKnow): ReadonlyMap<string, string> =>
  hidesHouses
    ? new Map(houses.map(({ house, kind }) => [house, HOUSE_WORDS[kind as HouseKind] ?? '']))
    : houseNames(houses);

/** By what the reader points at a house: as it is written, or by its row where what is written tells its name. */
export const keyOf = (written: string, { houses, hidesHouses }: HousesToKnow): string =>
  hidesHouses ? (houses.find(({ house }) => house === written)?.branchId ?? '') : written;

/** What a reader points at, as it is written; what they may not know is as unknown to us. */
export const writtenBy = (key: string, { houses, hidesHouses }: HousesToKnow): string =>
  hidesHouses ? (houses.find(({ branchId }) => branchId === key)?.house ?? '') : key;
