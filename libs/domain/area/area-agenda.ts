/** What a meeting about a place goes through, from the week as it stands: nobody writes an agenda that the week already is [S0]. */
import type { ToldCount } from './told-count.js';

export interface AgendaFacts {
  readonly places: readonly { readonly place: string; readonly told: ToldCount; readonly before: ToldCount }[];
  readonly measures: readonly {
    readonly id: string;
    readonly state: string;
    readonly late: boolean;
    readonly carried: boolean;
  }[];
  /** Houses that have told nothing. */
  readonly silent: readonly string[];
}

export interface AreaAgenda {
  /** Where most was seen, the most first. */
  readonly places: readonly string[];
  /** Where more is told than the week before. */
  readonly rising: readonly string[];
  /** Measures whose day has passed. */
  readonly late: number;
  /** Open ones that were decided earlier. */
  readonly carried: number;
  readonly silent: readonly string[];
}

const MOST_PLACES = 5;

/** As far as a count is told it is at least this. */
const atLeast = ({ count, fewMore }: ToldCount): number => count + (fewMore ? 1 : 0);

export function areaAgenda({ places, measures, silent }: AgendaFacts): AreaAgenda {
  const seen = places.filter(({ told }) => atLeast(told) > 0).sort((a, b) => atLeast(b.told) - atLeast(a.told));
  const open = measures.filter(({ state }) => state === 'open');
  return {
    places: seen.slice(0, MOST_PLACES).map(({ place }) => place),
    // Few against few says nothing: one or two are told alike.
    rising: seen.filter(({ told, before }) => told.count > before.count).map(({ place }) => place),
    late: open.filter(({ late }) => late).length,
    carried: open.filter(({ carried, late }) => carried && !late).length,
    silent,
  };
}
