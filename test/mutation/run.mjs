/**
 * `npm run mutate` changes the rules of `libs/domain` one place at a time (Stryker) and asks whether a test notices: a change that
 * nobody notices is a rule that nobody holds. `npm run mutate -- libs/domain/consent` takes another folder than the disclosure
 * rules, or single files. It takes minutes to hours and is run when rules change, not with every test.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { programNode } from '../../scripts/node-version.mjs';
import { root } from '../../scripts/places.mjs';
import { Obstacle, run, say, step } from '../../scripts/say.mjs';

const here = import.meta.dirname;

async function ensureStryker() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(here, 'package-lock.json')))
    .digest('hex');
  const marker = path.join(here, 'node_modules', '.samnav-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  await step('Installing Stryker', () =>
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: here,
      log: path.join(here, 'node_modules', 'install.log'),
    }),
  );
  writeFileSync(marker, wanted);
}

function placesOf(args) {
  const places = args.length > 0 ? args : ['libs/domain/disclosure'];
  return places.map((place) => {
    if (!place.startsWith('libs/domain') || !existsSync(path.join(root, place)))
      throw new Obstacle(
        `${place} is no file or folder of libs/domain. Name one, as in: npm run mutate -- libs/domain/consent`,
      );
    return statSync(path.join(root, place)).isDirectory() ? `${place}/**/*.ts` : place;
  });
}

try {
  const places = placesOf(process.argv.slice(2));
  await ensureStryker();
  const stryker = path.join(here, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const mutate = [...places, '!**/*.spec.ts', '!**/*.cli.ts', '!**/*.d.ts'].join(',');
  const child = spawn(programNode(root), [stryker, 'run', path.join(here, 'stryker.config.json'), '--mutate', mutate], {
    cwd: root,
    stdio: 'inherit',
  });
  child.once('close', (code) => process.exit(code ?? 1));
} catch (error) {
  say(error instanceof Obstacle ? error.message : error.stack);
  process.exit(1);
}
