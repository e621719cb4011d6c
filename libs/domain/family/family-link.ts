/**
 * The way in without an account: a link or a code that was made for one person, works once, and ends by itself; trying
 * codes is slow and stops (issue of the family's access; ASVS 6.5.1, 6.5.5, 2.4.1).
 */
import { DAY, MINUTE, type Instant } from '../kernel/instant.js';

export const LINK_CHANNELS = ['sms', 'letter'] as const;
export type LinkChannel = (typeof LINK_CHANNELS)[number];

/** Unless the municipality has set another number of days. */
export const LINK_DAYS = 14;
export const LONGEST_LINK_DAYS = 60;

/** Wrong codes, and strangers who identify themselves, that one link bears before it is worth nothing. */
export const MOST_WRONG = 5;

/** Wrong codes that one network address bears in a quarter of an hour. */
export const WRONG_FROM_ADDRESS = { most: 10, within: 15 * MINUTE } as const;

/** Without letters and digits that are taken for each other, and without vowels, so that no code spells a word. */
export const CODE_LETTERS = 'BCDFGHJKMNPQRSTVWXYZ23456789';
/** The first group finds the letter, the other two are the secret: 28^8 ≈ 38 bits behind five tries. */
export const CODE_GROUPS = { reference: 5, secret: 8 } as const;

export interface LetterCode {
  readonly reference: string;
  readonly secret: string;
}

/** As it stands on the letter: `K7QFB-2MWD-9XRT`. */
export const writeCode = ({ reference, secret }: LetterCode): string =>
  `${reference}-${secret.slice(0, 4)}-${secret.slice(4)}`;

/** What was typed, whatever its case and its spaces; undefined when it cannot be a code. */
export function readCode(typed: string): LetterCode | undefined {
  if (typed.length > 60) return undefined;
  const letters = typed.toUpperCase().replace(/[\s–—-]/g, '');
  if (letters.length !== CODE_GROUPS.reference + CODE_GROUPS.secret) return undefined;
  if (![...letters].every((letter) => CODE_LETTERS.includes(letter))) return undefined;
  return { reference: letters.slice(0, CODE_GROUPS.reference), secret: letters.slice(CODE_GROUPS.reference) };
}

export interface LinkFacts {
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly wrongTries: number;
}

export type LinkDecision =
  | { readonly outcome: 'open' }
  | { readonly outcome: 'closed'; readonly why: 'used' | 'revoked' | 'expired' | 'locked' };

export function decideLink(link: LinkFacts, asOf: Instant): LinkDecision {
  if (link.revokedAt !== null) return { outcome: 'closed', why: 'revoked' };
  if (link.usedAt !== null) return { outcome: 'closed', why: 'used' };
  if (link.wrongTries >= MOST_WRONG) return { outcome: 'closed', why: 'locked' };
  if (asOf >= link.expiresAt) return { outcome: 'closed', why: 'expired' };
  return { outcome: 'open' };
}

/** A used or expired link may ask for the next one to the same telephone; a lost telephone's links are taken back. */
export const mayAskForNext = (link: LinkFacts, asOf: Instant): boolean => {
  const decision = decideLink(link, asOf);
  return decision.outcome === 'closed' && (decision.why === 'used' || decision.why === 'expired');
};

/**
 * How long after a consent has ended those who were asked still have their way in: half a year, as long as one lasts. What
 * was read and received by it, and that it has ended, is theirs to see also then (GDPR 15).
 */
export const WAY_IN_AFTER_END = 180 * DAY;

/**
 * How long after it was made a link may still ask for the next one: as long as a consent lasts at most and a while, and then
 * as long as its end is told of.
 */
export const NEXT_LINK_WITHIN = 240 * DAY + WAY_IN_AFTER_END;

/** Whether a consent is an errand behind the door: it goes on, or its end is still told of. */
export const isErrand = (consent: { readonly endedAt: Instant | null }, asOf: Instant): boolean =>
  consent.endedAt === null || asOf < consent.endedAt + WAY_IN_AFTER_END;

/** How many messages one person gets by asking for the next link, in a day. */
export const NEXT_LINKS_A_DAY = 3;

/** Days that a link works, within what is sensible. */
export const linkDays = (set: unknown): number =>
  typeof set === 'number' && Number.isInteger(set) && set >= 1 && set <= LONGEST_LINK_DAYS ? set : LINK_DAYS;
