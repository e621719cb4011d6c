import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

type Catalogue = Readonly<Record<string, string>>;

const folder = path.join(
  path.dirname(fileURLToPath(import.meta.url)).replace(`${path.sep}dist${path.sep}apps`, `${path.sep}apps`),
  '..',
  'texts',
);
const read = (language: string): Catalogue =>
  JSON.parse(readFileSync(path.join(folder, `failures.${language}.json`), 'utf8')) as Catalogue;

/** Every failure code with its sentence for the user: what happened and what to do next. */
export const failureTexts: Readonly<Record<'sv' | 'en', Catalogue>> = { sv: read('sv'), en: read('en') };

/** The sentence for a code with `{name}` filled in; a code without a sentence falls back to the general one. */
export function failureSentence(
  language: 'sv' | 'en',
  code: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = failureTexts[language][code] ?? failureTexts[language]['INTERNAL'] ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
