/** The project stands on its own: no path of somebody's machine, no private registry, no secret is part of it. */
import { describe, expect, it } from '@jest/globals';
import { filesBelow, read } from './project-files.js';

const texts = filesBelow('.').filter((file) =>
  /\.(ts|tsx|mjs|cjs|json|md|ya?ml|css|html|sql|graphql|sh)$|\/run$/.test(file),
);
const self = 'test/architecture/foreign-traces.spec.ts';
const having = (pattern: RegExp, files = texts): string[] =>
  files.filter((file) => file !== self && pattern.test(read(file)));

describe('the project', () => {
  it('names no path of a machine', () => {
    expect(having(/(?<![\w.~-])\/(root|home|Users|work|farm)\/[\w.-]+/)).toEqual([]);
  });

  it('reads nothing beside itself', () => {
    expect(having(/\.\.\/shared\b/)).toEqual([]);
  });

  it('locks its dependencies by content and to no address of a registry', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    const entries = Object.entries(packages).filter(([place]) => place !== '');
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter(([, entry]) => !entry.integrity).map(([place]) => place)).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([]);
  });

  it('holds no private key and no password in an address', () => {
    expect(having(/-----BEGIN [A-Z ]*PRIVATE KEY-----/)).toEqual([]);
    expect(having(/postgres(ql)?:\/\/[\w-]+:(?!…|password|\$\{)[\w-]{6,}@/)).toEqual([]);
  });
});
