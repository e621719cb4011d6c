/**
 * What a house is called on the page: in Swedish by its own name, in another language by the word for what it is, with the
 * Swedish name beside it where there is room.
 */
import { useCallback } from 'react';
import type { House } from './shapes.js';
import { useTexts } from './texts.js';

const isSwedish = (language: string): boolean => language === 'sv' || language === 'sv-simple';

export function useHouseWord(): (house: Pick<House, 'kind' | 'name'>) => string {
  const { language, t } = useTexts();
  return useCallback((house) => (isSwedish(language) ? house.name : t(`house.${house.kind}`)), [language, t]);
}

/** The other of the two, what it is or its Swedish name; null where the name says what it is. */
export function useHouseHelp(): (house: Pick<House, 'kind' | 'name'>) => string | null {
  const { language, t } = useTexts();
  return useCallback(
    (house) => {
      if (!isSwedish(language)) return house.name;
      const kind = t(`house.${house.kind}`);
      return kind.toLowerCase() === house.name.toLowerCase() ? null : kind;
    },
    [language, t],
  );
}
