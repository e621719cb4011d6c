/** Two pens on one text. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TextMerge, mergeText } from './merge-text.js';
import { findTextChanges } from './text-changes.js';

describe('mergeText', () => {
  const shown = (merge: TextMerge): string =>
    merge.outcome === 'merged'
      ? merge.text
      : merge.parts.map((part) => (part.kind === 'agreed' ? part.text : `${part.mine} ${part.theirs}`)).join('');

  it.each([
    [
      'two places',
      'pojken går i skolan idag',
      'pojken Ali går i skolan idag',
      'pojken går i skolan varje dag',
      'pojken Ali går i skolan varje dag',
    ],
    ['two lines', 'a\nb\nc', 'a1\nb\nc', 'a\nb\nc1', 'a1\nb\nc1'],
    ['the same change', 'en två', 'en tre', 'en tre', 'en tre'],
    ['one deletes, one adds elsewhere', 'en två tre fyra', 'en tre fyra', 'en två tre fyra fem', 'en tre fyra fem'],
    ['only mine', 'x', 'y', 'x', 'y'],
  ])('weaves together %s', (_, base, mine, theirs, text) => {
    expect(mergeText(base, mine, theirs)).toEqual({ outcome: 'merged', text });
  });
  it('shows both where the same words were changed', () => {
    expect(mergeText('han mår bra nu', 'han mår sämre nu', 'han mår illa nu')).toMatchObject({
      outcome: 'conflict',
      parts: [
        { kind: 'agreed', text: 'han mår ' },
        { kind: 'both', base: 'bra', mine: 'sämre', theirs: 'illa' },
        { kind: 'agreed', text: ' nu' },
      ],
    });
  });

  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'dag', 'natt'), { maxLength: 12 });
  /** At each place: keep, delete, or type a word that nobody else types. */
  const edited = (base: readonly string[], mark: string) =>
    fc
      .array(fc.constantFrom('keep', 'keep', 'delete', 'type'), {
        minLength: base.length + 1,
        maxLength: base.length + 1,
      })
      .map((acts) =>
        acts.flatMap((act, at) => {
          const typed = act === 'type' ? [`${mark}${at}`] : [];
          const kept = base[at] === undefined || act === 'delete' ? [] : [base[at]];
          return [...typed, ...kept];
        }),
      );

  it('property: nothing that either typed is lost, and neither side weighs more', () => {
    const edits = words.chain((base) => fc.tuple(fc.constant(base), edited(base, 'mine'), edited(base, 'theirs')));
    let conflicts = 0;
    fc.assert(
      fc.property(edits, fc.constantFrom(' ', '\n'), ([base, mine, theirs], space) => {
        const [b, m, t] = [base, mine, theirs].map((all) => all.join(space)) as [string, string, string];
        const merge = mergeText(b, m, t);
        const found = new Set(shown(merge).split(/\s+/));
        for (const typed of [...mine, ...theirs].filter((word) => /\d/.test(word))) expect(found).toContain(typed);
        if (merge.outcome === 'conflict') {
          conflicts++;
          expect([merge.mine, merge.theirs]).toEqual([m, t]);
          for (const part of merge.parts)
            if (part.kind === 'both')
              expect([b.includes(part.base), m.includes(part.mine), t.includes(part.theirs)]).toEqual([
                true,
                true,
                true,
              ]);
        }
        const turned = mergeText(b, t, m);
        expect(turned.outcome).toBe(merge.outcome);
        if (merge.outcome === 'merged') expect(turned).toEqual(merge);
      }),
      { numRuns: 500, seed: 42 },
    );
    expect(conflicts).toBeGreaterThan(20);
  });
  it('property: the changes found lead from the one text to the other', () => {
    fc.assert(
      fc.property(words, words, (base, other) => {
        const built: string[] = [];
        let at = 0;
        for (const { from, to, start, end } of findTextChanges(base, other)) {
          built.push(...base.slice(at, from), ...other.slice(start, end));
          at = to;
        }
        expect([...built, ...base.slice(at)]).toEqual(other);
      }),
    );
  });
  it('weaves long texts at once, and shows both where all is new', () => {
    const long = Array.from({ length: 3000 }, (_, at) => `ord${at}`);
    const base = long.join(' ');
    const mine = ['Först', ...long].join(' ');
    const theirs = [...long, 'sist'].join(' ');
    expect(mergeText(base, mine, theirs)).toEqual({ outcome: 'merged', text: `Först ${base} sist` });
    const other = (mark: string) => long.map((word) => mark + word).join(' ');
    expect(mergeText(base, other('m'), other('t'))).toMatchObject({ outcome: 'conflict', mine: other('m') });
  });
  it('property: who changed nothing changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, other) => {
        expect(mergeText(base, other, base)).toEqual({ outcome: 'merged', text: other });
        expect(mergeText(base, base, other)).toEqual({ outcome: 'merged', text: other });
        expect(mergeText(base, other, other)).toEqual({ outcome: 'merged', text: other });
      }),
    );
  });
});
