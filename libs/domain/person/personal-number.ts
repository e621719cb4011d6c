/**
 * One way of writing who a person is, so that the same number always gives the same keyed hash and a person without a
 * number can be helped all the same (FOL 18 §, lag (2022:1697) om samordningsnummer).
 */
import { parseCivilDay } from '../kernel/civil-day.js';

/** Why a person has no number; `unknown` while staff still look for it. */
export const NO_NUMBER_REASONS = ['unknown', 'new-born', 'not-registered', 'asylum-seeker', 'protected'] as const;

export type NoNumberReason = (typeof NO_NUMBER_REASONS)[number];

/** `digits`: twelve, century first, without sign. A coordination number has 60 added to the day. */
export type PersonNumber =
  | { readonly kind: 'personal-number'; readonly digits: string }
  | { readonly kind: 'coordination-number'; readonly digits: string }
  | { readonly kind: 'none'; readonly reason: NoNumberReason };

export type NumberFault = 'not-twelve-digits' | 'not-a-date' | 'wrong-check-digit';

export type NumberDecision =
  | { readonly outcome: 'accepted'; readonly number: Exclude<PersonNumber, { kind: 'none' }> }
  | { readonly outcome: 'refused'; readonly code: NumberFault };

const COORDINATION_SHIFT = 60;

/** Takes the twelve digits that the reading of people's own ways of writing has come to; accepts nothing else. */
export const decideNumber = (digits: string): NumberDecision => {
  if (!/^\d{12}$/.test(digits)) return { outcome: 'refused', code: 'not-twelve-digits' };
  const written = Number(digits.slice(6, 8));
  const coordination = written > COORDINATION_SHIFT;
  const day = coordination ? written - COORDINATION_SHIFT : written;
  if (parseCivilDay(dateOf(digits, day)) === undefined) return { outcome: 'refused', code: 'not-a-date' };
  if (checkSum(digits.slice(2)) % 10 !== 0) return { outcome: 'refused', code: 'wrong-check-digit' };
  return { outcome: 'accepted', number: { kind: coordination ? 'coordination-number' : 'personal-number', digits } };
};

/** The date of birth that a number carries, as `YYYY-MM-DD`; null for a person without a number. */
export const findBorn = (number: PersonNumber): string | null => {
  if (number.kind === 'none') return null;
  const { digits, kind } = number;
  const day = Number(digits.slice(6, 8)) - (kind === 'coordination-number' ? COORDINATION_SHIFT : 0);
  return dateOf(digits, day);
};

const dateOf = (digits: string, day: number): string =>
  `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${String(day).padStart(2, '0')}`;

/** Every second of the ten digits counts double, and two-figure products by the sum of their figures. */
const checkSum = (ten: string): number =>
  [...ten].reduce((sum, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return sum + (product > 9 ? product - 9 : product);
  }, 0);
