/** The languages a family may read in. Easy-read Swedish falls back to Swedish sentence by sentence. */
export const LANGUAGES = ['sv', 'sv-simple', 'en', 'ar', 'so'] as const;
export type Language = (typeof LANGUAGES)[number];

interface Speech {
  /** For the page, screen readers and voices. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** For dates and numbers. Chromium has no Somali words for dates; the catalogue has them. */
  readonly locale: string;
  /** As its own speakers write it. */
  readonly name: string;
}

export const SPEECH: Readonly<Record<Language, Speech>> = {
  sv: { tag: 'sv', direction: 'ltr', locale: 'sv-SE', name: 'Svenska' },
  'sv-simple': { tag: 'sv', direction: 'ltr', locale: 'sv-SE', name: 'Lätt svenska' },
  en: { tag: 'en', direction: 'ltr', locale: 'en-GB', name: 'English' },
  ar: { tag: 'ar', direction: 'rtl', locale: 'ar-EG-u-ca-gregory-nu-latn', name: 'العربية' },
  so: { tag: 'so', direction: 'ltr', locale: 'sv-SE', name: 'Soomaali' },
};

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** The first language of the device that we speak; Swedish otherwise. */
export function deviceLanguage(wished: readonly string[]): Language {
  for (const wish of wished) {
    const [language] = wish.toLowerCase().split('-');
    if (isLanguage(language)) return language;
  }
  return 'sv';
}
