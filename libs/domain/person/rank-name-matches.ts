/**
 * Puts the likeliest person first, so that a search before registering finds the double rather than making one more: the
 * codes have found who may be meant, here the spelling decides the order.
 */
import { nameParts, partCodes } from './name-phonetics.js';

export interface NamedCandidate {
  readonly id: string;
  readonly name: string;
}

export interface RankedCandidate extends NamedCandidate {
  /** From above 0 to 1; 1 = every part asked for is spelt the same. */
  readonly likeness: number;
  /** How many parts of what was asked the name answers. */
  readonly partsMet: number;
}

const SAME_SOUND = 0.6;
const SAME_START = 0.4;

/** Candidates without any likeness are left out; equals keep the order of their ids, so that a list never jumps. */
export const rankNameMatches = (asked: string, candidates: readonly NamedCandidate[]): readonly RankedCandidate[] => {
  const parts = nameParts(asked);
  return candidates
    .map((candidate) => {
      const own = nameParts(candidate.name);
      const best = parts.map((part) => Math.max(0, ...own.map((other) => likenessOf(part, other))));
      return {
        ...candidate,
        likeness: best.reduce((sum, one) => sum + one, 0) / Math.max(1, parts.length),
        partsMet: best.filter((one) => one > 0).length,
      };
    })
    .filter(({ partsMet }) => partsMet > 0)
    .sort((a, b) => b.partsMet - a.partsMet || b.likeness - a.likeness || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
};

const likenessOf = (a: string, b: string): number => {
  if (a === b) return 1;
  const codes = new Set(partCodes(a));
  if (partCodes(b).some((code) => codes.has(code))) return SAME_SOUND + (0.95 - SAME_SOUND) * closeness(a, b);
  const short = a.length <= b.length ? a : b;
  const long = short === a ? b : a;
  return short.length >= 3 && long.startsWith(short) ? SAME_START * (short.length / long.length) : 0;
};

/** 1 = same letters, 0 = all differ: the number of edits over the longer length. */
const closeness = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return 1 - row[b.length]! / Math.max(a.length, b.length, 1);
};
