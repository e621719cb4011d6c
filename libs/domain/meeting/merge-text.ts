/**
 * Two people write in the same text at once and neither loses a word: changes apart from each other are woven together,
 * changes of the same words are both shown and a person chooses [S0, the joint assessment].
 */
import { type TextChange, findTextChanges } from './text-changes.js';

export type TextPart =
  | { readonly kind: 'agreed'; readonly text: string }
  | { readonly kind: 'both'; readonly base: string; readonly mine: string; readonly theirs: string };

export type TextMerge =
  | { readonly outcome: 'merged'; readonly text: string }
  | {
      readonly outcome: 'conflict';
      readonly parts: readonly TextPart[];
      readonly mine: string;
      readonly theirs: string;
    };

/** `base`: the version that both read. Words with their signs are the smallest thing that is moved. */
export const mergeText = (base: string, mine: string, theirs: string): TextMerge => {
  if (mine === theirs || theirs === base) return { outcome: 'merged', text: mine };
  if (mine === base) return { outcome: 'merged', text: theirs };
  const words = { base: wordsOf(base), mine: wordsOf(mine), theirs: wordsOf(theirs) };
  const parts = joinRegions(words, findTextChanges(words.base, words.mine), findTextChanges(words.base, words.theirs));
  return parts.every((part) => part.kind === 'agreed')
    ? { outcome: 'merged', text: parts.map((part) => (part.kind === 'agreed' ? part.text : '')).join('') }
    : { outcome: 'conflict', parts, mine, theirs };
};

const wordsOf = (text: string): readonly string[] => text.match(/\n|[^\S\n]+|[^\s]+/gu) ?? [];

interface Words {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** Changes that overlap or touch in the base become one region, in which both sides are compared whole. */
const joinRegions = (words: Words, mine: readonly TextChange[], theirs: readonly TextChange[]): readonly TextPart[] => {
  const parts: TextPart[] = [];
  let [m, t, at] = [0, 0, 0];
  /** How far each side's words have shifted against the base so far. */
  let [shiftMine, shiftTheirs] = [0, 0];
  while (m < mine.length || t < theirs.length) {
    const from = Math.min(mine[m]?.from ?? Infinity, theirs[t]?.from ?? Infinity);
    let to = from;
    const firstMine = m;
    const firstTheirs = t;
    for (let grown = true; grown;) {
      grown = false;
      while (m < mine.length && mine[m]!.from <= to) [to, grown] = [Math.max(to, mine[m++]!.to), true];
      while (t < theirs.length && theirs[t]!.from <= to) [to, grown] = [Math.max(to, theirs[t++]!.to), true];
    }
    const after = (changes: readonly TextChange[], count: number): number =>
      count === 0 ? 0 : changes[count - 1]!.end - changes[count - 1]!.to;
    const [nextMine, nextTheirs] = [after(mine, m), after(theirs, t)];
    parts.push({ kind: 'agreed', text: words.base.slice(at, from).join('') });
    const base = words.base.slice(from, to).join('');
    const own = words.mine.slice(from + shiftMine, to + nextMine).join('');
    const other = words.theirs.slice(from + shiftTheirs, to + nextTheirs).join('');
    parts.push(regionOf({ base, mine: own, theirs: other }, m > firstMine, t > firstTheirs));
    [at, shiftMine, shiftTheirs] = [to, nextMine, nextTheirs];
  }
  parts.push({ kind: 'agreed', text: words.base.slice(at).join('') });
  return parts.filter((part) => part.kind === 'both' || part.text !== '');
};

const regionOf = (
  texts: { readonly base: string; readonly mine: string; readonly theirs: string },
  mineChanged: boolean,
  theirsChanged: boolean,
): TextPart => {
  if (!theirsChanged || texts.mine === texts.theirs) return { kind: 'agreed', text: texts.mine };
  if (!mineChanged) return { kind: 'agreed', text: texts.theirs };
  return { kind: 'both', ...texts };
};
