/** A count as it may be told: "6 gånger", "färre än 3", "4 och färre än 3 till". */
import { useTranslation } from 'react-i18next';

export interface Told {
  readonly count: number;
  readonly fewMore: boolean;
}

export function useTold(): (told: Told) => string {
  const { t } = useTranslation('area');
  return ({ count, fewMore }) => {
    if (!fewMore) return t('told.times', { count });
    return count === 0 ? t('told.few') : t('told.more', { count });
  };
}
