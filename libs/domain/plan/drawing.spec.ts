/** A drawing is lines on a sheet and nothing else, has words of its own, and is as small as it can be drawn. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  decideDrawing,
  LONGEST_ALT,
  mayHoldDrawing,
  MOST_POINTS,
  MOST_STROKES,
  pathOf,
  readStroke,
  SHEET,
  thinned,
  writeStroke,
  type DrawingWritten,
  type Stroke,
} from './drawing.js';

const LINE = 'blue thin 10 20 30 40';
const STROKE: Stroke = { colour: 'blue', pen: 'thin', points: [10, 20, 30, 40] };
const drawn = (over: Partial<DrawingWritten> = {}): DrawingWritten => ({
  strokes: [LINE],
  alt: ' Ett hus med en hund. ',
  ...over,
});
const faultOf = (written: DrawingWritten): unknown => {
  const decision = decideDrawing(written);
  return decision.outcome === 'refused' ? [decision.fault.field, decision.fault.code] : decision.outcome;
};

describe('a drawing', () => {
  it('is its strokes and what it shows, and nothing that came beside them', () => {
    expect(decideDrawing({ ...drawn(), svg: '<script>' } as DrawingWritten)).toEqual({
      outcome: 'drawn',
      drawing: { strokes: [STROKE], alt: 'Ett hus med en hund.' },
    });
  });

  it('is none where nothing is drawn', () => {
    expect(decideDrawing(null)).toEqual({ outcome: 'nothing' });
    expect(decideDrawing(drawn({ strokes: [] }))).toEqual({ outcome: 'nothing' });
  });

  it.each([
    ['an unknown colour', 'mauve thin 1 2'],
    ['a colour that is an address', 'url(#x) thin 1 2'],
    ['a colour that every object has', 'constructor thin 1 2'],
    ['an unknown pen', 'blue broad 1 2'],
    ['a point beside the sheet', `blue thin 10 ${SHEET.height + 1}`],
    ['a point before the sheet', 'blue thin -1 0'],
    ['a part of a point', 'blue thin 10.5 20'],
    ['half a point', 'blue thin 10 20 30'],
    ['no point', 'blue thin'],
    ['markup', 'blue thin 1 2"/><script>alert(1)</script>'],
    ['a line more', 'blue thin 1 2\n<svg onload=alert(1)>'],
    ['nothing', ''],
  ])('holds no stroke with %s', (_, wrong) => {
    expect(faultOf(drawn({ strokes: [LINE, wrong] }))).toEqual(['drawing', 'no-drawing']);
  });

  it('is written as it is read, to the last point', () => {
    expect(writeStroke(STROKE)).toBe(LINE);
    expect(readStroke(LINE)).toEqual(STROKE);
    expect(readStroke(`red thick ${SHEET.width} ${SHEET.height}`)).toEqual({
      ...{ colour: 'red', pen: 'thick', points: [SHEET.width, SHEET.height] },
    });
  });

  it('holds no more than a telephone can send and show', () => {
    const long = `blue thin${' 1 1'.repeat(MOST_POINTS)}`;
    expect(faultOf(drawn({ strokes: [long] }))).toBe('drawn');
    expect(faultOf(drawn({ strokes: [long, LINE] }))).toEqual(['drawing', 'too-much']);
    const many = Array.from({ length: MOST_STROKES + 1 }, () => LINE);
    expect(faultOf(drawn({ strokes: many.slice(1) }))).toBe('drawn');
    expect(faultOf(drawn({ strokes: many }))).toEqual(['drawing', 'too-much']);
  });

  it('asks what it shows, in so many words as can be listened to', () => {
    expect(faultOf(drawn({ alt: '  ' }))).toEqual(['drawingAlt', 'required']);
    expect(faultOf(drawn({ alt: 'a'.repeat(LONGEST_ALT) }))).toBe('drawn');
    expect(faultOf(drawn({ alt: 'a'.repeat(LONGEST_ALT + 1) }))).toEqual(['drawingAlt', 'too-long']);
  });

  it('is drawn as a line from point to point, and a dot as a line to where it began', () => {
    expect(pathOf({ points: [1, 2, 3, 4, 5, 6] })).toBe('M1 2L3 4L5 6');
    expect(pathOf({ points: [7, 8] })).toBe('M7 8L7 8');
  });

  it('is said of the future, or proposed, and of nothing else', () => {
    expect([null, 'future', 'goal', 'measure'].map(mayHoldDrawing)).toEqual([true, true, false, false]);
  });
});

describe('a line that is thinned', () => {
  const points = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 700 })), { maxLength: 60 })
    .map((pairs) => pairs.flat());

  it('leaves out what lies on it', () => {
    expect(thinned([0, 0, 10, 0, 20, 0, 30, 0, 30, 40])).toEqual([0, 0, 30, 0, 30, 40]);
    expect(thinned([0, 0, 10, 1, 20, 0])).toEqual([0, 0, 20, 0]);
    expect(thinned([0, 0, 10, 2, 20, 0])).toEqual([0, 0, 10, 2, 20, 0]);
    expect(thinned([5, 5, 90, 5, 5, 5])).toEqual([5, 5, 90, 5, 5, 5]);
  });

  it('begins and ends where it did, in the same order, and goes by every point that is further away', () => {
    fc.assert(
      fc.property(points, (all) => {
        const kept = thinned(all);
        expect(kept.slice(0, 2)).toEqual(all.slice(0, 2));
        expect(kept.slice(-2)).toEqual(all.slice(-2));
        const pairs = (of: readonly number[]) =>
          Array.from({ length: of.length / 2 }, (_, at) => `${of[at * 2]} ${of[at * 2 + 1]}`);
        let from = 0;
        for (const one of pairs(kept)) {
          const at = pairs(all).indexOf(one, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at;
        }
      }),
    );
  });
});
