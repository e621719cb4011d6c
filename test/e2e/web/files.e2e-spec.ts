/** Into which files the client is cut: a page on a telephone waits for few, and the staff's client is in no family's hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { WrittenFile } from '../../../apps/web/chunks.js';

const files: readonly WrittenFile[] = JSON.parse(readFileSync('dist/web.json', 'utf8'));
const byName = new Map(files.map((one) => [one.file, one]));
const holding = (module: string): WrittenFile => {
  const [one, ...others] = files.filter(({ modules }) => modules.includes(module));
  if (!one || others.length > 0) throw new Error(`${module} lies in ${others.length + (one ? 1 : 0)} files`);
  return one;
};

function reach(from: WrittenFile, next: (file: WrittenFile) => readonly string[]): ReadonlySet<WrittenFile> {
  const found = new Set([from]);
  for (const file of found) for (const name of next(file)) if (byName.has(name)) found.add(byName.get(name)!);
  return found;
}

const isPageOfStaff = (module: string): boolean => /^apps\/web\/src\/(?!family\/).*\wPage\.tsx$/.test(module);

/** What each document starts with in its browser, and how many files that may be. */
const FIRST = [
  ['index.html', 'apps/web/src/main.tsx'],
  ['family.html', 'apps/web/src/family/main.tsx'],
] as const;
const MOST = 8;

describe.each(FIRST)('%s', (document, main) => {
  it('starts with a few files, all of which it names itself', () => {
    const html = readFileSync(`dist/web/${document}`, 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name);
    const atOnce = [...reach(holding(main), ({ imports }) => imports)].map(({ file }) => file);
    expect(named.sort()).toEqual(atOnce.sort());
    expect(named.length).toBeLessThanOrEqual(MOST);
  });

  it('runs its first module from a file that nothing else loads', () => {
    const own = holding(main).file;
    const others = files.filter(({ imports, loads }) => [...imports, ...loads].includes(own));
    expect(others.map(({ file }) => file)).toEqual([]);
  });
});

it('the family’s document never loads a file with a page of the staff in it', () => {
  const ever = (main: string) =>
    [...reach(holding(main), ({ imports, loads }) => [...imports, ...loads])].flatMap(({ modules }) => modules);
  expect(ever('apps/web/src/family/main.tsx').filter(isPageOfStaff)).toEqual([]);
  // The same question of the staff's own document, which has them all.
  expect(ever('apps/web/src/main.tsx').filter(isPageOfStaff).length).toBeGreaterThan(40);
});
