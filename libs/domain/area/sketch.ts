/** The town's own sketch of itself: districts as outlines and places as points, in units of its own; no outside map is asked. */

export interface SketchPlace {
  readonly slug: string;
  readonly name: string;
  /** The district's slug. */
  readonly district: string;
  readonly x: number;
  readonly y: number;
  /** What else it is called, so that no such name is taken for a person's. */
  readonly also?: readonly string[];
  /** Told of no more; what was told before keeps its name. */
  readonly retired?: boolean;
}

export interface SketchDistrict {
  readonly slug: string;
  readonly name: string;
  /** Corners as `x,y` with spaces between, as SVG writes a polygon. */
  readonly outline: string;
}

/** Water, railway or a large road, so that one finds one's way. */
export interface SketchLine {
  readonly kind: 'water' | 'railway' | 'road';
  readonly name: string;
  readonly points: string;
}

export interface Sketch {
  readonly width: number;
  readonly height: number;
  readonly districts: readonly SketchDistrict[];
  readonly lines: readonly SketchLine[];
  readonly places: readonly SketchPlace[];
}

/** Every name that is a place here. */
export const placeNames = (sketch: Sketch): readonly string[] => [
  ...sketch.districts.map(({ name }) => name),
  ...sketch.lines.map(({ name }) => name),
  ...sketch.places.flatMap(({ name, also }) => [name, ...(also ?? [])]),
];
