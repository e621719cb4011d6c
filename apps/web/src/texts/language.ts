/** Swedish first; the choice of language is kept on the device because it is a setting, not content. */
export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'language';

/** The language for dates and numbers: English here is read in Sweden, with day before month and a 24-hour clock. */
export const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

export function keptLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEY);
    return isLanguage(kept) ? kept : 'sv';
  } catch {
    return 'sv';
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Nothing is lost: the language is asked again next time.
  }
}
