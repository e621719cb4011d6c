/**
 * What each grade of protected identity hides and who sees it all the same: an address or a name leaked can cost a life,
 * so only named staff see it, and two people must agree before the protection is loosened (OSL 21:3, 22:1).
 */
import { PROTECTIONS, type Protection } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';
import { type Period, isInForce } from '../organisation/in-force.js';

/** `case-name`: the neutral name that the case has been given, which points at nobody. */
export type NameShown = 'full' | 'initials' | 'case-name';

export interface Sight {
  readonly name: NameShown;
  /** Address, school, training times: all that gives away a place. */
  readonly place: boolean;
  readonly contact: boolean;
  readonly personalNumber: boolean;
  /** Comes up when someone searches by name: a hit beside a hidden name would say yes to the one that was typed. */
  readonly foundByName: boolean;
}

const ALL: Sight = { name: 'full', place: true, contact: true, personalNumber: true, foundByName: true };

const SEEN_BY_OTHERS: Readonly<Record<Protection, Sight>> = {
  none: ALL,
  marking: { name: 'full', place: false, contact: false, personalNumber: true, foundByName: true },
  'protected-registration': {
    name: 'initials',
    place: false,
    contact: false,
    personalNumber: false,
    foundByName: false,
  },
  'assumed-identity': {
    name: 'case-name',
    place: false,
    contact: false,
    personalNumber: false,
    foundByName: false,
  },
};

/** The two hard grades protect who somebody is, not only where they are: a new identity, a registration elsewhere. */
export const hidesName = (protection: Protection): boolean => SEEN_BY_OTHERS[protection].name !== 'full';

/** What a reader inside the house sees of who and where the person is; `named` = on the person's short list now. */
export const sightOf = (protection: Protection, named: boolean): Sight => (named ? ALL : SEEN_BY_OTHERS[protection]);

/** Of each part: "Åsa-Lena Ek" → "Å-L E". */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((part) =>
      part
        .split('-')
        .map((piece) => [...piece][0]?.toLocaleUpperCase('sv') ?? '')
        .filter((letter) => letter !== '')
        .join('-'),
    )
    .filter((part) => part !== '')
    .join(' ');

/** A member on the short list of a protected person. */
export interface NamedStaff extends Period {
  readonly person: string;
  readonly member: string;
}

export const isNamed = (list: readonly NamedStaff[], who: { person: string; member: string }, at: Instant): boolean =>
  list.some((one) => one.person === who.person && one.member === who.member && isInForce(one, at));

export type ProtectionDecision =
  | { readonly outcome: 'changed'; readonly protection: Protection }
  | { readonly outcome: 'refused'; readonly code: 'no-change' | 'reasons-missing' | 'second-person-missing' };

/** Anyone entrusted tightens at once; to loosen, and to put someone on the short list, takes two people. */
export const decideProtection = (change: {
  readonly from: Protection;
  readonly to: Protection;
  readonly reasons: string;
  readonly by: string;
  readonly confirmedBy: string | null;
}): ProtectionDecision => {
  if (change.from === change.to) return { outcome: 'refused', code: 'no-change' };
  if (change.reasons.trim() === '') return { outcome: 'refused', code: 'reasons-missing' };
  const looser = PROTECTIONS.indexOf(change.to) < PROTECTIONS.indexOf(change.from);
  return looser && !isSeconded(change)
    ? { outcome: 'refused', code: 'second-person-missing' }
    : { outcome: 'changed', protection: change.to };
};

export type NamingDecision =
  | { readonly outcome: 'named' }
  | { readonly outcome: 'refused'; readonly code: 'second-person-missing' | 'names-oneself' | 'already-named' };

/** Nobody opens a protected person to themselves. */
export const decideNaming = (
  list: readonly NamedStaff[],
  next: { readonly person: string; readonly member: string; readonly by: string; readonly confirmedBy: string | null },
  at: Instant,
): NamingDecision => {
  if (next.member === next.by || next.member === next.confirmedBy) return { outcome: 'refused', code: 'names-oneself' };
  if (!isSeconded(next)) return { outcome: 'refused', code: 'second-person-missing' };
  return isNamed(list, next, at) ? { outcome: 'refused', code: 'already-named' } : { outcome: 'named' };
};

const isSeconded = (act: { readonly by: string; readonly confirmedBy: string | null }): boolean =>
  act.confirmedBy !== null && act.confirmedBy !== act.by;

/** The grades stand from none to strictest. */
export const strictest = (a: Protection, b: Protection): Protection =>
  PROTECTIONS.indexOf(a) >= PROTECTIONS.indexOf(b) ? a : b;
