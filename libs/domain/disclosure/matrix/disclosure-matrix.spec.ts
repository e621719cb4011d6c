import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { disclosureMatrix } from './disclosure-matrix.js';
import { EVERY_CELL, mergedRows } from './merged-rows.js';

const matrix = disclosureMatrix();

describe('the decision matrix', () => {
  it('is committed as the rules are now (npm run matrix)', () => {
    const committed = readFileSync(
      fileURLToPath(new URL('../../../../docs/disclosure-matrix.md', import.meta.url)),
      'utf8',
    );
    expect(committed).toBe(matrix);
  });

  it('says in which month the law was read', () => {
    expect(matrix).toContain('läst i konsoliderad lydelse i **2026-02**');
  });

  it('loses no cell and invents none when rows are joined', () => {
    const answerOf = (cell: (typeof EVERY_CELL)[number]): string =>
      cell.category === 'addiction' || cell.to === 'police' ? `${cell.purpose.length}` : 'other';
    const twice: string[] = [];
    const told = new Map<string, string>();
    for (const row of mergedRows(answerOf)) {
      for (const from of row.from)
        for (const to of row.to)
          for (const purpose of row.purposes)
            for (const category of row.categories) {
              const key = [from, to, purpose, category].join();
              if (told.has(key)) twice.push(key);
              told.set(key, row.answer);
            }
    }
    expect(twice).toEqual([]);
    expect(told.size).toBe(EVERY_CELL.length);
    expect(
      EVERY_CELL.every((cell) => told.get([cell.from, cell.to, cell.purpose, cell.category].join()) === answerOf(cell)),
    ).toBe(true);
  });
});
