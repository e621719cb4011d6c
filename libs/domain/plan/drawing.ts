/**
 * What somebody draws of the future that they would like ([S1]: in their words, drawings welcome). It is kept as strokes and
 * never as an image or as markup: what is shown of it we draw ourselves, so that nothing but lines can come out of it. It never
 * stands alone: who cannot see it has it in the words of whoever drew it.
 */

/** Of the sheet, in its own points; every stroke stays on it. */
export const SHEET = { width: 1_000, height: 700 } as const;

/** On white paper, by day and by night, on a screen and in print. */
export const DRAWING_COLOURS = {
  ink: '#1b1f23',
  blue: '#1f5fbf',
  green: '#1e7d3c',
  yellow: '#e0a800',
  orange: '#c25a00',
  red: '#b3171d',
  purple: '#6a2fa0',
  brown: '#6e4622',
} as const;
export type DrawingColour = keyof typeof DRAWING_COLOURS;

/** How thick a pen draws, in points of the sheet. */
export const PENS = { thin: 6, thick: 18 } as const;
export type DrawingPen = keyof typeof PENS;

/** Whoever needs more begins another sheet: it is read on a telephone, and sent by one. */
export const MOST_STROKES = 300;
/** Of all the strokes together. */
export const MOST_POINTS = 5_000;
/** Signs. */
export const LONGEST_ALT = 500;

export interface Stroke {
  readonly colour: DrawingColour;
  readonly pen: DrawingPen;
  /** x and y by turns, whole points of the sheet from its top left; one point is a dot. */
  readonly points: readonly number[];
}

export interface Drawing {
  readonly strokes: readonly Stroke[];
  /** What it shows, in words of whoever drew it. */
  readonly alt: string;
}

/** As it is kept and sent: each stroke in one line of words, `blue thin 10 20 30 40`. */
export interface DrawingWritten {
  readonly strokes: readonly string[];
  readonly alt: string;
}

export interface DrawingFault {
  readonly field: 'drawing' | 'drawingAlt';
  readonly code: 'required' | 'too-long' | 'too-much' | 'no-drawing';
}

export type DrawingDecision =
  | { readonly outcome: 'drawn'; readonly drawing: Drawing }
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'refused'; readonly fault: DrawingFault };

const refused = (field: DrawingFault['field'], code: DrawingFault['code']): DrawingDecision => ({
  outcome: 'refused',
  fault: { field, code },
});

/** A sheet without a stroke is no drawing, whatever is said of it. */
export function decideDrawing(written: DrawingWritten | null): DrawingDecision {
  if (written === null || written.strokes.length === 0) return { outcome: 'nothing' };
  if (written.strokes.length > MOST_STROKES) return refused('drawing', 'too-much');
  const strokes = written.strokes.flatMap((line) => readStroke(line) ?? []);
  if (strokes.length < written.strokes.length) return refused('drawing', 'no-drawing');
  if (pointsIn(strokes) > MOST_POINTS) return refused('drawing', 'too-much');
  const alt = written.alt.trim();
  if (alt === '') return refused('drawingAlt', 'required');
  if (alt.length > LONGEST_ALT) return refused('drawingAlt', 'too-long');
  return { outcome: 'drawn', drawing: { strokes, alt } };
}

export const pointsIn = (strokes: readonly Pick<Stroke, 'points'>[]): number =>
  strokes.reduce((sum, { points }) => sum + points.length / 2, 0);

const LINE = /^([a-z]+) ([a-z]+)((?: \d{1,4} \d{1,4})+)$/;

/** Null where it says anything but a line on the sheet. */
export function readStroke(line: string): Stroke | null {
  const [, colour, pen, rest = ''] = LINE.exec(line) ?? [];
  const known = (Object.keys(DRAWING_COLOURS) as DrawingColour[]).find((one) => one === colour);
  const held = (Object.keys(PENS) as DrawingPen[]).find((one) => one === pen);
  const points = rest.trim().split(' ').map(Number);
  const isOnSheet = points.every((at, place) => at <= (place % 2 === 0 ? SHEET.width : SHEET.height));
  return known && held && isOnSheet ? { colour: known, pen: held, points } : null;
}

export const writeStroke = ({ colour, pen, points }: Stroke): string => [colour, pen, ...points].join(' ');

/** The line that a pen follows, as SVG and PDF both read it; a dot is a line to where it began. */
export function pathOf({ points }: Pick<Stroke, 'points'>): string {
  const [x = 0, y = 0, ...rest] = points;
  const on = rest.length === 0 ? [x, y] : rest;
  return `M${x} ${y}${on.map((at, place) => `${place % 2 === 0 ? 'L' : ' '}${at}`).join('')}`;
}

/**
 * The same line by fewer points (Douglas and Peucker): no point that is left out lies further than `within` from it, so that
 * one sheet holds more than a finger can tell in every sixtieth of a second.
 */
export function thinned(points: readonly number[], within = 1.5): readonly number[] {
  const last = points.length / 2 - 1;
  if (last < 2) return points;
  const kept = new Set([0, last]);
  const open: [number, number][] = [[0, last]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [furthest, at] = [within, -1];
    for (let one = from + 1; one < to; one += 1) {
      const off = distance(points, one, { from, to });
      if (off > furthest) [furthest, at] = [off, one];
    }
    if (at < 0) continue;
    kept.add(at);
    open.push([from, at], [at, to]);
  }
  return points.filter((_, place) => kept.has(Math.floor(place / 2)));
}

/** From a point to the stretch between two others. */
function distance(
  points: readonly number[],
  one: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const at = (place: number): readonly [number, number] => [points[place * 2] ?? 0, points[place * 2 + 1] ?? 0];
  const [[x, y], [ax, ay], [bx, by]] = [at(one), at(from), at(to)];
  const [dx, dy] = [bx - ax, by - ay];
  const long = dx * dx + dy * dy;
  const along = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / long));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** What somebody of the family can draw in: what they propose, and what they say of the picture of the future. */
export const mayHoldDrawing = (kind: string | null): boolean => kind === null || kind === 'future';
