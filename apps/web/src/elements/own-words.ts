/**
 * What somebody had written and not sent when the page left them: it is the writer's own, to be kept and taken along. What is
 * changed there stays with it, and what is written at a later visit comes after. In memory only, like every draft.
 */
import { findDraft, keepDraft } from './form/drafts.js';

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

/** All that was typed in drafts, however deep, and none of what was only chosen. */
export function typedIn(values: unknown): string[] {
  if (typeof values === 'string') return values.trim() === '' ? [] : [values];
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).flatMap(([key, value]) =>
    typeof value !== 'string' || TYPED.includes(key) ? typedIn(value) : [],
  );
}

const TYPED: readonly string[] = ['text', 'reasons', 'measures', 'words'];
