/**
 * Everything in a text that points at a person, in the order in which it stands there. Deterministic, and quick enough to
 * be asked at each pause of the keys; the browser and the server ask the same function.
 */
import { findAddresses } from './find-addresses.js';
import { findDescriptions } from './find-descriptions.js';
import { findHandles } from './find-handles.js';
import { findNames } from './find-names.js';
import { findNumbers } from './find-numbers.js';
import { findPhones } from './find-phones.js';
import { findPlates } from './find-plates.js';
import type { Finding, FindingContext } from './finding.js';
import { wordsOf } from './words.js';

export function findPersons(text: string, context: FindingContext): readonly Finding[] {
  const names = findNames(text, wordsOf(text), context);
  return withoutOverlaps([
    ...findHandles(text),
    ...findNumbers(text, context),
    ...findPhones(text),
    ...findPlates(text),
    ...findAddresses(text, context),
    ...findDescriptions(text, names),
    ...names,
  ]);
}

/** Where two stand on the same letters, the surer one stays, then the longer one, then the one that was looked for first. */
export function withoutOverlaps(found: readonly Finding[]): readonly Finding[] {
  const ranked = found
    .map((one, order) => ({ one, order }))
    .sort((a, b) => rank(b.one) - rank(a.one) || b.one.text.length - a.one.text.length || a.order - b.order);
  const kept: Finding[] = [];
  for (const { one } of ranked) if (!kept.some(({ from, to }) => one.from < to && from < one.to)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}

const rank = ({ severity }: Finding): number => (severity === 'points' ? 1 : 0);
