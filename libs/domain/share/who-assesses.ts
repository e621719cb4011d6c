/**
 * Who in a house weighs whether something may be told on an assessed ground: what stands in a preliminary investigation its
 * leader alone, all else whoever the house has given the assessing of grounds (OSL 10:27, 18:1; docs/decisions/0005).
 */
import type { Category, HouseKind } from '../disclosure/vocabulary.js';
import { hasCapability, type Role } from '../organisation/role.js';

export interface AssessedThing {
  readonly category: Category;
  /** Of the house that has it. */
  readonly from: HouseKind;
}

export const isLeadersToAssess = ({ category, from }: AssessedThing): boolean =>
  category === 'preliminary-investigation' && from === 'police';

export const mayAssess = (role: Role, thing: AssessedThing): boolean =>
  hasCapability(role, 'assess-ground') && (role === 'investigation-leader') === isLeadersToAssess(thing);

/** The post of whoever leads preliminary investigations is one in the police. */
export const isPostOf = (role: Role, kind: string): boolean => role !== 'investigation-leader' || kind === 'police';
