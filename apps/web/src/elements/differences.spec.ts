import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differences } from './differences.js';

describe('differences', () => {
  it('marks only what the other lacks', () => {
    expect(differences('Hon går i nian nu', 'Hon går i åttan nu').filter((piece) => piece.only)).toEqual([
      { text: 'nian', only: true },
    ]);
  });

  it('marks words that follow each other as one', () => {
    const marked = differences('Mentorn ringde hem', 'Fritidsledaren skrev hem').filter((piece) => piece.only);
    expect(marked).toEqual([{ text: 'Mentorn ringde', only: true }]);
  });

  it('marks nothing in equal texts', () => {
    expect(differences('Samma text.', 'Samma text.')).toEqual([{ text: 'Samma text.', only: false }]);
  });

  it('gives one’s own text back unchanged, whatever the other wrote', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (mine, theirs) => {
        expect(
          differences(mine, theirs)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(mine);
      }),
    );
  });
});
