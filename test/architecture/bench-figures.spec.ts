/** The benchmarks' README tells what a run measured, and nothing that anyone wrote by hand. */
import { describe, expect, it } from '@jest/globals';
import { arms, renderReadme } from '../../bench/readme.mjs';
import { read } from './project-files.js';

describe('the benchmarks', () => {
  const results = JSON.parse(read('bench/results.json')) as Parameters<typeof renderReadme>[0];

  it('have a README that is exactly what their results say', () => {
    expect(read('bench/README.md')).toBe(renderReadme(results));
  });

  it('measured arms that there are, each with a figure in every row; what is not yet measured is said to be so', () => {
    expect(Object.keys(arms)).toEqual(expect.arrayContaining(Object.keys(results.arms)));
    const waiting = Object.keys(arms).filter((name) => !(name in results.arms));
    expect(read('bench/README.md').match(/^Not yet measured\.$/gm) ?? []).toHaveLength(waiting.length);
    for (const { tables } of Object.values(results.arms))
      for (const { columns, rows } of tables) {
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows)
          expect(columns.filter(({ key }) => typeof row[key] === 'number' || typeof row[key] === 'object')).not.toEqual(
            [],
          );
      }
  });

  it('still show what decision 8 stands on: deciding a hundred items is less than a twentieth of a case view', () => {
    const rowOf = (arm: string, key: string, name: RegExp): Readonly<Record<string, unknown>> =>
      results.arms[arm]?.tables.flatMap(({ rows }) => rows).find((row) => name.test(String(row[key]))) ?? {};
    const each = Number(rowOf('decisions', 'what', /^the rules/)['microseconds']);
    const view = rowOf('requests', 'operation', /^Case$/);
    const page = (Number(view['node']) + Number(view['database'])) * 1_000;
    expect(each).toBeGreaterThan(0);
    expect((100 * each) / page).toBeLessThan(1 / 20);
    // A figure that is copied there is one that grows old there.
    const record = read('docs/decisions/0008-every-item-by-the-rules.md');
    expect(record).not.toMatch(/\d[\d.,]*\s?(ms|µs|million|%)/);
    expect(record).toContain('bench/README.md');
  });

  it('keep their peers out of the product', () => {
    const peers = Object.keys((JSON.parse(read('bench/package.json')) as { dependencies: object }).dependencies);
    const product = JSON.parse(read('package.json')) as { dependencies: object; devDependencies: object };
    expect(peers.length).toBeGreaterThan(0);
    expect(peers.filter((name) => name in product.dependencies || name in product.devDependencies)).toEqual([]);
  });
});
