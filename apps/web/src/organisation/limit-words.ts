/** What a limit comes to, in words: the api says it in closed words, as the town's file and the ledger do. */
import type { TFunction } from 'i18next';
import { REASONS, type ReasonLanguage } from '#domain/disclosure/reasons.js';

const PARTS = ['categories', 'purposes', 'receivers'] as const;
type Part = (typeof PARTS)[number];

/** Where each kind of closed word has its own. */
const CATALOGUES: Readonly<Record<Part, string>> = {
  categories: 'share:category',
  purposes: 'share:purpose',
  receivers: 'elements:party',
};

type Words = TFunction<readonly ['organisation', 'share', 'elements']>;

/** The short word by which a ground is known on every page; the ground itself where it has none. */
export function groundWord(ground: string, language: ReasonLanguage): string {
  const { release, refer } = REASONS[language];
  const tags: Readonly<Record<string, { readonly tag: string } | undefined>> = { ...refer, ...release };
  return tags[ground]?.tag ?? ground;
}

/** `categories a, b; receivers c` with each word in the reader's language; `off`, `open` and an age stand alone. */
export function limitWords(t: Words, written: string): string {
  const say = (key: string, otherwise: string): string => t(key as never, { defaultValue: otherwise });
  if (written === 'off' || written === 'open') return say(`limits.${written}`, written);
  const parts = written.split('; ').flatMap((piece) => {
    const part = PARTS.find((one) => piece === one || piece.startsWith(`${one} `));
    if (!part) return [];
    const words = piece
      .slice(part.length + 1)
      .split(', ')
      .flatMap((word) => (word === '' ? [] : [say(`${CATALOGUES[part]}.${word}`, word).toLowerCase()]));
    return [`${say(`limits.${part}`, part)}: ${words.length > 0 ? words.join(', ') : say('limits.nothing', '–')}`];
  });
  return parts.length > 0 ? `${say('limits.only', '')} ${parts.join('; ')}` : written;
}

/** As the import tells it: the limit, and after a dash why and by whom, in the municipality's own words. */
export function limitWithReason(t: Words, told: string): string {
  const [limit = '', ...why] = told.split(' – ');
  return [limitWords(t, limit), ...why].join(' – ');
}

export interface GroundLimitTold {
  readonly how: string;
  readonly categories?: readonly string[] | null;
  readonly purposes?: readonly string[] | null;
  readonly receivers?: readonly string[] | null;
}

/** The same of a limit that is in force. */
export const wordsOfLimit = (t: Words, limit: GroundLimitTold): string =>
  limitWords(
    t,
    limit.how === 'off'
      ? 'off'
      : PARTS.flatMap((part) => (limit[part] ? [`${part} ${limit[part].join(', ')}`] : [])).join('; '),
  );
