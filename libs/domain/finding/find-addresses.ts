/** Streets with a number, and with a flat. A number alone may be a shop; a flat is somebody's home (OSL 21:3). */
import { finding, type Finding, type FindingContext } from './finding.js';

const STREET =
  /(?<![\p{L}\d])\p{L}[\p{L}-]*(?:(?: \p{Lu}?[\p{L}-]+){0,2} )?(?:[\p{L}-]*(?:gatan|vägen|gränden?|stigen|backen|allén?|esplanaden|liden|höjden|kroken|ringen|svängen|brinken|terrassen|slingan|leden|tvärgatan)|väg|gata|gränd|stig|backe|plan|g\.|v\.)\s(?<number>\d{1,3}\s?(?:[A-Ha-h](?![\p{L}]))?)(?<flat>,?\s?(?:lgh\.?|lägenhet|läg\.)\s?\d{1,4}|,?\s\d\s?tr(?:appor)?\b)?(?![\d]|[.:,]\d|[-–]\d)/gu;
const AMOUNT =
  /^\s?(?:gånger|gång|st\b|kvällar|personer|ungdomar|bilar|mopeder|dagar|dag|tillfällen|tillfälle|händelser|%|tim|min|kl\b|kl\.|meter|m\b|år|iakttagelser|ggr|besök|klagomål|samtal)/u;
const FLAT = /(?<![\p{L}\d])(?:lgh\.?|lägenhet|portkod(?:en)?)\s?(?:är\s)?\d{3,4}(?!\d)/giu;

export const findAddresses = (text: string, context: FindingContext): readonly Finding[] => {
  const places = new Set(context.places.map((place) => place.toLowerCase()));
  const streets = [...text.matchAll(STREET)].flatMap((match) => {
    const written = match[0].trimEnd();
    if (places.has(written.toLowerCase())) return [];
    if (AMOUNT.test(text.slice(match.index + match[0].length))) return [];
    const hasFlat = match.groups?.['flat'] !== undefined;
    const at = beginning({ index: match.index, text: written });
    return [finding(at, 'address', hasFlat ? 'flat' : 'address', hasFlat ? 'points' : 'may-point')];
  });
  const flats = [...text.matchAll(FLAT)].map((match) =>
    finding({ index: match.index, text: match[0] }, 'address', 'flat', 'points'),
  );
  return [...streets, ...flats];
};

/** A street of several words begins where its last run of capitals does: what stands before is the sentence's. */
function beginning(at: { readonly index: number; readonly text: string }): typeof at {
  const words = at.text.split(' ');
  const number = words.findIndex((word) => /^\d/.test(word));
  let first = number - 1;
  while (first > 0 && /^\p{Lu}/u.test(words[first - 1]!)) first -= 1;
  const skipped = words.slice(0, Math.max(0, first)).join(' ');
  const gone = skipped === '' ? 0 : skipped.length + 1;
  return { index: at.index + gone, text: at.text.slice(gone) };
}
