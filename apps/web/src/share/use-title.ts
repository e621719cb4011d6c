/** What a thing is called on the page of sharing: the name by that word, everything else by its kind. */
import { useTranslation } from 'react-i18next';
import { DRAFT, NAME, type Pair, type Sharing } from './share-choice.js';

export function useTitle(sharing: Sharing): (pair: Pick<Pair, 'thing' | 'category'>) => string {
  const { t } = useTranslation('share');
  return ({ thing, category }) => {
    if (thing === NAME || sharing.nameItemIds.includes(thing)) return t('what.name');
    const words = t(`category.${category}` as never) as string;
    return thing === DRAFT ? `${t('what.new')}: ${words}` : words;
  };
}
