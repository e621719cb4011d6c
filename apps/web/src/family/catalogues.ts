/** Each language is a download of its own; easy-read Swedish brings Swedish with it, since it falls back to it. */
import type { Language } from './language.js';
import type { Catalogue } from './texts.js';

const FILES: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>> = {
  sv: () => import('./texts/sv.json'),
  'sv-simple': () => import('./texts/sv-simple.json'),
  en: () => import('./texts/en.json'),
  ar: () => import('./texts/ar.json'),
  so: () => import('./texts/so.json'),
};

const FALLBACK: Readonly<Partial<Record<Language, Language>>> = { 'sv-simple': 'sv' };

export async function catalogueOf(language: Language): Promise<readonly Catalogue[]> {
  const fallback = FALLBACK[language];
  const wanted = fallback ? [language, fallback] : [language];
  const files = await Promise.all(wanted.map((one) => FILES[one]()));
  return files.map((file) => file.default);
}
