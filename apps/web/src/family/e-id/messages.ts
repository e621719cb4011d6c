/** The sentences of the e-identification, in the reader's language; a download of their own, when they are needed. */
import { useEffect, useState } from 'react';
import type { EIdMessage } from '#domain/e-id/hint.js';
import type { Language } from '../language.js';
import { useTexts } from '../texts.js';

interface Messages {
  readonly message: Readonly<Record<EIdMessage, string>>;
}

const FILES: Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>> = {
  sv: () => import('../../e-id/texts.sv.json'),
  'sv-simple': () => import('../../e-id/texts.sv-simple.json'),
  en: () => import('../../e-id/texts.en.json'),
  ar: () => import('../../e-id/texts.ar.json'),
  so: () => import('../../e-id/texts.so.json'),
};

const known = new Map<Language, Messages>();

/** Empty until the words are there. */
export function useMessage(message: EIdMessage | null): string {
  const { language } = useTexts();
  const [, setThere] = useState<Language | null>(null);
  useEffect(() => {
    if (known.has(language)) return;
    let isWanted = true;
    void FILES[language]().then((file) => {
      known.set(language, file.default);
      if (isWanted) setThere(language);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return message === null ? '' : (known.get(language)?.message[message] ?? '');
}
