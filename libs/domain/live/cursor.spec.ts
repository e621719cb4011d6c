import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Cursor, hasHeard, isLater, laterOf, parseCursor } from './cursor.js';

const cursor = (text: string): Cursor => {
  const parsed = parseCursor(text);
  if (!parsed) throw new Error(`${text} is no cursor`);
  return parsed;
};

/** A database in which transactions begin and end in any order: its moments, one after each step. */
const moments = fc.array(fc.tuple(fc.boolean(), fc.nat()), { minLength: 1, maxLength: 40 }).map((steps) => {
  const running: number[] = [];
  let next = 10;
  const written = () => {
    const least = running.length > 0 ? Math.min(...running) : next;
    return `${least}:${next}:${[...running].sort((a, b) => a - b).join(',')}`;
  };
  return [
    written(),
    ...steps.map(([begins, which]) => {
      if (begins || running.length === 0) running.push(next++);
      else running.splice(which % running.length, 1);
      return written();
    }),
  ];
});

describe('a cursor', () => {
  it('has heard what was over, and not what was running or had not begun', () => {
    const at = cursor('731:745:732,740');
    expect([730, 731, 732, 739, 740, 744, 745].map((one) => hasHeard(at, one))).toEqual([
      ...[true, true, false, true, false, true, false],
    ]);
  });

  it('is read only as it is written', () => {
    for (const none of [
      '',
      '1',
      '1:2',
      '2:1:',
      '1:2:3,',
      'a:b:',
      ' 1:2:',
      `1:9:${'2,'.repeat(3_000)}2`,
      null,
      7,
      undefined,
    ])
      expect(parseCursor(none)).toBeUndefined();
    expect(cursor('7:7:').running.size).toBe(0);
  });

  it('orders the moments of a database as they came, each having heard all that the earlier had', () => {
    fc.assert(
      fc.property(moments, fc.nat(), fc.nat(), (texts, a, b) => {
        const [i, j] = [a % texts.length, b % texts.length].sort((x, y) => x - y) as [number, number];
        const [one, other] = [cursor(texts[i]!), cursor(texts[j]!)];
        expect(isLater(one, other)).toBe(false);
        if (texts[i] !== texts[j]) expect(isLater(other, one)).toBe(true);
        for (let id = 9; id < 60; id += 1) if (hasHeard(one, id)) expect(hasHeard(other, id)).toBe(true);
        expect(laterOf(one, other)?.text).toBe(other.text);
      }),
    );
    expect(laterOf(undefined, undefined)).toBeUndefined();
    expect(laterOf(undefined, cursor('1:1:'))?.text).toBe('1:1:');
  });
});
