/** Words that a configuration has in two languages, in the reader's own. */
import { useLanguage } from '../texts/start-texts.js';

export interface Named {
  readonly sv: string;
  readonly en: string;
}

export function useNamed(): (words: Named) => string {
  const language = useLanguage();
  return (words) => (language === 'en' ? words.en : words.sv);
}
