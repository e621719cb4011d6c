/** A place in the queue that one comes back to, and a queue that is read on until it is refused. */
import { describe, expect, it } from '@jest/globals';
import { readOn, searchOf, shownOf, wantedIn, type Queue, type ReadMore } from './queue-read.js';

const part = (from: number, count: number, of: number): Queue =>
  ({
    branchId: 'b',
    ungraded: of,
    graded: 0,
    edges: Array.from({ length: count }, (_, at) => ({ node: { id: `case-${from + at}` } })),
    pageInfo: { hasNextPage: from + count < of, endCursor: String(from + count) },
  }) as unknown as Queue;

const api =
  (of: number, failsAt = Infinity): ReadMore =>
  (count, after) =>
    Promise.resolve(
      Number(after) >= failsAt
        ? { refusal: { code: 'NETWORK', sentence: '', fields: [], facts: {} } }
        : { data: part(Number(after), Math.min(count, of - Number(after)), of) },
    );

describe('the place in the queue', () => {
  it('is what the address says, and the address says it', () => {
    for (const wanted of [
      { filter: 'all', pages: 1 },
      { filter: 'red', pages: 4 },
    ] as const)
      expect(wantedIn(new URLSearchParams(searchOf(wanted)))).toEqual(wanted);
    expect(searchOf({ filter: 'all', pages: 1 })).toEqual({});
  });

  it('is the first one for an address that nobody can have come from', () => {
    for (const said of ['visa=blue&sidor=x', 'sidor=-3', 'sidor=1.5', ''])
      expect(wantedIn(new URLSearchParams(said))).toEqual({ filter: 'all', pages: 1 });
    expect(wantedIn(new URLSearchParams('sidor=100000')).pages).toBe(40);
  });
});

describe('a queue longer than one answer', () => {
  it('is read on to where one asked', async () => {
    const { queue, refusal } = await readOn(part(0, 100, 230), 225, api(230));
    expect(queue.edges).toHaveLength(225);
    expect(refusal).toBeUndefined();
  });

  it('says why it could not be read on, and keeps what was read', async () => {
    const { queue, refusal } = await readOn(part(0, 100, 400), 300, api(400, 200));
    expect(queue.edges).toHaveLength(200);
    expect(refusal?.code).toBe('NETWORK');
  });

  it('stands until it has been read anew, but not in the place of another filter', () => {
    const [red, all] = [part(0, 100, 120), part(0, 100, 300)];
    const whole = { queue: part(0, 120, 120), of: red, filter: 'red', wanted: 125 } as const;
    expect(shownOf(red, whole, 'red')).toBe(whole.queue);
    expect(shownOf(all, whole, 'all')).toBe(all);
    expect(shownOf(all, null, 'all')).toBe(all);
  });
});
