/** The rules know no framework, no machine, no clock and no chance: what they decide depends on what they are given alone. */
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { filesBelow, read } from './project-files.js';

const rules = filesBelow('libs/domain').filter((file) => file.endsWith('.ts') && !/\.spec\.ts$/.test(file));
/** Comments and texts may say what code may not do. */
const codeOf = (file: string): string =>
  read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');

describe('domain', () => {
  it('is there', () => {
    expect(rules.length).toBeGreaterThan(20);
  });

  it('imports only itself', () => {
    const faults = rules.flatMap((file) =>
      ts
        .preProcessFile(read(file))
        .importedFiles.filter(({ fileName }) => !/^(\.{1,2}\/|#domain\/)/.test(fileName))
        .map(({ fileName }) => `${file} → ${fileName}`),
    );
    expect(faults).toEqual([]);
  });

  it('asks neither the clock nor chance', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bTemporal\.Now\b|\bcrypto\./;
    expect(rules.filter((file) => forbidden.test(codeOf(file)))).toEqual([]);
  });

  it('holds no class that could keep a state, except errors', () => {
    expect(
      rules.filter((file) => /^\s*(export )?(abstract )?class (?!\w+ extends \w*Error)/m.test(codeOf(file))),
    ).toEqual([]);
  });

  it('says in every file what the rule protects', () => {
    expect(rules.filter((file) => !/^\s*\/\*\*/m.test(read(file)))).toEqual([]);
  });
});
