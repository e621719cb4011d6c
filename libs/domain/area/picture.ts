/** The picture of an area: what was seen where, summed by place and by week, as it may be told to one house. */
import type { CivilDay } from '../kernel/civil-day.js';
import { sumTold, tellCount, type ToldCount } from './told-count.js';

/** How often one phenomenon was seen at one place in one week. */
export interface CellFacts {
  readonly monday: CivilDay;
  readonly place: string;
  readonly phenomenon: string;
  /** By the reader's own house. */
  readonly own: number;
  /** By the others, as far as it may be told. */
  readonly others: number;
  /** The others saw more, too little to be told. */
  readonly few: boolean;
}

export interface PlaceCount {
  readonly place: string;
  readonly told: ToldCount;
  readonly byPhenomenon: readonly { readonly phenomenon: string; readonly told: ToldCount }[];
}

/** That it was calm is worth telling and is no occurrence. */
const NO_OCCURRENCE = 'calm';

/** Of one week, or of several told apart: sums are made of cells. */
export function countPlaces(cells: readonly CellFacts[]): readonly PlaceCount[] {
  const seen = cells.filter(({ phenomenon }) => phenomenon !== NO_OCCURRENCE);
  const places = [...new Set(seen.map(({ place }) => place))];
  return places.map((place) => {
    const here = seen.filter((one) => one.place === place);
    const byPhenomenon = [...new Set(here.map(({ phenomenon }) => phenomenon))].map((phenomenon) => ({
      phenomenon,
      told: sumTold(here.filter((one) => one.phenomenon === phenomenon).map(tellCell)),
    }));
    return { place, byPhenomenon, told: sumTold(byPhenomenon.map(({ told }) => told)) };
  });
}

export interface WeekCount {
  readonly monday: CivilDay;
  readonly told: ToldCount;
}

/** Week by week up to `last`; a week in which nothing was seen is there with nothing. */
export const countWeeks = (cells: readonly CellFacts[], last: CivilDay, weeks: number): readonly WeekCount[] =>
  Array.from({ length: weeks }, (_, index) => last - 7 * (weeks - 1 - index)).map((monday) => ({
    monday,
    told: sumTold(countPlaces(cells.filter((one) => one.monday === monday)).map(({ told }) => told)),
  }));

const tellCell = ({ own, others, few }: CellFacts): ToldCount => tellCount(own, others, few);
