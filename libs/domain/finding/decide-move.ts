/** Where words about a person may go instead, for whoever has written them in a form without persons (SoL 19:1–2; OSL 26:1). */
import { hasCapability, type Role } from '../organisation/role.js';

export interface Move {
  readonly to: 'report' | 'nomination';
  /** The words go with it; otherwise only that there is someone is said. */
  readonly carries: boolean;
}

/**
 * A report of concern may say everything that the duty to report reaches. A nomination says something only inside the
 * coordinator's own house; before a consent no other house writes a word about the person ([S1 Trollhättan]).
 */
export const decideMoves = (by: { readonly role: Role; readonly inCoordinatorsHouse: boolean }): readonly Move[] => [
  ...(hasCapability(by.role, 'make-report') ? [{ to: 'report' as const, carries: true }] : []),
  ...(hasCapability(by.role, 'nominate') ? [{ to: 'nomination' as const, carries: by.inCoordinatorsHouse }] : []),
];
