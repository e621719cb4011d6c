/** A list that is read on until it is refused. */
import { describe, expect, it } from '@jest/globals';
import { readOn, shownOf, type Listed, type ReadMore } from './read-on.js';

type Part = Listed;

const part = (from: number, count: number, of: number): Part => ({
  edges: Array.from({ length: count }, (_, at) => ({ node: { id: `one-${from + at}` } })),
  pageInfo: { hasNextPage: from + count < of, endCursor: String(from + count) },
});

const api =
  (of: number, failsAt = Infinity): ReadMore<Part> =>
  (count, after) =>
    Promise.resolve(
      Number(after) >= failsAt
        ? { refusal: { code: 'NETWORK', sentence: '', fields: [], facts: {} } }
        : { data: part(Number(after), Math.min(count, of - Number(after)), of) },
    );

describe('a list longer than one answer', () => {
  it('is read on to where one asked', async () => {
    const { list, refusal } = await readOn(part(0, 100, 230), 225, api(230));
    expect(list.edges).toHaveLength(225);
    expect(refusal).toBeUndefined();
  });

  it('says why it could not be read on, and keeps what was read', async () => {
    const { list, refusal } = await readOn(part(0, 100, 400), 300, api(400, 200));
    expect(list.edges).toHaveLength(200);
    expect(refusal?.code).toBe('NETWORK');
  });

  it('holds one that was moved between two answers once', async () => {
    const { list } = await readOn(part(0, 100, 130), 130, () => Promise.resolve({ data: part(99, 31, 130) }));
    expect(list.edges.map(({ node }) => node.id)).toEqual(part(0, 130, 130).edges.map(({ node }) => node.id));
  });

  it('stands until it has been read anew, but not in the place of another question', () => {
    const [red, all] = [part(0, 100, 120), part(0, 100, 300)];
    const whole = { list: part(0, 120, 120), of: red, asked: 'red', wanted: 125 } as const;
    expect(shownOf(red, whole, 'red')).toBe(whole.list);
    expect(shownOf(all, whole, 'all')).toBe(all);
    expect(shownOf(all, null, 'all')).toBe(all);
  });
});
