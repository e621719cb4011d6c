/** A place in the queue that one comes back to. */
import { describe, expect, it } from '@jest/globals';
import { searchOf, wantedIn } from './queue-read.js';

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
