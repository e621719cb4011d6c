/** What places, phenomena and parts of the week are called, by their words. */
import { useTranslation } from 'react-i18next';
import type { ShownAreaWeekFragment } from '../graphql/generated/area/graphql.js';
import { useNamed } from '../group/named.js';

export interface AreaNames {
  readonly place: (slug: string) => string;
  readonly phenomenon: (id: string) => string;
  readonly band: (id: string) => string;
}

export function useAreaNames(week: ShownAreaWeekFragment): AreaNames {
  const { t } = useTranslation('area');
  const named = useNamed();
  const of = (terms: ShownAreaWeekFragment['bands'], id: string): string => {
    const term = terms.find((one) => one.id === id);
    return term ? named(term.name) : id;
  };
  return {
    place: (slug) =>
      week.sketch?.places.find((one) => one.slug === slug)?.name ?? (slug === '' ? t('seen.struckPlace') : slug),
    phenomenon: (id) => of(week.phenomena, id),
    band: (id) => of(week.bands, id),
  };
}
