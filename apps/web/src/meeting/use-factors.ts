/** What a line of the map can speak of, in the municipality's words; asked for once by the map and read by its lines. */
import { createContext, useContext, useMemo } from 'react';
import { useQuery } from 'urql';
import type { Instrument } from '#domain/report/instrument.js';
import { factorWords, mapFactors } from '#domain/report/map-factors.js';
import { InstrumentsDocument } from '../graphql/generated/report/graphql.js';
import { useLanguage } from '../texts/start-texts.js';

export interface FactorChoices {
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly labelOf: (id: string) => string;
}

export const Factors = createContext<FactorChoices>({ options: [], labelOf: (id) => id });

export const useFactors = (): FactorChoices => useContext(Factors);

export function useTownFactors(): FactorChoices {
  const language = useLanguage();
  const [{ data }] = useQuery({ query: InstrumentsDocument });
  return useMemo(() => {
    const instruments = (data?.instruments ?? []) as unknown as readonly Instrument[];
    return {
      options: mapFactors(instruments).map(({ id, label }) => ({ id, label: label[language] })),
      labelOf: (id) => factorWords(instruments, id)[language],
    };
  }, [data, language]);
}
