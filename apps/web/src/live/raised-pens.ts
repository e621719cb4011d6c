/** The pens of others, each until it is put down or has not been heard of for a while: its process may have been killed. */

const PEN_FADES = 8_000;

export interface RaisedPen<Place> {
  readonly place: Place;
  /** By the page's own steady clock, in milliseconds. */
  readonly until: number;
}

export interface PenMoved<Place> {
  readonly pen: string;
  /** Null where it has been put down. */
  readonly place: Place | null;
  /** Put down where it was last seen: what it has been put to since stays. */
  readonly isFrom?: (place: Place) => boolean;
}

type Pens<Place> = ReadonlyMap<string, RaisedPen<Place>>;

export function withPen<Place>(pens: Pens<Place>, { pen, place, isFrom }: PenMoved<Place>, now: number): Pens<Place> {
  const before = pens.get(pen);
  if (place === null && before && isFrom && !isFrom(before.place)) return pens;
  const others = [...pens].filter(([one]) => one !== pen);
  return new Map(place === null ? others : [...others, [pen, { place, until: now + PEN_FADES }]]);
}

/** When the first of them fades; undefined where none is up. */
export const soonestFade = (pens: Pens<unknown>): number | undefined =>
  pens.size === 0 ? undefined : Math.min(...[...pens.values()].map(({ until }) => until));

export const fade = <Place>(pens: Pens<Place>, now: number): Pens<Place> =>
  new Map([...pens].filter(([, { until }]) => until > now));
