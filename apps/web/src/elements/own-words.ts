/**
 * What somebody had written and not sent when the page left them: it is the writer's own, to be kept and taken along. What is
 * changed there stays with it, and what is written at a later visit comes after. Kept like every draft.
 */
import { differences } from './differences.js';
import { draftsAbout, findDraft, keepDraft } from './form/drafts.js';

interface Left {
  /** What has been taken in already, as it was. */
  readonly of: readonly string[];
  readonly text: string;
}

const nameOf = (name: string): string => `left:${name}`;

/** The words as they stand now, and those that are new among them. */
export function leftWords(name: string, words: readonly string[]): string {
  const kept = findDraft<Left>(nameOf(name));
  const fresh = words.filter((one) => one.trim() !== '' && !kept?.of.includes(one));
  return [kept?.text ?? '', ...fresh].filter((one) => one.trim() !== '').join('\n\n');
}

/** The browser asks about them as long as there are any: what they come from may have been put away. */
export function keepLeftWords(name: string, words: readonly string[], text: string): void {
  const of = [...new Set([...(findDraft<Left>(nameOf(name))?.of ?? []), ...words])];
  keepDraft(nameOf(name), { of, text }, { of, text: '' });
}

/** What one has written oneself in a text that began as another: nothing of what stood there. */
export const addedTo = (start: string, value: string): string =>
  differences(value, start)
    .filter(({ only }) => only)
    .map(({ text }) => text.trim())
    .join(' … ');

/** All that was typed in a draft, however deep: none of what was only chosen, and nothing of what `stood` there at any time. */
export function typedIn(values: unknown, ...stood: readonly unknown[]): string[] {
  if (typeof values === 'string') {
    // The latest first: it came in whole, and what one began from has been changed since.
    const own = stood.reduceRight<string>(
      (rest, text) => (typeof text === 'string' && text.trim() !== '' ? addedTo(text, rest) : rest),
      values,
    );
    return own.trim() === '' ? [] : [own];
  }
  if (typeof values !== 'object' || values === null) return [];
  const before = stood.map((one): Readonly<Record<string, unknown>> => (typeof one === 'object' ? { ...one } : {}));
  // One of a list brings what stood in it: its place there may have changed.
  if ('stood' in values) before.push({ text: values.stood });
  return Object.entries(values).flatMap(([key, value]) =>
    typeof value !== 'string' || TYPED.includes(key) ? typedIn(value, ...before.map((one) => one[key])) : [],
  );
}

/** One's own words in all that one has begun about one thing. */
export const ownWordsAbout = (id: string): string[] =>
  draftsAbout(id).flatMap(({ values, start, later }) => typedIn(values, start, ...later));

const TYPED: readonly string[] = ['text', 'reasons', 'measures', 'words', 'said', 'aim', 'help', 'watch'];
