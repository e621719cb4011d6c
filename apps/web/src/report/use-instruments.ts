/** What the municipality grades and reports by; nothing until the server has answered. */
import { useQuery } from 'urql';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { InstrumentsDocument, type InstrumentsQuery } from '../graphql/generated/report/graphql.js';

export type InstrumentShown = InstrumentsQuery['instruments'][number];

export function useInstruments(): {
  readonly instruments: readonly InstrumentShown[];
  /** The one that reporters answer. */
  readonly reported: InstrumentShown | undefined;
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
} {
  const [{ data, error }, ask] = useQuery({ query: InstrumentsDocument });
  const instruments = data?.instruments ?? [];
  return {
    instruments,
    reported: instruments.find(({ id }) => id === 'check-irk'),
    refusal: error && !data ? refusalOf(error) : undefined,
    again: () => ask({ requestPolicy: 'network-only' }),
  };
}
