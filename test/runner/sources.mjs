/**
 * Node itself loads the TypeScript of this checkout: what Jest's own loader does for every test file anew (a third of the time
 * of a test that starts the program) happens once a process. What swc made of a file is kept by its content.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync, version } from '@swc/core';

const root = path.join(import.meta.dirname, '..', '..');
const options = {
  ...JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8')),
  $schema: undefined,
  swcrc: false,
  module: { type: 'es6' },
  sourceMaps: true,
};
const kept = path.join(root, 'node_modules', '.cache', 'test-sources');
mkdirSync(kept, { recursive: true });

/** Where `run-natively.mjs` puts what the running file's tests are made of. */
export const GLOBALS = Symbol.for('samnav.test-globals');
const NAMES = ['expect', 'it', 'test', 'describe', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach', 'jest'];
/** What `@jest/globals` is: each word is looked up as it is used, for it is another circus's in every file. */
const globalsSource = `
  const wordOf = (path) => path.reduce((of, name) => of[name], globalThis[Symbol.for('samnav.test-globals')]);
  const word = (path) => new Proxy(function () {}, {
    apply: (_, self, values) => wordOf(path.slice(0, -1))[path.at(-1)](...values),
    get: (_, name) => {
      const found = wordOf(path)[name];
      return typeof found === 'function' ? word([...path, name]) : found;
    },
  });
  ${NAMES.map((name) => `export const ${name} = word(['${name}']);`).join('\n  ')}`;
const globalsUrl = 'samnav:test-globals';

const isOurs = (url) => url?.startsWith('file:') && !url.includes('/node_modules/') && !url.includes('/dist/');

/** Where the map of a loaded source lies, by its address: for whoever reads where a test failed. */
export const MAPS = new Map();

/** Two processes may come here at once: neither ever reads half a file. */
function keep(place, text) {
  const draft = `${place}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, place);
}

function compiled(url) {
  const file = fileURLToPath(url);
  const source = readFileSync(file, 'utf8');
  const key = createHash('sha256')
    .update(JSON.stringify([version, options, file]))
    .update(source)
    .digest('hex');
  const place = path.join(kept, `${key}.mjs`);
  if (!existsSync(place)) {
    const { code, map } = transformSync(source, { ...options, filename: file });
    keep(`${place}.map`, map);
    keep(place, code);
  }
  MAPS.set(url, `${place}.map`);
  return readFileSync(place, 'utf8');
}

let registered = false;
/** From now on this process imports the sources; a second call does nothing. */
export function loadSources() {
  if (registered) return;
  registered = true;
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === '@jest/globals') return { url: globalsUrl, format: 'module', shortCircuit: true };
      if (isOurs(context.parentURL)) {
        const ring = /^#(domain|use-cases|store|jobs|documents|platform|api|worker|demo|migrations)\/(.+)$/.exec(
          specifier,
        );
        const place = ring
          ? path.join(
              root,
              { api: 'apps/api', worker: 'apps/worker', demo: 'apps/demo', migrations: 'migrations' }[ring[1]] ??
                `libs/${ring[1]}`,
              ring[2],
            )
          : specifier.startsWith('.') && fileURLToPath(new URL(specifier, context.parentURL));
        const source = place && place.replace(/\.js$/, '.ts');
        if (source && existsSync(source))
          return { url: pathToFileURL(source).href, format: 'module', shortCircuit: true };
      }
      return next(specifier, context);
    },
    load(url, context, next) {
      if (url === globalsUrl) return { format: 'module', source: globalsSource, shortCircuit: true };
      if (isOurs(url) && url.endsWith('.ts')) return { format: 'module', source: compiled(url), shortCircuit: true };
      return next(url, context);
    },
  });
}
