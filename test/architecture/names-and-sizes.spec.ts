/** Names say what a file is for, and files stay small enough to be read in one sitting (ARCHITECTURE.md). */
import { describe, expect, it } from '@jest/globals';
import { read, source } from './project-files.js';

const empty = ['helper', 'util', 'common', 'misc', 'manager', 'base', 'shared'];
/** What Nest, GraphQL and the rings call their parts. */
const roles = [
  ...['module', 'controller', 'guard', 'middleware', 'filter', 'interceptor', 'adapter', 'gateway', 'processor'],
  ...['resolver', 'model', 'inputs', 'scalar', 'topic', 'row', 'repository', 'port', 'cli', 'config'],
];
/** A screen that everyone in the room looks at is a term of its own, see the glossary. */
const term = /shared-screen/g;
const made = /(\.spec|-spec|\.d)\.tsx?$/;
const code = source.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file));

describe('names', () => {
  it('say what is inside, not that something is', () => {
    const words = (file: string): string[] =>
      file
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .replace(term, '')
        .split(/[/.\-_]/);
    const faults = source.filter((file) => words(file).some((word) => empty.includes(word.replace(/s$/, ''))));
    expect(faults).toEqual([]);
  });

  it('are never those of a ticket', () => {
    expect(source.filter((file) => /(issue|ticket|jira|bug|fix)-?\d+/i.test(file))).toEqual([]);
  });

  it('are lower case with hyphens, and components begin with a capital', () => {
    const faults = code
      .filter((file) => !made.test(file))
      .map((file) => [file, file.slice(file.lastIndexOf('/') + 1)] as const)
      .filter(([file, name]) =>
        file.endsWith('.tsx') ? !/^([A-Z]\w*|[a-z][a-z0-9-]*)\.tsx$/.test(name) : !/^[a-z0-9][a-z0-9.-]*$/.test(name),
      );
    expect(faults.map(([file]) => file)).toEqual([]);
  });

  it('have no suffix but those of the framework', () => {
    const faults = code
      .filter((file) => /^(apps\/(api|worker|demo)|libs)\//.test(file) && !made.test(file))
      .filter((file) => {
        const [, suffix, ...more] = file.slice(file.lastIndexOf('/') + 1).split('.');
        return more.length > 0 && !roles.includes(suffix!);
      });
    expect(faults).toEqual([]);
  });
});

describe('sizes', () => {
  const lines = (file: string): number => read(file).split('\n').length - 1;
  const longer = (files: readonly string[], most: number): string[] =>
    files.filter((file) => lines(file) > most).map((file) => `${file}: ${lines(file)} lines`);

  it('of domain files stay within 200 lines', () => {
    expect(
      longer(
        code.filter((file) => file.startsWith('libs/domain/') && !made.test(file)),
        200,
      ),
    ).toEqual([]);
  });

  it('of all other files stay within 400 lines', () => {
    const exempt = /^(migrations|bench)\//;
    expect(
      longer(
        code.filter((file) => !made.test(file) && !exempt.test(file)),
        400,
      ),
    ).toEqual([]);
  });
});
