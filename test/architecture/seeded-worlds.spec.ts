/** What random worlds have found is never lost: the seed, each world that fails, and the smallest, whatever stops the search. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holdsInWorlds } from '../support/seeded-worlds.js';

async function searched(property: fc.IAsyncProperty<[number[]]>, within = 10_000) {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const failure = await holdsInWorlds(property, { numRuns: 200, within, seed: 7, write }).then(
    () => null,
    (error: Error) => error.message,
  );
  return { failure, lines };
}

const world = fc.array(fc.nat(1_000), { maxLength: 20 });

describe('a search through random worlds', () => {
  it('that finds nothing says its seed', async () => {
    const { failure, lines } = await searched(fc.asyncProperty<[number[]]>(world, () => Promise.resolve()));
    expect([failure, lines]).toEqual([null, ['\n  SAMNAV_SEED=7']]);
  });

  it('that finds something says its seed first, each world that fails at once, and the smallest with the way to it last', async () => {
    const { failure, lines } = await searched(
      fc.asyncProperty<[number[]]>(world, (all) => {
        expect(all.every((one) => one < 100)).toBe(true);
        return Promise.resolve();
      }),
    );
    expect(lines[0]).toBe('\n  SAMNAV_SEED=7');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.slice(1, -1).every((line) => line.includes('SAMNAV_SEED=7 fails in ['))).toBe(true);
    expect(lines.at(-2)).toContain('fails in [ [ 100 ] ]');
    expect(lines.at(-1)).toMatch(/SAMNAV_SEED=7:\d[\d:]*\n[^]*Counterexample: \[\[100\]\]/);
    expect(failure).toContain('[[100]]');
  });

  it('that runs out of time has failed, and keeps what it had found', async () => {
    const slow = (fails: boolean) =>
      fc.asyncProperty<[number[]]>(world, async (all) => {
        await new Promise((done) => setTimeout(done, 20));
        if (fails && all.length > 1) throw new Error('two are too many');
      });
    expect((await searched(slow(false), 300)).failure).not.toBeNull();
    const { failure, lines } = await searched(slow(true), 300);
    expect(failure).toContain('two are too many');
    expect(lines.some((line) => line.includes('SAMNAV_SEED=7 fails in ['))).toBe(true);
  });
});
