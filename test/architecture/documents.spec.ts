/** What the documents promise is there: commands, files, headings, and a reason for every dependency. */
import { describe, expect, it } from '@jest/globals';
import { documentFaults, documents } from '../../scripts/check/document-faults.mjs';
import { read } from './project-files.js';

const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

describe('documents', () => {
  it('link to what exists and name commands and files that exist', () => {
    expect(documents().length).toBeGreaterThan(4);
    expect(documentFaults()).toEqual([]);
  });

  it('README names the two commands, and each one is a script of the project', () => {
    const readme = read('README.md');
    for (const command of ['npm start', 'npm test']) expect(readme).toContain(`\n${command}\n`);
    expect(manifest['scripts']).toMatchObject({ start: 'node scripts/start.mjs', test: 'node scripts/test.mjs' });
  });

  it('operations.md explains every setting that the program reads', () => {
    const explained = read('docs/operations.md');
    const settings = [...read('libs/platform/config/settings.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z\b/gm)].map(
      ([, name]) => name!,
    );
    expect(settings.length).toBeGreaterThan(8);
    expect(settings.filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
  });

  it('dependencies.md says why each dependency is there, and names no other', () => {
    const named = [...read('docs/dependencies.md').matchAll(/^\|\s*((?:`[^`]+`(?:, )?)+)\s*\|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
    );
    const present = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
      Object.keys(manifest[kind] ?? {}),
    );
    expect([...new Set(named)].sort()).toEqual([...new Set(present)].sort());
  });
});
