/** Mixed writing stands as people read it, whatever the width; every letter weighs one here, so that places are figures. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakLines, placeLine, type Direction, type Run } from './bidi-line.js';

const widthOf = (run: Run): number => run.drawn.length;

/** What stands on the line from left to right; Arabic as the font would draw it. */
const seen = (line: string, direction: Direction): string =>
  [...placeLine(line, direction, widthOf)]
    .sort((one, two) => one.x - two.x)
    .map((run) => (run.script === 'arabic' ? [...run.drawn].reverse().join('') : run.drawn))
    .join('');

const back = (text: string): string => [...text].reverse().join('');

describe('a line', () => {
  it('of Swedish stands as it is written, in either kind of paper', () => {
    for (const direction of ['ltr', 'rtl'] as const)
      expect(seen('Björkskolan, Ekvalla (2026).', direction)).toBe('Björkskolan, Ekvalla (2026).');
  });

  it('of Arabic runs from the right, its full stop at the left', () => {
    expect(seen('نعم، شكرا.', 'rtl')).toBe(`.${back('نعم، شكرا')}`);
  });

  it('of Arabic with a Latin name keeps the name whole, and its brackets around it', () => {
    expect(seen('مع (Skolan) غدا', 'rtl')).toBe(`${back('غدا')} (Skolan) ${back('مع')}`);
  });

  it('of Swedish with an Arabic name keeps that one whole', () => {
    expect(seen('Mamma سميرة Ek', 'ltr')).toBe(`Mamma ${back('سميرة')} Ek`);
  });

  it.each(['070-174 06 05', '60 %', '27', '+46 70 174 06 05', '2026-12-10', '070-1740605'])(
    'never turns %s round',
    (figures) => {
      expect(seen(`اتصل على ${figures} الآن`, 'rtl')).toContain(figures);
      expect(seen(`اتصل على ${figures}`, 'rtl')).toContain(figures);
    },
  );

  it('is given in the order in which it is read', () => {
    const runs = placeLine('مع Skolan غدا', 'rtl', widthOf);
    expect(runs.map((run) => run.text).join('')).toBe('مع Skolan غدا');
  });
});

describe('a paragraph', () => {
  const letters = fc.constantFrom('a', 'ö', ' ', '(', '.', '7', 'م', 'ع', 'ي', '،');

  it('loses no letter and gains none, and no line is too wide to see', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 80 }),
        fc.integer({ min: 3, max: 30 }),
        fc.constantFrom<Direction>('ltr', 'rtl'),
        (text, width, direction) => {
          const lines = breakLines(text, direction, width, widthOf);
          expect(lines.join('')).toBe(text.trimEnd());
          for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('places every letter once, side by side', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: letters, maxLength: 40 }),
        fc.constantFrom<Direction>('ltr', 'rtl'),
        (line, way) => {
          const runs = [...placeLine(line, way, widthOf)].sort((one, two) => one.x - two.x);
          let x = 0;
          for (const run of runs) {
            expect(run.x).toBe(x);
            x += run.drawn.length;
          }
          expect(x).toBe(line.length);
          expect(runs.map((run) => [...run.drawn].length).reduce((sum, one) => sum + one, 0)).toBe([...line].length);
        },
      ),
    );
  });
});
