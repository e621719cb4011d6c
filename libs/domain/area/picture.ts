/** The picture of an area: what was seen where, summed by place and by week, as it may be told to one house. */
import type { CivilDay } from '../kernel/civil-day.js';
import { sumTold, tellCount, type ToldCount } from './told-count.js';

export interface SightingFacts {
  readonly monday: CivilDay;
  readonly place: string;
  readonly phenomenon: string;
  readonly times: number;
  readonly own: boolean;
}

export interface PlaceCount {
  readonly place: string;
  readonly told: ToldCount;
  readonly byPhenomenon: readonly { readonly phenomenon: string; readonly told: ToldCount }[];
}

/** That it was calm is worth telling and is no occurrence. */
const NO_OCCURRENCE = 'calm';

const occurrences = (sightings: readonly SightingFacts[]): readonly SightingFacts[] =>
  sightings.filter(({ phenomenon }) => phenomenon !== NO_OCCURRENCE);

/** A cell is one phenomenon at one place; sums are made of cells. */
export function countPlaces(sightings: readonly SightingFacts[]): readonly PlaceCount[] {
  const seen = occurrences(sightings);
  const places = [...new Set(seen.map(({ place }) => place))];
  return places.map((place) => {
    const here = seen.filter((one) => one.place === place);
    const byPhenomenon = [...new Set(here.map(({ phenomenon }) => phenomenon))].map((phenomenon) => ({
      phenomenon,
      told: tellCell(here.filter((one) => one.phenomenon === phenomenon)),
    }));
    return { place, byPhenomenon, told: sumTold(byPhenomenon.map(({ told }) => told)) };
  });
}

export interface WeekCount {
  readonly monday: CivilDay;
  readonly told: ToldCount;
}

/** Week by week up to `last`; a week in which nothing was seen is there with nothing. */
export const countWeeks = (sightings: readonly SightingFacts[], last: CivilDay, weeks: number): readonly WeekCount[] =>
  Array.from({ length: weeks }, (_, index) => last - 7 * (weeks - 1 - index)).map((monday) => ({
    monday,
    told: sumTold(countPlaces(sightings.filter((one) => one.monday === monday)).map(({ told }) => told)),
  }));

const tellCell = (cell: readonly SightingFacts[]): ToldCount => {
  const sum = (own: boolean): number =>
    cell.filter((one) => one.own === own).reduce((total, { times }) => total + times, 0);
  return tellCount(sum(true), sum(false));
};
