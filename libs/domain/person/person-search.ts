/**
 * What someone asks for when they search for a person, told from how it is written, so that one field is enough; and what
 * a search must have held before a person may be registered (search before create, [S0]; GDPR 5.1 d).
 */
import { HOUR, type Instant } from '../kernel/instant.js';
import { nameParts } from './name-phonetics.js';
import { readPhone } from './phone.js';
import type { NumberDecision } from './personal-number.js';

export interface Asked {
  /** Twelve digits, or null. */
  readonly number: string | null;
  readonly phone: string | null;
  readonly name: string | null;
}

export type AskedDecision =
  | { readonly outcome: 'asked'; readonly asked: Asked }
  | {
      readonly outcome: 'refused';
      readonly code: 'nothing-asked' | 'too-short' | Extract<NumberDecision, { outcome: 'refused' }>['code'];
    };

const FEWEST_LETTERS = 2;

/** Ten digits may be both a personal number and a telephone number; then both are looked for. */
export const decideAsked = (written: string, read: (text: string) => NumberDecision): AskedDecision => {
  const text = written.trim();
  if (text === '') return { outcome: 'refused', code: 'nothing-asked' };
  // "pojken i hus 7" is a name of sorts; a number has no letters.
  if (/\p{L}/u.test(text) || !/\d/.test(text)) {
    const letters = nameParts(text).join('');
    if ([...letters].length < FEWEST_LETTERS) return { outcome: 'refused', code: 'too-short' };
    return { outcome: 'asked', asked: { number: null, phone: null, name: text } };
  }
  const number = read(text);
  const phone = readPhone(text);
  if (number.outcome === 'refused' && phone === null) return number;
  return {
    outcome: 'asked',
    asked: { number: number.outcome === 'accepted' ? number.number.digits : null, phone, name: null },
  };
};

/** A search stands for registering as long as nobody else is likely to have registered the person meanwhile. */
export const SEARCH_STANDS = HOUR;

export const isSearchFresh = (searchedAt: Instant, now: Instant): boolean => now - searchedAt <= SEARCH_STANDS;
