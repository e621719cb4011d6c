/** Texts come from catalogues only; a missing key is loud while developing and never shows an empty place. */
import i18next, { type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { isLanguage, keepLanguage, keptLanguage, type Language } from './language.js';
import type { Catalogue } from './namespaces.js';

async function load(language: Language): Promise<Record<string, Catalogue>> {
  const file = language === 'sv' ? import('./catalogue.sv.js') : import('./catalogue.en.js');
  return (await file).catalogue;
}

async function add(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'shell')) return;
  for (const [namespace, texts] of Object.entries(await load(language))) {
    i18next.addResourceBundle(language, namespace, texts);
  }
}

export async function startTexts(): Promise<i18n> {
  const language = keptLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'shell',
    resources: { [language]: await load(language) },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    saveMissing: import.meta.env.DEV,
    missingKeyHandler: (_languages, namespace, key) => {
      reportError(new Error(`No text for ${namespace}:${key}`));
    },
  });
  document.documentElement.lang = language;
  return i18next;
}

export async function speak(language: Language): Promise<void> {
  await add(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
  keepLanguage(language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'sv';
}
