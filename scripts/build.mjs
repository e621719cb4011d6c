/** Builds what has changed since the last build, by the content of its sources and not by their dates. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { programNode } from './node-version.mjs';
import { requireSpace, root } from './places.mjs';
import { isDemonstration } from './settings.mjs';
import { Failure, lastLines, Obstacle, run, step } from './say.mjs';

const dist = path.join(root, 'dist');
const always = ['package.json', 'package-lock.json', 'tsconfig.json'];

const parts = {
  server: {
    name: 'Building the server',
    sources: ['apps/api', 'apps/worker', 'apps/demo', 'libs', 'migrations', '.swcrc'],
    script: 'build:server',
    made: ['dist/libs'],
  },
  web: {
    name: 'Building the web pages',
    sources: ['apps/web', 'libs/domain', 'schema.graphql'],
    script: 'build:web',
    made: ['dist/web'],
  },
};

function* filesBelow(place) {
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) {
    yield place;
    return;
  }
  for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.name !== 'node_modules') yield* filesBelow(path.join(place, entry.name));
}

/** One hash over names and contents of everything below the given places of the project. */
export function contentHash(sources) {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesBelow(path.join(root, source)))
      if (!file.endsWith('.spec.ts'))
        hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** A compiled file whose source is gone would still be loaded, a removed migration run. */
function removeOrphans() {
  for (const place of ['apps/api', 'apps/worker', 'apps/demo', 'libs', 'migrations'])
    for (const file of filesBelow(path.join(dist, place))) {
      const source = path.join(root, path.relative(dist, file)).replace(/\.js(\.map)?$/, '.ts');
      if (/\.js(\.map)?$/.test(file) && !existsSync(source)) rmSync(file);
    }
}

function explain(part, error, log) {
  if (!(error instanceof Failure)) return error;
  if (/ENOSPC|no space left/i.test(error.tail))
    return new Obstacle('The disk is full. Free some space and start again.');
  if (/EACCES|EROFS/.test(error.tail))
    return new Obstacle(`The folder ${dist} cannot be written to. Give yourself the right to it and start again.`);
  return new Obstacle(
    `${part.name} failed. The whole output is in ${log}; it ends with:\n${lastLines(error.tail, 20)}`,
  );
}

async function buildPart(key, log) {
  const part = parts[key];
  const marker = path.join(dist, `.built-${key}`);
  const demonstration = isDemonstration() ? '1' : '';
  const hash = `${contentHash([...part.sources, ...always])}${demonstration}`;
  const made = part.made.every((place) => existsSync(path.join(root, place)));
  if (made && existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
  requireSpace(root, 200, 'the build');
  // `npm run` would look the script up itself; asking for it here keeps one definition of the build.
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const bin = [path.join(root, 'node_modules', '.bin'), path.dirname(programNode(root))];
  const env = {
    ...process.env,
    VITE_DEMONSTRATION: demonstration,
    PATH: [...bin, process.env.PATH].join(path.delimiter),
  };
  await step(part.name, () =>
    run('sh', ['-c', scripts[part.script]], { cwd: root, env, log }).catch((error) => {
      throw explain(part, error, log);
    }),
  );
  if (key === 'server') removeOrphans();
  writeFileSync(marker, hash);
}

/** Builds the named parts where they are missing or out of date; two builds of one checkout wait for each other. */
export async function ensureBuilt(keys, log) {
  try {
    mkdirSync(dist, { recursive: true });
  } catch (error) {
    throw new Obstacle(
      `The folder ${dist} cannot be made (${error.code}). Give yourself the right to it and start again.`,
    );
  }
  await withLock(path.join(dist, '.building'), async () => {
    for (const key of keys) await buildPart(key, log);
  });
}
